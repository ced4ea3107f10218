//! A geometry as it is served: rounded, wound by the right-hand rule, positions of longitude, latitude
//! and at most a height (RFC 7946, 3.1).

use geo_types::{Coord, LineString, Point, Polygon};

use super::GeometryType;

/// Longitude and latitude in degrees, and a height in metres where there is one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// Longitude.
    pub x: f64,
    /// Latitude.
    pub y: f64,
    /// Height.
    pub z: Option<f64>,
}

/// A geometry by its positions.
#[derive(Debug, Clone, PartialEq)]
pub enum Geometry {
    /// One position.
    Point(Position),
    /// Positions.
    MultiPoint(Vec<Position>),
    /// A line.
    LineString(Vec<Position>),
    /// Lines.
    MultiLineString(Vec<Vec<Position>>),
    /// A ring around an area, then its holes.
    Polygon(Vec<Vec<Position>>),
    /// Areas.
    MultiPolygon(Vec<Vec<Vec<Position>>>),
    /// Several of any kind.
    Collection(Vec<Geometry>),
}

impl Geometry {
    /// Visits every position.
    pub(super) fn each_position(&mut self, visit: &mut impl FnMut(&mut Position)) {
        match self {
            Geometry::Point(position) => visit(position),
            Geometry::MultiPoint(line) | Geometry::LineString(line) => line.iter_mut().for_each(visit),
            Geometry::MultiLineString(lines) | Geometry::Polygon(lines) => {
                lines.iter_mut().flatten().for_each(visit);
            }
            Geometry::MultiPolygon(areas) => areas.iter_mut().flatten().flatten().for_each(visit),
            Geometry::Collection(parts) => {
                for part in parts {
                    part.each_position(visit);
                }
            }
        }
    }

    /// Visits every position until one is refused.
    pub fn try_each(&mut self, visit: &mut impl FnMut(&mut Position) -> Option<()>) -> Option<()> {
        let mut all = Some(());
        self.each_position(&mut |position| {
            if all.is_some() {
                all = visit(position);
            }
        });
        all
    }

    /// Makes the ends of each ring one; winds the outer ring counterclockwise, holes clockwise (RFC 7946, 3.1.6).
    pub(super) fn wind(&mut self) {
        let areas = match self {
            Geometry::Polygon(polygon) => std::slice::from_mut(polygon),
            Geometry::MultiPolygon(areas) => areas.as_mut_slice(),
            Geometry::Collection(parts) => return parts.iter_mut().for_each(Geometry::wind),
            _ => return,
        };
        for (at, ring) in areas.iter_mut().flat_map(|area| area.iter_mut().enumerate()) {
            let [first, .., last] = ring.as_mut_slice() else { continue };
            *last = *first;
            let Position { x, y, .. } = *first;
            // From its first position: of a small ring far from 0 the products would drown what they differ by.
            let cross = |p: &[Position]| (p[0].x - x) * (p[1].y - y) - (p[1].x - x) * (p[0].y - y);
            let doubled: f64 = ring.windows(2).map(cross).sum();
            if (at == 0) == (doubled < 0.0) && doubled != 0.0 {
                ring.reverse();
            }
        }
    }

    /// West, south, east, north.
    pub fn bounds(&mut self) -> [f64; 4] {
        let mut bounds = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
        self.each_position(&mut |p| {
            bounds = [bounds[0].min(p.x), bounds[1].min(p.y), bounds[2].max(p.x), bounds[3].max(p.y)];
        });
        bounds
    }

    /// Whether every position has a height.
    pub fn has_heights(&self) -> bool {
        let line = |line: &[Position]| line.iter().all(|p| p.z.is_some());
        let lines = |lines: &[Vec<Position>]| lines.iter().all(|l| line(l));
        match self {
            Geometry::Point(position) => position.z.is_some(),
            Geometry::MultiPoint(positions) | Geometry::LineString(positions) => line(positions),
            Geometry::MultiLineString(parts) | Geometry::Polygon(parts) => lines(parts),
            Geometry::MultiPolygon(areas) => areas.iter().all(|area| lines(area)),
            Geometry::Collection(parts) => parts.iter().all(Geometry::has_heights),
        }
    }

