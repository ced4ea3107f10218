//! Geometries that a filter writes out: whether they are sound, and what the exact tests need of them.

use geo::Validation;
use geo_types::{Coord, LineString, MultiPolygon, Point, Polygon};

use crate::collection::geometry::{Geometry, Position};

/// A geometry of a filter, in degrees of longitude and latitude.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// For exact tests.
    pub geometry: geo_types::Geometry<f64>,
    /// West, south, east, north of it; two where it crosses the 180th meridian.
    pub boxes: Vec<[f64; 4]>,
    /// Whether it is nothing but its boxes.
    pub is_box: bool,
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
        let geometry = geometry.to_geo();
        geometry.check_validation().map_err(|fault| format!("this geometry is not valid: {fault}"))?;
        Ok(Shape { geometry, boxes: vec![bounds], is_box: false })
    }

    /// Of a box in degrees. West may be greater than east: it then crosses the 180th meridian.
    pub fn of_box([west, south, east, north]: [f64; 4]) -> Result<Shape, String> {
        if south > north {
            return Err(format!("south ({south}) lies north of north ({north})"));
        }
        in_range([west.min(east), south, east.max(west), north])?;
        let halves = match west <= east {
            true => vec![[west, south, east, north]],
            false => vec![[west, south, west.max(180.0), north], [east.min(-180.0), south, east, north]],
        };
        let mut areas: Vec<geo_types::Geometry<f64>> = halves.iter().map(|half| area(*half)).collect();
        let geometry = match areas.len() {
            1 => areas.remove(0),
            _ => joined(areas),
        };
        Ok(Shape { geometry, boxes: halves, is_box: true })
    }
}

fn in_range([west, south, east, north]: [f64; 4]) -> Result<(), String> {
    match west >= -360.0 && east <= 360.0 && south >= -90.0 && north <= 90.0 {
        true => Ok(()),
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

fn joined(areas: Vec<geo_types::Geometry<f64>>) -> geo_types::Geometry<f64> {
    let polygons: Vec<Polygon<f64>> = areas.iter().filter_map(|area| area.clone().try_into().ok()).collect();
    match polygons.len() == areas.len() {
        true => MultiPolygon(polygons).into(),
        false => geo_types::Geometry::GeometryCollection(areas.into()),
    }
}
