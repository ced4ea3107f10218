//! CSV that a spreadsheet opens without harm and a program reads back without loss.

use huella::collection::OwnLayer;
use huella::format::{Format, csv::Csv};
use proptest::prelude::*;

use crate::flat_files::catalogue;
use crate::formats_page::records;

/// The text that stands in a guarded cell.
pub fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) => {
            rest
        }
        _ => cell,
    }
}

fn layer(features: &serde_json::Value) -> huella::collection::Collection {
    let layer = OwnLayer::new("mine", std::path::Path::new("mine.geojson"), None).expect("a layer");
    let file = serde_json::json!({"type": "FeatureCollection", "features": features});
    layer.read(file.to_string().into_bytes()).map_err(|fault| fault.reason).expect("it is read")
}

#[test]
fn every_file_has_the_columns_of_the_schema_and_a_line_a_feature() {
    for collection in &catalogue().collections {
        let lines = records(&Csv.file(collection).expect("a file"));
        let mut names: Vec<&str> = collection.schema.fields.iter().map(|f| f.name.as_str()).collect();
        names.extend(["lon", "lat", "wkt"]);
        assert_eq!(lines[0], names, "{}", collection.id());
        assert_eq!(lines.len(), collection.len() + 1);
        for (row, line) in lines[1..].iter().enumerate() {
            for (at, cell) in line[..collection.schema.fields.len()].iter().enumerate() {
                assert_eq!(unguarded(cell), collection.value(row as u32, at).plain(), "{}", names[at]);
            }
            let place = &line[names.len() - 3..];
            let nowhere = collection.features.geometry(row as u32) == b"null";
            assert_eq!(place[2].is_empty(), nowhere);
            if let Some(at) = place[2].strip_prefix("POINT (") {
                assert_eq!(at.trim_end_matches(')').replace(' ', ","), place[..2].join(","));
            }
        }
    }
}

#[test]
fn an_empty_layer_still_has_its_columns() {
    let none = layer(&serde_json::json!([]));
    assert_eq!(&Csv.file(&none).expect("a file")[..], b"id,lon,lat,wkt\r\n");
}

#[test]
fn lists_own_ids_and_heights_are_kept() {
    let features = serde_json::json!([{
        "type": "Feature", "id": 7, "geometry": {"type": "Point", "coordinates": [-65.3, -24.19, 1200.5]},
        "properties": {"id": "mine", "tags": ["a", {"b": 1}], "empty": "", "none": null, "wkt": 1},
    }]);
    let text = String::from_utf8(Csv.file(&layer(&features)).expect("a file").to_vec()).expect("UTF-8");
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("_id,id,tags,empty,none,wkt,lon,lat,_wkt"));
    assert_eq!(
        lines.next(),
        Some("7,mine,\"[\"\"a\"\",{\"\"b\"\":1}]\",\"\",,1,-65.3,-24.19,POINT Z (-65.3 -24.19 1200.5)")
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_cell_begins_like_a_formula_and_each_text_comes_back(texts in prop::collection::vec("['=+@\\-\t\r\n\"',; aé中]{0,6}", 1..8)) {
        let features: Vec<_> = texts.iter().map(|text| serde_json::json!({
            "type": "Feature", "geometry": null, "properties": {"text": text, "word": "a"},
        })).collect();
        let bytes = Csv.file(&layer(&serde_json::json!(features))).expect("a file");
        let lines = records(&bytes);
        for (line, text) in lines[1..].iter().zip(&texts) {
            prop_assert!(!line[1].starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{:?}", line[1]);
            prop_assert_eq!(unguarded(&line[1]), text);
        }
    }
}
