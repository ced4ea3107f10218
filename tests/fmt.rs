//! `huella fmt` writes a file in one way, and loses nothing of it.

use huella::atlas::RecordFiles;
use huella::canonical::canonical;
use proptest::prelude::*;
use serde_json::{Map, Value};

fn json_files() -> impl Iterator<Item = (String, String)> {
    let files = RecordFiles::embedded();
    let all: Vec<_> = files.iter().map(|(file, text)| (file.to_owned(), text.to_owned())).collect();
    all.into_iter().filter(|(file, _)| !file.ends_with(".md"))
}

/// The same value with every object's members the other way round, and every number's text kept.
fn reversed(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let members: Map<String, Value> =
                members.into_iter().rev().map(|(k, v)| (k, reversed(v))).collect();
            Value::Object(members)
        }
        Value::Array(list) => Value::Array(list.into_iter().map(reversed).collect()),
        other => other,
    }
}

#[test]
fn the_record_stands_in_the_canonical_way() {
    for (file, text) in json_files() {
        assert!(canonical(&file, &text).expect("no fault") == text, "{file}: run `huella fmt geodata`");
    }
}

#[test]
fn keys_in_any_order_and_any_layout_become_the_same_text() {
    // How the colours were tested stands as it was written: no type knows its keys.
    for (file, text) in json_files().filter(|(file, _)| file != "layers.json") {
        let value: Value = serde_json::from_str(&text).expect("JSON");
        for other in [reversed(value.clone()).to_string(), format!("\n\t{value:#}\r\n")] {
            assert!(canonical(&file, &other).expect("no fault") == text, "{file}");
        }
    }
}

#[test]
fn the_bibliography_is_ordered_by_id() {
    let files = RecordFiles::embedded();
    for file in ["sources.json", "organisations.json"] {
        let text = files.get(file).expect("a file");
        let mut list: Vec<Value> = serde_json::from_str(text).expect("a list");
        list.reverse();
        assert!(canonical(file, &Value::Array(list).to_string()).expect("no fault") == text, "{file}");
    }
}

#[test]
fn what_says_only_what_is_understood_is_kept() {
    let files = RecordFiles::embedded();
    let file = "projects/jujuy-seguro.geojson";
    let text = files.get(file).expect("the project");
    let told = text.replacen("\"layer\":", "\"entry\": \"project\",\n  \"layer\":", 1);
    let written = canonical(file, &told).expect("no fault");
    assert!(written.contains("\"entry\": \"project\""));
    assert_eq!(canonical(file, &written).expect("no fault"), written);
}

#[test]
fn a_file_with_faults_of_shape_is_left_alone() {
    for text in [
        "[{]",
        "[{\"id\": \"a\", \"id\": \"a\", \"date\": \"2020\", \"reason\": {\"en\": \"r\"}}]",
        "[{\"colour\": 1}]",
    ] {
        let faults = canonical("withdrawn.json", text).expect_err("a fault");
        assert!(!faults.is_empty(), "{text}");
    }
}

proptest! {
    #[test]
    fn numbers_and_texts_stay_as_they_are(whole in any::<i64>(), float in any::<f64>(), note in "\\PC*") {
        prop_assume!(float.is_finite());
        let (number, note) = (format!("{float:e}"), Value::from(note).to_string());
        let text = format!(
            "{{\"families\":[],\"layers\":[],\"grounds\":[{whole},2.0,{{\"n\":{number}}}],\"colour_test\":{note}}}"
        );
        let written = canonical("layers.json", &text).expect("no fault");
        prop_assert!(written == canonical("layers.json", &written).expect("no fault"));
        let told = |wanted: &str| written.contains(wanted);
        prop_assert!(told(&format!(" {whole},")) && told(" 2.0,") && told(&format!(": {number}\n")), "{}", written);
        prop_assert!(told(&format!(": {note}\n")), "{}", written);
    }
}
