//! What the record does not say: sentences computed from what is there.

use crate::atlas::date::DatePrecision;
use crate::atlas::{Lang, Precision, Project, Text};
use crate::site::frame::Context;
use crate::site::words::{date, fill, number};

/// The sentences that hold for a project, the most telling first.
pub fn sentences(context: &Context, project: &Project) -> Vec<String> {
    let (w, lang) = (context.words(), context.lang);
    let mut out = Vec::new();
    if let Some(last) = project.last_event() {
        out.push(fill(w.silence_after, &[("date", &date::written(last, lang))]));
    }
    if project.source_ids().len() == 1 {
        out.push(w.silence_single.to_owned());
    }
    let m = project.sites.len();
    for (precision, one, several) in [
        (Precision::Settlement, w.silence_town, w.silence_towns),
        (Precision::Region, w.silence_region, w.silence_regions),
        (Precision::Country, w.silence_country, w.silence_countries),
    ] {
        match (project.sites.iter().filter(|s| s.precision == precision).count(), m) {
            (0, _) => {}
            (1, 1) => out.push(one.to_owned()),
            (n, m) => {
                out.push(fill(several, &[("n", &number::count(n, lang)), ("m", &number::count(m, lang))]))
            }
        }
    }
    if project.sites.iter().any(|s| s.precision == Precision::Schematic) {
        out.push(w.silence_lines.to_owned());
    }
    if m > 1 && project.sites.iter().all(|s| s.from.is_none() && s.until.is_none()) {
        out.push(w.silence_sites_today.to_owned());
    }
    if project.quantities.is_empty() {
        out.push(w.silence_figures.to_owned());
    }
    if project.claims.is_empty() {
        out.push(w.silence_claims.to_owned());
    }
    if project.events.iter().any(|e| e.date.precision() == DatePrecision::Year) {
        out.push(w.silence_years.to_owned());
    }
    if texts(project).any(|text| text.written(lang).is_none()) && lang != Lang::En {
        out.push(w.silence_language.to_owned());
    }
    out
}

/// Every text of a project that a reader sees.
fn texts(project: &Project) -> impl Iterator<Item = &Text> {
    let own = [&project.name, &project.summary].into_iter();
    own.chain(project.events.iter().map(|e| &e.note))
        .chain(project.claims.iter().flat_map(|c| [&c.speaker, &c.text]))
        .chain(project.quantities.iter().filter_map(|q| q.qualifier.as_ref()))
        .chain(project.sites.iter().flat_map(|s| [&s.name, &s.located_by]))
}
