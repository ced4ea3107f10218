//! Edges that were meant to cross the 180th meridian.

use crate::collection::geometry::{Geometry, Position};

/// Whether an edge goes more than halfway around the world. One of the whole 360° is the edge of a map.
pub fn is_wide(geometry: &Geometry) -> bool {
    let wide = |line: &Vec<Position>| {
        line.windows(2).any(|ends| {
            let width = (ends[0].x - ends[1].x).abs();
            width > 180.0 && width < 360.0
        })
    };
    match geometry {
        Geometry::Point(_) | Geometry::MultiPoint(_) => false,
        Geometry::LineString(positions) => wide(positions),
        Geometry::MultiLineString(lines) | Geometry::Polygon(lines) => lines.iter().any(wide),
        Geometry::MultiPolygon(areas) => areas.iter().flatten().any(wide),
        Geometry::Collection(parts) => parts.iter().any(is_wide),
    }
}

/// What is said of features with such edges.
pub fn note(count: usize) -> Option<String> {
    let who = match count {
        0 => return None,
        1 => "One feature has".to_owned(),
        _ => format!("{count} features have"),
    };
    Some(format!(
        "{who} edges of more than 180° of longitude, which go the long way round; cut at the 180th meridian what \
         crosses it (RFC 7946, 3.1.9)."
    ))
}
