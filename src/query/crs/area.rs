//! A box in another system than longitude and latitude.

use std::fmt;

use geo::{Intersects, MapCoords, Rect};
use geo_types::Coord;

use super::{Crs, Projection};
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

/// Points on each edge of a box that say how far it reaches.
const STEPS: u32 = 20;

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
        let places: Vec<[f64; 2]> =
            outline(low, high).into_iter().filter_map(|at| projection.unproject(at)).collect();
        let least = |n: usize| places.iter().map(|place| place[n]).fold(f64::INFINITY, f64::min);
        let most = |n: usize| places.iter().map(|place| place[n]).fold(f64::NEG_INFINITY, f64::max);
        let ([west, south], [east, north]) = ([least(0), least(1)], [most(0), most(1)]);
        if places.is_empty() {
            return Err("This box lies where the coordinate system has no places.".to_owned());
        }
        // Between two points of an edge it may reach a little farther; what is too much is sorted out exactly.
        let (wide, tall) = ((east - west) * 0.01 + 1e-6, (north - south) * 0.01 + 1e-6);
        let bbox = Bbox {
            west: west - wide,
            south: (south - tall).max(-90.0),
            east: east + wide,
            north: (north + tall).min(90.0),
            heights,
        };
        Ok((bbox, Some(Area { crs, low, high })))
    }

    /// The way to its system.
    pub fn projection(&self) -> Option<Projection> {
        Projection::new(self.crs)
    }

    /// Whether a place shares a point with it; what has no place counts as if it did (OGC 17-069r4,
    /// /req/core/fc-bbox-response, C).
    pub fn holds(&self, projection: &Projection, place: &Place) -> bool {
        let [low, high] = [self.low, self.high].map(|[x, y]| Coord { x, y });
        let project =
            |at: Coord<f64>| projection.project([at.x, at.y]).map(|[x, y]| Coord { x, y }).ok_or(());
        let area = Rect::new(low, high);
        match place {
            Place::Nowhere => true,
            Place::Point(point) => project(*point).is_ok_and(|point| area.intersects(&point)),
            Place::Shape(shape) => shape.0.try_map_coords(project).is_ok_and(|shape| shape.intersects(&area)),
        }
    }
}

/// Points along the edges of a box, from its lower corner around and back.
pub fn outline(low: [f64; 2], high: [f64; 2]) -> Vec<[f64; 2]> {
    let corners = [low, [high[0], low[1]], high, [low[0], high[1]], low];
    let edges = corners.windows(2).flat_map(|edge| {
        let (from, to) = (edge[0], edge[1]);
        (0..STEPS).map(move |step| {
            let share = f64::from(step) / f64::from(STEPS);
            [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
        })
    });
    edges.chain([low]).collect()
}

/// As it is written.
impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Area { low: [a, b], high: [c, d], .. } = *self;
        listed(f, &[a, b, c, d])
    }
}
