//! The base map as areas and lines to draw, the same that the page draws.

use geo_types::{LineString, MultiPolygon};
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::labels::{self, Label, Town};
use super::topojson::{Feature, Shape, Topology, TopologyError};
use super::{COARSE, FINE};

/// How close the view is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// The whole region, to about zoom 5.
    Coarse,
    /// Closer, to about zoom 8, with provinces, lakes, rivers and towns.
    Fine,
}

/// The land of one country.
#[derive(Debug, Clone)]
pub struct Land {
    /// ISO 3166-1 alpha-2; none where no code applies.
    pub code: Option<String>,
    /// Does the atlas cover it?
    pub covered: bool,
    /// Its polygons, to be filled and not outlined: lines stand by themselves.
    pub area: MultiPolygon<f64>,
}

/// Whether a line in dispute is the one in force or the one claimed. Both are drawn alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Dispute {
    /// The line in force.
    Boundary,
    /// The line claimed.
    Claim,
}

/// A line in dispute.
#[derive(Debug, Clone)]
pub struct DisputedLine {
    /// In force, or claimed.
    pub kind: Dispute,
    /// Whose: `GUY-VEN`, or `GUY Venezuelan claim` (Natural Earth's three-letter codes).
    pub of: String,
    /// The line.
    pub lines: Vec<LineString<f64>>,
}

/// Everything to draw at one detail, in the order of drawing.
#[derive(Debug, Clone, Default)]
pub struct Drawing {
    /// Countries, those of the region and the rest of the world.
    pub land: Vec<Land>,
    /// Lakes.
    pub lakes: Vec<MultiPolygon<f64>>,
    /// Rivers.
    pub rivers: Vec<LineString<f64>>,
    /// Lines between regions of one country.
    pub provinces: Vec<LineString<f64>>,
    /// Lines between land and sea.
    pub coast: Vec<LineString<f64>>,
    /// Borders between countries that nobody disputes.
    pub borders: Vec<LineString<f64>>,
    /// Lines in dispute on land.
    pub disputed: Vec<DisputedLine>,
    /// Names of countries, waters and regions.
    pub labels: Vec<Label>,
    /// Towns.
    pub towns: Vec<Town>,
}

#[derive(Deserialize)]
struct LandFacts {
    r#in: u8,
}

#[derive(Deserialize)]
struct LineFacts {
    #[serde(default)]
    fine: u8,
}

#[derive(Deserialize)]
struct DisputeFacts {
    kind: Dispute,
    of: String,
}

impl Drawing {
    /// Decodes the embedded base map at this detail: some milliseconds, so keep what it returns.
    pub fn embedded(detail: Detail) -> Result<Self, TopologyError> {
        let coarse = Topology::read(COARSE)?;
        let names = labels::labels(&coarse)?;
        if detail == Detail::Coarse {
            return Ok(Drawing {
                land: land(&coarse)?,
                coast: lines(&coarse, "coast", |_| true)?,
                borders: lines(&coarse, "borders", |_| true)?,
                disputed: disputed(&coarse)?,
                labels: names,
                ..Drawing::default()
            });
        }
        let fine = Topology::read(FINE)?;
        let near = land(&fine)?;
        // What stands in both files is taken from the finer one; the rest of the world only the coarse one has.
        let replaced = |l: &Land| l.covered || near.iter().any(|n| n.code.is_some() && n.code == l.code);
        let far: Vec<Land> = land(&coarse)?.into_iter().filter(|l| !replaced(l)).collect();
        let both = |object: &str| -> Result<Vec<LineString<f64>>, TopologyError> {
            let mut all = lines(&coarse, object, |facts| facts.fine == 0)?;
            all.extend(lines(&fine, object, |_| true)?);
            Ok(all)
        };
        Ok(Drawing {
            lakes: fine.features::<IgnoredAny>("lakes")?.into_iter().filter_map(area).collect(),
            rivers: lines(&fine, "rivers", |_| true)?,
            provinces: lines(&fine, "provinces", |_| true)?,
            coast: both("coast")?,
            borders: both("borders")?,
            disputed: disputed(&fine)?,
            labels: names.into_iter().chain(labels::labels(&fine)?).collect(),
            towns: labels::towns(&fine)?,
            land: far.into_iter().chain(near).collect(),
        })
    }
}

fn area<P>(feature: Feature<P>) -> Option<MultiPolygon<f64>> {
    match feature.shape {
        Shape::Area(polygons) => Some(polygons),
        _ => None,
    }
}

fn strings<P>(feature: Feature<P>) -> Vec<LineString<f64>> {
    match feature.shape {
        Shape::Lines(lines) => lines.0,
        _ => Vec::new(),
    }
}

fn land(topology: &Topology) -> Result<Vec<Land>, TopologyError> {
    let features = topology.features::<LandFacts>("countries")?;
    Ok(features
        .into_iter()
        .filter_map(|f| {
            let (code, covered) = (f.id.clone(), f.properties.r#in == 1);
            area(f).map(|area| Land { code, covered, area })
        })
        .collect())
}

fn lines(
    topology: &Topology,
    object: &str,
    wanted: impl Fn(&LineFacts) -> bool,
) -> Result<Vec<LineString<f64>>, TopologyError> {
    let features = topology.features::<LineFacts>(object)?;
    Ok(features.into_iter().filter(|f| wanted(&f.properties)).flat_map(strings).collect())
}

fn disputed(topology: &Topology) -> Result<Vec<DisputedLine>, TopologyError> {
    let features = topology.features::<DisputeFacts>("disputed")?;
    Ok(features
        .into_iter()
        .map(|f| DisputedLine { kind: f.properties.kind, of: f.properties.of.clone(), lines: strings(f) })
        .collect())
}
