//! A key stands once.

use std::collections::BTreeSet;

use jsonc_parser::ast::Value;

use super::locate::Located;
use crate::atlas::{Fault, RecordFiles};

/// Refuses an object with the same key twice: which of the two is read would be chance.
pub fn keys(files: &RecordFiles, faults: &mut Vec<Fault>) {
    for (file, text) in files.iter().filter(|(file, _)| !file.ends_with(".md")) {
        of_file(file, text, faults);
    }
}

/// The same for one file.
pub fn of_file(file: &str, text: &str, faults: &mut Vec<Fault>) {
    if let Some(located) = Located::parse(text) {
        walk(file, "", located.root(), &located, faults);
    }
}

fn walk(file: &str, pointer: &str, value: &Value, located: &Located, faults: &mut Vec<Fault>) {
    match value {
        Value::Object(object) => {
            let mut seen = BTreeSet::new();
            for member in &object.properties {
                let key = member.name.as_str();
                let pointer = format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
                if !seen.insert(key) {
                    let (line, column) = located.line_and_column(member.range.start);
                    let reason = format!("the key `{key}` stands twice");
                    faults.push(Fault::new(file, &pointer, reason, "remove one of the two").at(line, column));
                }
                walk(file, &pointer, &member.value, located, faults);
            }
        }
        Value::Array(list) => {
            for (i, element) in list.elements.iter().enumerate() {
                walk(file, &format!("{pointer}/{i}"), element, located, faults);
            }
        }
        _ => {}
    }
}
