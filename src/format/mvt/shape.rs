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
/// So many positions are simplified at once: each may lie one deeper than the one before, and all are gone through
/// again for each.
const AT_ONCE: usize = 512;
/// A shape with more positions is simplified until it has fewer, for rings that cross themselves everywhere take
/// the square of the time. A coast that is drawn to the unit has about as many.
const MOST_POSITIONS: usize = 20_000;
/// The same for one that is longer, in units: a line beside the next in every pixel of a tile of 256.
const LONGEST: i64 = 1_000_000;
/// So many positions for all shapes of a tile. Beyond them each has few.
const MOST_OF_TILE: usize = 1_000_000;
const FEW_POSITIONS: usize = 64;
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
    /// Positions written.
    written: usize,
}

impl Shaper {
    /// For a tile.
    pub fn new(tile: Tile) -> Shaper {
        Shaper {
            tile,
            simpler: if tile.z() == DEEPEST { 0.0 } else { SIMPLER },
            overlay: Overlay::new_custom(64, IntOverlayOptions::ogc(), Default::default()),
            written: 0,
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

    fn add_lines(&mut self, lines: &[LineString<f64>], to: &mut Shape) {
        let before = to.lines.len();
        let parts: Vec<_> = (lines.iter())
            .flat_map(|line| clip::TILE.lines(&project::line(self.tile, &clip::TILE, line)))
            .collect();
        let trace = parts.first().and_then(|part| part.first()).map(|at| rounded(*at));
        to.lines.extend(self.rounded(parts).into_iter().filter(|part| part.len() > 1));
        // A part of a collection of geometries may lie elsewhere.
        let first = lines.first().and_then(|line| line.0.first());
        let trace = trace.or_else(|| self.edge(first).filter(|_| to.is_empty()));
        if let (true, Some(at)) = (to.lines.len() == before, trace) {
            to.lines.push(vec![at, Coord { x: at.x + 1, y: at.y }]);
        }
    }

    fn add_areas(&mut self, areas: &[Polygon<f64>], to: &mut Shape) {
        let before = to.areas.len();
        let rings: Vec<_> = (areas.iter())
            .flat_map(|area| std::iter::once(area.exterior()).chain(area.interiors()))
            .map(|ring| clip::TILE.ring(project::line(self.tile, &clip::TILE, ring)))
            .collect();
        let trace = rings.iter().find_map(|ring| ring.first()).map(|at| rounded(*at));
        self.overlay.clear();
        for ring in self.rounded(rings) {
            // The first position stands at the end once more.
            if let [around @ .., _] = ring.as_slice()
                && around.len() > 2
            {
                let contour: Vec<IntPoint> = around.iter().map(|at| IntPoint::new(at.x, at.y)).collect();
                self.overlay.add_contour(&contour, ShapeType::Subject);
            }
        }
        // Rings wind as RFC 7946 wants (collection::geometry), so what any part covers counts once.
        for area in self.overlay.overlay(OverlayRule::Subject, FillRule::NonZero) {
            let rings =
                area.into_iter().map(|ring| ring.into_iter().map(|p| Coord { x: p.x, y: p.y }).collect());
            to.areas.push(rings.collect());
        }
        let first = areas.first().and_then(|area| area.exterior().0.first());
        let trace = trace.or_else(|| self.edge(first).filter(|_| to.is_empty()));
        if let (true, Some(Coord { x, y })) = (to.areas.len() == before, trace) {
            let corner = |dx, dy| Coord { x: x + dx, y: y + dy };
            to.areas.push(vec![vec![corner(0, 0), corner(SPECK, 0), corner(SPECK, SPECK), corner(0, SPECK)]]);
        }
    }

    /// Paths of one shape: simplified, in whole units, without repeated positions.
    fn rounded(&mut self, mut paths: Vec<Vec<Coord<f64>>>) -> Vec<Vec<At>> {
        let most = if self.written < MOST_OF_TILE { MOST_POSITIONS } else { FEW_POSITIONS };
        let mut by = self.simpler;
        loop {
            if by > 0.0 {
                paths = paths.into_iter().map(|path| simplified(path, by)).collect();
            }
            let whole: Vec<Vec<At>> = paths.iter().map(|path| in_units(path)).collect();
            // What is drawn as nothing counts as nothing.
            let count = whole.iter().map(Vec::len).filter(|len| *len > 1).sum::<usize>();
            let length: i64 = whole.iter().map(|path| length(path)).sum();
            if (count <= most && length <= LONGEST) || by >= f64::from(EXTENT) {
                self.written += count;
                return whole;
            }
            by = SIMPLER.max(by * 4.0);
        }
    }
}

/// Without the positions that lie less than so many units off the line between others (Douglas and Peucker).
fn simplified(mut path: Vec<Coord<f64>>, by: f64) -> Vec<Coord<f64>> {
    loop {
        let mut out = Vec::new();
        out.extend(path.first());
        let mut rest = path.as_slice();
        while rest.len() > 1 {
            let (part, _) = rest.split_at(rest.len().min(AT_ONCE));
            out.extend(LineString::from(part.to_vec()).simplify(by).0.into_iter().skip(1));
            rest = rest.get(part.len() - 1..).unwrap_or_default();
        }
        // Where one part met the next, a position may be left that the whole can do without.
        if path.len() <= AT_ONCE || out.len() > path.len() / 2 {
            return out;
        }
        path = out;
    }
}

/// How long a path is, by the longer axis of each stretch.
fn length(path: &[At]) -> i64 {
    let stretch = |pair: &[At]| (pair[1].x - pair[0].x).abs().max((pair[1].y - pair[0].y).abs());
    path.windows(2).map(|pair| i64::from(stretch(pair))).sum()
}

fn in_units(path: &[Coord<f64>]) -> Vec<At> {
    let mut path: Vec<At> = path.iter().map(|at| rounded(*at)).collect();
    path.dedup();
    path
}

fn rounded(at: Coord<f64>) -> At {
    Coord { x: at.x.round() as i32, y: at.y.round() as i32 }
}
