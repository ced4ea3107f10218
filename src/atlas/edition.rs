//! The atlas as a publication: title, edition, licence; what was corrected and withdrawn.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Lang, PartialDate, Text};

/// An edition: `2026-11-24`, or `2026-11-24-2` for the second of that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Edition {
    day: Date,
    /// 1 for the first of the day.
    of_day: u16,
}

/// Why a text is no edition.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("`{0}` is no edition: write YYYY-MM-DD, or YYYY-MM-DD-2 for a second one that day")]
pub struct NoEdition(pub String);

impl Edition {
    /// Its date: the "today" of everything made from it.
    pub fn day(self) -> Date {
        self.day
    }

    /// The next one of the same day.
    pub fn next_of_day(self) -> Edition {
        Edition { of_day: self.of_day.saturating_add(1), ..self }
    }
}

impl Default for Edition {
    /// The first of the first day there is.
    fn default() -> Edition {
        Edition { day: Date::MIN, of_day: 1 }
    }
}

impl FromStr for Edition {
    type Err = NoEdition;

    fn from_str(text: &str) -> Result<Self, NoEdition> {
        let no = || NoEdition(text.to_owned());
        let (day, rest) = text.split_at_checked(10).ok_or_else(no)?;
        let day = day.parse::<PartialDate>().map_err(|_| no())?.first_day();
        let of_day = match rest {
            "" => 1,
            _ => rest.strip_prefix('-').and_then(|n| n.parse().ok()).filter(|n| *n > 1).ok_or_else(no)?,
        };
        let edition = Edition { day, of_day };
        // One way to write each: `-02` is refused.
        if edition.to_string() == text { Ok(edition) } else { Err(no()) }
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.day)?;
        if self.of_day > 1 { write!(f, "-{}", self.of_day) } else { Ok(()) }
    }
}

impl Serialize for Edition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Edition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

impl JsonSchema for Edition {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Edition".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": r"^\d{4}-\d{2}-\d{2}(-([2-9]|[1-9]\d+))?$",
            "description": "YYYY-MM-DD, or YYYY-MM-DD-2 for a second edition that day"
        })
    }
}

/// `atlas.json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AtlasFile {
    /// The whole title.
    pub title: Text,
    /// The name alone.
    pub short_title: String,
    /// The edition these files are, and the "today" of everything made from them.
    pub edition: Edition,
    /// An SPDX identifier.
    pub licence: String,
    /// Who publishes it.
    pub publisher: String,
    /// West, south, east, north in degrees: what "whole region" shows.
    pub extent: [f64; 4],
    /// The language without a path prefix.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Lang>,
    /// The public address of this atlas, without a trailing slash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home: Option<String>,
    /// Where an error is reported: an address or mailto.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// Who pays for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funding: Option<Text>,
    /// Who is responsible for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imprint: Option<Text>,
    /// The DOI of the atlas as a whole (a concept DOI), which leads to its newest edition: `10.5281/zenodo.1234567`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doi: Option<String>,
    /// The DOI of this edition alone (a version DOI), reserved before it is released.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version_doi: Option<String>,
}

/// One entry of `corrections.json`: what was wrong and is mended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Correction {
    /// When it was mended.
    pub date: PartialDate,
    /// The project.
    pub project: String,
    /// What the correction concerns.
    pub what: Text,
    /// What stood there.
    pub was: Text,
    /// What stands there now.
    pub is: Text,
    /// The source that shows it.
    pub source: String,
}

/// One entry of `withdrawn.json`: an address that answers 410.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Withdrawal {
    /// The project's id.
    pub id: String,
    /// When it was withdrawn.
    pub date: PartialDate,
    /// Why.
    pub reason: Text,
}
