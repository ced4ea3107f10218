//! What changed between two editions, for people: which records are new, gone or changed, and in a changed
//! one each field with what stood there and what stands there.

use askama::Template;
use serde_json::Value;

use super::frame::{Context, Frame, Place};
use super::words::edition::{self, EditionWords};
use super::words::{date, fill, number};
use crate::atlas::{Atlas, Lang};
use crate::diff::{CURRENT, Change, Difference, Kind, Operation, RecordChange, State};

#[derive(Template)]
#[template(path = "diff.html")]
struct DiffPage {
    f: Frame,
    d: Changes,
}

/// What `diff/changes.html` lays out.
#[derive(Debug)]
pub struct Changes {
    /// The words about editions.
    pub w: &'static EditionWords,
    /// `What changed from 24 Nov 2026 to 3 Mar 2027`
    pub heading: String,
    /// The same as data.
    pub data: String,
    /// By kind; none where nothing changed.
    pub groups: Vec<Group>,
}

/// The records of one kind that differ.
#[derive(Debug)]
pub struct Group {
    /// `Projects`
    pub title: &'static str,
    /// How many, as the language writes it.
    pub count: String,
    /// Each.
    pub records: Vec<Record>,
}

/// One record that differs.
#[derive(Debug)]
pub struct Record {
    /// What it is called.
    pub name: String,
    /// Its page; empty where it has none.
    pub href: String,
    /// `added`, `removed`, `changed`
    pub change: &'static str,
    /// The word for that.
    pub word: &'static str,
    /// What is different in it; empty where all of it is new or gone.
    pub fields: Vec<Field>,
}

/// One field that differs.
#[derive(Debug)]
pub struct Field {
    /// Where it stands.
    pub place: String,
    /// What stood there; empty where nothing did.
    pub before: String,
    /// What stands there; empty where nothing does.
    pub after: String,
}

/// The page; the context is that of the later state.
pub fn render(context: &Context, before: &Atlas, difference: &Difference) -> Result<String, askama::Error> {
    let Context { atlas, links, .. } = *context;
    let d = changes(context, before, difference);
    let title = format!("{} · {}", d.heading, atlas.about.short_title);
    let path = |lang: Lang| links.changes(lang, asked(&difference.before), asked(&difference.after));
    let mut f = Frame::new(context, Place::Data, title, d.heading.clone(), path);
    f.indexed = false;
    DiffPage { f, d }.render()
}

/// The name under which a state can be asked for.
fn asked(state: &State) -> &str {
    if state.version == state.edition { &state.edition } else { CURRENT }
}

/// The changes as a page tells them.
pub fn changes(context: &Context, before: &Atlas, difference: &Difference) -> Changes {
    let w = edition::of(context.lang);
    let day = |state: &State, atlas: &Atlas| match state.version.len() {
        10 => date::day(atlas.today(), context.lang),
        _ => state.version.clone(),
    };
    let (from, to) = (day(&difference.before, before), day(&difference.after, context.atlas));
    let kinds = [
        (Kind::Project, w.projects),
        (Kind::Organisation, w.organisations),
        (Kind::Source, w.sources),
        (Kind::Story, w.stories),
        (Kind::File, w.files),
    ];
    let groups = kinds.into_iter().filter_map(|(kind, title)| {
        let of_kind: Vec<&RecordChange> = difference.records.iter().filter(|r| r.kind == kind).collect();
        let records = of_kind.iter().map(|change| record(context, before, w, change));
        (!of_kind.is_empty()).then(|| Group {
            title,
            count: number::count(of_kind.len(), context.lang),
            records: records.collect(),
        })
    });
    Changes {
        heading: fill(w.changes, &[("before", &from), ("after", &to)]),
        data: context.links.difference(asked(&difference.before), asked(&difference.after)),
        groups: groups.collect(),
        w,
    }
}

fn record(context: &Context, before: &Atlas, w: &EditionWords, change: &RecordChange) -> Record {
    let there = if change.change == Change::Removed { before } else { context.atlas };
    let (word, id) = match change.change {
        Change::Added => (w.added, "added"),
        Change::Removed => (w.removed, "removed"),
        Change::Changed => (w.changed, "changed"),
    };
    let href = match change.kind {
        _ if change.change == Change::Removed => String::new(),
        Kind::Project => context.links.project(context.lang, &change.id),
        Kind::Story => context.links.story(context.lang, &change.id),
        Kind::Organisation | Kind::Source | Kind::File => String::new(),
    };
    Record {
        name: name(there, change, context.lang),
        href,
        change: id,
        word,
        fields: match change.change {
            Change::Changed => change.operations.iter().map(field).collect(),
            Change::Added | Change::Removed => Vec::new(),
        },
    }
}

fn name(atlas: &Atlas, change: &RecordChange, lang: Lang) -> String {
    let id = change.id.as_str();
    let name = match change.kind {
        Kind::Project => atlas.project(id).map(|project| project.name.get(lang).to_owned()),
        Kind::Organisation => atlas.organisations.get(id).map(|o| o.name.get(lang).to_owned()),
        Kind::Source => atlas.sources.get(id).map(|source| source.title.clone()),
        Kind::Story => {
            atlas.story(id).and_then(|story| story.told(lang)).map(|telling| telling.title.clone())
        }
        Kind::File => None,
    };
    name.unwrap_or_else(|| id.to_owned())
}

fn field(operation: &Operation) -> Field {
    let told = |value: &Option<Value>| value.as_ref().map(readable).unwrap_or_default();
    Field { place: place(&operation.path), before: told(&operation.before), after: told(&operation.value) }
}

/// `/project/events/3/note/en` as `events 4, note, en`: people count from one, and everything of a project's
/// file stands below `project` or `features`.
fn place(pointer: &str) -> String {
    let mut out = String::new();
    for part in pointer.split('/').skip(1).filter(|part| !["project", "properties"].contains(part)) {
        match part.parse::<usize>() {
            Ok(index) => out.push_str(&format!(" {}", index + 1)),
            Err(_) if out.is_empty() => out.push_str(part),
            Err(_) => out.push_str(&format!(", {part}")),
        }
    }
    out.replace("~1", "/").replace("~0", "~")
}

/// A longer value than this, in characters, is cut; the data has it whole.
const LONGEST: usize = 800;

fn readable(value: &Value) -> String {
    let text = plain(value);
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Object(members) => {
            let each = members.iter().map(|(key, value)| format!("{key}: {}", plain(value)));
            each.collect::<Vec<_>>().join("; ")
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_and_a_value_read_as_words() {
        assert_eq!(place("/project/events/3/note/en"), "events 4, note, en");
        assert_eq!(place("/features/0/properties/name"), "features 1, name");
        let value = serde_json::json!({ "date": "2019", "sources": ["a", "b"], "n": 3 });
        assert_eq!(readable(&value), "date: 2019; sources: a, b; n: 3");
        assert_eq!(readable(&Value::from("ñ".repeat(900))).chars().count(), LONGEST + 1);
    }
}
