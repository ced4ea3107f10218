//! Writes a geometry as compact GeoJSON.

use std::io::Write;

use super::geometry::{Geometry, Position};

impl Geometry {
    /// Puts the GeoJSON of the geometry at the end of `out`.
    pub fn write_json(&self, out: &mut Vec<u8>) {
        let kind = match self {
            Geometry::Point(_) => "Point",
            Geometry::MultiPoint(_) => "MultiPoint",
            Geometry::LineString(_) => "LineString",
            Geometry::MultiLineString(_) => "MultiLineString",
            Geometry::Polygon(_) => "Polygon",
            Geometry::MultiPolygon(_) => "MultiPolygon",
            Geometry::Collection(parts) => {
                out.extend_from_slice(br#"{"type":"GeometryCollection","geometries":"#);
                list(out, parts, |out, part| part.write_json(out));
                return out.push(b'}');
            }
        };
        out.extend_from_slice(br#"{"type":""#);
        out.extend_from_slice(kind.as_bytes());
        out.extend_from_slice(br#"","coordinates":"#);
        match self {
            Geometry::Point(point) => position(out, point),
            Geometry::MultiPoint(positions) | Geometry::LineString(positions) => line(out, positions),
            Geometry::MultiLineString(lines) | Geometry::Polygon(lines) => lines_of(out, lines),
            Geometry::MultiPolygon(areas) => list(out, areas, |out, area| lines_of(out, area)),
            Geometry::Collection(_) => {}
        }
        out.push(b'}');
    }
}

fn list<T>(out: &mut Vec<u8>, items: &[T], write: impl Fn(&mut Vec<u8>, &T)) {
    out.push(b'[');
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        write(out, item);
    }
    out.push(b']');
}

fn line(out: &mut Vec<u8>, positions: &[Position]) {
    list(out, positions, position);
}

fn lines_of(out: &mut Vec<u8>, lines: &[Vec<Position>]) {
    list(out, lines, |out, positions| line(out, positions));
}

fn position(out: &mut Vec<u8>, position: &Position) {
    // `Display` of a float has no exponent and prints 5 for 5.0. Writing to memory does not fail.
    let _ = match position.z {
        Some(z) => write!(out, "[{},{},{z}]", position.x, position.y),
        None => write!(out, "[{},{}]", position.x, position.y),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn served(text: &str, decimals: u8) -> String {
        let mut out = Vec::new();
        if let Some(geometry) = Geometry::read(text, Some(decimals)).expect("a geometry") {
            geometry.write_json(&mut out);
        }
        String::from_utf8(out).expect("UTF-8")
    }

    #[test]
    fn a_geometry_is_served_rounded_and_without_blanks() {
        let text = r#"{"type": "Point", "coordinates": [-65.29999999, -0.0000001, 1250.5, 7]}"#;
        assert_eq!(served(text, 6), r#"{"type":"Point","coordinates":[-65.3,0,1250.5]}"#);
        assert_eq!(
            served(r#"{"type":"LineString","coordinates":[[1e-6,2],[3,4.45]]}"#, 1),
            r#"{"type":"LineString","coordinates":[[0,2],[3,4.5]]}"#
        );
        for empty in ["[]", "[ ]", "[\n]"] {
            assert_eq!(served(&format!(r#"{{"coordinates":{empty},"type":"Point"}}"#), 6), "");
        }
    }

    #[test]
    fn rings_are_wound_by_the_right_hand_rule() {
        let clockwise =
            r#"{"type":"Polygon","coordinates":[[[0,0],[0,4],[4,4],[4,0],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]}"#;
        let right =
            r#"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[2,2],[2,1],[1,1]]]}"#;
        assert_eq!(served(clockwise, 6), right);
        assert_eq!(served(right, 6), right);
    }

    #[test]
    fn what_is_no_place_on_earth_is_refused() {
        for (text, told) in [
            (r#"{"type":"Point","coordinates":[500000,7200000]}"#, "longitude"),
            (r#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1]]]}"#, "ring"),
            (r#"{"type":"Circle","coordinates":[1,2]}"#, "Circle"),
            (r#"{"type":"Point","coordinates":[1]}"#, "position"),
        ] {
            let error = Geometry::read(text, None).expect_err(text).to_string();
            assert!(error.contains(told), "{error}");
        }
    }
}
