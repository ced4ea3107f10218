//! Countries: their names in the page's language, the page of each, and the index of the region.

pub mod index;
pub mod page;

use std::sync::LazyLock;

use crate::atlas::gaps::STATES;
use crate::atlas::{Atlas, Lang};
use crate::basemap::CountryNames;
use crate::fold;
use crate::links::Links;

// The list is compiled in and read by the base map's own tests; without it codes stand for names.
static NAMES: LazyLock<Option<CountryNames>> = LazyLock::new(|| CountryNames::embedded().ok());

/// The name of a country by its ISO 3166-1 alpha-2 code; the code itself where it has no name.
pub fn name(code: &str, lang: Lang) -> &str {
    NAMES.as_ref().and_then(|names| names.name(code, lang)).unwrap_or(code)
}

/// What stands between two names.
pub fn comma(lang: Lang) -> &'static str {
    if lang == Lang::Zh { "、" } else { ", " }
}

/// Names of several countries, in their order, as one text.
pub fn names(codes: &[String], lang: Lang) -> String {
    let mark = comma(lang);
    codes.iter().map(|code| name(code, lang)).collect::<Vec<_>>().join(mark)
}

/// Names of several countries, in their order, each with its page where it has one.
pub fn linked(codes: &[String], links: &Links, lang: Lang) -> Vec<CountryLink> {
    let link = |code: &String| CountryLink {
        name: name(code, lang).to_owned(),
        href: if has_page(code) { links.country(lang, code) } else { String::new() },
    };
    codes.iter().map(link).collect()
}

/// A country's name, and where it leads.
#[derive(Debug)]
pub struct CountryLink {
    /// `Argentina`
    pub name: String,
    /// Its page; empty where it has none: the far end of a cable.
    pub href: String,
}

/// Codes of the countries that may be chosen, by name: all of the record but those that are only the far
/// end of something that lies in the region, as of a cable.
pub fn offered(atlas: &Atlas, lang: Lang) -> Vec<&str> {
    let mut codes: Vec<&str> =
        atlas.projects.iter().flat_map(|p| p.countries.iter().map(String::as_str)).collect();
    codes.sort_unstable();
    codes.dedup();
    codes.retain(|code| {
        has_page(code) || !atlas.projects_in(code).iter().all(|p| p.countries.iter().any(|c| has_page(c)))
    });
    codes.sort_by_cached_key(|code| fold::search(name(code, lang)));
    codes
}

/// Whether a country has a page: each state of the region, with an entry or without.
pub fn has_page(code: &str) -> bool {
    STATES.contains(&code)
}
