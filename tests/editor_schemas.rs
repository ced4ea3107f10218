//! The schemas beside the record are those of the program's types, with the words of the vocabulary.

use std::fs;
use std::path::Path;

use huella::atlas::{RecordFiles, load};
use huella::editor_schemas::schemas;
use serde_json::{Value, json};

fn current() -> Vec<(&'static str, String)> {
    let written = load::written(&RecordFiles::embedded());
    schemas(&written.vocabulary.expect("a vocabulary"), &written.layers.expect("layers"))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_committed_schemas_are_current() {
    let folder = root().join("geodata/schemas");
    let mut committed: Vec<String> = fs::read_dir(&folder)
        .expect("geodata/schemas")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    committed.sort();
    let names: Vec<&str> = current().iter().map(|(name, _)| *name).collect();
    assert_eq!(committed, names);
    for (name, text) in current() {
        let there = fs::read_to_string(folder.join(name)).expect("a schema");
        assert!(there == text, "{name} is not current: run `huella schema geodata`");
    }
}

#[test]
fn the_words_of_the_vocabulary_are_offered() {
    let schemas = current();
    let (_, text) = schemas.iter().find(|(name, _)| *name == "project.schema.json").expect("projects");
    let schema: Value = serde_json::from_str(text).expect("JSON");
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let offered =
        |pointer: &str| schema.pointer(&format!("/$defs/{pointer}/enum")).cloned().unwrap_or_default();
    assert_eq!(offered("Claim/properties/stance"), json!(["concern", "support", "denial", "neutral"]));
    assert_eq!(offered("Project/properties/layer").as_array().map(Vec::len), Some(12));
    for place in ["Actor/properties/role", "Event/properties/kind", "SiteProperties/properties/kind"] {
        assert!(offered(place).as_array().is_some_and(|words| words.len() > 5), "{place}");
    }
    let rules = schema.pointer("/$defs/Quantity/allOf").and_then(Value::as_array).expect("rules of units");
    let money = rules.iter().find(|rule| {
        let of = rule.pointer("/if/properties/measure/enum").and_then(Value::as_array);
        of.is_some_and(|measures| measures.contains(&json!("contract-value")))
    });
    let units = money.and_then(|rule| rule.pointer("/then/properties/unit/enum")).expect("units of money");
    assert!(
        units.as_array().is_some_and(|units| units.contains(&json!("USD")) && !units.contains(&json!("MW")))
    );
}

#[test]
fn editors_are_told_of_every_schema() {
    for settings in [".vscode/settings.json", ".zed/settings.json"] {
        let text = fs::read_to_string(root().join(settings)).expect(settings);
        for (name, _) in current() {
            assert!(text.contains(&format!("geodata/schemas/{name}")), "{settings} does not name {name}");
        }
    }
}
