//! The shape a file is to have, asked of the schema of its type: what is missing all at once, forms to show in a
//! remedy, and values that stand in where something cannot be read.

use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value};

/// The schema of a type.
#[derive(Debug)]
pub struct Shape {
    root: Value,
}

/// A longer form than this, in bytes, shows nothing at a glance.
const LONGEST: usize = 120;

impl Shape {
    /// Of a type.
    pub fn of<T: JsonSchema>() -> Shape {
        Shape { root: SchemaGenerator::default().into_root_schema_for::<T>().to_value() }
    }

    /// Every member that must be there and is not: the path of the object it is missing from, and its key.
    pub fn missing(&self, value: &Value) -> Vec<(Vec<String>, String)> {
        let mut out = Vec::new();
        self.look(&self.root, value, &mut Vec::new(), &mut out);
        out
    }

    fn look(
        &self,
        node: &Value,
        value: &Value,
        path: &mut Vec<String>,
        out: &mut Vec<(Vec<String>, String)>,
    ) {
        let node = self.resolved(node);
        match value {
            Value::Object(members) => {
                let Some(known) = node["properties"].as_object() else { return };
                let absent = required(node).filter(|key| !members.contains_key(*key));
                out.extend(absent.map(|key| (path.clone(), key.to_owned())));
                for (key, node) in known {
                    if let Some(member) = members.get(key) {
                        path.push(key.clone());
                        self.look(node, member, path, out);
                        path.pop();
                    }
                }
            }
            Value::Array(elements) if node.get("items").is_some() => {
                for (at, element) in elements.iter().enumerate() {
                    path.push(at.to_string());
                    self.look(&node["items"], element, path, out);
                    path.pop();
                }
            }
            _ => {}
        }
    }

    /// The schema of the value at a path.
    fn at(&self, path: &[String]) -> Option<&Value> {
        let mut node = self.resolved(&self.root);
        for part in path {
            let next = match node["type"].as_str() {
                Some("array") => node.get("items")?,
                _ => node.get("properties")?.get(part)?,
            };
            node = self.resolved(next);
        }
        Some(node)
    }

    /// Through references, and through the choice between a value and null.
    fn resolved<'a>(&'a self, mut node: &'a Value) -> &'a Value {
        loop {
            let choice = node["anyOf"].as_array().and_then(|all| all.iter().find(|n| n["type"] != "null"));
            let named = node["$ref"].as_str().and_then(|name| self.root.pointer(name.strip_prefix('#')?));
            match named.or(choice) {
                Some(next) => node = next,
                None => return node,
            }
        }
    }

    /// What is due at a path, for a sentence: `a list`.
    pub fn due(&self, path: &[String]) -> Option<&'static str> {
        let node = self.at(path)?;
        Some(match kind(node)? {
            "array" => "a list",
            "object" => "an object",
            "string" => "a text",
            "integer" => "a whole number",
            "number" => "a number",
            "boolean" => "true or false",
            _ => return None,
        })
    }

    /// A value of the form that is due at a path, to be shown: `{"en": "…"}`.
    pub fn form(&self, path: &[String]) -> Option<String> {
        let form = self.example(self.at(path)?, true).to_string();
        let form = form.replace("\":", "\": ").replace(",\"", ", \"").replace("},{", "}, {");
        (form.len() <= LONGEST).then_some(form)
    }

    /// A value that can be read at a path, and says nothing.
    pub fn stand_in(&self, path: &[String]) -> Option<Value> {
        Some(self.example(self.at(path)?, false))
    }

    fn example(&self, node: &Value, filled: bool) -> Value {
        let node = self.resolved(node);
        let first = |name: &str| node[name].as_array().and_then(|all| all.first());
        if let Some(word) = node.get("const").or(first("enum")).or(first("examples")) {
            return word.clone();
        }
        if let Some(choice) = first("oneOf") {
            return self.example(choice, filled);
        }
        match kind(node) {
            Some("array") if filled => Value::from(vec![self.example(&node["items"], filled)]),
            Some("array") => Value::Array(Vec::new()),
            Some("object") => {
                let mut keys: Vec<&str> = required(node).collect();
                if let (true, Some(known)) = (keys.is_empty() && filled, node["properties"].as_object()) {
                    keys.extend(known.keys().take(2).map(String::as_str));
                }
                let member = |key: &str| (key.to_owned(), self.example(&node["properties"][key], filled));
                Value::Object(keys.into_iter().map(member).collect::<Map<_, _>>())
            }
            Some("integer" | "number") => 0.into(),
            Some("boolean") => false.into(),
            Some("string") => "…".into(),
            _ => Value::Null,
        }
    }
}

fn required(node: &Value) -> impl Iterator<Item = &str> {
    node["required"].as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// The type, where several are allowed the first of them.
fn kind(node: &Value) -> Option<&str> {
    match &node["type"] {
        Value::Array(several) => several.first()?.as_str(),
        one => one.as_str(),
    }
}

/// What a value is, for a sentence.
pub fn found(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
