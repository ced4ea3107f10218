//! Vector tiles: what a tile shows is what a box finds, nothing is lost between tiles or by thinning, and what
//! is drawn is valid and wound as tiles want.

use std::collections::BTreeSet;
use std::path::Path;

use geo::{Area, BooleanOps, CoordsIter, Distance, Euclidean, Validation};
use geo_types::{Geometry, MultiPolygon, Point, Rect};
use huella::collection::{Collection, Field, FieldType, OwnLayer, Value};
use huella::format::mvt::{self, MOST, count_name, id_name};
use huella::query::tile::{EXTENT, Tile, side};
use huella::query::{Query, Resource, select};
use proptest::prelude::*;

use crate::cities;
use crate::vector_tile::{self, Drawn, Said};

/// Whether its first position lies in the tile itself, not in the buffer.
fn is_within(drawn: &Drawn) -> bool {
    let within = |n: f64| (0.0..f64::from(EXTENT)).contains(&n);
    drawn.geometry.coords_iter().next().is_some_and(|at| within(at.x) && within(at.y))
}

fn drawn(collection: &Collection, tile: Tile) -> Vec<Drawn> {
    let layers = vector_tile::read(&mvt::tile(collection, tile));
    assert!(layers.iter().all(|layer| layer.name == collection.id()) && layers.len() < 2);
    layers.into_iter().flat_map(|layer| layer.features).collect()
}

/// How many features a tile speaks of.
fn counted(collection: &Collection, drawn: &[Drawn]) -> usize {
    let count_name = count_name(collection);
    let alone: BTreeSet<u64> = drawn.iter().filter_map(|d| d.id).collect();
    let crowds = drawn.iter().filter_map(|d| d.get(&count_name)).map(|count| match count {
        Said::Whole(count) if *count > 1 => *count as usize,
        other => panic!("{other:?} is no count"),
    });
    alone.len() + crowds.sum::<usize>()
}

fn layer(features: &[String]) -> Collection {
    let text = format!("{{\"type\":\"FeatureCollection\",\"features\":[{}]}}", features.join(","));
    let own = OwnLayer::new("made-up", Path::new("made-up.geojson"), None).expect("a layer");
    own.read(text.into_bytes()).expect("a collection")
}

