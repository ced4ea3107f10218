//! Whether every reader of JSON can read a value that is passed on as it was written.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// More digits than any number within the range of doubles has before its point.
const DIGITS: usize = 308;

/// Refuses numbers beyond the range of doubles, halves of surrogate pairs and nesting beyond 128 levels
/// (RFC 8259, 6, 8.2 and 9).
///
/// # Errors
/// What is wrong, at its line and column within the value.
pub fn readable(raw: &str) -> serde_json::Result<()> {
    let bytes = raw.as_bytes();
    let doubtful = match bytes.first() {
        Some(b'{' | b'[') => true,
        Some(b'"') => bytes.contains(&b'\\'),
        Some(b'-' | b'0'..=b'9') => bytes.len() > DIGITS || bytes.iter().any(|b| matches!(b, b'e' | b'E')),
        _ => false,
    };
    if doubtful { serde_json::from_str(raw).map(|Readable| ()) } else { Ok(()) }
}

/// Any value, read to its end and let go.
struct Readable;

impl<'de> Deserialize<'de> for Readable {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Readable, D::Error> {
        value.deserialize_any(Readable)
    }
}

impl<'de> Visitor<'de> for Readable {
    type Value = Readable;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Readable, E> {
        Ok(Readable)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Readable, E> {
        Ok(Readable)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Readable, E> {
        Ok(Readable)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Readable, E> {
        Ok(Readable)
    }

    fn visit_str<E>(self, _: &str) -> Result<Readable, E> {
        Ok(Readable)
    }

    fn visit_unit<E>(self) -> Result<Readable, E> {
        Ok(Readable)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Readable, A::Error> {
        while list.next_element::<Readable>()?.is_some() {}
        Ok(Readable)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Readable, A::Error> {
        while members.next_entry::<Readable, Readable>()?.is_some() {}
        Ok(Readable)
    }
}
