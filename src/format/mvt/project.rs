//! From longitude and latitude to units of a tile.

use geo_types::{Coord, LineString};

use super::clip::Area;
use crate::query::tile::Tile;

/// A straight line in degrees may lie this many units off the one that is drawn between its ends.
const NEAR: f64 = 1.0;
/// So often a stretch is halved at most.
const HALVED: u8 = 16;

/// A place.
pub fn point(tile: Tile, at: Coord<f64>) -> Coord<f64> {
    let [x, y] = tile.units(at.x, at.y);
    Coord { x, y }
}

/// A line, with more positions where it is straight in degrees (RFC 7946, 3.1.1) and thus bent here. Away from
/// the area nothing is added: what is drawn there is nobody's to see.
pub fn line(tile: Tile, area: &Area, line: &LineString<f64>) -> Vec<Coord<f64>> {
    let mut out = Vec::with_capacity(line.0.len());
    let mut last: Option<(Coord<f64>, Coord<f64>)> = None;
    for at in &line.0 {
        let here = (*at, point(tile, *at));
        if let Some(before) = last {
            bend(tile, area, before, here, HALVED, &mut out);
        }
        out.push(here.1);
        last = Some(here);
    }
    out
}

/// Puts what stands between two positions, each in degrees and in units.
fn bend(
    tile: Tile,
    area: &Area,
    (a, from): (Coord<f64>, Coord<f64>),
    (b, to): (Coord<f64>, Coord<f64>),
    left: u8,
    out: &mut Vec<Coord<f64>>,
) {
    // Along a meridian or a parallel both are straight.
    if left == 0 || a.y == b.y || a.x == b.x {
        return;
    }
    let middle = Coord { x: (a.x + b.x) / 2.0, y: (a.y + b.y) / 2.0 };
    let seen = point(tile, middle);
    // Across the equator it bends both ways, and the middle may lie on the straight line all the same.
    let off = match a.y * b.y < 0.0 && (a.y - b.y).abs() > 1.0 {
        true => f64::INFINITY,
        false => (seen.y - (from.y + to.y) / 2.0).abs(),
    };
    if off <= NEAR || area.is_beside(from, to, off) {
        return;
    }
    bend(tile, area, (a, from), (middle, seen), left - 1, out);
    out.push(seen);
    bend(tile, area, (middle, seen), (b, to), left - 1, out);
}
