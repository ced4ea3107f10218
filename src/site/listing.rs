//! Projects as a page other than the map lists them: in groups of rows, and counted.

use super::country;
use super::frame::Context;
use super::page::row::{self, Row, Shown};
use super::sign::{self, Svg};
use super::told::Told;
use super::words::number;
use crate::atlas::{Project, status};

/// Some rows under one heading.
#[derive(Debug)]
pub struct Group {
    /// Fragment of its heading.
    pub id: String,
    /// The glyph of a layer; none where the heading is no layer.
    pub mark: Option<Svg>,
    /// Its heading.
    pub title: Told,
    /// The projects, the one with the latest event first.
    pub rows: Vec<Row>,
}

/// How many projects share something.
#[derive(Debug)]
pub struct Tally {
    /// Its mark; none where it has no sign.
    pub mark: Option<Svg>,
    /// What they share.
    pub label: String,
    /// A page about it; empty where there is none.
    pub href: String,
    /// How many.
    pub count: usize,
}

/// Rows of projects, the one with the latest event first, as in the list beside the map.
pub fn rows(context: &Context, mut projects: Vec<&Project>) -> Vec<Row> {
    projects.sort_by_key(|p| (std::cmp::Reverse(p.last_event()), p.id.as_str()));
    let shown = Shown { hidden: false, missed: false, current: false, day: context.atlas.today() };
    projects.into_iter().map(|project| row::row(context, project, shown)).collect()
}

/// `29 projects and 1 other entry`
pub fn counted(context: &Context, projects: &[&Project]) -> String {
    let (w, lang) = (context.words(), context.lang);
    let real = projects.iter().filter(|p| p.entry.is_project()).count();
    let others = projects.len() - real;
    let word = if real == 1 { w.project_one } else { w.project_other };
    let entry = if others == 1 { w.entry_one } else { w.entry_other };
    let mut parts = Vec::new();
    if real > 0 || others == 0 {
        parts.push(format!("{} {word}", number::count(real, lang)));
    }
    if others > 0 {
        parts.push(entry.replace('#', &number::count(others, lang)));
    }
    parts.join(&format!(" {} ", w.and))
}

/// By the status they have on the edition's day, in the order of the vocabulary.
pub fn by_status(context: &Context, projects: &[&Project]) -> Vec<Tally> {
    let Context { atlas, lang, .. } = *context;
    let of = |p: &Project| {
        atlas.status_on(p, atlas.today()).map_or(status::UNKNOWN.to_owned(), |standing| standing.status)
    };
    let held: Vec<String> = projects.iter().map(|p| of(p)).collect();
    let tally = |term: &crate::atlas::vocabulary::StatusTerm| Tally {
        mark: Some(sign::status_mark(&term.id, None, 15)),
        label: term.label.get(lang).to_owned(),
        href: String::new(),
        count: held.iter().filter(|status| **status == term.id).count(),
    };
    some(atlas.vocabulary.statuses.iter().map(tally))
}

/// By country, the one with most first.
pub fn by_country(context: &Context, projects: &[&Project]) -> Vec<Tally> {
    let Context { links, lang, .. } = *context;
    let mut codes: Vec<String> = projects.iter().flat_map(|p| p.countries.clone()).collect();
    codes.sort_unstable();
    codes.dedup();
    let links = country::linked(&codes, links, lang).into_iter();
    let mut tallies: Vec<Tally> = (links.zip(&codes))
        .map(|(link, code)| Tally {
            mark: None,
            label: link.name,
            href: link.href,
            count: projects.iter().filter(|p| p.countries.contains(code)).count(),
        })
        .collect();
    tallies.sort_by_key(|tally| std::cmp::Reverse(tally.count));
    tallies
}

/// By layer, in display order; each with its glyph.
pub fn by_layer(context: &Context, projects: &[&Project]) -> Vec<Tally> {
    let Context { atlas, lang, .. } = *context;
    let tally = |layer: &crate::atlas::Layer| Tally {
        mark: Some(sign::mark(&format!("g-{}", layer.glyph), &format!("hue f-{}", layer.family), 16)),
        label: layer.title.get(lang).to_owned(),
        href: String::new(),
        count: projects.iter().filter(|p| p.layer == layer.id).count(),
    };
    some(atlas.layers.layers.iter().map(tally))
}

fn some(tallies: impl Iterator<Item = Tally>) -> Vec<Tally> {
    tallies.filter(|tally| tally.count > 0).collect()
}
