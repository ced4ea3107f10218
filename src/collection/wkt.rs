//! Well-known text (OGC 06-103r4, 7), longitude first; heights where every position has one.

use std::fmt::Write;

use super::geometry::{Geometry, Position};

impl Geometry {
    /// Well-known text.
    pub fn wkt(&self) -> String {
        let mut out = String::new();
        whole(self, self.has_heights(), &mut out);
        out
    }
}

fn whole(geometry: &Geometry, heights: bool, out: &mut String) {
    out.push_str(&geometry.name().to_uppercase());
    out.push_str(if heights { " Z " } else { " " });
    let line = |line: &Vec<Position>, out: &mut String| list(line, out, |p, out| position(p, heights, out));
    let lines = |lines: &Vec<Vec<Position>>, out: &mut String| list(lines, out, line);
    match geometry {
        Geometry::Point(at) => list(std::slice::from_ref(at), out, |p, out| position(p, heights, out)),
        Geometry::MultiPoint(points) => {
            list(points, out, |p, out| {
                list(std::slice::from_ref(p), out, |p, out| position(p, heights, out))
            });
        }
        Geometry::LineString(positions) => line(positions, out),
        Geometry::MultiLineString(parts) | Geometry::Polygon(parts) => lines(parts, out),
        Geometry::MultiPolygon(areas) => list(areas, out, lines),
        Geometry::Collection(parts) => list(parts, out, |part, out| whole(part, heights, out)),
    }
}

fn list<T>(parts: &[T], out: &mut String, mut each: impl FnMut(&T, &mut String)) {
    out.push('(');
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            out.push_str(", ");
        }
        each(part, out);
    }
    out.push(')');
}

fn position(at: &Position, heights: bool, out: &mut String) {
    // Writing to memory does not fail.
    let _ = match at.z.filter(|_| heights) {
        Some(z) => write!(out, "{} {} {z}", at.x, at.y),
        None => write!(out, "{} {}", at.x, at.y),
    };
}
