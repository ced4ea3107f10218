//! The names on the map: countries, waters, regions and towns, and where each stands.

use geo_types::Point;
use serde::Deserialize;

use super::topojson::{Shape, Topology, TopologyError};
use crate::atlas::Text;

/// What a label names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LabelKind {
    /// A country or territory.
    Country,
    /// An ocean, sea or gulf.
    Water,
    /// An area that is no country (Essequibo).
    Area,
    /// A first-level unit.
    Region,
}

/// A name and its place.
#[derive(Debug, Clone)]
pub struct Label {
    /// Code of the country or region, or the word for a water or area; a water may have several labels.
    pub id: String,
    /// What it names.
    pub kind: LabelKind,
    /// The name by language.
    pub name: Text,
    /// Longitude, latitude of its middle.
    pub at: Point<f64>,
    /// Its size: 0 is the greatest.
    pub rank: u8,
    /// The zoom from which it may stand.
    pub zoom: u8,
}

/// A town and its dot.
#[derive(Debug, Clone)]
pub struct Town {
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// The name by language.
    pub name: Text,
    /// Longitude, latitude.
    pub at: Point<f64>,
    /// 0 over a million people, 1 over 300,000, 2 over 100,000, 3 over 20,000, 4 less.
    pub rank: u8,
    /// The zoom from which it may stand.
    pub zoom: u8,
    /// Is it a capital, or a seat of government?
    pub capital: bool,
}

#[derive(Deserialize)]
struct LabelFacts {
    kind: LabelKind,
    name: Text,
    rank: u8,
    zoom: u8,
}

#[derive(Deserialize)]
struct TownFacts {
    name: Text,
    rank: u8,
    zoom: u8,
    #[serde(default)]
    capital: u8,
}

/// The labels of a topology, in its order: those of one kind from the greatest down.
pub(super) fn labels(topology: &Topology) -> Result<Vec<Label>, TopologyError> {
    let features = topology.features::<LabelFacts>("labels")?;
    Ok(features
        .into_iter()
        .filter_map(|f| {
            let (Some(id), Shape::Point(at)) = (f.id, f.shape) else { return None };
            let LabelFacts { kind, name, rank, zoom } = f.properties;
            Some(Label { id, kind, name, at, rank, zoom })
        })
        .collect())
}

/// The towns of a topology, by zoom.
pub(super) fn towns(topology: &Topology) -> Result<Vec<Town>, TopologyError> {
    let features = topology.features::<TownFacts>("towns")?;
    Ok(features
        .into_iter()
        .filter_map(|f| {
            let (Some(country), Shape::Point(at)) = (f.id, f.shape) else { return None };
            let TownFacts { name, rank, zoom, capital } = f.properties;
            Some(Town { country, name, at, rank, zoom, capital: capital == 1 })
        })
        .collect())
}
