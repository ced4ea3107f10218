//! `bbox` finds what looking at every feature would find.

use geo::{Intersects, Rect};
use huella::collection::Collection;
use huella::query::crs::Area;
use huella::query::{Bbox, Crs, Query, select};
use proptest::prelude::*;

use crate::cities;

/// A box in longitude and latitude, as `bbox` takes it.
pub fn bbox(text: &str) -> Result<Bbox, String> {
    Area::read(text, Crs::CRS84).map(|(bbox, _)| bbox)
}

/// By the served GeoJSON alone: whether a feature is in a box, or has no place.
fn is_in(collection: &Collection, row: u32, bbox: &Bbox) -> bool {
    let geometry: Option<geojson::Geometry> =
        serde_json::from_slice(collection.features.geometry(row)).expect("a geometry");
    let Some(geometry) = geometry else { return true };
    let geometry = geo_types::Geometry::<f64>::try_from(geometry).expect("a geometry");
    // The 180th meridian is one line with two names: a box that ends there holds what lies on it under either.
    let parts = match (bbox.west, bbox.east) {
        (west, east) if west > east => vec![(west, 180.0), (-180.0, east)],
        (west, 180.0) => vec![(west, 180.0), (-180.0, -180.0)],
        (-180.0, east) => vec![(180.0, 180.0), (-180.0, east)],
        within => vec![within],
    };
    parts
        .into_iter()
        .any(|(west, east)| geometry.intersects(&Rect::new((west, bbox.south), (east, bbox.north))))
}

/// Tenths of a degree of longitude, often at the 180th meridian.
fn tenths() -> impl Strategy<Value = i32> {
    prop_oneof![6 => -1800i32..=1800, 1 => Just(-1800), 1 => Just(1800)]
}

proptest! {
    #[test]
    fn a_box_finds_what_brute_force_finds(
        west in tenths(), east in tenths(), a in -900i32..=900, b in -900i32..=900,
    ) {
        let degrees = |n: i32| f64::from(n) / 10.0;
        let asked = Bbox {
            west: degrees(west), east: degrees(east),
            south: degrees(a.min(b)), north: degrees(a.max(b)), heights: None,
        };
        prop_assert_eq!(bbox(&asked.to_string()), Ok(asked));
        let collection = cities::shared();
        let found = select(collection, &Query { bbox: Some(asked), limit: 10_000, ..Query::default() });
        let expected: Vec<u32> = (0..collection.len() as u32).filter(|row| is_in(collection, *row, &asked)).collect();
        prop_assert_eq!(found.rows, expected);
    }

    #[test]
    fn any_text_is_a_box_or_is_refused(text in "[-+0-9.,eE inaf]{0,40}") {
        if let Ok(bbox) = bbox(&text) {
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
        let bbox = Some(bbox(text).expect("a box"));
        assert_eq!(select(&one, &Query { bbox, ..Query::default() }).matched, found, "{text}");
    }
    assert_eq!(one.extent(), Some([10.5, -20.25, 10.5, -20.25]));
}

/// Points east and west of the 180th meridian, and on it by both of its names.
fn meridian() -> Collection {
    let layer = huella::collection::OwnLayer::new("four", std::path::Path::new("four.geojson"), None)
        .expect("a layer");
    let points = [("w", -179.5), ("m", -180.0), ("e", 179.5), ("p", 180.0)].map(|(id, x)| {
        format!(r#"{{"type":"Feature","id":"{id}","geometry":{{"type":"Point","coordinates":[{x},5]}},"properties":{{}}}}"#)
    });
    let file = format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, points.join(","));
    layer.read(file.into_bytes()).expect("a collection")
}

#[test]
fn a_box_beyond_the_180th_meridian_goes_on_where_the_world_does() {
    let four = meridian();
    for (text, found, inside) in [
        ("170,-90,190,90", "wmep", "wmep"),
        ("170,-90,-170,90", "wmep", "wmep"),
        ("-190,-90,-170,90", "wmep", "wmep"),
        ("530,-90,550,90", "wmep", "wmep"),
        ("170,-90,180,90", "mep", "e"),
        ("-180,-90,-170,90", "wmp", "w"),
        ("180,-90,190,90", "wmp", "w"),
        ("-180,-90,180,90", "wmep", "wmep"),
        ("-500,-90,500,90", "wmep", "wmep"),
        ("-540,-90,-180,90", "wmep", "wmep"),
        ("350,-90,370,90", "", ""),
        ("1e308,-90,-1e308,90", "", ""),
        ("181,-90,190,90", "", ""),
        ("180,-90,180,90", "mp", "mp"),
    ] {
        let query = Query { bbox: Some(bbox(text).expect("a box")), ..Query::default() };
        let ids: Vec<_> = select(&four, &query).rows.iter().map(|row| four.feature_id(*row)).collect();
        assert_eq!(ids.concat(), found, "{text}");
        let filter =
            |relation: &str| crate::cql2::ids(&four, &format!("{relation}(geometry, BBOX({text}))")).concat();
        assert_eq!(filter("S_INTERSECTS"), found, "{text}");
        assert_eq!(filter("S_WITHIN"), inside, "{text}: no edge of the box is the meridian it crosses");
        let edge: String = found.chars().filter(|id| !inside.contains(*id)).collect();
        assert_eq!(filter("S_TOUCHES"), edge, "{text}");
    }
    for (filter, found) in [
        ("S_WITHIN(POINT(180 10), BBOX(170, 0, -170, 20))", 4),
        ("S_TOUCHES(POINT(180 10), BBOX(170, 0, -170, 20))", 0),
        ("S_CONTAINS(BBOX(170, 0, -170, 20), POINT(-180 10))", 4),
        (
            "S_EQUALS(BBOX(170, 0, -170, 20), MULTIPOLYGON(((170 0, 180 0, 180 20, 170 20, 170 0)), ((-180 0, -170 0, -170 20, -180 20, -180 0))))",
            4,
        ),
    ] {
        assert_eq!(crate::cql2::ids(&four, filter).len(), found, "{filter}");
    }
}
