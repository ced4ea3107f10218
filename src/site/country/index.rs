//! The index of countries: every state of the region, with an entry or without.

use askama::Template;

use super::{CountryLink, name};
use crate::atlas::Lang;
use crate::atlas::gaps::STATES;
use crate::fold;
use crate::site::frame::{Context, Frame, Place};
use crate::site::listing::{self, Tally};
use crate::site::words::guide::{self, Guide};
use crate::site::words::{fill, number};

#[derive(Template)]
#[template(path = "countries.html")]
struct CountriesPage {
    f: Frame,
    g: &'static Guide,
    lede: String,
    organisations: String,
    entries: Vec<Entry>,
    absent_title: String,
    absent: Vec<CountryLink>,
}

struct Entry {
    link: CountryLink,
    counted: String,
    layers: Vec<Tally>,
}

/// The page in the context's language.
pub fn render(context: &Context) -> Result<String, askama::Error> {
    let Context { atlas, links, lang } = *context;
    let g = guide::of(lang);
    let link =
        |code: &str| CountryLink { name: name(code, lang).to_owned(), href: links.country(lang, code) };
    let entry = |(code, _): (&str, _)| {
        let projects = atlas.projects_in(code);
        Entry {
            link: link(code),
            counted: listing::counted(context, &projects),
            layers: listing::by_layer(context, &projects),
        }
    };
    let entries: Vec<Entry> = atlas.gaps_by_country().into_iter().map(entry).collect();
    let mut absent: Vec<CountryLink> = atlas.absent_states().into_iter().map(link).collect();
    absent.sort_by_key(|country| fold::search(&country.name));
    let n = |n: usize| number::count(n, lang);
    let counts = |part: usize, word: &str| fill(word, &[("n", &n(part)), ("m", &n(STATES.len()))]);
    let lede = counts(entries.len(), g.countries_lede);
    let title = format!("{} · {}", g.countries, atlas.about.short_title);
    CountriesPage {
        f: Frame::new(context, Place::Elsewhere, title, lede.clone(), |lang: Lang| {
            links.page(lang, "/countries")
        }),
        g,
        lede,
        organisations: links.page(lang, "/organisations"),
        absent_title: counts(absent.len(), g.absent),
        entries,
        absent,
    }
    .render()
}
