//! Filters of every operator, as CQL2 JSON, made of what the features hold.

use fastrand::Rng;
use serde_json::{Value, json};

use crate::service::Collection;

const ORDERS: [&str; 6] = ["=", "<>", "<", ">", "<=", ">="];
const SPATIAL: [&str; 8] = [
    "s_intersects",
    "s_disjoint",
    "s_within",
    "s_contains",
    "s_touches",
    "s_crosses",
    "s_overlaps",
    "s_equals",
];
const TEMPORAL: [&str; 15] = [
    "t_after",
    "t_before",
    "t_contains",
    "t_disjoint",
    "t_during",
    "t_equals",
    "t_finishedBy",
    "t_finishes",
    "t_intersects",
    "t_meets",
    "t_metBy",
    "t_overlappedBy",
    "t_overlaps",
    "t_startedBy",
    "t_starts",
];

/// A property with the values that it has.
struct Property {
    name: String,
    values: Vec<Value>,
}

/// Makes filters over a collection, always the same ones.
pub struct Maker {
    random: Rng,
    /// By kind.
    properties: [Vec<Property>; 4],
}

const TEXT: usize = 0;
const NUMBER: usize = 1;
const DATE: usize = 2;
const LIST: usize = 3;

fn call(op: &str, args: impl Into<Vec<Value>>) -> Value {
    json!({"op": op, "args": args.into()})
}

/// The operators of a filter but those that join.
fn operators<'f>(filter: &'f Value, all: &mut Vec<&'f str>) {
    match filter {
        Value::Array(parts) => parts.iter().for_each(|part| operators(part, all)),
        Value::Object(of) => {
            all.extend(
                of.get("op").and_then(Value::as_str).filter(|op| !matches!(*op, "and" | "or" | "not")),
            );
            of.values().for_each(|part| operators(part, all));
        }
        _ => {}
    }
}

/// Whether all dates of a feature whose whole time a filter looks at are known to the day: the other knows of no
/// precision (docs/filtering.md).
pub fn is_plain(filter: &Value, feature: &Value) -> bool {
    match filter {
        Value::Array(parts) => parts.iter().all(|part| is_plain(part, feature)),
        Value::Object(of) => {
            let temporal = of.get("op").and_then(Value::as_str).is_some_and(|op| TEMPORAL.contains(&op));
            let name = filter["args"][0]["property"].as_str().unwrap_or_default();
            let precision = feature["properties"][format!("{name}_precision")].as_str();
            !(temporal && precision.is_some_and(|p| p != "day"))
                && of.values().all(|part| is_plain(part, feature))
        }
        _ => true,
    }
}

/// What a filter is about, in a word or two.
pub fn about(filter: &Value) -> String {
    let mut all = Vec::new();
    operators(filter, &mut all);
    all.sort_unstable();
    all.dedup();
    if all.len() > 2 { "several".to_owned() } else { all.join(" ") }
}

impl Maker {
    pub fn new(collection: &Collection) -> Maker {
        let mut properties: [Vec<Property>; 4] = Default::default();
        for (name, schema) in &collection.properties {
            let values = collection.features.iter().map(|feature| feature["properties"][name].clone());
            let values: Vec<Value> = values.filter(|value| !value.is_null()).collect();
            let Some(first) = values.first() else { continue };
            let kind = match (first, schema["format"].as_str()) {
                (Value::Array(_), _) => LIST,
                (Value::Number(_), _) => NUMBER,
                (_, Some("date")) => DATE,
                (Value::String(_), _) => TEXT,
                _ => continue,
            };
            properties[kind].push(Property { name: name.clone(), values });
        }
        Maker { random: Rng::with_seed(7), properties }
    }

