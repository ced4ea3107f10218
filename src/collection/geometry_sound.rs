//! Reads a geometry as it is to be served, or says why it cannot be.

use super::geometry::{Geometry, Position, is_ring, round};
use super::geometry_fault::{LINE, NoGeometry, RANGE, RING, Told, coordinates};
use super::geometry_read::{Content, content};

impl Geometry {
    /// Reads a geometry, rounds it to this many decimals, if any, closes and winds its rings.
    pub fn read(text: &str, decimals: Option<u8>) -> Result<Option<Geometry>, NoGeometry> {
        let Some(mut geometry) = Geometry::parse(text)? else { return Ok(None) };
        let mut in_range = true;
        geometry.each_position(&mut |position| {
            in_range &= position.x.abs() <= 180.0 && position.y.abs() <= 90.0;
            let Position { x, y, z } = *position;
            // Adding 0 makes -0 a 0.
            *position = match decimals {
                None => Position { x: x + 0.0, y: y + 0.0, z: z.map(|z| z + 0.0) },
                Some(decimals) => Position {
                    x: round(x, decimals),
                    y: round(y, decimals),
                    z: z.map(|z| round(z, decimals.max(2))),
                },
            };
        });
        if !in_range {
            return Err(find(text, RANGE));
        }
        geometry.check().map_err(|reason| find(text, reason))?;
        geometry.wind();
        Ok(Some(geometry))
    }

    fn check(&self) -> Result<(), &'static str> {
        let rings =
            |rings: &[Vec<Position>]| rings.iter().all(|ring| is_ring(ring)).then_some(()).ok_or(RING);
        let line = |line: &Vec<Position>| (line.len() >= 2).then_some(()).ok_or(LINE);
        match self {
            Geometry::LineString(positions) => line(positions),
            Geometry::MultiLineString(lines) => lines.iter().try_for_each(line),
            Geometry::Polygon(polygon) => rings(polygon),
            Geometry::MultiPolygon(areas) => areas.iter().try_for_each(|area| rings(area)),
            Geometry::Collection(parts) => parts.iter().try_for_each(Geometry::check),
            Geometry::Point(_) | Geometry::MultiPoint(_) => Ok(()),
        }
    }
}

/// Finds in the text of a geometry that was read why it cannot be served; `reason` where it has no place of its own.
fn find(text: &str, reason: &'static str) -> NoGeometry {
    let told = look(text).err().unwrap_or_else(|| Told::new(text, reason));
    told.within(text)
}

fn look(text: &str) -> Result<(), Told<'_>> {
    match content(text)? {
        Content::Nothing => Ok(()),
        Content::Coordinates(kind, raw) => coordinates(&kind, raw),
        Content::Parts(parts) => parts.into_iter().try_for_each(|part| look(part.get())),
    }
}
