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
        let hash = match value {
            Value::Null => return None,
            Value::Text(text) => hash(text.as_bytes()),
            Value::Date(day) => mixed(4, u64::from(day.unsigned_abs())),
            Value::DateTime(moment) => mixed(5, moment.unsigned_abs()),
            Value::Number(number) => mixed(1, number.to_bits()),
            Value::Integer(number) => mixed(2, number.unsigned_abs()),
            Value::Boolean(truth) => mixed(3, u64::from(*truth)),
        };
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
        Some(self.once(start, hash))
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

/// A hash of a number, told by its kind from others with the same bits (Knuth, The Art of Computer Programming, 6.4).
fn mixed(kind: u64, bits: u64) -> u64 {
    let all = (bits ^ kind.rotate_right(8)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    all ^ all >> 32
}
