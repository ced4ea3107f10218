//! What a place knows of earlier runs: the manifest of the last one that ended, and notes of those since.
//!
//! Before objects are put, a note names them; when they are there, the note says so. So whatever moment a
//! run is killed at, the next one knows which objects are ours, and which of them it need not put again.

use std::collections::BTreeMap;

use bytes::Bytes;
use serde::{Deserialize, Serialize};

use super::place::{NoPlace, Object, Place};
use crate::export::manifest::{Entry, Manifest, NAME};

/// The folder of the notes, gone when a run has ended.
pub const WORK: &str = ".huella-publish";

/// A note about some objects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Whether they are there; else they may be, or not, or be the ones before.
    pub there: bool,
    /// Which.
    pub files: Vec<Entry>,
}

/// A place before a run.
pub struct Before {
    /// Objects of ours, and what each is where that is certain.
    pub ours: BTreeMap<String, Option<Entry>>,
    /// Every object of the site or of others, with its length.
    pub there: BTreeMap<String, u64>,
    /// The manifest of the last run that ended.
    pub manifest: Option<Bytes>,
    /// Notes and what else a killed run left beside them, oldest first.
    pub left: Vec<String>,
}

/// Why it is not known what is there.
#[derive(Debug, thiserror::Error)]
pub enum NoJournal {
    /// The place refused.
    #[error(transparent)]
    Place(#[from] NoPlace),
    /// What is there under our name was not written by this program.
    #[error("{name} at the place is none of ours ({reason}): remove it there, or publish to another place")]
    Strange {
        /// Its name.
        name: String,
        /// Why it cannot be read.
        reason: serde_json::Error,
    },
}

impl Before {
    /// Of a place.
    pub async fn read(place: &impl Place) -> Result<Before, NoJournal> {
        let mut there = place.list().await?;
        let left: Vec<String> = there.keys().filter(|path| is_work(path)).cloned().collect();
        there.retain(|path, _| !is_work(path));
        let ended = there.remove(NAME).is_some();
        let mut before = Before { ours: BTreeMap::new(), there, manifest: None, left };
        if ended {
            let bytes = place.get(NAME).await?;
            let told: Manifest = read(NAME, &bytes)?;
            before.ours.extend(told.files.into_iter().map(|file| (file.path.clone(), Some(file))));
            before.manifest = Some(bytes);
        }
        for name in before.left.iter().filter(|name| number(name).is_some()) {
            let note: Note = read(name, &place.get(name).await?)?;
            let told = note.files.into_iter().map(|file| (file.path.clone(), note.there.then_some(file)));
            before.ours.extend(told);
        }
        Ok(before)
    }

    /// The number of the next note.
    pub fn next(&self) -> usize {
        self.left.iter().filter_map(|name| number(name)).max().map_or(1, |last| last + 1)
    }
}

fn read<T: for<'de> Deserialize<'de>>(name: &str, bytes: &[u8]) -> Result<T, NoJournal> {
    serde_json::from_slice(bytes).map_err(|reason| NoJournal::Strange { name: name.to_owned(), reason })
}

/// Whether a name is of the notes.
fn is_work(path: &str) -> bool {
    path.strip_prefix(WORK).is_some_and(|rest| rest.starts_with('/'))
}

/// The name of a note; they sort as they were written.
pub fn name(number: usize) -> String {
    format!("{WORK}/{number:06}.json")
}

fn number(name: &str) -> Option<usize> {
    name.strip_prefix(WORK)?.strip_prefix('/')?.strip_suffix(".json")?.parse().ok()
}

/// A list of ours as it is put: never kept by anybody between.
pub fn list(path: String, body: Vec<u8>) -> Object {
    Object {
        path,
        media_type: "application/json".to_owned(),
        cache: "no-store".to_owned(),
        encoding: None,
        body: body.into(),
    }
}
