//! A box in another system than longitude and latitude.

use std::fmt;

use geo::{Intersects, Rect};

use super::{Crs, Projection, reach};
use crate::collection::geometry::{Geometry, Position};
use crate::collection::places::Place;
use crate::query::Bbox;
use crate::query::bbox::{listed, numbers};

/// A box of a projected system, in the order of its axes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    crs: Crs,
    low: [f64; 2],
    high: [f64; 2],
}

impl Area {
    /// Reads `bbox` in a system: the box in degrees that holds it, and, for a projected system, the box
    /// itself, whose edges are no lines of longitude and latitude. Says what is wrong.
    pub fn read(text: &str, crs: Crs) -> Result<(Bbox, Option<Area>), String> {
        let given = numbers(text)?;
        let (low, high, heights) = match *given.as_slice() {
            [a, b, c, d] => ([a, b], [c, d], None),
            [a, b, bottom, c, d, top] => ([a, b], [c, d], Some((bottom, top))),
            _ => return Err(format!("A box has four or six numbers; these are {}.", given.len())),
        };
        let projection = Projection::new(crs).ok_or("There is no way to this coordinate system.")?;
        if projection.is_degrees() {
            let turned = |[a, b]: [f64; 2]| if crs.is_north_first() { [b, a] } else { [a, b] };
            let ([west, south], [east, north]) = (turned(low), turned(high));
            return Ok((Bbox { west, south, east, north, heights }.checked()?, None));
        }
        if low[0] > high[0] || low[1] > high[1] {
            return Err("The first two numbers of a box are its lower corner.".to_owned());
        }
        let [west, south, east, north] = match crs.is_mercator() {
            true => degrees(&projection, low, high).ok_or("This box lies beyond all numbers.")?,
            false => reach(&projection, &rectangle(low, high)),
        };
        Ok((Bbox { west, south, east, north, heights }, Some(Area { crs, low, high })))
    }

    /// How a box is written in a system.
    pub fn form(crs: Crs) -> String {
        let degrees = Projection::new(crs).is_none_or(|projection| projection.is_degrees());
        let corners = match (degrees, crs.is_north_first()) {
            (true, false) => "west,south,east,north in degrees",
            (true, true) => "south,west,north,east in degrees, latitude first as the system has it",
            (false, false) => "easting,northing of the lower corner, then of the upper one, in metres",
            (false, true) => "northing,easting of the lower corner, then of the upper one, in metres",
        };
        format!("four or six numbers with commas between them: {corners}")
    }

    /// The way to its system, where the box in degrees is not the whole answer.
    pub fn projection(&self) -> Option<Projection> {
        Projection::new(self.crs).filter(|_| !self.crs.is_mercator())
    }

    /// Whether a place shares a point with it; what has no place counts as if it did (OGC 17-069r4,
    /// /req/core/fc-bbox-response, C).
    pub fn holds(&self, projection: &Projection, place: &Place) -> bool {
        let area = Rect::new(self.low, self.high);
        *place == Place::Nowhere || projection.place(place).is_some_and(|place| place.intersects(&area))
    }
}

/// The same box in degrees, where its edges are lines of longitude and latitude: west, south, east, north. West
/// and east may lie beyond the 180th meridian.
pub fn degrees(projection: &Projection, low: [f64; 2], high: [f64; 2]) -> Option<[f64; 4]> {
    // The way back would turn a longitude beyond the meridian into one within it.
    let degree = projection.project([90.0, 0.0])?[0] / 90.0;
    let latitude = |y| projection.unproject([0.0, y]).map(|[_, latitude]| latitude);
    Some([low[0] / degree, latitude(low[1])?, high[0] / degree, latitude(high[1])?])
}

/// A box as an area, by its lower and its upper corner.
pub fn rectangle([a, b]: [f64; 2], [c, d]: [f64; 2]) -> Geometry {
    let corners = [[a, b], [c, b], [c, d], [a, d], [a, b]];
    Geometry::Polygon(vec![corners.map(|[x, y]| Position { x, y, z: None }).to_vec()])
}

/// As it is written.
impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Area { low: [a, b], high: [c, d], .. } = *self;
        listed(f, &[a, b, c, d])
    }
}
