//! The names of what `web/signs.json` draws.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IgnoredAny;

/// The drawings that page and pictures share; only their names matter here.
const SIGNS: &str = include_str!("../../web/signs.json");

/// Names of what is drawn.
#[derive(Debug, Deserialize)]
pub struct Signs {
    /// A drawing for each layer's `glyph`.
    pub glyphs: BTreeMap<String, IgnoredAny>,
    /// One for each status.
    pub statuses: BTreeMap<String, IgnoredAny>,
    /// One for each precision.
    pub precisions: BTreeMap<String, IgnoredAny>,
}

impl Signs {
    /// The drawings compiled into the program.
    pub fn embedded() -> Result<Signs, serde_json::Error> {
        serde_json::from_str(SIGNS)
    }
}
