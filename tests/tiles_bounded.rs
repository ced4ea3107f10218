//! However large or jagged one's own data are, a tile of them is made in bounded time and with bounded bytes, and
//! still loses nothing.

use std::f64::consts::TAU;
use std::fmt::Write;
use std::path::Path;

use geo_types::Geometry;
use huella::collection::{Collection, OwnLayer};
use huella::format::mvt;
use huella::query::Tile;

use crate::vector_tile::{self, Drawn, Said};

fn layer(features: impl IntoIterator<Item = (&'static str, Vec<(f64, f64)>)>) -> Collection {
    let mut file = "{\"type\":\"FeatureCollection\",\"features\":[".to_owned();
    for (at, (kind, path)) in features.into_iter().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        let path: Vec<String> = path.iter().map(|(x, y)| format!("[{x:.6},{y:.6}]")).collect();
        let path = path.join(",");
        let path = if kind == "Polygon" { format!("[[{path}]]") } else { format!("[{path}]") };
        let geometry = format!(r#"{{"type":"{kind}","coordinates":{path}}}"#);
        write!(file, r#"{comma}{{"type":"Feature","properties":{{"n":{at}}},"geometry":{geometry}}}"#)
            .expect("text");
    }
    file.push_str("]}");
    let layer = OwnLayer::new("huge", Path::new("huge.geojson"), None).expect("a layer");
    layer.read(file.into_bytes()).expect("a collection")
}

fn world(collection: &Collection) -> (usize, Vec<Drawn>) {
    let tile = mvt::tile(collection, Tile::default());
    let drawn = vector_tile::read(&tile).remove(0).features;
    (tile.len(), drawn)
}

/// Spread evenly, and always the same.
fn noise(at: usize) -> f64 {
    (at as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_shr(40) as f64 / f64::from(1 << 24)
}

#[test]
fn a_ring_that_crosses_itself_everywhere_is_one_area_of_a_bounded_tile() {
    const COUNT: usize = 100_000;
    let ring = (0..=COUNT).map(|at| {
        let (angle, far) = (at as f64 / COUNT as f64 * TAU, 40.0 + 30.0 * noise(at % COUNT));
        (1.5 * far * angle.cos(), far * angle.sin())
    });
    let jagged = layer([("Polygon", ring.collect())]);
    let (bytes, drawn) = world(&jagged);
    assert_eq!(drawn.len(), 1);
    assert!(matches!(drawn[0].geometry, Geometry::MultiPolygon(_)));
    assert!(bytes < 200_000, "{bytes}");
    // Nearer the spikes are longer than a tile is wide.
    let near = vector_tile::read(&mvt::tile(&jagged, Tile::new(3, 3, 2).expect("a tile"))).remove(0).features;
    assert!(matches!(near[0].geometry, Geometry::MultiPolygon(_)));
}

#[test]
fn a_line_whose_every_position_stands_out_from_the_rest_is_simplified_nonetheless() {
    // Each position is the farthest from the line between the ends of what is left: one level a position.
    const COUNT: usize = 21_000;
    let line = (0..COUNT).map(|at| {
        let left = (COUNT - at) as f64 / COUNT as f64;
        (at as f64 / COUNT as f64 * 100.0, if at % 2 == 0 { 10.0 * left } else { -10.0 * left })
    });
    let (bytes, drawn) = world(&layer([("LineString", line.collect())]));
    assert_eq!(drawn.len(), 1);
    assert!(bytes < 100_000, "{bytes}");
}

#[test]
fn of_more_large_features_than_anybody_could_see_those_in_one_place_become_one() {
    const COUNT: usize = 25_000;
    let lines = (0..COUNT).map(|at| {
        let (x, y) = (300.0 * noise(at) - 170.0, 120.0 * noise(at + COUNT) - 70.0);
        ("LineString", vec![(x, y), (x + 40.0, y + 10.0), (x + 5.0, y + 15.0)])
    });
    let (_, drawn) = world(&layer(lines));
    assert!(drawn.len() <= 1_000, "{}", drawn.len());
    let counts = drawn.iter().map(|one| match one.get("feature_count") {
        Some(Said::Whole(count)) => usize::try_from(*count).expect("a count"),
        _ => 1,
    });
    assert_eq!(counts.sum::<usize>(), COUNT);
}
