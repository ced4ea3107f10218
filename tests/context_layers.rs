//! The operator's own layers stand on the map page as context, and only where there are any.

use std::path::Path;
use std::sync::Arc;

use huella::atlas::{Lang, RecordFiles, load};
use huella::collection::{Catalogue, OwnLayer};
use huella::links::Links;
use huella::site::frame::Context;
use huella::site::page::{self, View};

use crate::markup::{Piece, pieces};

/// The map page of an atlas with one more layer, where its GeoJSON is given.
fn map_page(lang: Lang, geojson: Option<&str>) -> Vec<Piece> {
    let links = Links::at("https://atlas.example/map").expect("links");
    let atlas = load::load(&RecordFiles::embedded()).atlas.expect("the record loads");
    let own = geojson.map(|text| {
        let layer = OwnLayer::new("parks", Path::new("parks.geojson"), None).expect("a name");
        Arc::new(layer.read(text.as_bytes().to_vec()).expect("a layer"))
    });
    let catalogue = Catalogue::build(atlas, &links, own.into_iter().collect()).expect("a catalogue");
    let context = Context { atlas: &catalogue.atlas, links: &links, lang };
    pieces(&page::render(&context, &View::default(), &catalogue.collections).expect("a page"))
}

const PARKS: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"area":7,"Nombre":"Iguazú"},"geometry":{"type":"Point","coordinates":[-54.4,-25.6]}},
{"type":"Feature","properties":{"area":9,"Nombre":"Kaa-Iya"},"geometry":null}]}"#;

#[test]
fn without_layers_of_ones_own_the_page_has_no_place_for_them() {
    for lang in Lang::ALL {
        let page = map_page(lang, None);
        assert!(!page.iter().any(|p| p.has_class("others") || p.has_class("other")), "{}", lang.tag());
    }
}

#[test]
fn a_layer_of_ones_own_is_offered_with_all_that_its_drawing_needs_and_is_off() {
    for lang in Lang::ALL {
        let page = map_page(lang, Some(PARKS));
        assert_eq!(page.iter().filter(|p| p.has_class("others")).count(), 1, "{}", lang.tag());
        let boxes: Vec<_> = page.iter().filter(|p| p.attribute("data-collection").is_some()).collect();
        assert_eq!(boxes.len(), 1);
        for (name, value) in [
            ("data-collection", "parks"),
            ("data-features", "2"),
            ("data-unplaced", "1"),
            ("data-tiles", "/map/ogc/collections/parks/tiles/WebMercatorQuad/{z}/{y}/{x}"),
            ("data-counting", "feature_count"),
            ("data-whole", "/map/data/parks.geojson"),
            ("data-name", "Nombre"),
        ] {
            assert_eq!(boxes[0].attribute(name), Some(value), "{name}");
        }
        assert!(boxes[0].attribute("checked").is_none());
    }
}

#[test]
fn a_layer_of_ones_own_is_no_toggle_of_the_record() {
    let count = |geojson| map_page(Lang::En, geojson).iter().filter(|p| p.has_class("layer")).count();
    assert_eq!(count(Some(PARKS)), count(None));
}
