//! The addresses of the service stand in three lists: routes, API description, its page for people.

use std::collections::BTreeSet;

use huella::http::router::routes;
use huella::query::tile::SET;

use crate::service::{json, reply};

/// A path with `{}` for whatever it leaves open.
fn form(path: &str, collections: &[&str]) -> String {
    let open = |part: &&str| part.starts_with('{') || *part == SET || collections.contains(part);
    let parts = path.split('/').filter(|part| !part.is_empty());
    parts.map(|part| if open(&part) { "/{}".to_owned() } else { format!("/{part}") }).collect()
}

#[test]
fn routes_description_and_page_tell_of_the_same_addresses() {
    let all = json("/collections?f=json");
    let ids = all["collections"].as_array().expect("collections");
    let ids: Vec<&str> = ids.iter().filter_map(|collection| collection["id"].as_str()).collect();
    let routed: BTreeSet<String> =
        routes().iter().filter(|route| route.starts_with("/ogc")).map(|route| form(route, &ids)).collect();
    let paths = json("/api?f=json")["paths"].clone();
    let described: BTreeSet<String> =
        paths.as_object().expect("paths").keys().map(|path| form(&format!("/ogc{path}"), &ids)).collect();
    assert_eq!(described, routed);
    let page = reply("/api?f=html");
    let codes = page.text().split("<code>").skip(1).filter_map(|rest| rest.split('<').next());
    let told: BTreeSet<String> =
        codes.filter(|code| code.starts_with("/ogc")).map(|code| form(code, &ids)).collect();
    assert_eq!(told, routed);
}
