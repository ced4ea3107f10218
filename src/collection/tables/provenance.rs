//! The source of every value: a row a value and a source of it.
//!
//! Most values are cited: their source stands beside them in the record. A status follows from an event
//! and has its sources. A position has sources of its own: newspapers name a town, a gazetteer says where
//! it lies. Names, summaries, countries and regions are the atlas's own words; they rest on
//! all that the record of the project cites.

use std::borrow::Cow;

use super::maker::Maker;
use super::{Table, row_id};
use crate::atlas::{Atlas, Lang, PartialDate, Precision, Project, Site, Source, status};
use crate::collection::flat::place;
use crate::collection::{SEPARATOR, Value};

/// How a value comes from its source.
#[derive(Clone, Copy)]
enum Basis {
    Cited,
    Located,
    Derived,
    Record,
}

/// A value and a source of it.
#[derive(Clone)]
struct Fact<'a> {
    project: &'a str,
    subject: &'a str,
    property: &'a str,
    value: Value<'a>,
    unit: Option<&'a str>,
    as_of: Option<PartialDate>,
    /// The row of another table that holds it.
    row: Option<String>,
    basis: Basis,
    source: Option<&'a Source>,
}

/// A row a value and a source, in the order of projects and of their files.
pub fn table(atlas: &Atlas) -> Table<'_> {
    let mut facts = Vec::new();
    for project in &atlas.projects {
        of_project(atlas, project, &mut facts);
    }
    corrections(atlas, &mut facts);
    let about = "The source of every value: a row a value and a source of it.";
    let bases = [
        ("cited", "The record cites the source at this very value"),
        (
            "located",
            "Where the site lies, as `located_by` says: the source, where one is named, states the position and need not know of the project",
        ),
        ("derived", "It follows from a value that cites the source"),
        ("record", "The atlas's own words, which rest on all that the record of the project cites"),
    ];
    let bases = bases.map(|(id, label)| (id.to_owned(), label.to_owned())).to_vec();
    let of = |fact: &Fact<'_>| fact.source.and_then(Source::date);
    Maker::new("provenance", "Where values come from", about, facts)
        .reference("project", "projects", ["Project id", "The project whose record holds it."], |f| {
            Value::text(f.project)
        })
        .text("subject", ["Subject", "What it is said of: the id of a project or of a site."], |f| {
            Value::text(f.subject)
        })
        .text("property", ["Property", "A column, a measure, a role, a kind of event or a stance."], |f| {
            Value::text(f.property)
        })
        .text(
            "value",
            ["Value", "What is said, in English; a position as well-known text is `position`."],
            |f| f.value.clone(),
        )
        .text("unit", ["Unit", "Of a figure."], |f| f.unit.map_or(Value::Null, Value::text))
        .date("as_of", ["As of", "The day it speaks of."], |f| f.as_of)
        .text(
            "row",
            ["Row", "Id of the row of `events`, `quantities`, `claims` or `actors` that holds it."],
            |f| f.row.clone().map_or(Value::Null, Value::text),
        )
        .coded("basis", ["Basis", "How it comes from its source."], bases, |f| {
            Value::text(match f.basis {
                Basis::Cited => "cited",
                Basis::Located => "located",
                Basis::Derived => "derived",
                Basis::Record => "record",
            })
        })
        .reference("source", "sources", ["Source id", "Where it comes from."], |f| {
            f.source.map_or(Value::Null, |s| Value::text(s.id.as_str()))
        })
        .text("url", ["Address", "Of the source."], |f| {
            f.source.map_or(Value::Null, |s| Value::text(s.url.as_str()))
        })
        .text("title", ["Title", "Of the source."], |f| {
            f.source.map_or(Value::Null, |s| Value::text(s.title.as_str()))
        })
        .date("date", ["Date", "When the source was published."], of)
        .finish()
}

