//! Reads one JSON file into a type and tells all that is wrong with its shape, not only the first
//! thing.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

use super::Fault;
use super::shape::{Shape, found};

/// A byte order mark (U+FEFF), which some editors put before a text.
pub const MARK: char = '\u{feff}';
/// At most this many faults of shape are told of one file; after that it is some other kind of file.
const MOST: usize = 100;

/// What was read of a file.
#[derive(Debug)]
pub struct Read<T> {
    /// None only where nothing of the file could be read.
    pub value: Option<T>,
    /// The list elements that were left out, because something in them could not be read.
    pub aside: Aside,
}

/// List elements that were left out of what was read, in the order in which they were taken out.
#[derive(Debug, Clone, Default)]
pub struct Aside {
    taken: Vec<Taken>,
    /// Paths of values that stand in for what could not be read.
    stand_ins: Vec<Vec<String>>,
}

#[derive(Debug, Clone)]
struct Taken {
    list: Vec<String>,
    /// Its place in the list as it stood then: without the elements taken out before.
    index: usize,
    element: Value,
}

/// Reads a file. On a fault of shape, the smallest list element around it is set aside, or where there is none
/// a value stands in for what cannot be read; and the reading goes on, so that one file's faults are told at once.
pub fn json<T: DeserializeOwned + JsonSchema>(file: &str, text: &str, faults: &mut Vec<Fault>) -> Read<T> {
    let mut aside = Aside::default();
    let value = value(file, text, &mut aside, faults);
    Read { value, aside }
}

fn value<T: DeserializeOwned + JsonSchema>(
    file: &str,
    text: &str,
    aside: &mut Aside,
    faults: &mut Vec<Fault>,
) -> Option<T> {
    // RFC 8259, 8.1 lets a reader pass over a byte order mark; the check tells it.
    let mut value: Value = match serde_json::from_str(text.trim_start_matches(MARK)) {
        Ok(value) => value,
        Err(error) => {
            let reason = format!("is not JSON: {}", plain(&error.to_string()));
            let fault = Fault::new(file, "", reason, "mend the syntax at this place");
            faults.push(fault.at(error.line(), error.column().max(1)));
            return None;
        }
    };
    let before = faults.len();
    // Most files have no fault, and never ask for their shape.
    let mut known: Option<Known> = None;
    loop {
        let mut unknown = Vec::new();
        let mut note = |path: serde_ignored::Path| unknown.push(path.to_string());
        let ignoring = serde_ignored::Deserializer::new(&value, &mut note);
        match serde_path_to_error::deserialize::<_, T>(ignoring) {
            Ok(read) => {
                faults.extend(unknown.iter().map(|path| unknown_key(file, path, aside)));
                return Some(read);
            }
            Err(error) => {
                let known = known.get_or_insert_with(|| {
                    let known = Known::of::<T>(&value);
                    faults.extend(known.missing.iter().map(|(path, key)| known.absent(file, path, key)));
                    known
                });
                let path = segments(error.path());
                let told = error.inner().to_string();
                let original = aside.original(&path);
                if !known.missing.iter().any(|(object, _)| *object == original) {
                    faults.push(known.fault(file, &path, &original, &value, &told));
                }
                if faults.len() - before >= MOST.max(known.missing.len() + 1) {
                    return None;
                }
                match path.iter().rposition(|s| s.parse::<usize>().is_ok()) {
                    Some(at) => aside.take(&mut value, &path[..=at]),
                    None => aside.stand_in(&mut value, path, &told, &known.shape)?,
                }
            }
        }
    }
}

/// What is known of a file's shape once something is wrong with it.
struct Known {
    shape: Shape,
    /// Members that are not there, by the path of the object that lacks them.
    missing: Vec<(Vec<String>, String)>,
}

impl Known {
    fn of<T: JsonSchema>(value: &Value) -> Known {
        let shape = Shape::of::<T>();
        Known { missing: shape.missing(value), shape }
    }

    fn absent(&self, file: &str, path: &[String], key: &str) -> Fault {
        let member: Vec<String> = path.iter().cloned().chain([key.to_owned()]).collect();
        let remedy = match self.shape.form(&member) {
            Some(form) => format!("add it, in this form: \"{key}\": {form}"),
            None => "add it".to_owned(),
        };
        Fault::new(file, pointer(path), format!("missing field `{key}`"), remedy)
    }

    /// serde's sentence, or a plainer one where only the kind of a value is wrong.
    fn fault(&self, file: &str, path: &[String], original: &[String], value: &Value, told: &str) -> Fault {
        let kind = told.starts_with("invalid type") || told.starts_with("invalid length");
        let due = self.shape.due(path).filter(|_| kind);
        let (reason, remedy) = match (due, value.pointer(&pointer(path))) {
            (Some(due), Some(there)) if due != found(there) => {
                let remedy = self.shape.form(path).map(|form| format!("write it in this form: {form}"));
                (format!("{} stands where {due} is due", found(there)), remedy)
            }
            _ => (plain(told), None),
        };
        Fault::new(file, pointer(original), reason, remedy.unwrap_or_else(|| remedy_of(told)))
    }
}

