//! The values of a list, found without reading them.

use std::fmt;

use serde::de::{Deserializer, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// Calls `visit` with the raw text of each value of a list, in their order.
pub fn each<'a>(raw: &'a str, visit: impl FnMut(&'a str)) {
    // The file was split into raw texts by the same parser: this one ends.
    let _ = serde_json::Deserializer::from_str(raw).deserialize_seq(Each(visit));
}

struct Each<F>(F);

impl<'de, F: FnMut(&'de str)> Visitor<'de> for Each<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        while let Some(value) = list.next_element::<&'de RawValue>()? {
            (self.0)(value.get());
        }
        Ok(())
    }
}
