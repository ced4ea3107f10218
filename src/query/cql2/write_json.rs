//! Writes a tree as CQL2 JSON.

use serde_json::{Value, json};

use super::{Expr, Node};

/// The filter as JSON.
pub fn write(node: &Node) -> Value {
    match &node.expr {
        Expr::Property(name) => json!({"property": name}),
        Expr::Text(text) => json!(text),
        Expr::Integer(number) => json!(number),
        Expr::Number(number) => json!(number),
        Expr::Boolean(truth) => json!(truth),
        Expr::Date(day) => json!({"date": day.to_string()}),
        Expr::Moment(moment) => json!({"timestamp": moment.to_string()}),
        Expr::Open => json!(".."),
        Expr::Interval(ends) => json!({"interval": ends.iter().map(end).collect::<Vec<Value>>()}),
        Expr::Bbox(numbers) => json!({"bbox": numbers}),
        Expr::Geometry(geometry) => {
            let mut text = Vec::new();
            geometry.write_json(&mut text);
            serde_json::from_slice(&text).unwrap_or_default()
        }
        Expr::Array(elements) => elements.iter().map(write).collect(),
        Expr::Call(op, arguments) => {
            json!({"op": op.name(), "args": arguments.iter().map(write).collect::<Vec<Value>>()})
        }
    }
}

/// Days and moments are bare texts here.
fn end(node: &Node) -> Value {
    match &node.expr {
        Expr::Date(day) => json!(day.to_string()),
        Expr::Moment(moment) => json!(moment.to_string()),
        _ => write(node),
    }
}
