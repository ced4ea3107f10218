//! Positions in a system, in the order of its axes.

use geo::{CoordsIter, MapCoords};
use geo_types::{Coord, MultiPoint, Point};
use proj_core::Transform;

use super::Crs;
use crate::collection::geometry::{Geometry, round};
use crate::collection::places::Place;

/// Decimals that are written: a millimetre.
const METRES: u8 = 3;
/// The same in degrees.
const DEGREES: u8 = 8;
/// The system of the collections.
const OURS: u32 = 4326;

/// The way between longitude and latitude and a system.
pub struct Projection {
    // In a box: most requests have none, and both are kilobytes that would be moved about.
    ways: Option<Box<(Transform, Transform)>>,
    north_first: bool,
    decimals: u8,
}

impl Projection {
    /// To and from a system; none where there is no way.
    pub fn new(crs: Crs) -> Option<Projection> {
        let ways = match crs.code() {
            None | Some(OURS) => None,
            Some(code) => Some(Box::new((
                Transform::from_epsg_horizontal(OURS, code).ok()?,
                Transform::from_epsg_horizontal(code, OURS).ok()?,
            ))),
        };
        let degrees = ways.as_ref().is_none_or(|ways| ways.0.target_crs().is_geographic());
        let decimals = if degrees { DEGREES } else { METRES };
        Some(Projection { ways, north_first: crs.is_north_first(), decimals })
    }

    /// Whether its numbers are degrees.
    pub fn is_degrees(&self) -> bool {
        self.decimals == DEGREES
    }

    /// Longitude and latitude in the system, in the order of its axes; none where it has no such place.
    pub fn project(&self, [x, y]: [f64; 2]) -> Option<[f64; 2]> {
        let (x, y) = match &self.ways {
            None => (x, y),
            Some(ways) => ways.0.convert((x, y)).ok()?,
        };
        let finite = x.is_finite() && y.is_finite();
        finite.then_some(if self.north_first { [y, x] } else { [x, y] })
    }

    /// From the order of its axes to longitude and latitude; none where there is no such place.
    pub fn unproject(&self, [a, b]: [f64; 2]) -> Option<[f64; 2]> {
        let (x, y) = if self.north_first { (b, a) } else { (a, b) };
        let (x, y) = match &self.ways {
            None => (x, y),
            Some(ways) => ways.1.convert((x, y)).ok()?,
        };
        (x.is_finite() && y.is_finite()).then_some([x, y])
    }

    /// A geometry in the system; none where a position of it has no place there.
    pub fn geometry(&self, mut geometry: Geometry) -> Option<Geometry> {
        let decimals = self.decimals;
        // Where nothing is reckoned nothing needs rounding: the file's numbers stay what they are.
        let written = |n| if self.ways.is_some() { round(n, decimals) } else { n };
        geometry.try_each(&mut |position| {
            let [x, y] = self.project([position.x, position.y])?;
            (position.x, position.y) = (written(x), written(y));
            Some(())
        })?;
        Some(geometry)
    }

    /// A place in the system, for exact tests. Of a shape that lies in part where the system has no places it is
    /// the positions that have one there.
    pub fn place(&self, place: &Place) -> Option<geo_types::Geometry<f64>> {
        let project = |at: Coord<f64>| self.project([at.x, at.y]).map(|[x, y]| Coord { x, y }).ok_or(());
        match place {
            Place::Nowhere => None,
            Place::Point(point) => project(*point).ok().map(|point| Point(point).into()),
            Place::Shape(shape) => shape.0.try_map_coords(project).ok().or_else(|| {
                let points = shape.0.coords_iter().filter_map(|at| project(at).ok()).map(Point);
                let points: Vec<Point<f64>> = points.collect();
                (!points.is_empty()).then(|| MultiPoint(points).into())
            }),
        }
    }

    /// A geometry of the system in longitude and latitude; none where a position has no place there.
    pub fn geometry_back(&self, mut geometry: Geometry) -> Option<Geometry> {
        geometry.try_each(&mut |position| {
            [position.x, position.y] = self.unproject([position.x, position.y])?;
            Some(())
        })?;
        Some(geometry)
    }
}