    /// The word in `type` (RFC 7946, 1.4).
    pub fn name(&self) -> &'static str {
        match self {
            Geometry::Point(_) => "Point",
            Geometry::MultiPoint(_) => "MultiPoint",
            Geometry::LineString(_) => "LineString",
            Geometry::MultiLineString(_) => "MultiLineString",
            Geometry::Polygon(_) => "Polygon",
            Geometry::MultiPolygon(_) => "MultiPolygon",
            Geometry::Collection(_) => "GeometryCollection",
        }
    }

    /// The kind in one word.
    pub fn kind(&self) -> GeometryType {
        match self {
            Geometry::Point(_) => GeometryType::Point,
            Geometry::MultiPoint(_) => GeometryType::MultiPoint,
            Geometry::LineString(_) => GeometryType::LineString,
            Geometry::MultiLineString(_) => GeometryType::MultiLineString,
            Geometry::Polygon(_) => GeometryType::Polygon,
            Geometry::MultiPolygon(_) => GeometryType::MultiPolygon,
            Geometry::Collection(_) => GeometryType::Any,
        }
    }

    /// The same for exact tests; heights do not take part in them.
    pub fn to_geo(&self) -> geo_types::Geometry<f64> {
        let coord = |p: &Position| Coord { x: p.x, y: p.y };
        let line = |line: &Vec<Position>| LineString::new(line.iter().map(coord).collect());
        let area = |rings: &Vec<Vec<Position>>| {
            let mut rings = rings.iter().map(line);
            let outer = rings.next().unwrap_or_else(|| LineString::new(Vec::new()));
            Polygon::new(outer, rings.collect())
        };
        match self {
            Geometry::Point(p) => geo_types::Geometry::Point(Point(coord(p))),
            Geometry::MultiPoint(points) => {
                let points = points.iter().map(|p| Point(coord(p))).collect();
                geo_types::Geometry::MultiPoint(geo_types::MultiPoint(points))
            }
            Geometry::LineString(positions) => geo_types::Geometry::LineString(line(positions)),
            Geometry::MultiLineString(lines) => geo_types::Geometry::MultiLineString(
                geo_types::MultiLineString(lines.iter().map(line).collect()),
            ),
            Geometry::Polygon(rings) => geo_types::Geometry::Polygon(area(rings)),
            Geometry::MultiPolygon(areas) => {
                geo_types::Geometry::MultiPolygon(geo_types::MultiPolygon(areas.iter().map(area).collect()))
            }
            Geometry::Collection(parts) => geo_types::Geometry::GeometryCollection(
                parts.iter().map(Geometry::to_geo).collect::<Vec<_>>().into(),
            ),
        }
    }
}

/// Whether positions bound an area. Ends that are a decimetre apart or less were meant to be one: files are written
/// by programs that round.
pub fn is_ring(ring: &[Position]) -> bool {
    const NEAR: f64 = 1e-6;
    let near = |a: f64, b: f64| (a - b).abs() <= NEAR;
    let ends = ring.first().zip(ring.last());
    ring.len() >= 4 && ends.is_some_and(|(first, last)| near(first.x, last.x) && near(first.y, last.y))
}

/// To the nearest number of this many decimals; what comes out prints with no more than that.
pub fn round(value: f64, decimals: u8) -> f64 {
    let scale = 10f64.powi(i32::from(decimals));
    // Adding 0 makes -0 a 0. Both operands of the division are whole, so its result is the number
    // nearest to the decimal, the one a reader gets back from the text.
    let scaled = value * scale;
    // What has no such decimals in a double needs no rounding.
    if scaled.is_finite() { scaled.round() / scale + 0.0 } else { value }
}
