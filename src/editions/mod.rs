//! Frozen editions: the record as it stood on a date, its files kept byte for byte, so that what
//! was cited can be read again.
//!
//! `geodata/editions/` holds an index, and below it a folder an edition: the record's own files in
//! `record/`, the flat files made from them, and `SHA256SUMS` over all.

mod archive;
pub mod index;
mod read;
pub mod sums;

use std::collections::BTreeMap;
use std::path::PathBuf;

use bytes::Bytes;

pub use index::{Entry, Index};
pub use read::{NoEditions, below};
pub use sums::Sums;

use crate::atlas::{Atlas, RecordFiles};

/// The folder of the record's own files inside an edition.
pub const RECORD: &str = "record";
/// The list of all files of an edition with their checksums.
pub const SUMS: &str = "SHA256SUMS";
/// The folder of all editions inside that of the record.
pub const FOLDER: &str = "editions";
/// The list of all editions in that folder.
pub const INDEX: &str = "index.json";

/// Files by path, with `/` between parts.
pub type Files = BTreeMap<String, Bytes>;

/// All editions there are, oldest first.
#[derive(Debug, Clone, Default)]
pub struct Editions {
    all: Vec<Frozen>,
}

/// One frozen edition, and where its files lie.
#[derive(Debug, Clone)]
pub struct Frozen {
    /// What the index says of it.
    pub entry: Entry,
    place: Place,
}

#[derive(Debug, Clone)]
enum Place {
    /// Compressed inside the program.
    Program(&'static [u8]),
    /// A folder.
    Folder(PathBuf),
}

impl Editions {
    /// Every edition, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Frozen> {
        self.all.iter()
    }

    /// The edition of this name.
    pub fn get(&self, name: &str) -> Option<&Frozen> {
        self.all.iter().find(|frozen| frozen.entry.edition.to_string() == name)
    }

    /// The record beside these editions: a working record where none of them says the same.
    pub fn beside(&self, atlas: Atlas) -> Atlas {
        let working = !self.all.iter().any(|frozen| frozen.entry.content == atlas.content);
        Atlas { working, ..atlas }
    }

    /// The newest edition.
    pub fn latest(&self) -> Option<&Frozen> {
        self.all.last()
    }

    /// Their names, newest first.
    pub fn names(&self) -> Vec<String> {
        self.all.iter().rev().map(|frozen| frozen.entry.edition.to_string()).collect()
    }
}

/// The record's own files among those of an edition. What is no text is left out: `SHA256SUMS` has
/// vouched for the bytes.
pub fn record(files: &Files) -> RecordFiles {
    let own = files.iter().filter_map(|(path, bytes)| {
        let path = path.strip_prefix(RECORD)?.strip_prefix('/')?;
        Some((path.to_owned(), String::from_utf8(bytes.to_vec()).ok()?))
    });
    RecordFiles::of(own)
}
