//! Geometries as KML has them: longitude, latitude and, where it is known, height, which is absolute.

use std::fmt::Write;
use std::io;

use super::kml_element::{Out, element};
use crate::collection::geometry::{Geometry, Position};

/// Writes a geometry.
pub fn geometry(place: &Geometry, out: &mut Out) -> io::Result<()> {
    match place {
        Geometry::Point(at) => simple("Point", std::slice::from_ref(at), out),
        Geometry::LineString(line) => simple("LineString", line, out),
        Geometry::Polygon(rings) => area(rings, out),
        Geometry::MultiPoint(points) => {
            several(points, out, |point, out| simple("Point", std::slice::from_ref(point), out))
        }
        Geometry::MultiLineString(lines) => several(lines, out, |line, out| simple("LineString", line, out)),
        Geometry::MultiPolygon(areas) => several(areas, out, |rings, out| area(rings, out)),
        Geometry::Collection(parts) => several(parts, out, geometry),
    }
}

fn several<T>(parts: &[T], out: &mut Out, each: impl Fn(&T, &mut Out) -> io::Result<()>) -> io::Result<()> {
    let all = out.create_element("MultiGeometry");
    all.write_inner_content(|out| parts.iter().try_for_each(|part| each(part, out)))?;
    Ok(())
}

fn area(rings: &[Vec<Position>], out: &mut Out) -> io::Result<()> {
    out.create_element("Polygon").write_inner_content(|out| {
        altitude(rings.first().map_or(&[], Vec::as_slice), out)?;
        rings.iter().enumerate().try_for_each(|(at, ring)| {
            let side = if at == 0 { "outerBoundaryIs" } else { "innerBoundaryIs" };
            out.create_element(side).write_inner_content(|out| {
                out.create_element("LinearRing").write_inner_content(|out| coordinates(ring, out))?;
                Ok(())
            })?;
            Ok(())
        })
    })?;
    Ok(())
}

fn simple(name: &str, positions: &[Position], out: &mut Out) -> io::Result<()> {
    out.create_element(name).write_inner_content(|out| {
        altitude(positions, out)?;
        coordinates(positions, out)
    })?;
    Ok(())
}

/// Without it a height would be clamped to the ground.
fn altitude(positions: &[Position], out: &mut Out) -> io::Result<()> {
    match positions.iter().any(|p| p.z.is_some()) {
        true => element(out, "altitudeMode", "absolute"),
        false => Ok(()),
    }
}

fn coordinates(positions: &[Position], out: &mut Out) -> io::Result<()> {
    let mut text = String::new();
    for (at, position) in positions.iter().enumerate() {
        let between = if at == 0 { "" } else { " " };
        // Writing to memory does not fail.
        let _ = match position.z {
            Some(z) => write!(text, "{between}{},{},{z}", position.x, position.y),
            None => write!(text, "{between}{},{}", position.x, position.y),
        };
    }
    element(out, "coordinates", &text)
}
