//! Prefix, language and escapes stand where they belong in every address.

use super::*;

#[test]
fn a_prefix_stands_before_every_path_and_the_language_after_it() {
    let links = Links::at("https://example.org/atlas/").expect("a public address");
    assert_eq!(links.project(Lang::Es, "a-b"), "/atlas/es/project/a-b");
    assert_eq!(links.absolute(&links.map(Lang::En)), "https://example.org/atlas/");
    assert_eq!(links.collection("own").item("a/b ñ"), "/atlas/ogc/collections/own/items/a%2Fb%20%C3%B1");
}

#[test]
fn links_of_an_edition_stay_in_it() {
    let links = Links::at("https://example.org/atlas/").expect("a public address");
    let old = links.pinned(Pin::At { edition: "2026-11-24".to_owned(), latest: false });
    assert_eq!(old.map_at(Lang::Es, "a-b"), "/atlas/es/?sel=a-b&v=2026-11-24");
    assert_eq!(old.image(Lang::En, "png", "w=320"), "/atlas/image.png?w=320&v=2026-11-24");
    assert_eq!(old.project_as("a-b", "json"), "/atlas/project/a-b.json?v=2026-11-24");
    assert_eq!(saved(&old.project_as("a-b", "json")), "/atlas/project/a-b.json?v=2026-11-24&download");
    assert_eq!(old.data("lithium.geojson"), "/atlas/data/edition/2026-11-24/lithium.geojson");
    assert_eq!(old.root(Lang::Es), "/atlas/es/");
    assert_eq!(old.current(&old.map_at(Lang::Es, "a-b")), "/atlas/es/?sel=a-b");
    assert_eq!(old.current(&old.map(Lang::En)), "/atlas/");
    let missing = links.pinned(Pin::Missing("1999-01-01".to_owned()));
    assert_eq!(missing.map_at(Lang::En, "a-b"), links.map_at(Lang::En, "a-b"));
}

#[test]
fn only_its_own_addresses_are_below_it() {
    let links = Links::at("https://example.org/atlas").expect("a public address");
    assert_eq!(links.below("https://example.org/atlas/es/?sel=a"), Some("/es/?sel=a"));
    assert_eq!(links.below("https://example.org/atlas"), Some(""));
    for foreign in
        ["https://example.org/atlases", "https://example.org.evil.example/atlas", "http://example.org/atlas"]
    {
        assert_eq!(links.below(foreign), None, "{foreign}");
    }
}

#[test]
fn what_is_no_public_address_is_refused() {
    for text in
        ["example.org", "ftp://example.org", "https://u@example.org", "https://example.org/?a", "https://"]
    {
        assert!(Links::at(text).is_err(), "{text}");
    }
}
