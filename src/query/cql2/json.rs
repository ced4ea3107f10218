//! Reads CQL2 JSON (OGC 21-065r2, Annex A).

use serde_json::{Map, Value};

use super::tree::too_deep;
use super::unique::Unique;
use super::{At, Expr, Fault, LONGEST, MOST_DEEP, Node, Op, SHORT_ENOUGH, literal, shape};
use crate::collection::geometry::{Geometry, Position};

/// The tree of a JSON text.
pub fn read(text: &str) -> Result<Node, Fault> {
    let root = At::Pointer(String::new());
    if text.len() > LONGEST {
        let reason = format!("a filter has at most {LONGEST} bytes; this one has {}", text.len());
        return Err(Fault::new(&root, reason).allowed("", [SHORT_ENOUGH]));
    }
    // serde_json reads no deeper than 128 levels, so that no text makes the stack grow.
    let Unique(value) =
        serde_json::from_str(text).map_err(|fault| match text.trim_start().starts_with('{') {
            true => Fault::new(&root, format!("this is no JSON that can be read: {fault}")).forms([EXAMPLE]),
            false => {
                let reason = "this is no JSON; a filter that is text comes with `filter-lang=cql2-text`";
                Fault::new(&root, reason).forms([EXAMPLE])
            }
        })?;
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
            _ => return Err(Fault::new(&at, "this number is too large").forms(["1.5", "1e308"])),
        },
        Value::Null => {
            let fault = Fault::new(&at, "null is no value to compare with; use {\"op\": \"isNull\", …}");
            return Err(fault.forms(["IS NULL"]));
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

/// What an object may be, by the member that says so, and what else stands in it. A GeoJSON geometry may have a
/// `bbox` of its own.
const KINDS: [(&str, &[&str]); 7] = [
    ("op", &["op", "args"]),
    ("property", &["property"]),
    ("date", &["date"]),
    ("timestamp", &["timestamp"]),
    ("interval", &["interval"]),
    ("type", &["type", "coordinates", "geometries", "bbox"]),
    ("bbox", &["bbox"]),
];
/// A filter.
const EXAMPLE: &str = "name = 'text'";

fn object(members: &Map<String, Value>, value: &Value, pointer: String, depth: usize) -> Result<Node, Fault> {
    let at = At::Pointer(pointer.clone());
    let Some((kind, known)) = KINDS.into_iter().find(|(kind, _)| members.contains_key(*kind)) else {
        let fault = Fault::new(&at, "an object with one of these members was expected");
        let given = members.keys().next().map_or("", String::as_str);
        return Err(fault.allowed(given, KINDS.map(|(kind, _)| kind)));
    };
    if let Some(other) = members.keys().find(|name| !known.contains(&name.as_str())) {
        let reason = format!("beside `{kind}` there is no member `{other}`");
        return Err(Fault::new(&at, reason).allowed(other, known.iter().copied()));
    }
    let member = &members[kind];
    let inside = At::Pointer(format!("{pointer}/{kind}"));
    let text = || {
        let fault = || Fault::new(&inside, "a text was expected").forms(["'text'"]);
        member.as_str().ok_or_else(fault)
    };
    let expr = match kind {
        "op" => return call(text()?, members, pointer, depth),
        "property" => Expr::Property(text()?.to_owned()),
        "date" => {
            literal::day(text()?).map_err(|reason| Fault::new(&inside, reason).allowed("", [literal::DAY]))?
        }
        "timestamp" => literal::moment(text()?)
            .map_err(|reason| Fault::new(&inside, reason).allowed("", [literal::MOMENT]))?,
        "interval" => {
            let [start, end] = member.as_array().map_or(&[][..], Vec::as_slice) else {
                let fault = Fault::new(&inside, "an interval is a list of two ends");
                return Err(fault.forms(["INTERVAL('2019-01-01', '..')"]));
            };
            let read = |value, n| instant(value, format!("{pointer}/interval/{n}"), depth);
            Expr::Interval(Box::new([read(start, 0)?, read(end, 1)?]))
        }
        "bbox" => {
            let numbers: Option<Vec<f64>> =
                member.as_array().and_then(|all| all.iter().map(Value::as_f64).collect());
            let fault = |reason: String| Fault::new(&inside, reason).forms([literal::BOX]);
            let numbers = numbers.ok_or_else(|| fault("a list of numbers was expected".to_owned()))?;
            shape::check_box(&numbers).map_err(fault)?;
            Expr::Bbox(numbers)
        }
        _ => {
            let geometry = geometry(value, &pointer, depth)?;
            shape::check(&geometry).map_err(|reason| Fault::new(&at, reason).forms(literal::SHAPES))?;
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
            let expr =
                literal::instant(text).map_err(|reason| Fault::new(&at, reason).forms(literal::ENDS))?;
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
        let fault = Fault::new(&inside, format!("`{name}` needs `args`, a list of its arguments"));
        return Err(fault.forms([EXAMPLE]));
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
                let fault = Fault::new(&inside, "a list of geometries was expected");
                return Err(fault.forms(["GEOMETRYCOLLECTION(POINT(-65.3 -24.2))"]));
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
    let fault =
        || Fault::new(&inside, format!("these are no coordinates of a {kind}")).forms(literal::SHAPES);
    read.ok_or_else(fault)
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
