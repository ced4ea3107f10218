//! The addresses of the service stand in three lists: routes, API description, its page for people.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

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

#[test]
fn the_service_makes_no_address_but_by_the_links() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ogc")];
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            for line in fs::read_to_string(&path).expect("UTF-8").lines() {
                let code = line.split("//").next().unwrap_or_default();
                let begun = code.match_indices("\"/").any(|(at, _)| !code[at + 2..].starts_with('"'));
                assert!(!begun && !code.contains("}/"), "{}: {line}", path.display());
                seen += 1;
            }
        }
    }
    assert!(seen > 1000, "lines are read: {seen}");
}
