//! Reads CQL2 JSON (OGC 21-065r2, Annex A).

use serde_json::{Map, Value};

use super::tree::too_deep;
use super::{At, Expr, Fault, LONGEST, MOST_DEEP, Node, Op, literal, shape};
use crate::collection::geometry::{Geometry, Position};

/// The tree of a JSON text.
pub fn read(text: &str) -> Result<Node, Fault> {
    let root = At::Pointer(String::new());
    if text.len() > LONGEST {
        let reason = format!("a filter has at most {LONGEST} bytes; this one has {}", text.len());
        return Err(Fault::new(&root, reason));
    }
    // serde_json reads no deeper than 128 levels, so that no text makes the stack grow.
    let value: Value = serde_json::from_str(text)
        .map_err(|fault| Fault::new(&root, format!("this is no JSON that can be read: {fault}")))?;
    node(&value, String::new(), 0)
}

fn node(value: &Value, pointer: String, depth: usize) -> Result<Node, Fault> {
    let at = At::Pointer(pointer.clone());
    if depth > 2 * MOST_DEEP {
        return Err(too_deep(&at));
    }
    let expr = match value {
        Value::Bool(truth) => Expr::Boolean(*truth),
        Value::String(text) => Expr::Text(text.clone()),
        Value::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => Expr::Integer(whole),
            (None, Some(number)) if number.is_finite() => Expr::Number(number),
            _ => return Err(Fault::new(&at, "this number is too large")),
        },
        Value::Null => {
            return Err(Fault::new(&at, "null is no value to compare with; use {\"op\": \"isNull\", …}"));
        }
        Value::Array(values) => return Node::array(nodes(values, &pointer, depth)?, at),
        Value::Object(members) => return object(members, value, pointer, depth),
    };
    Ok(Node::leaf(expr, at))
}

fn nodes(values: &[Value], pointer: &str, depth: usize) -> Result<Vec<Node>, Fault> {
    let each = values.iter().enumerate();
    each.map(|(n, value)| node(value, format!("{pointer}/{n}"), depth + 1)).collect()
}

const KINDS: [&str; 7] = ["op", "property", "date", "timestamp", "interval", "bbox", "type"];

fn object(members: &Map<String, Value>, value: &Value, pointer: String, depth: usize) -> Result<Node, Fault> {
    let at = At::Pointer(pointer.clone());
    let Some(kind) = KINDS.into_iter().find(|kind| members.contains_key(*kind)) else {
        let fault = Fault::new(&at, "an object with one of these members was expected");
        let given = members.keys().next().map_or("", String::as_str);
        return Err(fault.allowed(given, KINDS));
    };
    let member = &members[kind];
    let inside = At::Pointer(format!("{pointer}/{kind}"));
    let text = || member.as_str().ok_or_else(|| Fault::new(&inside, "a text was expected"));
    let expr = match kind {
        "op" => return call(text()?, members, pointer, depth),
        "property" => Expr::Property(text()?.to_owned()),
        "date" => literal::day(text()?).map_err(|reason| Fault::new(&inside, reason))?,
        "timestamp" => literal::moment(text()?).map_err(|reason| Fault::new(&inside, reason))?,
        "interval" => {
            let [start, end] = member.as_array().map_or(&[][..], Vec::as_slice) else {
                return Err(Fault::new(&inside, "an interval is a list of two ends"));
            };
            let read = |value, n| instant(value, format!("{pointer}/interval/{n}"), depth);
            Expr::Interval(Box::new([read(start, 0)?, read(end, 1)?]))
        }
        "bbox" => {
            let numbers: Option<Vec<f64>> =
                member.as_array().and_then(|all| all.iter().map(Value::as_f64).collect());
            let numbers = numbers.ok_or_else(|| Fault::new(&inside, "a list of numbers was expected"))?;
            shape::check_box(&numbers).map_err(|reason| Fault::new(&inside, reason))?;
            Expr::Bbox(numbers)
        }
        _ => {
            let geometry = geometry(value, &pointer, depth)?;
            shape::check(&geometry).map_err(|reason| Fault::new(&at, reason))?;
            Expr::Geometry(geometry)
        }
    };
    Ok(Node::leaf(expr, at))
}