fn of_project<'a>(atlas: &'a Atlas, project: &'a Project, facts: &mut Vec<Fact<'a>>) {
    let id = project.id.as_str();
    let plain = |property: &'a str, value: Value<'a>| Fact {
        project: id,
        subject: id,
        property,
        value,
        unit: None,
        as_of: None,
        row: None,
        basis: Basis::Cited,
        source: None,
    };
    let own = [
        ("name", Value::text(project.name.get(Lang::En))),
        ("summary", Value::text(project.summary.get(Lang::En))),
        ("country", Value::text(project.countries.join(SEPARATOR))),
        ("region", Value::text(project.regions.join(SEPARATOR))),
    ];
    let all: Vec<&str> = project.source_ids();
    for (property, value) in own.into_iter().filter(|(_, value)| !value.is_null()) {
        put(atlas, Fact { basis: Basis::Record, ..plain(property, value) }, all.iter().copied(), facts);
    }
    let steps = status::history(&project.events, &atlas.vocabulary);
    if let Some((status, event)) = steps.iter().rev().find_map(|step| Some((step.sets?, step.event))) {
        let fact = Fact {
            basis: Basis::Derived,
            as_of: Some(event.date),
            ..plain("status", Value::text(status.id.as_str()))
        };
        put(atlas, fact, ids(&event.sources), facts);
    }
    for (at, event) in project.events.iter().enumerate() {
        let row = Some(row_id(id, "event", at));
        let value = Value::text(event.note.get(Lang::En));
        let fact = Fact { as_of: Some(event.date), row, ..plain(&event.kind, value) };
        put(atlas, fact, ids(&event.sources), facts);
    }
    for (at, figure) in project.quantities.iter().enumerate() {
        let row = Some(row_id(id, "quantity", at));
        let value = Value::text(Cow::Owned(figure.value.to_string()));
        let unit = Some(figure.unit.as_str());
        let fact = Fact { unit, as_of: figure.as_of, row, ..plain(&figure.measure, value) };
        put(atlas, fact, ids(&figure.sources), facts);
    }
    for (at, claim) in project.claims.iter().enumerate() {
        let row = Some(row_id(id, "claim", at));
        let value = Value::text(claim.text.get(Lang::En));
        put(
            atlas,
            Fact { as_of: claim.date, row, ..plain(&claim.stance, value) },
            ids(&claim.sources),
            facts,
        );
    }
    for (at, actor) in project.actors.iter().enumerate() {
        let row = Some(row_id(id, "actor", at));
        let fact = Fact { row, ..plain(&actor.role, Value::text(actor.organisation.as_str())) };
        put(atlas, fact, ids(&actor.sources), facts);
    }
    for site in &project.sites {
        for (property, value, as_of) in of_site(site) {
            let fact = Fact { subject: site.id.as_str(), as_of, ..plain(property, value) };
            put(atlas, fact, ids(&site.sources), facts);
        }
        for (property, value) in whereabouts(atlas, site) {
            let (basis, sources) = whence(site);
            let fact = Fact { subject: site.id.as_str(), basis, ..plain(property, value) };
            match sources.is_empty() {
                true => facts.push(fact),
                false => put(atlas, fact, ids(sources), facts),
            }
        }
    }
}

/// What the record says of a site, with a date where the value is one.
fn of_site(site: &Site) -> Vec<(&'static str, Value<'_>, Option<PartialDate>)> {
    let day = |date: PartialDate| Value::text(Cow::Owned(date.to_string()));
    let all = [
        ("site", Some(Value::text(site.name.get(Lang::En))), None),
        ("kind", Some(Value::text(site.kind.as_str())), None),
        ("from", site.from.map(day), site.from),
        ("until", site.until.map(day), site.until),
    ];
    all.into_iter().filter_map(|(name, value, as_of)| Some((name, value?, as_of))).collect()
}

/// What tells where a site lies: those who state it; else of a place that is not known, those who tell no more,
/// and of a line that was drawn to show what it joins, those who name its ends.
fn whence(site: &Site) -> (Basis, &[String]) {
    match (site.position_sources.is_empty(), site.precision) {
        (false, _) => (Basis::Located, &site.position_sources),
        (true, Precision::Country) => (Basis::Cited, &site.sources),
        (true, Precision::Schematic) => (Basis::Record, &site.sources),
        (true, _) => (Basis::Located, &[]),
    }
}

/// Where a site lies, how well that is known, and how.
fn whereabouts<'a>(atlas: &'a Atlas, site: &'a Site) -> impl Iterator<Item = (&'static str, Value<'a>)> {
    let position = place(atlas, site).map(|place| Value::text(place.wkt()));
    let all = [
        ("position", position),
        ("precision", Some(Value::text(site.precision.id()))),
        ("located_by", Some(Value::text(site.located_by.get(Lang::En)))),
    ];
    all.into_iter().filter_map(|(name, value)| Some((name, value?)))
}

fn corrections<'a>(atlas: &'a Atlas, facts: &mut Vec<Fact<'a>>) {
    // A project that was withdrawn since has no row that could be named.
    for correction in atlas.corrections.iter().filter(|c| atlas.project(&c.project).is_some()) {
        let fact = Fact {
            project: &correction.project,
            subject: &correction.project,
            property: "correction",
            value: Value::text(correction.is.get(Lang::En)),
            unit: None,
            as_of: Some(correction.date),
            row: None,
            basis: Basis::Cited,
            source: None,
        };
        put(atlas, fact, std::iter::once(correction.source.as_str()), facts);
    }
}

fn ids(sources: &[String]) -> impl Iterator<Item = &str> {
    sources.iter().map(String::as_str)
}

/// One row for each source.
fn put<'a, 's>(
    atlas: &'a Atlas,
    fact: Fact<'a>,
    sources: impl Iterator<Item = &'s str>,
    facts: &mut Vec<Fact<'a>>,
) {
    facts.extend(sources.map(|id| Fact { source: atlas.sources.get(id), ..fact.clone() }));
}
