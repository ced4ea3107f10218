//! What happened, oldest first, and the status that each event set.

use crate::atlas::{Project, status};
use crate::site::frame::Context;
use crate::site::sign::{self, Svg};
use crate::site::told::{Told, told};
use crate::site::words::date;

use super::numbering::{Numbering, Refs};

/// The kind of event that is only a remark: it carries no label.
const NOTE: &str = "note";

/// One event.
#[derive(Debug)]
pub struct Item {
    /// Id of the kind.
    pub kind: String,
    /// As in the record: `2019-03`.
    pub date: String,
    /// As a reader sees it.
    pub date_words: String,
    /// The kind in words; empty for a note.
    pub label: String,
    /// The status that stands from then on, if another than before: its mark and its word.
    pub sets: Option<(Svg, String)>,
    /// What happened.
    pub note: Told,
    /// Its sources.
    pub refs: Refs,
}

/// The events in the order in which they count.
pub fn items(context: &Context, project: &Project, family: &str, numbering: &mut Numbering) -> Vec<Item> {
    let Context { atlas, lang, .. } = *context;
    let vocabulary = &atlas.vocabulary;
    let mut before: Option<&str> = None;
    let mut items = Vec::new();
    for step in status::history(&project.events, vocabulary) {
        let event = step.event;
        let new = step.sets.filter(|s| before != Some(s.id.as_str()));
        before = step.sets.map(|s| s.id.as_str()).or(before);
        let kind = vocabulary.event_kind(&event.kind);
        items.push(Item {
            kind: event.kind.clone(),
            date: event.date.to_string(),
            date_words: date::written(event.date, lang),
            label: match event.kind.as_str() {
                NOTE => String::new(),
                id => kind.map_or(id, |k| k.label.get(lang)).to_owned(),
            },
            sets: new.map(|s| (sign::status_mark(&s.id, Some(family), 14), s.label.get(lang).to_owned())),
            note: told(&event.note, lang),
            refs: numbering.cite(&event.sources, context.words()),
        });
    }
    items
}
