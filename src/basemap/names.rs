//! Names of countries in four languages, by ISO 3166-1 code.

use std::collections::BTreeMap;

use super::NAMES;
use crate::atlas::{Lang, Text};

/// Every country and territory of ISO 3166-1, whether it is drawn or not.
#[derive(Debug, Clone)]
pub struct CountryNames(BTreeMap<String, Text>);

impl CountryNames {
    /// Reads the embedded list.
    pub fn embedded() -> Result<Self, serde_json::Error> {
        serde_json::from_slice(NAMES).map(CountryNames)
    }

    /// The name of a country by its alpha-2 code in capitals. A language that is not written reads as English.
    pub fn text(&self, code: &str) -> Option<&Text> {
        self.0.get(code)
    }

    /// The name in one language.
    pub fn name(&self, code: &str, lang: Lang) -> Option<&str> {
        self.text(code).map(|text| text.get(lang))
    }

    /// All codes and names, by code.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Text)> {
        self.0.iter().map(|(code, text)| (code.as_str(), text))
    }
}
