//! A broken change of the record is refused with file, pointer, line, reason and remedy.

mod files;
mod places;
mod shape;
mod stories;
mod values;
mod words;

use huella::atlas::{Fault, RecordFiles};
use huella::check::{Checked, check};
use serde_json::Value;

/// A change of one place of the real record.
struct Change {
    file: &'static str,
    pointer: &'static str,
    /// None takes the place away.
    to: Option<Value>,
}

/// What must be told about it.
struct Told {
    file: &'static str,
    pointer: &'static str,
    reason: &'static str,
    remedy: &'static str,
    /// A piece of the line that is pointed at.
    line: &'static str,
}

const JUJUY: &str = "projects/jujuy-seguro.geojson";

fn set(file: &'static str, pointer: &'static str, to: Value) -> Change {
    Change { file, pointer, to: Some(to) }
}

fn remove(file: &'static str, pointer: &'static str) -> Change {
    Change { file, pointer, to: None }
}

fn told(
    file: &'static str,
    pointer: &'static str,
    reason: &'static str,
    remedy: &'static str,
    line: &'static str,
) -> Told {
    Told { file, pointer, reason, remedy, line }
}

fn changed(changes: Vec<Change>) -> RecordFiles {
    let mut files = RecordFiles::embedded();
    for change in changes {
        let mut value: Value = serde_json::from_str(files.get(change.file).expect("a file")).expect("JSON");
        let (parent, key) = change.pointer.rsplit_once('/').expect("a pointer");
        match (value.pointer_mut(parent).expect("a place"), change.to) {
            (Value::Object(members), Some(to)) => {
                members.insert(key.to_owned(), to);
            }
            (Value::Object(members), None) => {
                members.shift_remove(key).expect("a member");
            }
            (Value::Array(list), Some(to)) => match key.parse::<usize>().expect("an index") {
                at if at < list.len() => list[at] = to,
                _ => list.push(to),
            },
            (Value::Array(list), None) => {
                list.remove(key.parse::<usize>().expect("an index"));
            }
            _ => panic!("{} has no place {}", change.file, change.pointer),
        }
        files.put(change.file, serde_json::to_string_pretty(&value).expect("JSON"));
    }
    files
}

fn checked(files: &RecordFiles) -> Checked {
    check(files).expect("base map and signs")
}

/// All of `expected` is told, each at its line, and nothing else.
fn refuses(changes: Vec<Change>, expected: &[Told]) {
    let files = changed(changes);
    let faults = checked(&files).faults;
    for told in expected {
        let here = |f: &&Fault| f.file == told.file && f.pointer == told.pointer;
        let found: Vec<&Fault> = faults.iter().filter(here).collect();
        let fault = found.iter().find(|f| f.reason.contains(told.reason)).unwrap_or_else(|| {
            panic!("nothing says `{}` at {} {}; told: {faults:#?}", told.reason, told.file, told.pointer)
        });
        assert!(fault.remedy.contains(told.remedy), "{fault:#?}");
        let line = files.get(told.file).expect("a file").lines().nth(fault.line.expect("a line") - 1);
        assert!(line.expect("that line").contains(told.line), "{fault:#?} shows {line:?}");
    }
    assert_eq!(faults.len(), expected.len(), "{faults:#?}");
}
