//! The values of a layer: features name them by number (MVT 2.1, 4.4).

use super::wire::{bytes, double, message, whole, zigzag};
use crate::collection::Value;
use crate::collection::dictionary::hash;

/// Values being written. One that comes again soon has the number that it had. One that comes again long after may
/// stand there twice: to remember all of them takes more time than to write them, and saves next to nothing, for
/// what many features share stands in columns of few texts.
pub struct Values {
    /// One field of the layer after the other.
    written: Vec<u8>,
    count: u32,
    /// By their hashes, each where another of the same slot was before.
    lately: Vec<Known>,
}

#[derive(Clone, Copy, Default)]
struct Known {
    hash: u64,
    /// Where its field begins.
    at: u32,
    number: u32,
}

/// Values that are remembered, a power of two: as many as a core has at hand.
const LATELY: usize = 4096;

impl Values {
    /// With room for so many.
    pub fn with_room_for(values: usize) -> Values {
        Values { written: Vec::with_capacity(12 * values), count: 0, lately: vec![Known::default(); LATELY] }
    }

    /// The number of a value; null has none, for a tile leaves it out. Dates are texts: a tile has no type for them.
    pub fn number(&mut self, value: &Value) -> Option<u32> {
        let start = self.written.len();
        // Of the value itself: what was written a moment ago is slow to read.
        let hash = match value {
            Value::Null => return None,
            Value::Text(text) => hash(text.as_bytes()),
            Value::Date(day) => hash(&day.to_le_bytes()),
            Value::DateTime(number) | Value::Integer(number) => hash(&number.to_le_bytes()),
            Value::Number(number) => hash(&number.to_le_bytes()),
            Value::Boolean(truth) => hash(&[u8::from(*truth)]),
        };
        self.write(value);
        Some(self.once(start, hash))
    }

    /// The number of a value that no other feature has, which nobody looks for among those that came lately.
    pub fn unshared(&mut self, value: &Value) -> u32 {
        self.write(value);
        self.count += 1;
        self.count - 1
    }

    fn write(&mut self, value: &Value) {
        message(&mut self.written, 4, |out| match value {
            Value::Null => {}
            Value::Text(text) => bytes(out, 1, text.as_bytes()),
            Value::Date(_) | Value::DateTime(_) => bytes(out, 1, value.plain().as_bytes()),
            Value::Number(number) => double(out, 3, *number),
            // Signed ones in zigzag, or every negative number would take ten bytes.
            Value::Integer(number) if *number < 0 => whole(out, 6, zigzag(*number)),
            Value::Integer(number) => whole(out, 5, number.unsigned_abs()),
            Value::Boolean(truth) => whole(out, 7, u64::from(*truth)),
        });
    }

    /// The number of the field that was written last. If it came lately, it is taken away again.
    fn once(&mut self, start: usize, hash: u64) -> u32 {
        let (before, field) = self.written.split_at(start);
        let known = &mut self.lately[hash as usize % LATELY];
        // A field says how long it is: one that begins like this one is this one.
        let is_known =
            known.hash == hash && before.get(known.at as usize..).is_some_and(|rest| rest.starts_with(field));
        if is_known {
            self.written.truncate(start);
        } else {
            *known = Known { hash, at: start as u32, number: self.count };
            self.count += 1;
        }
        known.number
    }

    /// All of them, as fields of their layer.
    pub fn fields(&self) -> &[u8] {
        &self.written
    }
}
