//! Finds a feature by its id.

use hashbrown::HashTable;

use super::dictionary::hash;

/// Features by their ids. Holds no text: the id stands in the feature's own bytes.
#[derive(Debug, Default)]
pub struct Ids {
    rows: HashTable<u32>,
}

impl Ids {
    /// Of features in their order. `id` gives the id of a row as it stands in the bytes (JSON, without
    /// quotes). The first id that stands twice is the error.
    pub fn new<'a>(len: usize, id: impl Fn(u32) -> &'a str) -> Result<Ids, u32> {
        let mut rows = HashTable::with_capacity(len);
        for row in 0..len as u32 {
            let text = id(row);
            let entry = rows.entry(
                hash(text.as_bytes()),
                |other| id(*other) == text,
                |other| hash(id(*other).as_bytes()),
            );
            match entry {
                hashbrown::hash_table::Entry::Occupied(_) => return Err(row),
                hashbrown::hash_table::Entry::Vacant(free) => free.insert(row),
            };
        }
        Ok(Ids { rows })
    }

    /// The feature with this id, written as in the bytes.
    pub fn find<'a>(&self, text: &str, id: impl Fn(u32) -> &'a str) -> Option<u32> {
        self.rows.find(hash(text.as_bytes()), |row| id(*row) == text).copied()
    }
}
