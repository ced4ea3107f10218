//! Geometries as the libraries of formats take them, heights included.

use geozero::error::Result;
use geozero::{CoordDimensions, GeomProcessor, GeozeroGeometry};

use crate::collection::Collection;
use crate::collection::geometry::{Geometry, Position};
use crate::collection::places::Place;

/// The geometry of a feature as it is served.
pub fn of(collection: &Collection, row: u32) -> Option<Geometry> {
    match collection.places.get(row) {
        Place::Nowhere => None,
        Place::Point(at) if !collection.schema.heights => {
            Some(Geometry::Point(Position { x: at.x, y: at.y, z: None }))
        }
        _ => {
            // The bytes were written by this program: they are a geometry.
            let text = std::str::from_utf8(collection.features.geometry(row)).unwrap_or("null");
            Geometry::parse(text).ok().flatten()
        }
    }
}

impl GeozeroGeometry for Geometry {
    fn process_geom<P: GeomProcessor>(&self, processor: &mut P) -> Result<()> {
        geometry(self, 0, processor)
    }

    /// With heights where every position has one: what is unknown must not become 0.
    fn dims(&self) -> CoordDimensions {
        match self.has_heights() {
            true => CoordDimensions::xyz(),
            false => CoordDimensions::xy(),
        }
    }
}

fn geometry<P: GeomProcessor>(shape: &Geometry, at: usize, to: &mut P) -> Result<()> {
    match shape {
        Geometry::Point(point) => {
            to.point_begin(at)?;
            position(point, 0, to)?;
            to.point_end(at)
        }
        Geometry::MultiPoint(points) => {
            to.multipoint_begin(points.len(), at)?;
            positions(points, to)?;
            to.multipoint_end(at)
        }
        Geometry::LineString(points) => line(points, true, at, to),
        Geometry::MultiLineString(lines) => {
            to.multilinestring_begin(lines.len(), at)?;
            lines.iter().enumerate().try_for_each(|(at, points)| line(points, false, at, to))?;
            to.multilinestring_end(at)
        }
        Geometry::Polygon(rings) => area(rings, true, at, to),
        Geometry::MultiPolygon(areas) => {
            to.multipolygon_begin(areas.len(), at)?;
            areas.iter().enumerate().try_for_each(|(at, rings)| area(rings, false, at, to))?;
            to.multipolygon_end(at)
        }
        Geometry::Collection(parts) => {
            to.geometrycollection_begin(parts.len(), at)?;
            parts.iter().enumerate().try_for_each(|(at, part)| geometry(part, at, to))?;
            to.geometrycollection_end(at)
        }
    }
}

fn area<P: GeomProcessor>(rings: &[Vec<Position>], tagged: bool, at: usize, to: &mut P) -> Result<()> {
    to.polygon_begin(tagged, rings.len(), at)?;
    rings.iter().enumerate().try_for_each(|(at, ring)| line(ring, false, at, to))?;
    to.polygon_end(tagged, at)
}

fn line<P: GeomProcessor>(points: &[Position], tagged: bool, at: usize, to: &mut P) -> Result<()> {
    to.linestring_begin(tagged, points.len(), at)?;
    positions(points, to)?;
    to.linestring_end(tagged, at)
}

fn positions<P: GeomProcessor>(points: &[Position], to: &mut P) -> Result<()> {
    points.iter().enumerate().try_for_each(|(at, point)| position(point, at, to))
}

fn position<P: GeomProcessor>(point: &Position, at: usize, to: &mut P) -> Result<()> {
    match to.multi_dim() {
        true => to.coordinate(point.x, point.y, point.z, None, None, None, at),
        false => to.xy(point.x, point.y, at),
    }
}
