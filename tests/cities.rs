//! A made-up layer of many places, for promises about searching: points, lines, areas, features without
//! a place, properties of every type.

use std::path::Path;
use std::sync::OnceLock;

use huella::collection::{Collection, OwnLayer};

/// A file of features made by a fixed rule.
pub fn text(features: usize) -> String {
    let mut state: u64 = 42;
    let mut next = move |below: u64| {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 33) % below
    };
    let mut all = Vec::with_capacity(features);
    for n in 0..features {
        let (x, y) = (next(3600) as f64 / 10.0 - 180.0, next(1700) as f64 / 10.0 - 85.0);
        let (w, h) = (next(50) as f64 / 10.0, next(50) as f64 / 10.0);
        let (x2, y2) = ((x + w).min(180.0), (y + h).min(90.0));
        let geometry = match next(10) {
            0 => "null".to_owned(),
            1 => format!(r#"{{"type":"LineString","coordinates":[[{x},{y}],[{x2},{y2}]]}}"#),
            2 => format!(
                r#"{{"type":"Polygon","coordinates":[[[{x},{y}],[{x2},{y}],[{x2},{y2}],[{x},{y}]]]}}"#
            ),
            _ => format!(r#"{{"type":"Point","coordinates":[{x},{y}]}}"#),
        };
        let value = if next(5) == 0 { "null".to_owned() } else { next(40).to_string() };
        let day = format!("20{:02}-{:02}-{:02}", next(25), next(12) + 1, next(28) + 1);
        let (word, share, big) = (next(30), next(1000) as f64 / 8.0, next(2) == 0);
        all.push(format!(
            r#"{{"type":"Feature","id":"f{n}","geometry":{geometry},"properties":{{"word":"w {word}","value":{value},"share":{share},"day":"{day}","big":{big},"tags":["a", {n}]}}}}"#
        ));
    }
    format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}", all.join(",\n"))
}

/// Two thousand of them, with `day` as their time.
pub fn shared() -> &'static Collection {
    static SHARED: OnceLock<Collection> = OnceLock::new();
    SHARED.get_or_init(|| {
        let layer =
            OwnLayer::new("made-up", Path::new("made-up.geojson"), Some("day".to_owned())).expect("a layer");
        layer.read(text(2000).into_bytes()).expect("a collection")
    })
}
