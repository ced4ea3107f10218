//! The about page: what belongs in the atlas, how to read and count it, borders, licence.

use askama::Template;

use super::frame::{Context, Frame, Place, asset};
use super::told::{Told, told};
use super::words::{Words, date, number};
use crate::atlas::date::DatePrecision;
use crate::atlas::{Lang, Precision};

#[derive(Template)]
#[template(path = "about.html")]
struct AboutPage {
    f: Frame,
    w: &'static Words,
    title: String,
    n: Counts,
    day: String,
    readme: String,
    /// The licences of the fonts in pictures.
    fonts: String,
    contact: String,
    funding: Option<Told>,
    imprint: Option<Told>,
}

/// What the page counts, as its language writes numbers.
struct Counts {
    projects: String,
    entries: String,
    countries: String,
    sites: String,
    events: String,
    figures: String,
    claims: String,
    sources: String,
    organisations: String,
    placed: String,
    towns: String,
    year_only: String,
}

/// The page in the context's language.
pub fn render(context: &Context) -> Result<String, askama::Error> {
    let Context { atlas, links, lang } = *context;
    let w = context.words();
    let short = &atlas.about.short_title;
    let title = format!("{} · {short}", w.about);
    let path = |lang: Lang| links.page(lang, "/about");
    AboutPage {
        title: atlas.about.title.get(lang).to_owned(),
        n: counts(context),
        day: date::day(atlas.today(), lang),
        readme: links.page(lang, "/data"),
        fonts: asset(links, "font-licences.txt"),
        contact: atlas.about.contact.clone().unwrap_or_default(),
        funding: atlas.about.funding.as_ref().map(|text| told(text, lang)),
        imprint: atlas.about.imprint.as_ref().map(|text| told(text, lang)),
        f: Frame::new(context, Place::About, title, w.tagline.to_owned(), path),
        w,
    }
    .render()
}

fn counts(context: &Context) -> Counts {
    let projects = &context.atlas.projects;
    let n = |count: usize| number::count(count, context.lang);
    let sites = || projects.iter().flat_map(|p| &p.sites);
    let events = || projects.iter().flat_map(|p| &p.events);
    let mut countries: Vec<&String> = projects.iter().flat_map(|p| &p.countries).collect();
    countries.sort_unstable();
    countries.dedup();
    Counts {
        projects: n(projects.iter().filter(|p| p.entry.is_project()).count()),
        entries: n(projects.iter().filter(|p| !p.entry.is_project()).count()),
        countries: n(countries.len()),
        sites: n(sites().count()),
        events: n(events().count()),
        figures: n(projects.iter().map(|p| p.quantities.len()).sum()),
        claims: n(projects.iter().map(|p| p.claims.len()).sum()),
        sources: n(context.atlas.sources.len()),
        organisations: n(context.atlas.organisations.len()),
        placed: n(sites().filter(|s| matches!(s.precision, Precision::Exact | Precision::Near)).count()),
        towns: n(sites().filter(|s| s.precision == Precision::Settlement).count()),
        year_only: n(events().filter(|e| e.date.precision() == DatePrecision::Year).count()),
    }
}
