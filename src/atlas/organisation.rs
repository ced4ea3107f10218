//! Who takes part.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;

/// One entry of `organisations.json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Organisation {
    /// Never changes.
    #[schemars(regex(pattern = "^[a-z0-9-]+$"))]
    pub id: String,
    /// Its name.
    pub name: Text,
    /// ISO 3166-1 alpha-2 of its seat.
    #[schemars(regex(pattern = "^[A-Z]{2}$"))]
    pub country: String,
    /// An organisation kind of the vocabulary.
    pub kind: String,
    /// The organisation that controls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Other names people search for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Its item, `Q…`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = "^Q[1-9][0-9]*$"))]
    pub wikidata: Option<String>,
}
