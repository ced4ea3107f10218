//! The bibliography.

use super::Table;
use super::maker::Maker;
use crate::atlas::source::{CslDate, Name};
use crate::atlas::{Atlas, PartialDate};
use crate::collection::{SEPARATOR, Value};

/// A row a source, ordered by id.
pub fn table(atlas: &Atlas) -> Table<'_> {
    let about = "A source a row; the whole of each, as CSL-JSON, stands in record.json.";
    Maker::new("sources", "Sources", about, atlas.sources.values())
        .key(["Source id", "Publisher, date and a few words; never changes."], |s| Value::text(s.id.as_str()))
        .text("type", ["Type", "The CSL type of item."], |s| Value::text(kind(s)))
        .text(
            "title",
            ["Title", "In its own language; in square brackets where a page has no headline."],
            |s| Value::text(s.title.as_str()),
        )
        .text("authors", ["Authors", "Who wrote it, family name first, joined by `; `."], |s| {
            Value::text(s.author.iter().map(written).collect::<Vec<_>>().join(SEPARATOR))
        })
        .text("container_title", ["Where it appeared", "The newspaper, journal or site."], |s| {
            s.container_title.as_deref().map_or(Value::Null, Value::text)
        })
        .text("publisher", ["Publisher", "Who published it."], |s| {
            s.publisher.as_deref().map_or(Value::Null, Value::text)
        })
        .date("issued", ["Published", "When it was published, as far as known."], |s| s.date())
        .date("accessed", ["Read", "When it was read for the record."], |s| first(s.accessed.as_ref()))
        .text("url", ["Address", "Where it stands."], |s| Value::text(s.url.as_str()))
        .text("archive", ["Archived copy", "Address of an archived copy, where one is known."], |s| {
            let archive = s.custom.as_ref().and_then(|c| c.archive.as_deref());
            archive.map_or(Value::Null, Value::text)
        })
        .date("gone", ["Gone since", "Since when the page is known to be gone."], |s| {
            s.custom.as_ref().and_then(|c| c.gone)
        })
        .text("language", ["Language", "The language of the page, a BCP 47 tag."], |s| {
            Value::text(s.language.as_str())
        })
        .text("doi", ["DOI", "Its digital object identifier."], |s| {
            s.doi.as_deref().map_or(Value::Null, Value::text)
        })
        .text("note", ["Note", "A remark on the source."], |s| {
            s.note.as_deref().map_or(Value::Null, Value::text)
        })
        .finish()
}

/// The CSL word for the type, as the record writes it.
fn kind(source: &crate::atlas::Source) -> String {
    let word = serde_json::to_value(source.kind).unwrap_or_default();
    word.as_str().unwrap_or_default().to_owned()
}

fn written(name: &Name) -> String {
    match (&name.literal, &name.family, &name.given) {
        (Some(literal), ..) => literal.clone(),
        (None, Some(family), Some(given)) => format!("{family}, {given}"),
        (None, family, given) => family.clone().or_else(|| given.clone()).unwrap_or_default(),
    }
}

fn first(date: Option<&CslDate>) -> Option<PartialDate> {
    PartialDate::from_parts(date?.date_parts.first()?)
}
