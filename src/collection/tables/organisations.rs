//! Who the organisations are.

use super::maker::Maker;
use super::{Table, codes};
use crate::atlas::Atlas;
use crate::collection::Value;

/// A row an organisation, ordered by id.
pub fn table(atlas: &Atlas) -> Table<'_> {
    let kinds = codes(atlas.vocabulary.organisation_kinds.iter().map(|k| (k.id.as_str(), &k.label)));
    let about = "An organisation a row. It says which one is meant; what it does stands in `actors`.";
    Maker::new("organisations", "Organisations", about, atlas.organisations.values())
        .key(["Organisation id", "Never changes."], |o| Value::text(o.id.as_str()))
        .prose("name", ["Name", "Its name."], |o| Some(&o.name))
        .text("country", ["Country", "Its seat, ISO 3166-1 alpha-2."], |o| Value::text(o.country.as_str()))
        .coded("kind", ["Kind", "What kind of organisation it is."], kinds, |o| Value::text(o.kind.as_str()))
        .reference("parent", "organisations", ["Parent", "The organisation that controls it."], |o| {
            o.parent.as_deref().map_or(Value::Null, Value::text)
        })
        .list("aliases", ["Other names", "Other names people search for, joined by `; `."], |o| &o.aliases)
        .text("wikidata", ["Wikidata", "Its item there."], |o| {
            o.wikidata.as_deref().map_or(Value::Null, Value::text)
        })
        .finish()
}