fn feature(geometry: &str) -> String {
    format!(r#"{{"type":"Feature","properties":{{"n":1}},"geometry":{geometry}}}"#)
}

fn all_of(z: u8) -> impl Iterator<Item = Tile> {
    (0..side(z)).flat_map(move |y| (0..side(z)).filter_map(move |x| Tile::new(z, y, x)))
}

/// The tile of a zoom that holds a place.
fn tile_of(z: u8, lon: f64, lat: f64) -> Tile {
    let [x, y] = Tile::default().units(lon, lat);
    let at = |n: f64| (n / f64::from(EXTENT) * f64::from(side(z))).floor() as u32;
    Tile::new(z, at(y), at(x)).expect("a tile")
}

fn found(collection: &Collection, text: &str) -> BTreeSet<String> {
    let query = Query::read(Resource::Items, Some(text), Some(collection)).expect("a query");
    let rows = select(collection, &query).rows;
    let placed = rows.into_iter().filter(|row| !collection.places.nowhere().contains(row));
    placed.map(|row| collection.feature_id(row).into_owned()).collect()
}

#[test]
fn a_tile_a_box_and_a_filter_agree_on_the_same_features() {
    let collection = cities::shared();
    for tile in
        all_of(0).chain(all_of(2)).chain([Tile::new(5, 12, 9), Tile::new(7, 50, 44)].into_iter().flatten())
    {
        let [w, s, e, n] = tile.area();
        let drawn = drawn(collection, tile);
        let ids: BTreeSet<String> =
            drawn.iter().filter_map(|d| d.text(&id_name(collection))).map(str::to_owned).collect();
        let here = collection.places.intersecting([w, s, e, n]).into_iter();
        assert_eq!(ids, here.map(|row| collection.feature_id(row).into_owned()).collect(), "{tile:?}");
        // The other side of the 180th meridian is an edge of a box that touches it, and of no tile.
        if w == -180.0 || e == 180.0 {
            continue;
        }
        assert_eq!(ids, found(collection, &format!("limit=10000&bbox={w},{s},{e},{n}")), "{tile:?}");
        let filter = format!("limit=10000&filter=S_INTERSECTS(geometry,BBOX({w},{s},{e},{n}))");
        assert_eq!(ids, found(collection, &filter), "{tile:?}");
    }
}

#[test]
fn every_feature_with_a_place_is_in_the_tiles_of_a_zoom() {
    let collection = cities::shared();
    let wanted = collection.len() - collection.places.nowhere().len();
    for z in [0, 1, 4] {
        let ids: BTreeSet<u64> =
            all_of(z).flat_map(|tile| drawn(collection, tile)).filter_map(|d| d.id).collect();
        assert_eq!(ids.len(), wanted, "zoom {z}");
    }
}

#[test]
fn a_thinned_tile_counts_every_feature_that_a_box_finds() {
    let own = OwnLayer::new("many", Path::new("many.geojson"), None).expect("a layer");
    let collection = own.read(cities::text(20_000).into_bytes()).expect("a collection");
    for tile in all_of(0).chain(all_of(1)) {
        let [w, s, e, n] = tile.area();
        let matched = collection.places.intersecting([w, s, e, n]).len();
        let drawn = drawn(&collection, tile);
        assert_eq!(counted(&collection, &drawn), matched, "{tile:?}");
        assert!(matched <= MOST || drawn.len() < matched, "{tile:?}: {} of {matched}", drawn.len());
        for crowd in drawn.iter().filter(|d| d.get("feature_count").is_some()) {
            assert_eq!((crowd.id, crowd.properties.len()), (None, 1), "a crowd says nothing but its number");
        }
    }
}

#[test]
fn points_are_counted_once_over_all_tiles_of_a_zoom() {
    let point = |i: u32| {
        let (x, y) = (f64::from(i % 173) * 0.002 - 58.5, f64::from(i / 173) * 0.002 - 34.7);
        feature(&format!(r#"{{"type":"Point","coordinates":[{x:.6},{y:.6}]}}"#))
    };
    let collection = layer(&(0..12_000).map(point).collect::<Vec<String>>());
    for (z, thinned) in [(0, true), (6, true), (9, true), (12, false)] {
        let [w, s, e, n] = collection.extent().expect("an extent");
        let (first, last) = (tile_of(z, w, n), tile_of(z, e, s));
        let mut sum = 0;
        let mut features = 0;
        for tile in all_within(z, first, last) {
            let within: Vec<Drawn> = drawn(&collection, tile).into_iter().filter(is_within).collect();
            assert!(within.len() <= MOST);
            features += within.len();
            sum += counted(&collection, &within);
        }
        assert_eq!((sum, features < 12_000), (12_000, thinned), "zoom {z}");
    }
}

fn all_within(z: u8, first: Tile, last: Tile) -> impl Iterator<Item = Tile> {
    (first.y()..=last.y()).flat_map(move |y| (first.x()..=last.x()).filter_map(move |x| Tile::new(z, y, x)))
}

#[test]
fn the_name_of_the_count_is_no_property_of_the_layer() {
    let named = r#"{"type":"Feature","properties":{"Feature_Count":7,"id":"x"},"geometry":{"type":"Point","coordinates":[1,2]}}"#;
    let collection = layer(&[named.to_owned()]);
    assert_eq!((count_name(&collection).as_str(), id_name(&collection).as_str()), ("_feature_count", "_id"));
    let drawn = drawn(&collection, Tile::default());
    assert_eq!((drawn[0].get("Feature_Count"), drawn[0].text("id")), (Some(&Said::Whole(7)), Some("x")));
}

#[test]
fn properties_are_typed_and_those_without_a_value_left_out() {
    let collection = cities::shared();
    for drawn in drawn(collection, Tile::default()) {
        let row = collection.find(drawn.text(&id_name(collection)).expect("an id")).expect("a row");
        assert_eq!(drawn.id, Some(u64::from(row) + 1));
        let plain = |(_, field): &(usize, &Field)| field.kind != FieldType::Json;
        for (at, field) in collection.schema.fields.iter().enumerate().filter(plain) {
            let wanted = match collection.value(row, at) {
                Value::Null => None,
                Value::Integer(number) => Some(Said::Whole(number)),
                Value::Number(number) => Some(Said::Number(number)),
                Value::Boolean(truth) => Some(Said::Truth(truth)),
                text => Some(Said::Text(text.plain().into_owned())),
            };
            assert_eq!(drawn.get(&field.name), wanted.as_ref(), "{}", field.name);
        }
        assert!(drawn.text("tags").is_some_and(|tags| tags.starts_with("[\"a\"")), "lists are their JSON");
    }
}

/// A star with a star-shaped hole: many concave corners to be cut.
fn star(x: f64, y: f64, size: f64) -> String {
    let ring = |scale: f64, turn: f64| {
        let corner = |i: u32| {
            let angle = turn * f64::from(i % 20) / 20.0 * std::f64::consts::TAU;
            let far = if i.is_multiple_of(2) { size } else { size * 0.45 } * scale;
            format!("[{:.6},{:.6}]", x + far * angle.cos(), y + far * angle.sin())
        };
        (0..=20).map(corner).collect::<Vec<String>>().join(",")
    };
    format!(r#"{{"type":"Polygon","coordinates":[[{}],[{}]]}}"#, ring(1.0, 1.0), ring(0.6, -1.0))
}

#[test]
fn clipped_areas_are_valid_wound_as_tiles_want_and_nothing_of_them_is_lost() {
    for (at, size) in [(0.0, 30.0), (1.7, 9.0), (20.0, 3.0), (-33.3, 40.0)] {
        let collection = layer(&[feature(&star(at, at / 2.0, size))]);
        let areas_at = |z: u8| {
            let [w, s, e, n] = collection.extent().expect("an extent");
            let own = Rect::new((0.0, 0.0), (f64::from(EXTENT), f64::from(EXTENT))).to_polygon();
            let mut sum = 0.0;
            for tile in all_within(z, tile_of(z, w, n), tile_of(z, e, s)) {
                for drawn in drawn(&collection, tile) {
                    let Geometry::MultiPolygon(areas) = drawn.geometry else { panic!("an area") };
                    assert!(areas.is_valid(), "{tile:?}: {:?}", areas.validation_errors());
                    sum += areas.intersection(&MultiPolygon(vec![own.clone()])).unsigned_area();
                }
            }
            sum / 4f64.powi(i32::from(z))
        };
        let whole = areas_at(5);
        for z in [2, 4, 6] {
            let seen = areas_at(z);
            assert!((seen / whole - 1.0).abs() < 0.03, "zoom {z}: {seen} of {whole}");
        }
    }
}

#[test]
fn what_is_too_small_to_be_drawn_is_drawn_as_the_smallest_thing_of_its_kind() {
    let speck = r#"{"type":"Polygon","coordinates":[[[10,10],[10.00001,10],[10.00001,10.00001],[10,10]]]}"#;
    let dash = r#"{"type":"LineString","coordinates":[[20,20],[20.00001,20.00001]]}"#;
    let mixed = r#"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,1]},{"type":"LineString","coordinates":[[0,0],[9,9]]}]}"#;
    let collection = layer(&[feature(speck), feature(dash), feature(mixed)]);
    let all = drawn(&collection, Tile::default());
    let kinds: Vec<(Option<u64>, &str)> = (all.iter())
        .map(|d| match &d.geometry {
            Geometry::MultiPoint(_) => (d.id, "point"),
            Geometry::MultiLineString(_) => (d.id, "line"),
            _ => (d.id, "area"),
        })
        .collect();
    assert_eq!(kinds, [(Some(1), "area"), (Some(2), "line"), (Some(3), "point"), (Some(3), "line")]);
    assert_eq!(counted(&collection, &all), 3);
}

#[test]
fn a_line_straight_in_degrees_is_bent_and_meets_itself_at_every_border() {
    let collection = layer(&[feature(r#"{"type":"LineString","coordinates":[[-80,-50],[20,60]]}"#)]);
    for z in [1, 3, 5] {
        // Where the line crosses between two columns, both tiles show it at one height.
        for column in 1..side(z) {
            let lon = f64::from(column) / f64::from(side(z)) * 360.0 - 180.0;
            if lon <= -79.0 || lon >= 19.0 {
                continue;
            }
            let lat = -50.0 + (lon + 80.0) * 1.1;
            for tile in [tile_of(z, lon - 1e-9, lat), tile_of(z, lon, lat)] {
                let [x, y] = tile.units(lon, lat);
                let near = drawn(&collection, tile).into_iter().any(|d| match d.geometry {
                    Geometry::MultiLineString(lines) => {
                        lines.iter().any(|line| Euclidean.distance(&Point::new(x, y), line) < 5.0)
                    }
                    _ => false,
                });
                assert!(near, "{tile:?} at {lon} {lat}");
            }
        }
    }
}

#[test]
fn a_tile_without_features_has_no_bytes_and_one_with_them_always_the_same() {
    let collection = layer(&[feature(r#"{"type":"Point","coordinates":[10,10]}"#)]);
    let empty = tile_of(4, -100.0, -40.0);
    assert!(mvt::tile(&collection, empty).is_empty());
    let tile = Tile::new(2, 1, 2).expect("a tile");
    let made = mvt::tile(cities::shared(), tile);
    assert!(made.len() > 1000);
    assert_eq!(made, mvt::tile(cities::shared(), tile));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_points_are_each_in_one_tile_of_any_zoom(
        z in 0u8..=16,
        points in prop::collection::vec((-180.0f64..=180.0, -85.0f64..=85.0), 1..40),
    ) {
        let features: Vec<String> = points
            .iter()
            .map(|(x, y)| feature(&format!(r#"{{"type":"Point","coordinates":[{x:.6},{y:.6}]}}"#)))
            .collect();
        let collection = layer(&features);
        // Positions are rounded to six decimals, which may move them to the next tile.
        let near = |n: f64| [n - 1e-6, n, n + 1e-6];
        let tiles: BTreeSet<Tile> = (points.iter())
            .flat_map(|(x, y)| near(*x).into_iter().flat_map(move |x| near(*y).map(|y| (x, y))))
            .map(|(x, y)| tile_of(z, x.clamp(-180.0, 180.0), y))
            .collect();
        let within = tiles.into_iter().flat_map(|tile| drawn(&collection, tile)).filter(is_within);
        prop_assert_eq!(within.count(), points.len());
    }
}
