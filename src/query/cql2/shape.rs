//! Geometries that a filter writes out: whether they are sound, and what the exact tests need of them.

use geo::{CoordsIter, Validation};
use geo_types::{Coord, LineString, MultiPolygon, Point, Polygon};

use super::op::Spatial;
use super::relate::relate;
use crate::collection::geometry::{Geometry, Position};
use crate::query::Bbox;
use crate::query::crs::{Crs, Projection, degrees, reach, rectangle};

/// A geometry of a filter.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// For exact tests: in degrees of longitude and latitude, or in [`Shape::plane`].
    geometry: geo_types::Geometry<f64>,
    /// The same, going on beyond the 180th meridian, where that is no edge of it.
    beyond: Option<geo_types::Geometry<f64>>,
    /// West, south, east, north of it in degrees; two where it crosses the 180th meridian.
    pub boxes: Vec<[f64; 4]>,
    /// Whether it is nothing but its boxes.
    pub is_box: bool,
    /// The projected system in whose plane it lies: there its edges are straight.
    pub plane: Option<Crs>,
}

/// Whether rings close and lines have a length; says what is wrong.
pub fn check(geometry: &Geometry) -> Result<(), String> {
    let line = |line: &Vec<Position>| match line.len() {
        0 | 1 => Err("a line has at least two positions".to_owned()),
        _ => Ok(()),
    };
    let ring = |ring: &Vec<Position>| match ring.len() >= 4 && ring.first() == ring.last() {
        true => Ok(()),
        false => Err("a ring has at least four positions, the last equal to the first".to_owned()),
    };
    match geometry {
        Geometry::Point(_) | Geometry::MultiPoint(_) => Ok(()),
        Geometry::LineString(positions) => line(positions),
        Geometry::MultiLineString(lines) => lines.iter().try_for_each(line),
        Geometry::Polygon(rings) => rings.iter().try_for_each(ring),
        Geometry::MultiPolygon(areas) => areas.iter().flatten().try_for_each(ring),
        Geometry::Collection(parts) => parts.iter().try_for_each(check),
    }
}

/// Whether a box has the right count of numbers; says what is wrong.
pub fn check_box(numbers: &[f64]) -> Result<(), String> {
    match numbers.len() {
        4 | 6 => Ok(()),
        count => Err(format!("a box has four or six numbers; these are {count}")),
    }
}

impl Shape {
    /// Of a geometry in degrees; says what is wrong.
    pub fn of(geometry: &Geometry) -> Result<Shape, String> {
        let mut copy = geometry.clone();
        let bounds = copy.bounds();
        in_range(bounds)?;
        Ok(Shape {
            geometry: valid(geometry)?,
            beyond: None,
            boxes: vec![bounds],
            is_box: false,
            plane: None,
        })
    }

    /// Of a geometry in a projected system; says what is wrong.
    pub fn of_plane(geometry: &Geometry, crs: Crs, projection: &Projection) -> Result<Shape, String> {
        let boxes = vec![reach(projection, geometry)];
        Ok(Shape { geometry: valid(geometry)?, beyond: None, boxes, is_box: false, plane: Some(crs) })
    }

    /// Of a box in a projected system, by its lower and its upper corner; says what is wrong.
    pub fn of_plane_box(
        low: [f64; 2],
        high: [f64; 2],
        crs: Crs,
        projection: &Projection,
    ) -> Result<Shape, String> {
        let ([a, b], [c, d]) = (low, high);
        if a > c || b > d {
            return Err("the first two numbers of a box are its lower corner".to_owned());
        }
        if crs.is_mercator() {
            return Shape::of_box(degrees(projection, low, high).ok_or("this box lies beyond all numbers")?);
        }
        let boxes = vec![reach(projection, &rectangle(low, high))];
        Ok(Shape { geometry: area([a, b, c, d]), beyond: None, boxes, is_box: false, plane: Some(crs) })
    }

