//! What of a line or a ring lies within a square.

use geo_types::Coord;

use crate::query::tile::{BUFFER, EXTENT};

/// From `low` to `high` on both axes.
#[derive(Debug, Clone, Copy)]
pub struct Area {
    /// Its least coordinate.
    pub low: f64,
    /// Its greatest.
    pub high: f64,
}

/// A tile with its buffer.
pub const TILE: Area = Area { low: -(BUFFER as f64), high: (EXTENT + BUFFER) as f64 };

impl Area {
    /// Whether a stretch that reaches `more` beyond its ends lies wholly on one side.
    pub fn is_beside(&self, a: Coord<f64>, b: Coord<f64>, more: f64) -> bool {
        let (low, high) = (self.low - more, self.high + more);
        (a.x < low && b.x < low)
            || (a.x > high && b.x > high)
            || (a.y < low && b.y < low)
            || (a.y > high && b.y > high)
    }

    /// The nearest position within.
    pub fn nearest(&self, at: Coord<f64>) -> Coord<f64> {
        Coord { x: at.x.clamp(self.low, self.high), y: at.y.clamp(self.low, self.high) }
    }

    /// Whether a position lies within, edges included.
    pub fn holds(&self, at: Coord<f64>) -> bool {
        let within = |n: f64| n >= self.low && n <= self.high;
        within(at.x) && within(at.y)
    }

    /// The parts of a line within (Liang and Barsky: each stretch is a range of 0 to 1 that every edge cuts).
    pub fn lines(&self, line: &[Coord<f64>]) -> Vec<Vec<Coord<f64>>> {
        let mut parts: Vec<Vec<Coord<f64>>> = Vec::new();
        let mut open = false;
        for pair in line.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let Some((from, to)) = self.range(a, b) else {
                open = false;
                continue;
            };
            let at = |t: f64| Coord { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
            match parts.last_mut() {
                Some(part) if open && from == 0.0 => part.push(if to == 1.0 { b } else { at(to) }),
                _ => {
                    let start = if from == 0.0 { a } else { at(from) };
                    parts.push(vec![start, if to == 1.0 { b } else { at(to) }]);
                }
            }
            open = to == 1.0;
        }
        parts
    }

    fn range(&self, a: Coord<f64>, b: Coord<f64>) -> Option<(f64, f64)> {
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let edges =
            [(-dx, a.x - self.low), (dx, self.high - a.x), (-dy, a.y - self.low), (dy, self.high - a.y)];
        let (mut from, mut to) = (0.0_f64, 1.0_f64);
        for (toward, room) in edges {
            if toward == 0.0 {
                if room < 0.0 {
                    return None;
                }
            } else if toward < 0.0 {
                from = from.max(room / toward);
            } else {
                to = to.min(room / toward);
            }
        }
        (from <= to).then_some((from, to))
    }

    /// A closed ring within (Sutherland and Hodgman). Where the ring leaves and comes back, edges run along the
    /// square one over the other; what cleans the rings afterwards takes them out.
    pub fn ring(&self, ring: Vec<Coord<f64>>) -> Vec<Coord<f64>> {
        if ring.iter().all(|at| self.holds(*at)) {
            return ring;
        }
        let (low, high) = (self.low, self.high);
        let x = |at: Coord<f64>| at.x;
        let y = |at: Coord<f64>| at.y;
        let mut ring = half(ring, |at| x(at) - low);
        ring = half(ring, |at| high - x(at));
        ring = half(ring, |at| y(at) - low);
        half(ring, |at| high - y(at))
    }
}

/// What of a closed ring lies where `room` is not negative.
fn half(ring: Vec<Coord<f64>>, room: impl Fn(Coord<f64>) -> f64) -> Vec<Coord<f64>> {
    let mut out = Vec::with_capacity(ring.len() + 4);
    for pair in ring.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let (left, right) = (room(a), room(b));
        if left >= 0.0 {
            out.push(a);
        }
        if (left < 0.0) != (right < 0.0) {
            let t = left / (left - right);
            out.push(Coord { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });
        }
    }
    if let (Some(first), Some(last)) = (out.first().copied(), out.last().copied())
        && first != last
    {
        out.push(first);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIT: Area = Area { low: 0.0, high: 10.0 };

    fn path(of: &[(f64, f64)]) -> Vec<Coord<f64>> {
        of.iter().map(|(x, y)| Coord { x: *x, y: *y }).collect()
    }

    #[test]
    fn a_line_that_leaves_and_comes_back_is_two() {
        let line = path(&[(2.0, 5.0), (18.0, 5.0), (15.0, 8.0), (5.0, 8.0), (5.0, 9.0)]);
        let parts = UNIT.lines(&line);
        let wanted = [path(&[(2.0, 5.0), (10.0, 5.0)]), path(&[(10.0, 8.0), (5.0, 8.0), (5.0, 9.0)])];
        assert_eq!(parts, wanted);
        assert!(UNIT.lines(&path(&[(-5.0, 8.0), (3.0, 16.0)])).is_empty(), "past a corner");
        let across = UNIT.lines(&path(&[(-5.0, 5.0), (15.0, 5.0)]));
        assert_eq!(across, [path(&[(0.0, 5.0), (10.0, 5.0)])]);
    }

    #[test]
    fn a_ring_around_the_square_is_the_square() {
        let around = path(&[(-10.0, -10.0), (20.0, -10.0), (20.0, 20.0), (-10.0, 20.0), (-10.0, -10.0)]);
        let ring = UNIT.ring(around);
        let area: f64 = ring.windows(2).map(|p| p[0].x * p[1].y - p[1].x * p[0].y).sum::<f64>() / 2.0;
        assert!((area - 100.0).abs() < 1e-9, "{area}");
        assert_eq!(ring.first(), ring.last());
    }
}