/// One end of an interval.
fn instant(value: &Value, pointer: String, depth: usize) -> Result<Node, Fault> {
    let at = At::Pointer(pointer.clone());
    match value {
        Value::String(text) => {
            let expr = literal::instant(text).map_err(|reason| Fault::new(&at, reason))?;
            Ok(Node::leaf(expr, at))
        }
        other => node(other, pointer, depth + 1),
    }
}

fn call(name: &str, members: &Map<String, Value>, pointer: String, depth: usize) -> Result<Node, Fault> {
    let inside = At::Pointer(format!("{pointer}/op"));
    let Some(op) = Op::named(name) else {
        let names = Op::all().map(Op::name);
        return Err(Fault::new(&inside, format!("there is no operator `{name}`")).allowed(name, names));
    };
    let inside = At::Pointer(format!("{pointer}/args"));
    let Some(Value::Array(values)) = members.get("args") else {
        return Err(Fault::new(&inside, format!("`{name}` needs `args`, a list of its arguments")));
    };
    let arguments = nodes(values, &format!("{pointer}/args"), depth)?;
    Node::call(op, arguments, At::Pointer(pointer))
}

/// A GeoJSON geometry.
fn geometry(value: &Value, pointer: &str, depth: usize) -> Result<Geometry, Fault> {
    let at = At::Pointer(pointer.to_owned());
    if depth > MOST_DEEP {
        return Err(too_deep(&at));
    }
    let kind = value["type"].as_str().unwrap_or_default();
    let coordinates = &value["coordinates"];
    let read = match kind {
        "Point" => position(coordinates).map(Geometry::Point),
        "MultiPoint" => line(coordinates).map(Geometry::MultiPoint),
        "LineString" => line(coordinates).map(Geometry::LineString),
        "MultiLineString" => lines(coordinates).map(Geometry::MultiLineString),
        "Polygon" => lines(coordinates).map(Geometry::Polygon),
        "MultiPolygon" => each(coordinates, lines).map(Geometry::MultiPolygon),
        "GeometryCollection" => {
            let Some(parts) = value["geometries"].as_array().filter(|parts| !parts.is_empty()) else {
                let inside = At::Pointer(format!("{pointer}/geometries"));
                return Err(Fault::new(&inside, "a list of geometries was expected"));
            };
            let parts = parts.iter().enumerate();
            let parts: Result<Vec<Geometry>, Fault> = parts
                .map(|(n, part)| geometry(part, &format!("{pointer}/geometries/{n}"), depth + 1))
                .collect();
            return Ok(Geometry::Collection(parts?));
        }
        _ => {
            const TYPES: [&str; 7] = [
                "Point",
                "LineString",
                "Polygon",
                "MultiPoint",
                "MultiLineString",
                "MultiPolygon",
                "GeometryCollection",
            ];
            let inside = At::Pointer(format!("{pointer}/type"));
            return Err(Fault::new(&inside, "a type of GeoJSON geometry was expected").allowed(kind, TYPES));
        }
    };
    let inside = At::Pointer(format!("{pointer}/coordinates"));
    read.ok_or_else(|| Fault::new(&inside, format!("these are no coordinates of a {kind}")))
}

fn each<T>(value: &Value, part: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    value.as_array().filter(|all| !all.is_empty())?.iter().map(part).collect()
}

fn lines(value: &Value) -> Option<Vec<Vec<Position>>> {
    each(value, line)
}

fn line(value: &Value) -> Option<Vec<Position>> {
    each(value, position)
}

fn position(value: &Value) -> Option<Position> {
    let numbers: Option<Vec<f64>> = value.as_array()?.iter().map(Value::as_f64).collect();
    match *numbers?.as_slice() {
        [x, y] => Some(Position { x, y, z: None }),
        [x, y, z] => Some(Position { x, y, z: Some(z) }),
        _ => None,
    }
}
