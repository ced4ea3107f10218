//! `bbox` finds what looking at every feature would find.

use geo::{Intersects, Rect};
use huella::collection::Collection;
use huella::query::{Bbox, Query, select};
use proptest::prelude::*;

use crate::cities;

/// By the served GeoJSON alone: whether a feature is in a box, or has no place.
fn is_in(collection: &Collection, row: u32, bbox: &Bbox) -> bool {
    let geometry: Option<geojson::Geometry> =
        serde_json::from_slice(collection.features.geometry(row)).expect("a geometry");
    let Some(geometry) = geometry else { return true };
    let geometry = geo_types::Geometry::<f64>::try_from(geometry).expect("a geometry");
    let halves = match bbox.west <= bbox.east {
        true => vec![(bbox.west, bbox.east)],
        false => vec![(bbox.west, 180.0), (-180.0, bbox.east)],
    };
    halves
        .into_iter()
        .any(|(west, east)| geometry.intersects(&Rect::new((west, bbox.south), (east, bbox.north))))
}

proptest! {
    #[test]
    fn a_box_finds_what_brute_force_finds(
        west in -1800i32..=1800, east in -1800i32..=1800, a in -900i32..=900, b in -900i32..=900,
    ) {
        let degrees = |n: i32| f64::from(n) / 10.0;
        let bbox = Bbox {
            west: degrees(west), east: degrees(east),
            south: degrees(a.min(b)), north: degrees(a.max(b)), heights: None,
        };
        prop_assert_eq!(Bbox::read(&bbox.to_string()), Ok(bbox));
        let collection = cities::shared();
        let found = select(collection, &Query { bbox: Some(bbox), limit: 10_000, ..Query::default() });
        let expected: Vec<u32> = (0..collection.len() as u32).filter(|row| is_in(collection, *row, &bbox)).collect();
        prop_assert_eq!(found.rows, expected);
    }

    #[test]
    fn any_text_is_a_box_or_is_refused(text in "[-+0-9.,eE inaf]{0,40}") {
        if let Ok(bbox) = Bbox::read(&text) {
            prop_assert!(bbox.south <= bbox.north && bbox.west.is_finite() && bbox.east.is_finite());
        }
    }
}

#[test]
fn edges_belong_to_the_box() {
    let layer =
        huella::collection::OwnLayer::new("one", std::path::Path::new("one.geojson"), None).expect("a layer");
    let file = r#"{"type":"Point","coordinates":[10.5,-20.25]}"#;
    let one = layer.read(file.as_bytes().to_vec()).expect("a collection");
    for (text, found) in [
        ("10.5,-20.25,10.5,-20.25", 1),
        ("10,-20.25,10.5,-20", 1),
        ("10.500001,-21,11,-20", 0),
        ("170,-30,-170,30", 0),
        ("5,-30,-170,30", 1),
    ] {
        let bbox = Some(Bbox::read(text).expect("a box"));
        assert_eq!(select(&one, &Query { bbox, ..Query::default() }).matched, found, "{text}");
    }
    assert_eq!(one.extent(), Some([10.5, -20.25, 10.5, -20.25]));
}
