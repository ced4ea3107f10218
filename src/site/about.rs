//! The about page: what belongs in the atlas, how to read and count it, borders, licence.

use askama::Template;

use super::country;
use super::frame::{Context, Frame, Place, asset};
use super::gaps::{self, GapTables};
use super::told::{Told, told};
use super::words::guide::{self, Guide};
use super::words::{Words, date, fill, number};
use crate::atlas::date::DatePrecision;
use crate::atlas::{Lang, Precision};
use crate::credit;

#[derive(Template)]
#[template(path = "about.html")]
struct AboutPage {
    f: Frame,
    w: &'static Words,
    g: &'static Guide,
    title: String,
    n: Counts,
    day: String,
    readme: String,
    /// The licences of the fonts in pictures.
    fonts: String,
    gaps: GapTables,
    /// Between two names of countries.
    comma: &'static str,
    publisher: String,
    corrections: String,
    credits: String,
    /// Who is to be credited for positions.
    positions: String,
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
    let (w, g) = (context.words(), guide::of(lang));
    let short = &atlas.about.short_title;
    let title = format!("{} · {short}", w.about);
    let path = |lang: Lang| links.page(lang, "/about");
    AboutPage {
        title: atlas.about.title.get(lang).to_owned(),
        n: counts(context),
        day: date::day(atlas.today(), lang),
        readme: links.page(lang, "/data"),
        fonts: asset(links, "font-licences.txt"),
        gaps: gaps::tables(context),
        comma: country::comma(lang),
        publisher: fill(g.published_by, &[("publisher", &atlas.about.publisher)]),
        corrections: links.page(lang, "/corrections"),
        credits: links.page(lang, "/credits"),
        positions: positions(g, lang),
        contact: atlas.about.contact.clone().unwrap_or_default(),
        funding: atlas.about.funding.as_ref().map(|text| told(text, lang)),
        imprint: atlas.about.imprint.as_ref().map(|text| told(text, lang)),
        f: Frame::new(context, Place::About, title, g.about_told.to_owned(), path),
        w,
        g,
    }
    .render()
}

fn positions(g: &Guide, lang: Lang) -> String {
    let named = credit::POSITIONS.map(|each| match each.licence {
        "" => each.name.to_owned(),
        licence => format!("{} ({})", each.name, credit::licence_name(licence)),
    });
    fill(g.positions_from, &[("names", &named.join(country::comma(lang)))])
}

fn counts(context: &Context) -> Counts {
    let projects = &context.atlas.projects;
    let n = |count: usize| number::count(count, context.lang);
    let sites = || projects.iter().flat_map(|p| &p.sites);
    let events = || projects.iter().flat_map(|p| &p.events);
    Counts {
        projects: n(projects.iter().filter(|p| p.entry.is_project()).count()),
        entries: n(projects.iter().filter(|p| !p.entry.is_project()).count()),
        countries: n(context.atlas.gaps_by_country().len()),
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
