//! Writes the geometry of a feature: every position by its distance from the one before (MVT 2.1, 4.3).

use super::shape::At;
use super::wire::{varint, zigzag};

/// Commands (MVT 2.1, 4.3.1).
const MOVE: u32 = 1;
const LINE: u32 = 2;
const CLOSE: u32 = 7;

/// Begins at the north-western corner of the tile.
pub struct Pen<'o> {
    out: &'o mut Vec<u8>,
    x: i32,
    y: i32,
}

impl<'o> Pen<'o> {
    /// Writes there.
    pub fn new(out: &'o mut Vec<u8>) -> Pen<'o> {
        Pen { out, x: 0, y: 0 }
    }

    /// Places.
    pub fn points(&mut self, points: &[At]) {
        self.path(MOVE, points.iter());
    }

    /// A line of two positions at least.
    pub fn line(&mut self, line: &[At]) {
        let (first, rest) = line.split_at(1);
        self.path(MOVE, first.iter());
        self.path(LINE, rest.iter());
    }

    /// Outer rings have a positive area where y grows downward, holes a negative one (MVT 2.1, 4.3.3.3).
    pub fn ring(&mut self, ring: &[At], outer: bool) {
        let next = ring.iter().cycle().skip(1);
        let wide = |n: i32| i64::from(n);
        let area: i64 =
            ring.iter().zip(next).map(|(a, b)| wide(a.x) * wide(b.y) - wide(b.x) * wide(a.y)).sum();
        if (area > 0) == outer {
            self.line(ring);
        } else {
            let turned: Vec<At> = ring.iter().rev().copied().collect();
            self.line(&turned);
        }
        self.command(CLOSE, 1);
    }

    fn command(&mut self, command: u32, times: usize) {
        varint(self.out, u64::from(command) | (times as u64) << 3);
    }

    fn path<'p>(&mut self, command: u32, path: impl ExactSizeIterator<Item = &'p At>) {
        self.command(command, path.len());
        for at in path {
            for (from, to) in [(self.x, at.x), (self.y, at.y)] {
                varint(self.out, zigzag(i64::from(to) - i64::from(from)));
            }
            (self.x, self.y) = (at.x, at.y);
        }
    }
}
