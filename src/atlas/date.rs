//! A date that is only as exact as its source.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// How much of a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DatePrecision {
    /// `2019`
    Year,
    /// `2019-03`
    Month,
    /// `2019-03-15`
    Day,
}

impl DatePrecision {
    /// The word that stands in the `…_precision` columns.
    pub fn id(self) -> &'static str {
        match self {
            DatePrecision::Year => "year",
            DatePrecision::Month => "month",
            DatePrecision::Day => "day",
        }
    }
}

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Ordered by its first day, the vaguer date first on a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartialDate {
    first: Date,
    precision: DatePrecision,
}

/// Why a text is no partial date.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("`{0}` is no date: write YYYY, YYYY-MM or YYYY-MM-DD")]
pub struct NoDate(pub String);

impl PartialDate {
    /// The day from which it counts: `2019` counts from 2019-01-01.
    pub fn first_day(self) -> Date {
        self.first
    }

    /// The last day it may mean: 2019-12-31 for `2019`.
    pub fn last_day(self) -> Date {
        match self.precision {
            DatePrecision::Year => self.first.last_of_year(),
            DatePrecision::Month => self.first.last_of_month(),
            DatePrecision::Day => self.first,
        }
    }

    /// How much of it is known.
    pub fn precision(self) -> DatePrecision {
        self.precision
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.first.year()
    }

    /// From numbers, as CSL-JSON writes a date: year; year, month; or year, month, day.
    pub fn from_parts(parts: &[i16]) -> Option<PartialDate> {
        let text = match parts {
            [y] => format!("{y:04}"),
            [y, m] => format!("{y:04}-{m:02}"),
            [y, m, d] => format!("{y:04}-{m:02}-{d:02}"),
            _ => return None,
        };
        text.parse().ok()
    }

    /// A date known to the day.
    pub fn day(day: Date) -> PartialDate {
        PartialDate { first: day, precision: DatePrecision::Day }
    }
}

impl FromStr for PartialDate {
    type Err = NoDate;

    fn from_str(text: &str) -> Result<Self, NoDate> {
        let no = || NoDate(text.to_owned());
        let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        // jiff reads whole dates only, so a partial one is completed first; the shape is tested
        // before, because jiff would also take forms the record does not write (20190315).
        let (whole, precision) = match shape.as_str() {
            "0000" => (format!("{text}-01-01"), DatePrecision::Year),
            "0000-00" => (format!("{text}-01"), DatePrecision::Month),
            "0000-00-00" => (text.to_owned(), DatePrecision::Day),
            _ => return Err(no()),
        };
        let first = whole.parse::<Date>().map_err(|_| no())?;
        Ok(PartialDate { first, precision })
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (y, m, d) = (self.first.year(), self.first.month(), self.first.day());
        match self.precision {
            DatePrecision::Year => write!(f, "{y:04}"),
            DatePrecision::Month => write!(f, "{y:04}-{m:02}"),
            DatePrecision::Day => write!(f, "{y:04}-{m:02}-{d:02}"),
        }
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

impl JsonSchema for PartialDate {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PartialDate".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$",
            "description": "YYYY, YYYY-MM or YYYY-MM-DD, only as precise as the source",
            "examples": ["2019", "2019-03", "2019-03-15"]
        })
    }
}
