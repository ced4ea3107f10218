//! The values of a layer, each once: features name them by number (MVT 2.1, 4.4).

use hashbrown::HashTable;

use super::wire::{bytes, double, whole, zigzag};
use crate::collection::Value;
use crate::collection::dictionary::hash;

/// Values being written.
#[derive(Default)]
pub struct Values {
    /// One field of the layer after the other.
    written: Vec<u8>,
    known: HashTable<Known>,
    /// The message of the value that was asked for last.
    asked: Vec<u8>,
}

struct Known {
    hash: u64,
    /// Where its message begins.
    at: u32,
    number: u32,
}

impl Values {
    /// The number of a value; null has none, for a tile leaves it out. Dates are texts: a tile has no type for them.
    pub fn number(&mut self, value: &Value) -> Option<u32> {
        self.asked.clear();
        let message = &mut self.asked;
        match value {
            Value::Null => return None,
            Value::Text(text) => bytes(message, 1, text.as_bytes()),
            Value::Date(_) | Value::DateTime(_) => bytes(message, 1, value.plain().as_bytes()),
            Value::Number(number) => double(message, 3, *number),
            // Signed ones in zigzag, or every negative number would take ten bytes.
            Value::Integer(number) if *number < 0 => whole(message, 6, zigzag(*number)),
            Value::Integer(number) => whole(message, 5, number.unsigned_abs()),
            Value::Boolean(truth) => whole(message, 7, u64::from(*truth)),
        }
        Some(self.of_asked())
    }

    fn of_asked(&mut self) -> u32 {
        let Values { written, known, asked } = self;
        let hash = hash(asked);
        // A message says how long it is: one that begins like this one is this one.
        let is_asked = |at: u32| written.get(at as usize..).is_some_and(|rest| rest.starts_with(asked));
        if let Some(found) = known.find(hash, |one| one.hash == hash && is_asked(one.at)) {
            return found.number;
        }
        bytes(written, 4, asked);
        let new = Known { hash, at: (written.len() - asked.len()) as u32, number: known.len() as u32 };
        known.insert_unique(hash, new, |one| one.hash).get().number
    }

    /// All of them, as fields of their layer.
    pub fn fields(&self) -> &[u8] {
        &self.written
    }
}
