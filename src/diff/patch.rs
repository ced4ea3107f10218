//! JSON Patch (RFC 6902) from one document to another, with what stood there before.

use serde::Serialize;
use serde_json::{Map, Value};

use super::align::{self, Step};

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

/// Elements that are the same thing in both lists are compared; all others have gone or come.
fn lists(path: &str, before: &[Value], after: &[Value], steps: &mut Vec<Operation>) {
    let Some(alignment) = align::lists(before, after) else {
        let whole = |list: &[Value]| Value::Array(list.to_vec());
        steps.push(Operation::replace(path, &whole(before), &whole(after)));
        return;
    };
    // Where the next element stands in the list as the steps so far have left it: what has been passed is
    // already as it will be.
    let mut at = 0;
    for step in alignment {
        match step {
            Step::Same(was, is) => compare(&format!("{path}/{at}"), was, is, steps),
            Step::Gone(was) => {
                steps.push(Operation::remove(format!("{path}/{at}"), was));
                continue;
            }
            Step::Come(is) => steps.push(Operation::add(format!("{path}/{at}"), is)),
        }
        at += 1;
    }
}
