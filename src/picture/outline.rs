//! Lines and rings on the world of zoom 0, and their way into a picture: scaled, clipped, thinned. The
//! page's `geometry.ts` does the same.

use std::fmt::Write as _;

use geo_types::{LineString, MultiPolygon};

use super::projection::{Window, mercator_x, mercator_y};

/// A line or ring in pixels of the world at zoom 0.
#[derive(Debug, Clone)]
pub struct Line {
    at: Vec<[f64; 2]>,
    closed: bool,
    /// Its bounds.
    pub bounds: Window,
}

impl Line {
    fn new(line: &LineString<f64>, closed: bool) -> Line {
        let at: Vec<[f64; 2]> = line.0.iter().map(|c| [mercator_x(c.x), mercator_y(c.y)]).collect();
        let mut bounds = Window {
            left: f64::INFINITY,
            top: f64::INFINITY,
            right: f64::NEG_INFINITY,
            bottom: f64::NEG_INFINITY,
        };
        for [x, y] in &at {
            bounds.left = bounds.left.min(*x);
            bounds.right = bounds.right.max(*x);
            bounds.top = bounds.top.min(*y);
            bounds.bottom = bounds.bottom.max(*y);
        }
        Line { at, closed, bounds }
    }

    /// Lines that do not close.
    pub fn open<'a>(lines: impl IntoIterator<Item = &'a LineString<f64>>) -> Vec<Line> {
        lines.into_iter().map(|line| Line::new(line, false)).collect()
    }

    /// The rings of areas.
    pub fn rings<'a>(areas: impl IntoIterator<Item = &'a MultiPolygon<f64>>) -> Vec<Line> {
        let polygons = areas.into_iter().flat_map(|area| &area.0);
        let rings = polygons.flat_map(|p| std::iter::once(p.exterior()).chain(p.interiors()));
        rings.map(|ring| Line::new(ring, true)).collect()
    }

    /// Square pixels of its bounds.
    pub fn extent(&self) -> f64 {
        self.bounds.width() * self.bounds.height()
    }
}

/// An island smaller than this is a speck of coastline, not land.
const SPECK: f64 = 1.6;
/// Two points nearer than this in the picture are one.
const NEAR: f64 = 0.55;

/// Path data of lines as seen through a window, in pixels of its upper left corner; `scale` is 2^zoom.
/// What lies outside is cut off, so paths stay short at deep zooms.
pub fn path_data<'a>(lines: impl IntoIterator<Item = &'a Line>, scale: f64, seen: &Window) -> String {
    // A little beyond the edge, so that no cut is seen.
    let frame = seen.grown(4.0).scaled(1.0 / scale);
    let mut out = String::new();
    for line in lines {
        let (b, f) = (&line.bounds, &frame);
        let apart = b.right < f.left || b.left > f.right || b.bottom < f.top || b.top > f.bottom;
        if apart || b.width().max(b.height()) * scale < SPECK {
            continue;
        }
        if b.inside(f) {
            write(&mut out, &line.at, line.closed, scale, seen);
        } else if line.closed {
            write(&mut out, &clip_ring(&line.at, f), true, scale, seen);
        } else {
            for piece in clip_line(&line.at, f) {
                write(&mut out, &piece, false, scale, seen);
            }
        }
    }
    out
}

fn write(out: &mut String, at: &[[f64; 2]], closed: bool, scale: f64, origin: &Window) {
    let (start, mut points, mut last) = (out.len(), 0, [f64::INFINITY; 2]);
    for (i, [x, y]) in at.iter().enumerate() {
        let (x, y) = (x * scale - origin.left, y * scale - origin.top);
        let ends = i + 1 == at.len() && !closed;
        if (x - last[0]).abs() < NEAR && (y - last[1]).abs() < NEAR && !ends {
            continue;
        }
        let _ = write!(out, "{}{x:.1} {y:.1}", if points == 0 { 'M' } else { 'L' });
        points += 1;
        last = [x, y];
    }
    if points <= if closed { 2 } else { 1 } {
        out.truncate(start);
    } else if closed {
        out.push('Z');
    }
}

/// Keeps the stretches that may cross the frame.
fn clip_line(at: &[[f64; 2]], frame: &Window) -> Vec<Vec<[f64; 2]>> {
    let mut pieces = Vec::new();
    let mut piece: Vec<[f64; 2]> = Vec::new();
    for pair in at.windows(2) {
        let ([x, y], [u, v]) = (pair[0], pair[1]);
        let outside = x.max(u) < frame.left
            || x.min(u) > frame.right
            || y.max(v) < frame.top
            || y.min(v) > frame.bottom;
        if outside {
            if !piece.is_empty() {
                pieces.push(std::mem::take(&mut piece));
            }
            continue;
        }
        if piece.is_empty() {
            piece.push(pair[0]);
        }
        piece.push(pair[1]);
    }
    if !piece.is_empty() {
        pieces.push(piece);
    }
    pieces
}

/// Sutherland and Hodgman: a ring cut by each side of the frame in turn.
fn clip_ring(at: &[[f64; 2]], frame: &Window) -> Vec<[f64; 2]> {
    let mut ring = at.to_vec();
    for (axis, limit, keep) in
        [(0, frame.left, 1.0), (0, frame.right, -1.0), (1, frame.top, 1.0), (1, frame.bottom, -1.0)]
    {
        let mut cut = Vec::with_capacity(ring.len());
        for (i, &a) in ring.iter().enumerate() {
            let b = ring[(i + 1) % ring.len()];
            let (in_a, in_b) = ((a[axis] - limit) * keep >= 0.0, (b[axis] - limit) * keep >= 0.0);
            if in_a {
                cut.push(a);
            }
            if in_a != in_b {
                let t = (limit - a[axis]) / (b[axis] - a[axis]);
                let mut at = [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
                at[axis] = limit;
                cut.push(at);
            }
        }
        ring = cut;
    }
    ring
}

/// Whether a point of the world at zoom 0 lies in a set of rings, by the even-odd rule.
pub fn in_rings<'a>(rings: impl IntoIterator<Item = &'a Line>, x: f64, y: f64) -> bool {
    let mut inside = false;
    for Line { at, bounds: b, .. } in rings {
        if x < b.left || x > b.right || y < b.top || y > b.bottom {
            continue;
        }
        let mut j = at.len() - 1;
        for i in 0..at.len() {
            let ([xi, yi], [xj, yj]) = (at[i], at[j]);
            if (yi > y) != (yj > y) && x < (xj - xi) * (y - yi) / (yj - yi) + xi {
                inside = !inside;
            }
            j = i;
        }
    }
    inside
}
