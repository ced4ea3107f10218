//! What happened, what was counted, what was said: each with the source that says so.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Number;

use super::{PartialDate, Text};

/// Something that happened on a date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Event {
    /// Only as exact as the source.
    pub date: PartialDate,
    /// An event kind of the vocabulary; the status follows from it.
    pub kind: String,
    /// What happened, in one or two sentences.
    pub note: Text,
    /// Ids in `sources.json`; at least one.
    #[schemars(length(min = 1))]
    pub sources: Vec<String>,
}

/// A figure as a source gives it. Two sources that disagree are two quantities.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Quantity {
    /// A measure of the vocabulary.
    pub measure: String,
    /// The figure, written as in the file (600 stays 600, not 600.0).
    pub value: Number,
    /// A unit the measure allows.
    pub unit: String,
    /// "planned", "about", "first phase": what the figure is exactly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<Text>,
    /// The day the figure speaks of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<PartialDate>,
    /// Ids in `sources.json`; at least one.
    #[schemars(length(min = 1))]
    pub sources: Vec<String>,
}

impl Quantity {
    /// The figure as a floating-point number.
    pub fn number(&self) -> f64 {
        self.value.as_f64().unwrap_or(f64::NAN)
    }
}

/// A statement, attributed. A paraphrase, never a quotation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Claim {
    /// Who says it.
    pub speaker: Text,
    /// A stance of the vocabulary.
    pub stance: String,
    /// What is said.
    pub text: Text,
    /// When it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// Ids in `sources.json`; at least one.
    #[schemars(length(min = 1))]
    pub sources: Vec<String>,
}
