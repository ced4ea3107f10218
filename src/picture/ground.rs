//! The base map on the world of zoom 0: decoded and projected once, drawn in every picture.

use std::sync::LazyLock;

use super::outline::Line;
use super::projection::{Pixel, mercator_x, mercator_y};
use crate::atlas::Text;
use crate::basemap::topojson::TopologyError;
use crate::basemap::{Detail, Drawing, LabelKind};

/// Lines and rings by what they are.
#[derive(Debug, Default)]
pub struct Ground {
    /// The rest of the world.
    pub out: Vec<Line>,
    /// Countries that the atlas covers.
    pub land: Vec<Line>,
    /// Lakes.
    pub lakes: Vec<Line>,
    /// Rivers.
    pub rivers: Vec<Line>,
    /// Lines between regions.
    pub provinces: Vec<Line>,
    /// Undisputed borders.
    pub borders: Vec<Line>,
    /// Lines in dispute, in force and claimed.
    pub disputed: Vec<Line>,
    /// Coasts.
    pub coast: Vec<Line>,
}

/// What a name of the base map names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A country or territory.
    Country,
    /// An ocean, sea or gulf.
    Water,
    /// An area that is no country.
    Area,
    /// A town with its dot.
    Town,
    /// A first-level unit.
    Region,
}

/// A name and its place.
#[derive(Debug, Clone)]
pub struct Name {
    /// What it names.
    pub kind: Kind,
    /// Code of the country or region.
    pub id: String,
    /// The name by language.
    pub text: Text,
    /// 0 is the greatest.
    pub rank: u8,
    /// The zoom from which it may stand.
    pub zoom: f64,
    /// Where, at zoom 0.
    pub at: Pixel,
}

/// Everything of the base map.
#[derive(Debug, Default)]
pub struct BaseMap {
    /// The whole region.
    pub coarse: Ground,
    /// From near.
    pub fine: Ground,
    /// Names, those of the coarse map first.
    pub names: Vec<Name>,
    /// Rings of each country covered, by code, then under no code all the rest of the world, in which no
    /// name may stand.
    pub countries: Vec<(String, Vec<Line>)>,
}

/// The base map that was compiled in.
pub static BASE_MAP: LazyLock<BaseMap> = LazyLock::new(|| {
    // The files are compiled in and read by a test: a fault in them is seen before it can be shipped.
    read().unwrap_or_default()
});

fn read() -> Result<BaseMap, TopologyError> {
    let (coarse, fine) = (Drawing::embedded(Detail::Coarse)?, Drawing::embedded(Detail::Fine)?);
    let mut countries: Vec<(String, Vec<Line>)> = Vec::new();
    for land in coarse.land.iter().filter(|land| land.covered) {
        if let Some(code) = &land.code {
            countries.push((code.clone(), Line::rings([&land.area])));
        }
    }
    countries.push((String::new(), rings(&coarse, false)));
    let at = |p: geo_types::Point<f64>| Pixel { x: mercator_x(p.x()), y: mercator_y(p.y()) };
    let labels = fine.labels.iter().map(|label| Name {
        kind: match label.kind {
            LabelKind::Country => Kind::Country,
            LabelKind::Water => Kind::Water,
            LabelKind::Area => Kind::Area,
            LabelKind::Region => Kind::Region,
        },
        id: label.id.clone(),
        text: label.name.clone(),
        rank: label.rank,
        zoom: label.zoom.into(),
        at: at(label.at),
    });
    let towns = fine.towns.iter().map(|town| Name {
        kind: Kind::Town,
        id: town.country.clone(),
        text: town.name.clone(),
        rank: town.rank,
        zoom: town.zoom.into(),
        at: at(town.at),
    });
    let names = labels.chain(towns).collect();
    Ok(BaseMap { coarse: ground(&coarse), fine: ground(&fine), names, countries })
}

fn rings(drawing: &Drawing, covered: bool) -> Vec<Line> {
    Line::rings(drawing.land.iter().filter(|land| land.covered == covered).map(|land| &land.area))
}

fn ground(drawing: &Drawing) -> Ground {
    Ground {
        out: rings(drawing, false),
        land: rings(drawing, true),
        lakes: Line::rings(&drawing.lakes),
        rivers: Line::open(&drawing.rivers),
        provinces: Line::open(&drawing.provinces),
        borders: Line::open(&drawing.borders),
        disputed: Line::open(drawing.disputed.iter().flat_map(|d| &d.lines)),
        coast: Line::open(&drawing.coast),
    }
}
