//! Whatever stands in a filter, it is read or refused; nothing breaks.

use huella::query::Crs;
use huella::query::cql2::{Condition, Language};
use proptest::prelude::*;

use super::expressions::filter;
use super::found;
use crate::cities;
use crate::server::Server;
use crate::wire::get;

/// Pieces of filters, in any order.
fn words() -> impl Strategy<Value = String> {
    let word = proptest::sample::select(vec![
        "value",
        "word",
        "day",
        "big",
        "geometry",
        "tags",
        "\"share\"",
        "'w 1'",
        "''",
        "'",
        "1",
        "-2.5",
        "1e3",
        "(",
        ")",
        ",",
        "=",
        "<>",
        "<",
        ">=",
        "+",
        "-",
        "*",
        "/",
        "%",
        "^",
        "div",
        "AND",
        "OR",
        "NOT",
        "LIKE",
        "IN",
        "BETWEEN",
        "IS",
        "NULL",
        "TRUE",
        "CASEI(",
        "ACCENTI(",
        "S_INTERSECTS(",
        "S_WITHIN(",
        "T_DURING(",
        "T_MEETS(",
        "A_OVERLAPS(",
        "DATE('2019-01-01')",
        "TIMESTAMP('2019-01-01T00:00:00Z')",
        "INTERVAL('2019-01-01', '..')",
        "INTERVAL(",
        "BBOX(1,2,3,4)",
        "BBOX(",
        "POINT(1 2)",
        "POLYGON((0 0, 1 0, 1 1, 0 0))",
        "LINESTRING(0 0, 0 0)",
        "MULTIPOINT Z (",
        "..",
        "ñ",
        "\\",
    ]);
    proptest::collection::vec(word, 0..14).prop_map(|words| words.join(" "))
}

/// A filter with a piece taken out, put in or doubled.
fn damaged() -> impl Strategy<Value = String> {
    (filter(), any::<bool>(), any::<prop::sample::Index>(), any::<prop::sample::Index>(), "\\PC{0,3}")
        .prop_map(|(filter, json, from, to, piece)| {
            let tree = Language::Json.read(&filter.to_string()).expect("a filter");
            let text = if json { filter.to_string() } else { Language::Text.write(&tree) };
            let letters: Vec<char> = text.chars().collect();
            let (from, to) = (from.index(letters.len()), to.index(letters.len()));
            let (from, to) = (from.min(to), (from.max(to)).min(from.min(to) + 12));
            letters[..from].iter().collect::<String>() + &piece + &letters[to..].iter().collect::<String>()
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]
    #[test]
    fn any_text_is_a_filter_or_is_refused(text in prop_oneof![words(), damaged(), "\\PC{0,40}"]) {
        for language in Language::ALL {
            match Condition::read(Crs::CRS84, language, &text, &cities::shared().schema) {
                Ok(condition) => {
                    let written = condition.write();
                    let again = Condition::read(Crs::CRS84, language, &written, &cities::shared().schema);
                    prop_assert_eq!(again.as_ref(), Ok(&condition), "{} as {}", text, written);
                    found(cities::shared(), language, &text);
                }
                Err(fault) => prop_assert!(!fault.of("filter", &text).reason.is_empty()),
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]
    #[test]
    fn any_filter_is_answered_or_refused(text in prop_oneof![words(), damaged()], json in any::<bool>()) {
        let query: String = form_urlencoded::Serializer::new(String::new())
            .append_pair("filter", &text)
            .append_pair("filter-lang", if json { "cql2-json" } else { "cql2-text" })
            .finish();
        let reply = get(Server::shared(), &format!("/ogc/collections/sites/items?limit=5&{query}"), &[]);
        prop_assert!(matches!(reply.status, 200 | 400), "{text}: {}", reply.status);
    }
}
