//! Where the two differ by what each says of itself; docs/filtering.md tells it in words.

use serde_json::Value;

/// Why a filter may find different features; none where it may not.
pub fn reason(filter: &Value) -> Option<&'static str> {
    match filter {
        Value::Array(parts) => parts.iter().find_map(reason),
        Value::Object(of) => here(filter).or_else(|| of.values().find_map(reason)),
        _ => None,
    }
}

fn here(filter: &Value) -> Option<&'static str> {
    let second = &filter["args"][1];
    match filter["op"].as_str()? {
        "div" => Some("it writes `div` as a function; in the grammar it stands between two numbers"),
        "/" | "%" => Some("what is divided by zero has no value for us, and is infinite or no number for it"),
        "^" => Some("what is too large for a number has no value for us, and is infinite for it"),
        op if !op.starts_with("t_") => None,
        _ if second.get("timestamp").is_some() => {
            Some("beside a moment, it takes the date of a feature for its first moment and we for a day")
        }
        "t_meets" | "t_metBy" if second.get("date").is_some() => Some(
            "of two days it says that none meets any, and we that each meets itself: the relation is of intervals",
        ),
        _ => None,
    }
}
