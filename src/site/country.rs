//! Names of countries in the page's language.

use std::sync::LazyLock;

use crate::atlas::Lang;
use crate::basemap::CountryNames;

// The list is compiled in and read by the base map's own tests; without it codes stand for names.
static NAMES: LazyLock<Option<CountryNames>> = LazyLock::new(|| CountryNames::embedded().ok());

/// The name of a country by its ISO 3166-1 alpha-2 code; the code itself where it has no name.
pub fn name(code: &str, lang: Lang) -> &str {
    NAMES.as_ref().and_then(|names| names.name(code, lang)).unwrap_or(code)
}

/// Names of several countries, in their order, as one text.
pub fn names(codes: &[String], lang: Lang) -> String {
    let mark = if lang == Lang::Zh { "、" } else { ", " };
    codes.iter().map(|code| name(code, lang)).collect::<Vec<_>>().join(mark)
}
