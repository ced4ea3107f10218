//! Whatever stands after the `?`, the answer is 200 or 4xx, and never a fault of ours.

use proptest::prelude::*;

use crate::server::Server;
use crate::wire::get;

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => proptest::sample::select(vec![
            "bbox", "datetime", "on", "lang", "properties", "sortby", "limit", "offset", "f", "status", "name",
            "first_event", "source_count", "precision", "filter", "crs",
        ]).prop_map(str::to_owned),
        1 => "[a-zA-Z%_.-]{0,12}",
    ]
}

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        "[-0-9.,:TZ/+ ]{0,30}",
        "[a-z,+-]{0,20}",
        "(%[0-9a-fA-F]{2}){0,6}",
        Just("2019-01-01/2020-01-01".to_owned()),
        Just("-80,-30,-60,5".to_owned()),
        "\\PC{0,8}".prop_map(|text| form_urlencoded::byte_serialize(text.as_bytes()).collect()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn any_query_is_answered_or_refused(
        pairs in proptest::collection::vec((name(), value()), 0..5),
        path in proptest::sample::select(vec![
            "/ogc", "/ogc/api", "/ogc/collections", "/ogc/collections/sites/items", "/ogc/collections/projects/items",
            "/ogc/collections/solar/schema", "/ogc/collections/sites/items/jujuy-seguro.xibi-xibi",
        ]),
    ) {
        let query: Vec<String> = pairs.iter().map(|(n, v)| format!("{n}={}", v.replace(' ', "+"))).collect();
        let target = format!("{path}?{}", query.join("&"));
        let reply = get(Server::shared(), &target, &[]);
        prop_assert!(matches!(reply.status, 200 | 400 | 404 | 406), "{target}: {}", reply.status);
        if reply.status != 200 {
            prop_assert_eq!(reply.header("content-type"), Some("application/problem+json"));
        }
    }
}
