//! How far a geometry of a projected system reaches in degrees.

use super::Projection;
use crate::collection::geometry::{Geometry, Position};

/// All of the world: west, south, east, north.
pub const WORLD: [f64; 4] = [-180.0, -90.0, 180.0, 90.0];
/// Points on each edge that say how far it reaches: what is straight in the system is bent in degrees.
const STEPS: u32 = 20;
/// What a way there and back may be off, in metres.
const NEAR: f64 = 1.0;

/// A box in degrees that holds the geometry. Where the system cannot be followed so far, it is the whole world:
/// beyond, its formulas give places that are none, and around a pole no box of its edge holds its inside.
pub fn reach(projection: &Projection, geometry: &Geometry) -> [f64; 4] {
    let mut bounds = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    let mut sound = true;
    each_line(geometry, &mut |line| {
        let mut before: Option<f64> = None;
        sound = sound
            && along(line).all(|at| {
                let Some([x, y]) = place(projection, at) else { return false };
                bounds = [bounds[0].min(x), bounds[1].min(y), bounds[2].max(x), bounds[3].max(y)];
                // Two points side by side lie far apart where the 180th meridian is between them.
                before.replace(x).is_none_or(|before| (x - before).abs() < 90.0)
            });
    });
    let [west, south, east, north] = bounds;
    // Between two points of an edge it may reach a little farther; what is too much is sorted out exactly.
    let (wide, tall) = ((east - west) * 0.01 + 1e-6, (north - south) * 0.01 + 1e-6);
    let (west, east) = (west - wide, east + wide);
    match sound && west >= -180.0 && east <= 180.0 {
        true => [west, (south - tall).max(-90.0), east, (north + tall).min(90.0)],
        false => WORLD,
    }
}

/// The place in degrees, if the way back leads to where it came from.
fn place(projection: &Projection, [a, b]: [f64; 2]) -> Option<[f64; 2]> {
    let place = projection.unproject([a, b])?;
    let [c, d] = projection.project(place)?;
    ((a - c).abs() <= NEAR && (b - d).abs() <= NEAR).then_some(place)
}

/// Points along a line, both ends among them.
fn along(line: &[Position]) -> impl Iterator<Item = [f64; 2]> {
    let edges = line.windows(2).flat_map(|edge| {
        let (from, to) = (edge[0], edge[1]);
        (0..STEPS).map(move |step| {
            let share = f64::from(step) / f64::from(STEPS);
            [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share]
        })
    });
    edges.chain(line.last().map(|last| [last.x, last.y]))
}

fn each_line(geometry: &Geometry, visit: &mut impl FnMut(&[Position])) {
    match geometry {
        Geometry::Point(point) => visit(std::slice::from_ref(point)),
        Geometry::MultiPoint(points) => points.iter().for_each(|point| visit(std::slice::from_ref(point))),
        Geometry::LineString(line) => visit(line),
        Geometry::MultiLineString(lines) | Geometry::Polygon(lines) => {
            lines.iter().for_each(|line| visit(line));
        }
        Geometry::MultiPolygon(areas) => areas.iter().flatten().for_each(|line| visit(line)),
        Geometry::Collection(parts) => parts.iter().for_each(|part| each_line(part, visit)),
    }
}
