//! Names of countries in the four languages, from the base map's list of ISO 3166-1.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::atlas::{Lang, Text};

static NAMES: LazyLock<BTreeMap<String, Text>> = LazyLock::new(|| {
    // The file is compiled in and read by a test: a fault in it is seen before it can be shipped.
    serde_json::from_str(include_str!("../../geodata/basemap/names.json")).unwrap_or_default()
});

/// The name of a country by its ISO 3166-1 alpha-2 code; the code itself where it has no name.
pub fn name(code: &str, lang: Lang) -> &str {
    NAMES.get(code).map_or(code, |name| name.get(lang))
}

/// Names of several countries, in their order, as one text.
pub fn names(codes: &[String], lang: Lang) -> String {
    let mark = if lang == Lang::Zh { "、" } else { ", " };
    codes.iter().map(|code| name(code, lang)).collect::<Vec<_>>().join(mark)
}
