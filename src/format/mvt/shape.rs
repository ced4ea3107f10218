//! The geometry of one feature in whole units of a tile: projected, clipped, simplified, rounded, and valid.
//! Whatever becomes too small to be anything is the smallest thing of its kind, so that no feature is lost.

use geo::Simplify;
use geo_types::{Coord, Geometry, LineString, Polygon};
use i_overlay::core::fill_rule::FillRule;
use i_overlay::core::overlay::{IntOverlayOptions, Overlay, ShapeType};
use i_overlay::core::overlay_rule::OverlayRule;
use i_overlay::i_float::int::point::IntPoint;

use super::{clip, project};
use crate::collection::places::Place;
use crate::query::tile::{BUFFER, DEEPEST, EXTENT, Tile};

/// Positions that lie less than this off the line without them are left out, in units: an eighth of a pixel of a
/// tile of 256. At the last zoom all are kept, for that one is enlarged.
const SIMPLER: f64 = 2.0;
/// The side of the smallest area, in units.
const SPECK: i32 = 4;

/// A position in whole units.
pub type At = Coord<i32>;

/// Parts of one kind each, for a feature of a tile has one kind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shape {
    /// Places.
    pub points: Vec<At>,
    /// Lines of two positions at least, no two neighbours alike.
    pub lines: Vec<Vec<At>>,
    /// Areas: the ring around each, then its holes, none closed by a repeated position.
    pub areas: Vec<Vec<Vec<At>>>,
}

impl Shape {
    fn is_empty(&self) -> bool {
        self.points.is_empty() && self.lines.is_empty() && self.areas.is_empty()
    }
}

/// What makes shapes; kept from feature to feature, so that its memory is.
pub struct Shaper {
    tile: Tile,
    simpler: f64,
    overlay: Overlay,
}

impl Shaper {
    /// For a tile.
    pub fn new(tile: Tile) -> Shaper {
        Shaper {
            tile,
            simpler: if tile.z() == DEEPEST { 0.0 } else { SIMPLER },
            overlay: Overlay::new_custom(64, IntOverlayOptions::ogc(), Default::default()),
        }
    }

    /// What of a place a tile shows; the place is known to share a point with it.
    pub fn shape(&mut self, place: &Place) -> Shape {
        let mut shape = Shape::default();
        match place {
            Place::Nowhere => {}
            Place::Point(at) => shape.points.push(self.point(*at)),
            Place::Shape(whole) => self.add(&whole.0, &mut shape),
        }
        shape
    }

    /// A place in whole units. It is cut down, not rounded: so it stays in the one tile in which it lies.
    pub fn point(&self, at: Coord<f64>) -> At {
        let at = project::point(self.tile, at);
        Coord { x: at.x.floor() as i32, y: at.y.floor() as i32 }
    }

    fn add(&mut self, geometry: &Geometry<f64>, to: &mut Shape) {
        match geometry {
            Geometry::Point(point) => self.add_points([point.0], to),
            Geometry::MultiPoint(points) => self.add_points(points.iter().map(|p| p.0), to),
            Geometry::LineString(line) => self.add_lines(std::slice::from_ref(line), to),
            Geometry::MultiLineString(lines) => self.add_lines(&lines.0, to),
            Geometry::Polygon(area) => self.add_areas(std::slice::from_ref(area), to),
            Geometry::MultiPolygon(areas) => self.add_areas(&areas.0, to),
            Geometry::GeometryCollection(parts) => parts.iter().for_each(|part| self.add(part, to)),
            // Nothing that is read makes one of these.
            Geometry::Line(_) | Geometry::Rect(_) | Geometry::Triangle(_) => {}
        }
    }

    fn add_points(&self, points: impl IntoIterator<Item = Coord<f64>>, to: &mut Shape) {
        // One more than the buffer: what lies on its very edge was found there.
        let within = -BUFFER - 1..=EXTENT + BUFFER + 1;
        let seen = points.into_iter().map(|at| self.point(at));
        to.points.extend(seen.filter(|at| within.contains(&at.x) && within.contains(&at.y)));
        to.points.sort_unstable_by_key(|at| (at.x, at.y));
        to.points.dedup();
    }

    /// Where a shape that meets the edge of the tile and no more is to be seen.
    fn edge(&self, first: Option<&Coord<f64>>) -> Option<At> {
        first.map(|at| rounded(clip::TILE.nearest(project::point(self.tile, *at))))
    }

    fn add_lines(&self, lines: &[LineString<f64>], to: &mut Shape) {
        let before = to.lines.len();
        let mut trace = None;
        for line in lines {
            let line = project::line(self.tile, &clip::TILE, line);
            for part in clip::TILE.lines(&line) {
                trace = trace.or_else(|| part.first().map(|at| rounded(*at)));
                let part = self.rounded(part);
                if part.len() > 1 {
                    to.lines.push(part);
                }
            }
        }
        // A part of a collection of geometries may lie elsewhere.
        let trace = trace.or_else(|| self.edge(lines.first()?.0.first()).filter(|_| to.is_empty()));
        if let (true, Some(at)) = (to.lines.len() == before, trace) {
            to.lines.push(vec![at, Coord { x: at.x + 1, y: at.y }]);
        }
    }

    fn add_areas(&mut self, areas: &[Polygon<f64>], to: &mut Shape) {
        let before = to.areas.len();
        let mut trace = None;
        self.overlay.clear();
        for area in areas {
            for ring in std::iter::once(area.exterior()).chain(area.interiors()) {
                let ring = clip::TILE.ring(project::line(self.tile, &clip::TILE, ring));
                trace = trace.or_else(|| ring.first().map(|at| rounded(*at)));
                let contour: Vec<IntPoint> =
                    self.rounded(ring).into_iter().map(|at| IntPoint::new(at.x, at.y)).collect();
                // The first position stands at the end once more.
                if contour.len() > 3 {
                    self.overlay.add_contour(&contour[..contour.len() - 1], ShapeType::Subject);
                }
            }
        }
        // Rings wind as RFC 7946 wants (collection::geometry), so what any part covers counts once.
        for area in self.overlay.overlay(OverlayRule::Subject, FillRule::NonZero) {
            let rings =
                area.into_iter().map(|ring| ring.into_iter().map(|p| Coord { x: p.x, y: p.y }).collect());
            to.areas.push(rings.collect());
        }
        let trace =
            trace.or_else(|| self.edge(areas.first()?.exterior().0.first()).filter(|_| to.is_empty()));
        if let (true, Some(Coord { x, y })) = (to.areas.len() == before, trace) {
            let corner = |dx, dy| Coord { x: x + dx, y: y + dy };
            to.areas.push(vec![vec![corner(0, 0), corner(SPECK, 0), corner(SPECK, SPECK), corner(0, SPECK)]]);
        }
    }

    /// Simplified, in whole units, without repeated positions.
    fn rounded(&self, path: Vec<Coord<f64>>) -> Vec<At> {
        let path = match self.simpler > 0.0 && path.len() > 2 {
            true => LineString::new(path).simplify(self.simpler).0,
            false => path,
        };
        let mut path: Vec<At> = path.into_iter().map(rounded).collect();
        path.dedup();
        path
    }
}

fn rounded(at: Coord<f64>) -> At {
    Coord { x: at.x.round() as i32, y: at.y.round() as i32 }
}
