//! JSON Patch (RFC 6902) from one document to another, with what stood there before.

use serde::Serialize;
use serde_json::{Map, Value};

/// One step.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Operation {
    /// `add`, `remove` or `replace`.
    pub op: &'static str,
    /// Where (RFC 6901), in the document as the steps before have left it.
    pub path: String,
    /// What stood there; not a member of RFC 6902, which lets it pass.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Value>,
    /// What stands there now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
}

impl Operation {
    /// Something new.
    pub fn add(path: impl Into<String>, value: &Value) -> Operation {
        Operation { op: "add", path: path.into(), before: None, value: Some(value.clone()) }
    }

    /// Something gone.
    pub fn remove(path: impl Into<String>, before: &Value) -> Operation {
        Operation { op: "remove", path: path.into(), before: Some(before.clone()), value: None }
    }

    fn replace(path: &str, before: &Value, value: &Value) -> Operation {
        let (before, value) = (Some(before.clone()), Some(value.clone()));
        Operation { op: "replace", path: path.to_owned(), before, value }
    }
}

/// The steps from one document to another; none where both say the same. The order of an object's keys
/// says nothing.
pub fn between(before: &Value, after: &Value) -> Vec<Operation> {
    let mut steps = Vec::new();
    compare("", before, after, &mut steps);
    steps
}

fn compare(path: &str, before: &Value, after: &Value, steps: &mut Vec<Operation>) {
    match (before, after) {
        _ if before == after => {}
        (Value::Object(before), Value::Object(after)) => objects(path, before, after, steps),
        (Value::Array(before), Value::Array(after)) if holds_objects(before) && holds_objects(after) => {
            lists(path, before, after, steps);
        }
        // A list of words or a position is told whole: its single elements say too little.
        _ => steps.push(Operation::replace(path, before, after)),
    }
}

fn objects(path: &str, before: &Map<String, Value>, after: &Map<String, Value>, steps: &mut Vec<Operation>) {
    for (key, was) in before {
        let path = format!("{path}/{}", escaped(key));
        match after.get(key) {
            Some(is) => compare(&path, was, is, steps),
            None => steps.push(Operation::remove(path, was)),
        }
    }
    for (key, is) in after.iter().filter(|(key, _)| !before.contains_key(*key)) {
        steps.push(Operation::add(format!("{path}/{}", escaped(key)), is));
    }
}

/// RFC 6901, 3.
fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

fn holds_objects(list: &[Value]) -> bool {
    list.iter().all(Value::is_object)
}

/// More pairs than this are not compared: the list is told whole.
const MOST_PAIRS: usize = 4_000_000;

/// Elements that are the same thing in both lists are compared; what stands between them has gone or come.
fn lists(path: &str, before: &[Value], after: &[Value], steps: &mut Vec<Operation>) {
    if before.len().saturating_mul(after.len()) > MOST_PAIRS {
        let whole = |list: &[Value]| Value::Array(list.to_vec());
        steps.push(Operation::replace(path, &whole(before), &whole(after)));
        return;
    }
    let (mut was, mut is) = (0, 0);
    // Where the next element stands in the list as the steps so far have left it: what has been passed is
    // already as it will be.
    for (next_was, next_is) in common(before, after).into_iter().chain([(before.len(), after.len())]) {
        let (gone, come) = (next_was - was, next_is - is);
        let changed = if gone == come { gone } else { 0 };
        for at in 0..changed {
            compare(&format!("{path}/{}", is + at), &before[was + at], &after[is + at], steps);
        }
        for at in changed..gone {
            steps.push(Operation::remove(format!("{path}/{is}"), &before[was + at]));
        }
        for at in changed..come {
            steps.push(Operation::add(format!("{path}/{}", is + at), &after[is + at]));
        }
        if next_was < before.len() {
            compare(&format!("{path}/{next_is}"), &before[next_was], &after[next_is], steps);
        }
        (was, is) = (next_was + 1, next_is + 1);
    }
}

/// A longest common run of elements that are the same thing, as pairs of places, ascending in both.
fn common(before: &[Value], after: &[Value]) -> Vec<(usize, usize)> {
    let names = |list: &[Value]| -> Vec<String> { list.iter().map(name).collect() };
    let (was, is) = (names(before), names(after));
    // Lengths of the longest run from each pair of places on.
    let width = is.len() + 1;
    let mut lengths = vec![0u32; (was.len() + 1) * width];
    for i in (0..was.len()).rev() {
        for j in (0..is.len()).rev() {
            lengths[i * width + j] = if was[i] == is[j] {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let (mut pairs, mut i, mut j) = (Vec::new(), 0, 0);
    while i < was.len() && j < is.len() {
        if was[i] == is[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// What an element is known by: its id, else what tells an actor, an event, a figure or a statement from
/// others of its list; else all of it.
fn name(element: &Value) -> String {
    const KNOWN_BY: [&[&str]; 6] = [
        &["id"],
        &["title", "view"],
        &["organisation", "role"],
        &["measure", "unit", "as_of"],
        &["date", "kind"],
        &["speaker"],
    ];
    let by = KNOWN_BY.iter().find(|keys| element.get(keys[0]).is_some());
    match by {
        Some(keys) => {
            keys.iter().map(|key| format!("{}\n", element.get(*key).unwrap_or(&Value::Null))).collect()
        }
        None => element.to_string(),
    }
}
