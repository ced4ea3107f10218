//! A text that is there says something.

use serde_json::Value;

use crate::atlas::{Fault, RecordFiles};

/// Refuses a text by language that is empty or begins or ends with a space, in any file.
pub fn texts(files: &RecordFiles, faults: &mut Vec<Fault>) {
    for (file, text) in files.iter().filter(|(file, _)| !file.ends_with(".md")) {
        if let Ok(value) = serde_json::from_str::<Value>(text) {
            walk(file, "", &value, faults);
        }
    }
}

fn walk(file: &str, pointer: &str, value: &Value, faults: &mut Vec<Fault>) {
    match value {
        Value::Object(members) => {
            let by_language = members.contains_key("en");
            for (key, member) in members {
                let pointer = format!("{pointer}/{key}");
                match member {
                    Value::String(text) if by_language => says_something(file, pointer, text, faults),
                    _ => walk(file, &pointer, member, faults),
                }
            }
        }
        Value::Array(elements) => {
            for (i, element) in elements.iter().enumerate() {
                walk(file, &format!("{pointer}/{i}"), element, faults);
            }
        }
        _ => {}
    }
}

fn says_something(file: &str, pointer: String, text: &str, faults: &mut Vec<Fault>) {
    if text.trim().is_empty() {
        faults.push(Fault::new(file, pointer, "this text is empty", "write it, or leave the language out"));
    } else if text.trim() != text {
        let remedy = "remove the space at its beginning or end";
        faults.push(Fault::new(file, pointer, "this text begins or ends with a space", remedy));
    }
}
