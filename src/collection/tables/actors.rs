//! Who takes part in what.

use super::maker::Maker;
use super::{Table, codes, row_id};
use crate::atlas::Atlas;
use crate::collection::Value;

/// A row an organisation in a role.
pub fn table(atlas: &Atlas) -> Table<'_> {
    let all = atlas.projects.iter().flat_map(|p| p.actors.iter().enumerate().map(move |(at, a)| (p, at, a)));
    let roles = codes(atlas.vocabulary.roles.iter().map(|r| (r.id.as_str(), &r.label)));
    Maker::new("actors", "Who takes part", "An organisation in a role of a project a row.", all)
        .key(["Part id", "Project, the word `actor`, and its number in the record."], |(p, at, _)| {
            Value::text(row_id(&p.id, "actor", *at))
        })
        .reference("project", "projects", ["Project id", "The project it takes part in."], |(p, ..)| {
            Value::text(p.id.as_str())
        })
        .reference("organisation", "organisations", ["Organisation id", "Who takes part."], |(.., a)| {
            Value::text(a.organisation.as_str())
        })
        .coded("role", ["Role", "How it takes part."], roles, |(.., a)| Value::text(a.role.as_str()))
        .list("sources", ["Sources", "Ids of its sources, joined by `; `."], |(.., a)| &a.sources)
        .finish()
}
