//! The list of routes is the router's alone: none is forgotten.

use std::collections::BTreeSet;

use huella::atlas::{RecordFiles, load};
use huella::collection::Catalogue;
use huella::editions::Editions;
use huella::export::addresses::{Fate, Known, fate};
use huella::http::app::App;
use huella::http::router::routes;
use huella::links::Links;

#[test]
fn every_route_is_exported_or_named_as_live_only() {
    let links = Links::at("https://example.org").expect("links").of_files();
    let atlas = load::load(&RecordFiles::embedded()).atlas.expect("the record");
    let editions = Editions::embedded().expect("the editions");
    let app = App::plain(Catalogue::build(atlas, &links, Vec::new()).expect("a catalogue"), links);
    let serving = app.serving();
    let files = |frozen: &huella::editions::Frozen| frozen.files().expect("its files");
    let frozen: Vec<_> =
        editions.iter().map(|each| (each.entry.edition.to_string(), files(each), app.serving())).collect();
    let known = Known { serving: &serving, editions: &editions, frozen: &frozen };
    let routes = routes();
    assert!(routes.len() > 100, "{} routes", routes.len());
    let mut addresses = BTreeSet::new();
    for route in &routes {
        match fate(route, &known) {
            None => panic!("{route}: say in src/export/addresses.rs which files it has, or why none"),
            Some(Fate::Files(files)) => {
                assert!(!files.is_empty(), "{route} has no address");
                for address in files {
                    assert!(!address.contains(['{', '}', '?']), "{route}: {address}");
                    assert!(addresses.insert(address.clone()), "{address} stands twice");
                }
            }
            Some(Fate::Live(reason)) => assert!(!reason.is_empty(), "{route}"),
            Some(Fate::Followed) => assert_eq!(route, "/oembed"),
        }
    }
    for address in
        ["/", "/es", "/zh/project/jujuy-seguro", "/project/jujuy-seguro.csl.json", "/data/map.geojson"]
    {
        assert!(addresses.contains(address), "{address}");
    }
    let unknown = ["/nowhere/{id}", "/es/nowhere/{id}"].map(|route| fate(route, &known));
    assert_eq!(unknown, [None, None], "a route that nobody has decided about is noticed");
}
