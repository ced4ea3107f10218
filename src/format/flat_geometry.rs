//! Geometries as FlatGeobuf has them: all positions in one list, and where each line of them ends.

use flatbuffers::{FlatBufferBuilder, WIPOffset};
use flatgeobuf::{Geometry as Flat, GeometryArgs, GeometryType};

use crate::collection;
use crate::collection::geometry::{Geometry, Position};

/// The type that every feature of a layer has; none where they differ, which the header calls unknown.
pub fn kind(of_layer: collection::GeometryType) -> Option<GeometryType> {
    match of_layer {
        collection::GeometryType::Point => Some(GeometryType::Point),
        collection::GeometryType::LineString => Some(GeometryType::LineString),
        collection::GeometryType::Polygon => Some(GeometryType::Polygon),
        _ => None,
    }
}

/// Lists that are filled for one geometry after the other.
#[derive(Default)]
pub struct Shape {
    xy: Vec<f64>,
    z: Vec<f64>,
    ends: Vec<u32>,
}

impl Shape {
    fn line(&mut self, positions: &[Position]) {
        for position in positions {
            self.xy.extend([position.x, position.y]);
            // Where a layer has heights, one that is not known is no number: 0 would be a height.
            self.z.push(position.z.unwrap_or(f64::NAN));
        }
        self.ends.push((self.xy.len() / 2) as u32);
    }

    fn lines(&mut self, lines: &[Vec<Position>]) {
        lines.iter().for_each(|line| self.line(line));
    }
}

/// Writes a geometry.
pub fn write<'b>(
    geometry: &Geometry,
    heights: bool,
    shape: &mut Shape,
    builder: &mut FlatBufferBuilder<'b>,
) -> WIPOffset<Flat<'b>> {
    shape.xy.clear();
    shape.z.clear();
    shape.ends.clear();
    let (type_, parts) = match geometry {
        Geometry::Point(position) => {
            shape.line(std::slice::from_ref(position));
            (GeometryType::Point, None)
        }
        Geometry::MultiPoint(positions) => {
            shape.line(positions);
            (GeometryType::MultiPoint, None)
        }
        Geometry::LineString(positions) => {
            shape.line(positions);
            (GeometryType::LineString, None)
        }
        Geometry::MultiLineString(lines) => {
            shape.lines(lines);
            (GeometryType::MultiLineString, None)
        }
        Geometry::Polygon(rings) => {
            shape.lines(rings);
            (GeometryType::Polygon, None)
        }
        Geometry::MultiPolygon(areas) => {
            let parts: Vec<_> = areas
                .iter()
                .map(|rings| write(&Geometry::Polygon(rings.clone()), heights, shape, builder))
                .collect();
            (GeometryType::MultiPolygon, Some(parts))
        }
        Geometry::Collection(parts) => {
            let parts: Vec<_> = parts.iter().map(|part| write(part, heights, shape, builder)).collect();
            (GeometryType::GeometryCollection, Some(parts))
        }
    };
    let mut args = GeometryArgs { type_, ..GeometryArgs::default() };
    match parts {
        Some(parts) => args.parts = Some(builder.create_vector(&parts)),
        None => {
            args.xy = Some(builder.create_vector(&shape.xy));
            args.z = heights.then(|| builder.create_vector(&shape.z));
            // The one end of a single line goes without saying.
            args.ends = (shape.ends.len() > 1).then(|| builder.create_vector(&shape.ends));
        }
    }
    Flat::create(builder, &args)
}
