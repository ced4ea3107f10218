//! What happened.

use super::maker::Maker;
use super::{Table, codes, row_id};
use crate::atlas::Atlas;
use crate::collection::{FieldType, Value};

/// A row an event, in the order of projects and of their files.
pub fn table(atlas: &Atlas) -> Table<'_> {
    let all = atlas.projects.iter().flat_map(|p| p.events.iter().enumerate().map(move |(at, e)| (p, at, e)));
    let kinds = codes(atlas.vocabulary.event_kinds.iter().map(|k| (k.id.as_str(), &k.label)));
    let statuses = codes(atlas.vocabulary.statuses.iter().map(|s| (s.id.as_str(), &s.label)));
    Maker::new("events", "Events", "What happened, a dated event a row; status follows from it.", all)
        .key(["Event id", "Project, the word `event`, and its number in the record."], |(p, at, _)| {
            Value::text(row_id(&p.id, "event", *at))
        })
        .reference("project", "projects", ["Project id", "The project it belongs to."], |(p, ..)| {
            Value::text(p.id.as_str())
        })
        .column(
            FieldType::Integer,
            "number",
            ["Number", "Its place among the project's events, from 1."],
            |e| Value::count(e.1 + 1),
        )
        .date("date", ["Date", "When it happened, only as exact as the source."], |(.., e)| Some(e.date))
        .coded("kind", ["Kind", "What kind of event it is."], kinds, |(.., e)| Value::text(e.kind.as_str()))
        .coded(
            "leads_to",
            ["Leads to", "The status that an event of this kind leads to; null where it bears none."],
            statuses,
            |(.., e)| {
                let kind = atlas.vocabulary.event_kind(&e.kind);
                kind.and_then(|k| k.leads_to.as_deref()).map_or(Value::Null, Value::text)
            },
        )
        .prose("note", ["Note", "What happened, in a sentence or two."], |(.., e)| Some(&e.note))
        .list("sources", ["Sources", "Ids of its sources, joined by `; `."], |(.., e)| &e.sources)
        .finish()
}
