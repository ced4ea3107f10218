//! The bytes of a tile with one layer: the protobuf messages of MVT 2.1, written as features come.

use super::pen::Pen;
use super::shape::{At, Shape};
use super::tags::Tags;
use super::wire::{bytes, message, varint, whole};
use crate::query::tile::EXTENT;

/// Kinds of geometry (MVT 2.1, 4.3.4).
const POINTS: u64 = 1;
const LINES: u64 = 2;
const AREAS: u64 = 3;

/// A layer being written.
pub struct Layer<'a> {
    name: &'a str,
    tags: Tags<'a>,
    features: Vec<u8>,
}

impl<'a> Layer<'a> {
    /// Without features, which have these tags.
    pub fn new(name: &'a str, tags: Tags<'a>) -> Layer<'a> {
        Layer { name, tags, features: Vec::new() }
    }

    /// A feature at one place; `at` is its place among those of the tags.
    pub fn point(&mut self, at: usize, id: Option<u64>, place: At) {
        self.feature(at, id, POINTS, |pen| pen.points(&[place]));
    }

    /// A feature, once for each kind of geometry that it has; `at` is its place among those of the tags.
    pub fn shape(&mut self, at: usize, id: Option<u64>, shape: &Shape) {
        if !shape.points.is_empty() {
            self.feature(at, id, POINTS, |pen| pen.points(&shape.points));
        }
        if !shape.lines.is_empty() {
            self.feature(at, id, LINES, |pen| shape.lines.iter().for_each(|line| pen.line(line)));
        }
        if !shape.areas.is_empty() {
            let rings = || shape.areas.iter().flat_map(|area| area.iter().enumerate());
            self.feature(at, id, AREAS, |pen| rings().for_each(|(at, ring)| pen.ring(ring, at == 0)));
        }
    }

    fn feature(&mut self, at: usize, id: Option<u64>, kind: u64, draw: impl FnOnce(&mut Pen)) {
        let tags = &self.tags;
        message(&mut self.features, 2, |out| {
            if let Some(id) = id {
                whole(out, 1, id);
            }
            message(out, 2, |out| tags.write(at, out));
            whole(out, 3, kind);
            message(out, 4, |out| draw(&mut Pen::new(out)));
        });
    }

    /// The tile.
    pub fn finish(self) -> Vec<u8> {
        let (mut head, mut foot) = (Vec::new(), Vec::new());
        whole(&mut head, 15, 2);
        bytes(&mut head, 1, self.name.as_bytes());
        whole(&mut foot, 5, u64::from(EXTENT.unsigned_abs()));
        let [names, values] = self.tags.fields();
        let parts: [&[u8]; 5] = [&head, &self.features, &names, &values, &foot];
        let length = parts.iter().map(|part| part.len()).sum::<usize>();
        let mut tile = Vec::with_capacity(length + 12);
        tile.push(3 << 3 | 2);
        varint(&mut tile, length as u64);
        parts.iter().for_each(|part| tile.extend_from_slice(part));
        tile
    }
}
