//! What was counted and measured.

use super::maker::Maker;
use super::{Table, codes, row_id};
use crate::atlas::Atlas;
use crate::collection::{FieldType, Value};

/// A row a figure; two sources that disagree are two rows.
pub fn table(atlas: &Atlas) -> Table<'_> {
    let all =
        atlas.projects.iter().flat_map(|p| p.quantities.iter().enumerate().map(move |(at, q)| (p, at, q)));
    let measures = codes(atlas.vocabulary.measures.iter().map(|m| (m.id.as_str(), &m.label)));
    let units = codes(atlas.vocabulary.units.iter().map(|u| (u.id.as_str(), &u.label)));
    let about = "A figure a row, as a source gives it; figures that disagree stand beside each other. \
        Add up only what one source says of one day.";
    Maker::new("quantities", "Figures", about, all)
        .key(["Figure id", "Project, the word `quantity`, and its number in the record."], |(p, at, _)| {
            Value::text(row_id(&p.id, "quantity", *at))
        })
        .reference("project", "projects", ["Project id", "The project it belongs to."], |(p, ..)| {
            Value::text(p.id.as_str())
        })
        .coded("measure", ["Measure", "What is counted or measured."], measures, |(.., q)| {
            Value::text(q.measure.as_str())
        })
        .column(FieldType::Number, "value", ["Value", "The figure in its unit."], |(.., q)| {
            Some(q.number()).filter(|n| n.is_finite()).map_or(Value::Null, Value::Number)
        })
        .coded("unit", ["Unit", "The unit; `1` for a bare count."], units, |(.., q)| {
            Value::text(q.unit.as_str())
        })
        .prose("qualifier", ["Qualifier", "What the figure is exactly: planned, about, first phase."], |q| {
            q.2.qualifier.as_ref()
        })
        .date("as_of", ["As of", "The day the figure speaks of; null where the source names none."], |q| {
            q.2.as_of
        })
        .list("sources", ["Sources", "Ids of its sources, joined by `; `."], |(.., q)| &q.sources)
        .finish()
}
