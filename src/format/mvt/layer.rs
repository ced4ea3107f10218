//! The bytes of a tile with one layer: the protobuf messages of MVT 2.1, written as features come.

use std::collections::HashMap;

use super::shape::{At, Shape};
use crate::collection::Value;
use crate::collection::dictionary::Interner;
use crate::query::tile::EXTENT;

/// Commands of a geometry (MVT 2.1, 4.3.1).
const MOVE: u32 = 1;
const LINE: u32 = 2;
const CLOSE: u32 = 7;

/// A layer being written.
pub struct Layer<'a> {
    name: &'a str,
    /// Names of properties, and the number of each in the layer once it is used.
    names: Vec<(&'a str, Option<u32>)>,
    /// The names that are used, in the order of their numbers.
    used: Vec<&'a str>,
    texts: Interner,
    /// The numbers of texts among all values.
    text_numbers: Vec<u32>,
    /// The same of other values, by their field in the message and their bits.
    others: HashMap<(u8, u64), u32>,
    values: Vec<u8>,
    valued: u32,
    features: Vec<u8>,
    /// Of the feature that comes next.
    tags: Vec<u32>,
    commands: Vec<u32>,
}

impl<'a> Layer<'a> {
    /// Without features; the names of properties are known by their place from now on.
    pub fn new(name: &'a str, names: impl Iterator<Item = &'a str>) -> Layer<'a> {
        Layer {
            name,
            names: names.map(|name| (name, None)).collect(),
            used: Vec::new(),
            texts: Interner::default(),
            text_numbers: Vec::new(),
            others: HashMap::new(),
            values: Vec::new(),
            valued: 0,
            features: Vec::new(),
            tags: Vec::new(),
            commands: Vec::new(),
        }
    }

    /// A property of the feature that comes next. Null is left out; dates are texts, for a tile has no type for
    /// them.
    pub fn tag(&mut self, name: usize, value: &Value) {
        let number = match value {
            Value::Null => return,
            Value::Text(text) => self.text(text),
            Value::Date(_) | Value::DateTime(_) => self.text(&value.plain()),
            // Signed ones in zigzag, or every negative number would take ten bytes.
            Value::Integer(whole) if *whole < 0 => self.other(6, zigzag(*whole)),
            Value::Integer(whole) => self.other(5, whole.unsigned_abs()),
            Value::Number(number) => self.other(3, number.to_bits()),
            Value::Boolean(truth) => self.other(7, u64::from(*truth)),
        };
        let Some((text, key)) = self.names.get_mut(name) else { return };
        let key = *key.get_or_insert_with(|| {
            self.used.push(*text);
            self.used.len() as u32 - 1
        });
        self.tags.extend([key, number]);
    }

    fn text(&mut self, text: &str) -> u32 {
        let code = self.texts.code(text) as usize;
        if code == self.text_numbers.len() {
            let mut value = Vec::with_capacity(text.len() + 4);
            bytes(&mut value, 1, text.as_bytes());
            bytes(&mut self.values, 4, &value);
            self.text_numbers.push(self.valued);
            self.valued += 1;
        }
        self.text_numbers[code]
    }

    fn other(&mut self, field: u8, bits: u64) -> u32 {
        *self.others.entry((field, bits)).or_insert_with(|| {
            let mut value = Vec::with_capacity(11);
            if field == 3 {
                value.push(field << 3 | 1);
                value.extend_from_slice(&bits.to_le_bytes());
            } else {
                value.push(field << 3);
                varint(&mut value, bits);
            }
            bytes(&mut self.values, 4, &value);
            self.valued += 1;
            self.valued - 1
        })
    }

    /// A feature with the properties that were given, once for each kind of geometry that it has.
    pub fn features(&mut self, id: Option<u64>, shape: &Shape) {
        let mut pen = Pen { out: std::mem::take(&mut self.commands), x: 0, y: 0 };
        if !shape.points.is_empty() {
            pen.path(MOVE, &shape.points);
            self.feature(id, 1, &mut pen);
        }
        if !shape.lines.is_empty() {
            shape.lines.iter().for_each(|line| pen.line(line));
            self.feature(id, 2, &mut pen);
        }
        if !shape.areas.is_empty() {
            for (at, ring) in shape.areas.iter().flat_map(|area| area.iter().enumerate()) {
                pen.ring(ring, at == 0);
            }
            self.feature(id, 3, &mut pen);
        }
        self.commands = pen.out;
        self.tags.clear();
    }

    fn feature(&mut self, id: Option<u64>, kind: u8, pen: &mut Pen) {
        let mut feature = Vec::with_capacity(16 + 2 * self.tags.len() + 2 * pen.out.len());
        if let Some(id) = id {
            feature.push(1 << 3);
            varint(&mut feature, id);
        }
        packed(&mut feature, 2, &self.tags);
        feature.extend([3 << 3, kind]);
        packed(&mut feature, 4, &pen.out);
        bytes(&mut self.features, 2, &feature);
        (pen.x, pen.y) = (0, 0);
        pen.out.clear();
    }

    /// The tile.
    pub fn finish(self) -> Vec<u8> {
        let mut layer = Vec::with_capacity(self.features.len() + self.values.len() + 1024);
        layer.extend([15 << 3, 2]);
        bytes(&mut layer, 1, self.name.as_bytes());
        layer.extend_from_slice(&self.features);
        for name in &self.used {
            bytes(&mut layer, 3, name.as_bytes());
        }
        layer.extend_from_slice(&self.values);
        layer.push(5 << 3);
        varint(&mut layer, u64::from(EXTENT.unsigned_abs()));
        let mut tile = Vec::with_capacity(layer.len() + 8);
        bytes(&mut tile, 3, &layer);
        tile
    }
}

/// Writes a geometry: every position by its distance from the one before.
struct Pen {
    out: Vec<u32>,
    x: i32,
    y: i32,
}

impl Pen {
    fn path<'p>(
        &mut self,
        command: u32,
        path: impl IntoIterator<Item = &'p At, IntoIter: ExactSizeIterator>,
    ) {
        let path = path.into_iter();
        self.out.push(command | (path.len() as u32) << 3);
        for at in path {
            let step = |from: i32, to: i32| zigzag(i64::from(to) - i64::from(from)) as u32;
            self.out.extend([step(self.x, at.x), step(self.y, at.y)]);
            (self.x, self.y) = (at.x, at.y);
        }
    }

    fn line(&mut self, line: &[At]) {
        self.path(MOVE, &line[..1]);
        self.path(LINE, &line[1..]);
    }

    /// Outer rings have a positive area where y grows downward, holes a negative one (MVT 2.1, 4.3.3.3).
    fn ring(&mut self, ring: &[At], outer: bool) {
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
        self.out.push(CLOSE | 1 << 3);
    }
}

fn zigzag(number: i64) -> u64 {
    ((number << 1) ^ (number >> 63)) as u64
}

fn varint(out: &mut Vec<u8>, mut number: u64) {
    while number >= 128 {
        out.push(number as u8 | 128);
        number >>= 7;
    }
    out.push(number as u8);
}

/// A field of bytes with their length.
fn bytes(out: &mut Vec<u8>, field: u8, bytes: &[u8]) {
    out.push(field << 3 | 2);
    varint(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

/// A field of numbers without tags between them.
fn packed(out: &mut Vec<u8>, field: u8, numbers: &[u32]) {
    let length = |n: &u32| (38 - (n | 1).leading_zeros() as usize) / 7;
    out.push(field << 3 | 2);
    varint(out, numbers.iter().map(length).sum::<usize>() as u64);
    numbers.iter().for_each(|n| varint(out, u64::from(*n)));
}
