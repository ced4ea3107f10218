//! The bytes of a tile with one layer: the protobuf messages of MVT 2.1, written as features come.

use super::pen::Pen;
use super::shape::{At, Shape};
use super::values::Values;
use super::wire::{bytes, varint, whole};
use crate::collection::Value;
use crate::query::tile::EXTENT;

/// Kinds of geometry (MVT 2.1, 4.3.4).
const POINTS: u8 = 1;
const LINES: u8 = 2;
const AREAS: u8 = 3;

/// A layer being written.
pub struct Layer<'a> {
    name: &'a str,
    /// Names of properties, and the number of each in the layer once it is used.
    names: Vec<(&'a str, Option<u32>)>,
    /// The names that are used, in the order of their numbers.
    used: Vec<&'a str>,
    values: Values,
    features: Vec<u8>,
    /// Of the feature that comes next: numbers of names and values in turn.
    tags: Vec<u8>,
    pen: Pen,
    /// The message of the feature that came last.
    feature: Vec<u8>,
}

impl<'a> Layer<'a> {
    /// Without features; the names of properties are known by their place from now on.
    pub fn new(name: &'a str, names: impl Iterator<Item = &'a str>) -> Layer<'a> {
        Layer {
            name,
            names: names.map(|name| (name, None)).collect(),
            used: Vec::new(),
            values: Values::default(),
            features: Vec::new(),
            tags: Vec::new(),
            pen: Pen::default(),
            feature: Vec::new(),
        }
    }

    /// A property of the feature that comes next. Null is left out.
    pub fn tag(&mut self, name: usize, value: &Value) {
        let Some((text, key)) = self.names.get_mut(name) else { return };
        let Some(number) = self.values.number(value) else { return };
        let key = *key.get_or_insert_with(|| {
            self.used.push(*text);
            self.used.len() as u32 - 1
        });
        varint(&mut self.tags, u64::from(key));
        varint(&mut self.tags, u64::from(number));
    }

    /// A feature with the properties that were given, at one place.
    pub fn point(&mut self, id: Option<u64>, at: At) {
        self.pen.points(&[at]);
        self.feature(id, POINTS);
        self.tags.clear();
    }

    /// A feature with the properties that were given, once for each kind of geometry that it has.
    pub fn shape(&mut self, id: Option<u64>, shape: &Shape) {
        if !shape.points.is_empty() {
            self.pen.points(&shape.points);
            self.feature(id, POINTS);
        }
        if !shape.lines.is_empty() {
            shape.lines.iter().for_each(|line| self.pen.line(line));
            self.feature(id, LINES);
        }
        if !shape.areas.is_empty() {
            for (at, ring) in shape.areas.iter().flat_map(|area| area.iter().enumerate()) {
                self.pen.ring(ring, at == 0);
            }
            self.feature(id, AREAS);
        }
        self.tags.clear();
    }

    fn feature(&mut self, id: Option<u64>, kind: u8) {
        let feature = &mut self.feature;
        feature.clear();
        if let Some(id) = id {
            whole(feature, 1, id);
        }
        bytes(feature, 2, &self.tags);
        whole(feature, 3, u64::from(kind));
        self.pen.written(|geometry| bytes(feature, 4, geometry));
        bytes(&mut self.features, 2, feature);
    }

    /// The tile.
    pub fn finish(self) -> Vec<u8> {
        let (mut head, mut names, mut foot) = (Vec::new(), Vec::new(), Vec::new());
        whole(&mut head, 15, 2);
        bytes(&mut head, 1, self.name.as_bytes());
        self.used.iter().for_each(|name| bytes(&mut names, 3, name.as_bytes()));
        whole(&mut foot, 5, u64::from(EXTENT.unsigned_abs()));
        let parts = [&head, &self.features, &names, self.values.fields(), &foot];
        let length = parts.iter().map(|part| part.len()).sum::<usize>();
        let mut tile = Vec::with_capacity(length + 12);
        tile.push(3 << 3 | 2);
        varint(&mut tile, length as u64);
        parts.iter().for_each(|part| tile.extend_from_slice(part));
        tile
    }
}