fn segments(path: &Path) -> Vec<String> {
    path.iter()
        .filter_map(|s| match s {
            Segment::Seq { index } => Some(index.to_string()),
            Segment::Map { key } => Some(key.clone()),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect()
}

impl Aside {
    /// Whether nothing was left out.
    pub fn is_empty(&self) -> bool {
        self.taken.is_empty() && self.stand_ins.is_empty()
    }

    /// The elements left out, as JSON.
    pub fn elements(&self) -> impl Iterator<Item = &Value> {
        self.taken.iter().map(|taken| &taken.element)
    }

    /// A pointer into what was read, as a pointer into the file as it was written.
    pub fn written(&self, read: &str) -> String {
        let path: Vec<String> = read.split('/').skip(1).map(str::to_owned).collect();
        self.original(&path).iter().map(|part| format!("/{part}")).collect()
    }

    /// Takes the list element at `path` out, and remembers where it stood.
    fn take(&mut self, value: &mut Value, path: &[String]) {
        let Some((last, list)) = path.split_last() else { return };
        let (Ok(index), Some(Value::Array(elements))) =
            (last.parse::<usize>(), value.pointer_mut(&pointer(list)))
        else {
            return;
        };
        if index < elements.len() {
            let element = elements.remove(index);
            self.taken.push(Taken { list: list.to_vec(), index, element });
        }
    }

    /// Puts a value where one is missing or cannot be read; none where that has been done in vain.
    fn stand_in(
        &mut self,
        value: &mut Value,
        mut path: Vec<String>,
        told: &str,
        shape: &Shape,
    ) -> Option<()> {
        if let Some((_, rest)) = told.split_once("missing field `") {
            path.extend(rest.split('`').next().map(str::to_owned));
        }
        let (key, object) = path.split_last()?;
        if self.stand_ins.contains(&path) {
            return None;
        }
        let stand_in = shape.stand_in(&path)?;
        value.pointer_mut(&pointer(object))?.as_object_mut()?.insert(key.clone(), stand_in);
        self.stand_ins.push(path);
        Some(())
    }

    /// Whether a pointer leads to a value that only stands in for another, or into one.
    pub fn stands_in(&self, at: &str) -> bool {
        self.stand_ins.iter().any(|path| {
            at.strip_prefix(&pointer(path)).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }

    /// The path in the file as it was written: elements set aside before are counted in again.
    fn original(&self, path: &[String]) -> Vec<String> {
        let mut path = path.to_vec();
        for Taken { list, index, .. } in self.taken.iter().rev() {
            if path.len() > list.len()
                && path.starts_with(list)
                && let Ok(at) = path[list.len()].parse::<usize>()
                && at >= *index
            {
                path[list.len()] = (at + 1).to_string();
            }
        }
        path
    }
}

/// RFC 6901.
fn pointer(path: &[String]) -> String {
    path.iter().map(|s| format!("/{}", s.replace('~', "~0").replace('/', "~1"))).collect()
}

fn unknown_key(file: &str, path: &str, aside: &Aside) -> Fault {
    // serde_ignored writes `project.events.0.colour`, and `?` for an optional value on the way.
    let parts: Vec<String> = path.split('.').filter(|s| *s != "?").map(str::to_owned).collect();
    let key = parts.last().cloned().unwrap_or_default();
    let pointer = pointer(&aside.original(&parts));
    Fault::new(file, pointer, format!("unknown key `{key}`"), "remove it, or correct its spelling")
}

/// serde's sentence without the place, which stands beside it.
fn plain(error: &str) -> String {
    match error.rfind(" at line ") {
        Some(at) => error[..at].to_owned(),
        None => error.to_owned(),
    }
}

fn remedy_of(error: &str) -> String {
    if error.starts_with("missing field") {
        "add it".to_owned()
    } else if error.starts_with("unknown variant") {
        "write one of the words listed".to_owned()
    } else {
        "write a value of the form that is expected here".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::Organisation;

    #[test]
    fn every_fault_of_shape_is_told_with_the_place_it_has_in_the_file() {
        let text = r#"[{"id": 1}, {"id": "a", "name": {"en": "A"}, "country": "CN", "kind": "private", "colour": 2},
                       {"id": "b", "name": {"en": "B"}, "country": 7, "kind": "private"}]"#;
        let mut faults = Vec::new();
        let read: Read<Vec<Organisation>> = json("organisations.json", text, &mut faults);
        assert_eq!(read.value.map(|list| list.len()), Some(1));
        let told: Vec<&str> = faults.iter().map(|f| f.pointer.as_str()).collect();
        assert_eq!(told, ["/0", "/0", "/0", "/0/id", "/2/country", "/1/colour"]);
        let missing: Vec<&str> = faults[..3].iter().map(|f| f.reason.as_str()).collect();
        assert_eq!(missing, ["missing field `name`", "missing field `country`", "missing field `kind`"]);
    }

    #[test]
    fn a_file_that_is_not_json_is_told_with_line_and_column() {
        let mut faults = Vec::new();
        let read: Read<Vec<Organisation>> = json("organisations.json", "[\n  {,\n]", &mut faults);
        assert!(read.value.is_none());
        assert_eq!((faults[0].line, faults[0].column), (Some(2), Some(4)));
    }
}
