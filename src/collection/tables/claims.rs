//! What was said.

use super::maker::Maker;
use super::{Table, codes, row_id};
use crate::atlas::Atlas;
use crate::collection::Value;

/// A row a statement.
pub fn table(atlas: &Atlas) -> Table<'_> {
    let all = atlas.projects.iter().flat_map(|p| p.claims.iter().enumerate().map(move |(at, c)| (p, at, c)));
    let stances = codes(atlas.vocabulary.stances.iter().map(|s| (s.id.as_str(), &s.label)));
    let about =
        "An attributed statement a row: a paraphrase, never a quotation, and no finding of the atlas.";
    Maker::new("claims", "Statements", about, all)
        .key(["Statement id", "Project, the word `claim`, and its number in the record."], |(p, at, _)| {
            Value::text(row_id(&p.id, "claim", *at))
        })
        .reference("project", "projects", ["Project id", "The project it is about."], |(p, ..)| {
            Value::text(p.id.as_str())
        })
        .prose("speaker", ["Speaker", "Who says it."], |(.., c)| Some(&c.speaker))
        .coded("stance", ["Stance", "Concern, support, denial or neutral."], stances, |(.., c)| {
            Value::text(c.stance.as_str())
        })
        .prose("text", ["Statement", "What is said, in other words."], |(.., c)| Some(&c.text))
        .date("date", ["Date", "When it was said; null where that is not known."], |(.., c)| c.date)
        .list("sources", ["Sources", "Ids of its sources, joined by `; `."], |(.., c)| &c.sources)
        .finish()
}
