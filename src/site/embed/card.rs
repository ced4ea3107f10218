//! A project in a few words: a row of the list, and the card below the map.

use std::collections::BTreeSet;

use crate::atlas::{Lang, Project, Quantity};
use crate::site::country;
use crate::site::frame::Context;
use crate::site::page::title::not_begun;
use crate::site::sign::{self, Sign, Svg};
use crate::site::told::{Named, named};
use crate::site::words::{amount, date, embed, fill, number};

use super::Ask;

/// What is said of a project.
#[derive(Debug)]
pub struct Card {
    /// The project.
    pub id: String,
    /// Its sign.
    pub sign: Svg,
    /// Its name.
    pub name: Named,
    /// `Operating since Jun 2023, Argentina. Capacity: 300 MW.`
    pub line: String,
    /// `21 sources`
    pub sources: String,
    /// Its record in the atlas, whole.
    pub href: String,
}

/// The card of a project in this status on the day asked for.
pub fn card(context: &Context, ask: &Ask, project: &Project, status: &str) -> Card {
    let Context { atlas, links, lang } = *context;
    let (w, e) = (context.words(), embed::of(lang));
    let (glyph, family) = sign::layer_of(atlas, &project.layer);
    let label = atlas.vocabulary.status(status).map_or(status, |s| s.label.get(lang));
    let standing = match atlas.status_on(project, ask.day(atlas)) {
        Some(standing) => {
            let since = date::written(standing.since, lang);
            fill(w.ribbon_step, &[("status", label), ("date", &since)])
        }
        None => not_begun(context, &ask.view).unwrap_or_else(|| label.to_owned()),
    };
    let countries = country::names(&project.countries, lang);
    let standing = fill(e.standing, &[("standing", &standing), ("countries", &countries)]);
    let gap = if lang == Lang::Zh { "" } else { " " };
    let line = [standing, figure(context, project)].join(gap).trim_end().to_owned();
    let sources = sources(project).len();
    let word = if sources == 1 { e.source_one } else { e.source_other };
    let precision = sign::best_precision(project);
    Card {
        id: project.id.clone(),
        sign: sign::row(&Sign { glyph, family, status, precision, entry: project.entry }),
        name: named(&project.name, lang),
        line,
        sources: word.replace('#', &number::count(sources, lang)),
        href: links.absolute(&links.project(lang, &project.id)),
    }
}

/// The ids of all sources of a project.
fn sources(project: &Project) -> BTreeSet<&str> {
    let of_sites = project.sites.iter().flat_map(|s| &s.sources);
    let all = project.events.iter().flat_map(|e| &e.sources);
    let all = all.chain(project.quantities.iter().flat_map(|q| &q.sources));
    let all = all.chain(project.claims.iter().flat_map(|c| &c.sources));
    let all = all.chain(project.actors.iter().flat_map(|a| &a.sources)).chain(of_sites);
    all.map(String::as_str).collect()
}

/// A sentence with the figure that says most of a project; empty where the record has none: what was built, else what it costs, else a share. Where accounts
/// of one and the same thing differ, the least and the most; where they are of different things (a pilot, a
/// plan, what stands), how many there are, for no range would be true.
fn figure(context: &Context, project: &Project) -> String {
    let Context { atlas, lang, .. } = *context;
    let e = embed::of(lang);
    let kinds = &atlas.vocabulary.unit_kinds;
    let is_money = |unit: &String| kinds.iter().any(|kind| kind.id == "money" && kind.units.contains(unit));
    let rank = |q: &&Quantity| if q.unit == "%" { 2 } else { u8::from(is_money(&q.unit)) };
    let Some(first) = project.quantities.iter().min_by_key(rank) else { return String::new() };
    let same = |q: &&Quantity| q.measure == first.measure && q.unit == first.unit;
    let mut accounts: Vec<&Quantity> = project.quantities.iter().filter(same).collect();
    accounts.sort_by(|a, b| a.number().total_cmp(&b.number()));
    let written = |q: &Quantity| {
        let amount = amount::written(q, &atlas.vocabulary, lang);
        [amount.figure, amount.unit].join(" ").trim_end().to_owned()
    };
    let alike = accounts.iter().all(|q| q.qualifier == first.qualifier);
    let amount = match (accounts.first(), accounts.last()) {
        _ if !alike => fill(context.words().figures_other, &[("n", &number::count(accounts.len(), lang))]),
        (Some(least), Some(most)) if least.number() < most.number() => {
            let bare = amount::written(least, &atlas.vocabulary, lang);
            let (full, high) = (written(least), written(most));
            // `US$50 to US$300 million` would say fifty dollars.
            let same_unit = !is_money(&first.unit) && !bare.unit.is_empty() && high.ends_with(&bare.unit);
            let low = if same_unit { bare.figure } else { full };
            fill(e.figure_range, &[("a", &low), ("b", &high)])
        }
        _ => written(first),
    };
    let label =
        atlas.vocabulary.measure(&first.measure).map_or(first.measure.as_str(), |m| m.label.get(lang));
    fill(e.figure, &[("label", label), ("amount", &amount)])
}
