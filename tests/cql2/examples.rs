//! The standard's examples (OGC 21-065r2), in text and in JSON: both mean the same, and each is written as it
//! was read.

use huella::query::cql2::Language;
use serde_json::Value;

#[test]
fn the_examples_of_the_standard_mean_in_text_what_they_mean_in_json() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../cases/cql2/examples.json")).expect("JSON");
    assert!(cases.len() > 45);
    for case in &cases {
        let (text, json) = (case["text"].as_str().expect("text"), &case["json"]);
        let from_text = Language::Text.read(text).unwrap_or_else(|fault| panic!("{text}: {fault}"));
        let from_json =
            Language::Json.read(&json.to_string()).unwrap_or_else(|fault| panic!("{json}: {fault}"));
        assert_eq!(from_text, from_json, "{text}");
        let again = Language::Text.read(&Language::Text.write(&from_json)).expect("what was written");
        assert_eq!(again, from_json, "{text}");
        let written: Value = serde_json::from_str(&Language::Json.write(&from_text)).expect("JSON");
        assert_eq!(Language::Json.read(&written.to_string()).expect("what was written"), from_json, "{text}");
    }
}

#[test]
fn precedence_is_that_of_the_grammar() {
    for (short, long) in [
        ("a = 1 OR b = 2 AND c = 3", "a = 1 OR (b = 2 AND c = 3)"),
        ("NOT a = 1 AND b = 2", "(NOT (a = 1)) AND b = 2"),
        ("NOT a = 1 OR b = 2", "(NOT (a = 1)) OR b = 2"),
        ("a + b * c = d", "(a + (b * c)) = d"),
        ("a - b - c = d", "((a - b) - c) = d"),
        ("a / b * c = d", "((a / b) * c) = d"),
        ("a * b ^ c = d", "(a * (b ^ c)) = d"),
        ("-2 ^ 2 = d", "((-2) ^ 2) = d"),
        ("a BETWEEN 1 AND 2 AND b = 3", "(a BETWEEN 1 AND 2) AND (b = 3)"),
        ("a = 1 and not b is null", "(a = 1) AND (NOT (b IS NULL))"),
        ("a not in (1,2)", "NOT (a IN (1, 2))"),
    ] {
        let read = |text: &str| Language::Text.read(text).unwrap_or_else(|fault| panic!("{text}: {fault}"));
        assert_eq!(read(short), read(long), "{short}");
    }
    let other = Language::Text.read("(a = 1 OR b = 2) AND c = 3").expect("a filter");
    assert_ne!(other, Language::Text.read("a = 1 OR b = 2 AND c = 3").expect("a filter"));
}
