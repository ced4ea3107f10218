//! Geometry is what RFC 7946 says, and stands where the precision allows one.

use geojson::{Geometry, GeometryValue, Position};

use super::record::Record;
use crate::atlas::{Fault, Precision, Site};

/// Refuses a geometry where only the country is known and none where more is; a position
/// with an altitude; a line too short; a ring that is open or wound the wrong way; and
/// members that no geometry has.
pub fn geometry(record: &Record, faults: &mut Vec<Fault>) {
    for (file, project) in record.projects() {
        for (i, site) in project.sites.iter().enumerate() {
            let at = format!("/features/{i}/geometry");
            presence(file, &at, site, faults);
            if let Some(geometry) = &site.geometry {
                members(file, &at, geometry, faults);
                for (pointer, position) in positions(geometry) {
                    two_numbers(file, format!("{at}{pointer}"), position, faults);
                }
                lines(file, &at, &geometry.value, faults);
            }
        }
    }
}

/// Every position of a geometry with the pointer to it, in file order.
pub fn positions(geometry: &Geometry) -> Vec<(String, &Position)> {
    let mut all = Vec::new();
    fn line<'a>(prefix: String, line: &'a [Position], all: &mut Vec<(String, &'a Position)>) {
        all.extend(line.iter().enumerate().map(|(i, p)| (format!("{prefix}/{i}"), p)));
    }
    fn nested<'a>(prefix: &str, lines: &'a [Vec<Position>], all: &mut Vec<(String, &'a Position)>) {
        lines.iter().enumerate().for_each(|(i, l)| line(format!("{prefix}/{i}"), l, all));
    }
    let root = "/coordinates";
    match &geometry.value {
        GeometryValue::Point { coordinates } => all.push((root.to_owned(), coordinates)),
        GeometryValue::MultiPoint { coordinates } | GeometryValue::LineString { coordinates } => {
            line(root.to_owned(), coordinates, &mut all);
        }
        GeometryValue::MultiLineString { coordinates } | GeometryValue::Polygon { coordinates } => {
            nested(root, coordinates, &mut all);
        }
        GeometryValue::MultiPolygon { coordinates } => {
            for (i, polygon) in coordinates.iter().enumerate() {
                nested(&format!("{root}/{i}"), polygon, &mut all);
            }
        }
        GeometryValue::GeometryCollection { .. } => {}
    }
    all
}

fn presence(file: &str, at: &str, site: &Site, faults: &mut Vec<Fault>) {
    let country = site.precision == Precision::Country;
    if country && site.geometry.is_some() {
        let remedy = "write null, or say how well the place is known";
        faults.push(Fault::new(file, at, "only the country is known, and yet there is a geometry", remedy));
    }
    if !country && site.geometry.is_none() {
        let reason = format!("the place is known to `{}`, and yet there is no geometry", site.precision.id());
        let remedy = "give its coordinates, or write `country` as precision";
        faults.push(Fault::new(file, at, reason, remedy));
    }
}

fn members(file: &str, at: &str, geometry: &Geometry, faults: &mut Vec<Fault>) {
    let foreign = geometry.foreign_members.iter().flat_map(|members| members.keys().map(String::as_str));
    for key in foreign.chain(geometry.bbox.iter().map(|_| "bbox")) {
        let pointer = format!("{at}/{key}");
        faults.push(Fault::new(file, pointer, format!("unknown key `{key}`"), "remove it"));
    }
    if matches!(geometry.value, GeometryValue::GeometryCollection { .. }) {
        let remedy = "make each geometry a site, or use a Multi… geometry";
        let pointer = format!("{at}/type");
        faults.push(Fault::new(file, pointer, "a site has one kind of geometry", remedy));
    }
}

fn two_numbers(file: &str, pointer: String, position: &Position, faults: &mut Vec<Fault>) {
    if position.len() != 2 {
        let remedy = "write longitude and latitude: [-65.3, -24.19]";
        faults.push(Fault::new(file, pointer, "a position has two numbers", remedy));
    }
}

fn lines(file: &str, at: &str, value: &GeometryValue, faults: &mut Vec<Fault>) {
    let mut short = |pointer: String, line: &[Position], least: usize, what: &str| {
        if line.len() < least {
            let reason = format!("a {what} has at least {least} positions");
            faults.push(Fault::new(file, pointer, reason, "add the missing ones, or use another geometry"));
        }
    };
    let root = format!("{at}/coordinates");
    match value {
        GeometryValue::LineString { coordinates } => short(root, coordinates, 2, "line"),
        GeometryValue::MultiPoint { coordinates } => short(root, coordinates, 1, "multipoint"),
        GeometryValue::MultiLineString { coordinates } => {
            for (i, line) in coordinates.iter().enumerate() {
                short(format!("{root}/{i}"), line, 2, "line");
            }
        }
        GeometryValue::Polygon { coordinates } => rings(file, &root, coordinates, faults),
        GeometryValue::MultiPolygon { coordinates } => {
            for (i, polygon) in coordinates.iter().enumerate() {
                rings(file, &format!("{root}/{i}"), polygon, faults);
            }
        }
        GeometryValue::Point { .. } | GeometryValue::GeometryCollection { .. } => {}
    }
}

/// RFC 7946, 3.1.6: four or more positions, closed, the outer ring counterclockwise, holes clockwise.
fn rings(file: &str, at: &str, rings: &[Vec<Position>], faults: &mut Vec<Fault>) {
    if rings.is_empty() {
        faults.push(Fault::new(file, at, "a polygon has an outer ring", "give its ring, or write null"));
    }
    for (i, ring) in rings.iter().enumerate() {
        let pointer = format!("{at}/{i}");
        if ring.len() < 4 || ring.first() != ring.last() {
            let remedy = "give at least four positions, the last equal to the first";
            faults.push(Fault::new(file, pointer, "this ring is not closed", remedy));
            continue;
        }
        let (wanted, name) = if i == 0 { (1.0, "counterclockwise") } else { (-1.0, "clockwise") };
        if twice_the_area(ring) * wanted <= 0.0 {
            let which = if i == 0 { "an outer ring" } else { "a hole" };
            let reason = format!("{which} runs {name}, this one does not");
            faults.push(Fault::new(file, pointer, reason, "list its positions in reverse order"));
        }
    }
}

/// Positive where the ring runs counterclockwise.
fn twice_the_area(ring: &[Position]) -> f64 {
    let xy =
        |p: &Position| p.as_slice().first().copied().zip(p.as_slice().get(1).copied()).unwrap_or_default();
    ring.windows(2)
        .map(|pair| {
            let ((x0, y0), (x1, y1)) = (xy(&pair[0]), xy(&pair[1]));
            x0 * y1 - x1 * y0
        })
        .sum()
}
