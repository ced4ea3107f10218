//! Twelve layers in five families: what a sign's glyph and hue mean.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Text;

/// `layers.json`, in display order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct LayersFile {
    /// A hue each.
    pub families: Vec<Family>,
    /// A glyph each.
    pub layers: Vec<Layer>,
    /// The grounds the colours were tested on.
    pub grounds: Value,
    /// How the colours were tested, and the result.
    pub colour_test: Value,
}

/// A family of layers, told by its hue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Family {
    /// `digital`, `space`, `minerals`, `energy`, `transport`.
    pub id: String,
    /// What a reader sees.
    pub title: Text,
    /// Its hue on light and dark grounds.
    pub colour: Colour,
}

/// A hue as `#RRGGBB`, on each ground.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Colour {
    /// On light grounds.
    #[schemars(regex(pattern = "^#[0-9A-F]{6}$"))]
    pub light: String,
    /// On dark grounds.
    #[schemars(regex(pattern = "^#[0-9A-F]{6}$"))]
    pub dark: String,
}

/// A layer, told by its glyph.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Layer {
    /// What a project's `layer` names; also the name of the file under `/data/`.
    pub id: String,
    /// A [`Family`].
    pub family: String,
    /// What a reader sees.
    pub title: Text,
    /// What belongs in it.
    pub description: Text,
    /// The drawing in `web/signs.json`.
    pub glyph: String,
    /// The family's hue.
    pub colour: Colour,
}

impl LayersFile {
    /// The family of a layer.
    pub fn family_of(&self, layer: &Layer) -> Option<&Family> {
        self.families.iter().find(|f| f.id == layer.family)
    }
}