    /// The next filter: one condition, or up to three joined.
    pub fn filter(&mut self) -> Value {
        match self.random.u8(..8) {
            0..4 => self.condition(),
            4 => call("not", [self.condition()]),
            5 => call("and", [self.condition(), call("not", [self.condition()])]),
            6 => call("or", [self.condition(), self.condition()]),
            _ => call("and", [call("or", [self.condition(), self.condition()]), self.condition()]),
        }
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.random.usize(..of.len())]
    }

    /// A property of a kind and one of its values.
    fn pick(&mut self, kind: usize) -> (Value, Value) {
        let at = self.random.usize(..self.properties[kind].len());
        let value = self.random.usize(..self.properties[kind][at].values.len());
        let Property { name, values } = &self.properties[kind][at];
        (json!({"property": name}), values[value].clone())
    }

    fn condition(&mut self) -> Value {
        match self.random.u8(..14) {
            0 => self.order(TEXT),
            1 => self.order(NUMBER),
            2 => {
                let (property, value) = self.pick(DATE);
                call(self.one(&ORDERS), [property, json!({"date": value})])
            }
            3 => self.two(),
            4 => self.between(),
            5 => self.among(),
            6 | 7 => self.like(),
            8 => self.folded(),
            9 => {
                let kind = self.one(&[TEXT, NUMBER, DATE]);
                let (property, _) = self.pick(kind);
                call("isNull", [property])
            }
            10 => self.arithmetic(),
            11 => self.place(),
            12 => self.time(),
            _ => self.several(),
        }
    }

    fn order(&mut self, kind: usize) -> Value {
        let (property, value) = self.pick(kind);
        call(self.one(&ORDERS), [property, value])
    }

    fn two(&mut self) -> Value {
        let kind = self.one(&[TEXT, NUMBER, DATE]);
        let (a, b) = (self.pick(kind).0, self.pick(kind).0);
        call(self.one(&ORDERS), [a, b])
    }

    fn between(&mut self) -> Value {
        let (property, a) = self.pick(NUMBER);
        let b = self.pick(NUMBER).1;
        let (a, b) = (a.as_f64().unwrap_or_default(), b.as_f64().unwrap_or_default());
        call("between", [property, json!(a.min(b)), json!(a.max(b))])
    }

    fn among(&mut self) -> Value {
        let kind = self.one(&[TEXT, NUMBER]);
        let at = self.random.usize(..self.properties[kind].len());
        let chosen: Vec<usize> =
            (0..3).map(|_| self.random.usize(..self.properties[kind][at].values.len())).collect();
        let Property { name, values } = &self.properties[kind][at];
        let values: Vec<&Value> = chosen.iter().map(|value| &values[*value]).collect();
        json!({"op": "in", "args": [{"property": name}, values]})
    }

    /// A pattern that a value is like, or nearly.
    fn pattern(&mut self, value: &Value) -> String {
        let text: Vec<char> =
            value.as_str().unwrap_or_default().chars().filter(|c| !"%_\\".contains(*c)).collect();
        let start = self.random.usize(..=text.len() / 2);
        let end = self.random.usize(start..=text.len());
        let mut part: Vec<char> = text[start..end].to_vec();
        if self.random.bool() && part.len() > 2 {
            let hole = self.random.usize(..part.len());
            part[hole] = self.one(&['_', '%']);
        }
        let part: String = part.into_iter().collect();
        let before = if start > 0 || self.random.bool() { "%" } else { "" };
        format!("{before}{part}{}", self.one(&["%", "%", ""]))
    }

    fn like(&mut self) -> Value {
        let (property, value) = self.pick(TEXT);
        let pattern = self.pattern(&value);
        call("like", [property, json!(pattern)])
    }

    fn folded(&mut self) -> Value {
        let (property, value) = self.pick(TEXT);
        let fold = self.one(&["casei", "accenti", "both"]);
        let fold = |of: Value| match fold {
            "both" => call("casei", [call("accenti", [of])]),
            fold => call(fold, [of]),
        };
        if self.random.bool() {
            let pattern = self.pattern(&value);
            return call("like", [fold(property), fold(json!(pattern))]);
        }
        let value = value.as_str().unwrap_or_default();
        let value = self
            .one(&[value.to_uppercase().as_str(), value.to_lowercase().as_str(), value] as &[&str])
            .to_owned();
        call(self.one(&["=", "<>"]), [fold(property), fold(json!(value))])
    }

    fn arithmetic(&mut self) -> Value {
        let ((a, value), (b, _)) = (self.pick(NUMBER), self.pick(NUMBER));
        let other = if self.random.bool() { b } else { json!(self.random.i32(1..20)) };
        let op = self.one(&["+", "-", "*", "/", "%", "div", "^"]);
        call(self.one(&ORDERS), [call(op, [a, other]), value])
    }

    fn place(&mut self) -> Value {
        let (x, y) = (self.random.i32(-120..-40), self.random.i32(-55..25));
        let (w, h) = (self.random.i32(1..50), self.random.i32(1..40));
        let shape = match self.random.u8(..4) {
            0 => json!({"bbox": [x, y, x + w, y + h]}),
            1 => json!({"type": "Polygon", "coordinates": [[[x, y], [x + w, y], [x, y + h], [x, y]]]}),
            2 => json!({"type": "LineString", "coordinates": [[x, y], [x + w, y + h]]}),
            _ => json!({"type": "Point", "coordinates": [x, y]}),
        };
        call(self.one(&SPATIAL), [json!({"property": "geometry"}), shape])
    }

    fn time(&mut self) -> Value {
        let (property, first) = self.pick(DATE);
        let second = self.pick(DATE).1;
        let (first, second) = (first.as_str().unwrap_or_default(), second.as_str().unwrap_or_default());
        let (first, second) = (first.min(second), first.max(second));
        let time = match self.random.u8(..5) {
            0 => json!({"date": first}),
            1 => json!({"timestamp": format!("{first}T12:00:00Z")}),
            2 => json!({"interval": [first, second]}),
            3 => json!({"interval": ["..", second]}),
            _ => json!({"interval": [first, ".."]}),
        };
        call(self.one(&TEMPORAL), [property, time])
    }

    fn several(&mut self) -> Value {
        let (property, value) = self.pick(LIST);
        let mut values = value.as_array().cloned().unwrap_or_default();
        values.truncate(self.random.usize(1..4));
        let op = self.one(&["a_contains", "a_containedBy", "a_equals", "a_overlaps"]);
        call(op, [property, Value::Array(values)])
    }
}