    /// Of a box in degrees, which may cross the 180th meridian as that of `bbox` may.
    pub fn of_box([west, south, east, north]: [f64; 4]) -> Result<Shape, String> {
        if south > north {
            return Err(format!("south ({south}) lies north of north ({north})"));
        }
        in_range([0.0, south, 0.0, north])?;
        let boxes: Vec<[f64; 4]> = Bbox { west, south, east, north, heights: None }.parts().collect();
        // Where it only touches the meridian, the other side of it is no part of it.
        let parts: Vec<[f64; 4]> = boxes.iter().copied().filter(|[west, _, east, _]| west < east).collect();
        let geometry = joined(if parts.is_empty() { &boxes } else { &parts });
        let beyond = match *boxes.as_slice() {
            [[west, south, _, north], [_, _, east, _]] => {
                Some(joined(&[[west, south, east + 360.0, north], [west - 360.0, south, east, north]]))
            }
            [[-180.0, south, 180.0, north]] => Some(area([-540.0, south, 540.0, north])),
            _ => None,
        };
        Ok(Shape { geometry, beyond, boxes, is_box: true, plane: None })
    }

    /// How many positions it has.
    pub fn positions(&self) -> usize {
        self.geometry.coords_count()
    }

    /// Its geometry as the second in a relation.
    pub fn second(&self, relation: Spatial) -> &geo_types::Geometry<f64> {
        match relation {
            // Of what holds it, or is the same, nothing lies beyond the meridian.
            Spatial::Contains | Spatial::Equals => &self.geometry,
            _ => self.beyond.as_ref().unwrap_or(&self.geometry),
        }
    }

    /// Whether two stand in a relation.
    pub fn relates(&self, relation: Spatial, other: &Shape) -> bool {
        match other.beyond {
            Some(_) => relate(relation, &self.geometry, other.second(relation)),
            None => relate(relation, self.second(relation.turned()), &other.geometry),
        }
    }
}

fn valid(geometry: &Geometry) -> Result<geo_types::Geometry<f64>, String> {
    let geometry = geometry.to_geo();
    geometry.check_validation().map_err(|fault| format!("this geometry is not valid: {fault}"))?;
    Ok(geometry)
}

fn in_range([west, south, east, north]: [f64; 4]) -> Result<(), String> {
    match west >= -180.0 && east <= 180.0 && south >= -90.0 && north <= 90.0 {
        true => Ok(()),
        false if west >= -360.0 && east <= 360.0 && south >= -90.0 && north <= 90.0 => Err("longitudes lie \
            between -180 and 180: what crosses the 180th meridian is cut there (RFC 7946, 3.1.9), but for BBOX"
            .to_owned()),
        false => Err("longitude and latitude in degrees were expected, longitude first".to_owned()),
    }
}

/// A box without width or height is a line or a point.
fn area([west, south, east, north]: [f64; 4]) -> geo_types::Geometry<f64> {
    let corner = |x, y| Coord { x, y };
    match (west == east, south == north) {
        (true, true) => Point(corner(west, south)).into(),
        (false, false) => {
            let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)];
            Polygon::new(corners.into_iter().map(|(x, y)| corner(x, y)).collect(), Vec::new()).into()
        }
        _ => LineString::new(vec![corner(west, south), corner(east, north)]).into(),
    }
}

fn joined(boxes: &[[f64; 4]]) -> geo_types::Geometry<f64> {
    let mut areas: Vec<geo_types::Geometry<f64>> = boxes.iter().map(|part| area(*part)).collect();
    if areas.len() == 1 {
        return areas.remove(0);
    }
    let polygons: Vec<Polygon<f64>> = areas.iter().filter_map(|area| area.clone().try_into().ok()).collect();
    match polygons.len() == areas.len() {
        true => MultiPolygon(polygons).into(),
        false => geo_types::Geometry::GeometryCollection(areas.into()),
    }
}
