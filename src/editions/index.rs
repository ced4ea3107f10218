//! The index of editions: `geodata/editions/index.json`.

use serde::{Deserialize, Serialize};

use crate::atlas::edition::Edition;

/// All editions, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Index {
    /// One entry an edition.
    pub editions: Vec<Entry>,
}

/// What is told of an edition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Its name, which is its date.
    pub edition: Edition,
    /// blake3 over the record's own files, hexadecimal.
    pub content: String,
    /// SHA-256 of `SHA256SUMS`, hexadecimal: it vouches for that list as the list does for the files.
    pub sums: String,
    /// The version of the program that made the flat files.
    pub made_by: String,
    /// How many projects, decisions and allegations included.
    pub projects: usize,
    /// How many sites.
    pub sites: usize,
    /// How many sources.
    pub sources: usize,
    /// How many files, without `SHA256SUMS`.
    pub files: usize,
    /// How many bytes they have.
    pub bytes: usize,
    /// The DOI of this edition, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doi: Option<String>,
}

impl Index {
    /// As it is written: indented, one line an entry's field, so that a new edition adds lines and changes none.
    pub fn text(&self) -> String {
        // An index is texts and numbers: writing it does not fail.
        let value = serde_json::to_value(self).unwrap_or_default();
        format!("{value:#}\n")
    }
}
