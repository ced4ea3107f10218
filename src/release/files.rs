//! What an edition consists of. Nothing but the record goes in, so that the bytes are the same
//! wherever and whenever they are made.

use bytes::Bytes;

use crate::atlas::{Atlas, RecordFiles};
use crate::cite::{cff, deposit};
use crate::collection::{Catalogue, NoCatalogue};
use crate::editions::{Files, RECORD, SUMS, Sums};
use crate::editor_schemas;
use crate::format::dataset::{self, DataFile};
use crate::format::{Unwritten, package};
use crate::links::Links;

/// The formats that are frozen; all others are made again from the record.
const FROZEN: [&str; 2] = [".geojson", ".csv"];

/// Why the files of an edition cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum Unmade {
    /// Of the record as a whole.
    #[error(transparent)]
    Catalogue(#[from] NoCatalogue),
    /// Of one file.
    #[error(transparent)]
    File(#[from] Unwritten),
}

/// The record's own files with their schemas, the flat files of every layer and their description, what a
/// repository asks where they are deposited, and `SHA256SUMS`.
pub fn files(record: &RecordFiles, atlas: &Atlas) -> Result<Files, Unmade> {
    let mut files: Files = record
        .iter()
        .map(|(path, text)| (format!("{RECORD}/{path}"), Bytes::copy_from_slice(text.as_bytes())))
        .collect();
    let catalogue = Catalogue::build(atlas.clone(), &Links::nowhere(), Vec::new())?;
    let frozen = |file: &DataFile| FROZEN.iter().any(|ending| file.name.ends_with(ending));
    for file in dataset::files(&catalogue).into_iter().filter(frozen) {
        let bytes = file.write(&catalogue)?;
        files.insert(file.name, bytes);
    }
    for (name, bytes) in package::of_edition(&catalogue)? {
        files.insert(name.to_owned(), bytes.into());
    }
    for (name, text) in editor_schemas::schemas(&atlas.vocabulary, &atlas.layers) {
        files.insert(format!("schemas/{name}"), text.into());
    }
    let indented = |value: serde_json::Value| Bytes::from(format!("{value:#}\n"));
    files.insert("CITATION.cff".to_owned(), cff::file(atlas).into());
    files.insert("datacite.json".to_owned(), indented(deposit::datacite(atlas)));
    files.insert("zenodo.json".to_owned(), indented(deposit::zenodo(atlas)));
    let sums = Sums::of(&files).text();
    files.insert(SUMS.to_owned(), sums.into());
    Ok(files)
}
