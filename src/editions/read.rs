//! Finds editions, in the program or in a folder, and vouches for their files.

use std::path::{Path, PathBuf};

use bytes::Bytes;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::sums::{Damage, agrees};
use super::{Editions, FOLDER, Files, Frozen, INDEX, Index, Place, SUMS, Sums, archive};
use crate::atlas::files::{self, Unreadable};

include!(concat!(env!("OUT_DIR"), "/editions.rs"));

/// Why editions cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum NoEditions {
    /// A file cannot be read.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// The index is not in its form.
    #[error("{path} is no index of editions: {reason}; take it back from the repository")]
    Index {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A file is not what it was when the edition was frozen.
    #[error("{place}: {damage}; take the file back from the repository or from another copy")]
    Damaged {
        /// The edition's folder, or its name where it lies in the program.
        place: String,
        /// Which file, and how.
        damage: Damage,
    },
    /// What the program carries cannot be unpacked.
    #[error("the edition {0} inside this program is damaged; install it again")]
    Program(String),
}

/// The folder of editions in that of a record.
pub fn below(geodata: &Path) -> PathBuf {
    geodata.join(FOLDER)
}

impl Editions {
    /// Those inside the program, which were vouched for when it was tested.
    pub fn embedded() -> Result<Editions, NoEditions> {
        let index = index(Path::new(INDEX), INDEX_TEXT)?;
        let frozen = index.editions.into_iter().filter_map(|entry| {
            let name = entry.edition.to_string();
            let (_, packed) = EDITIONS.iter().find(|(edition, _)| *edition == name)?;
            Some(Frozen { entry, place: Place::Program(packed) })
        });
        Ok(Editions { all: frozen.collect() })
    }

    /// Those of a record's folder, each file held against its checksum; none where it has no editions.
    /// A folder that the index does not know is no edition.
    pub fn read(geodata: &Path) -> Result<Editions, NoEditions> {
        let editions = listed(geodata)?;
        editions.all.par_iter().try_for_each(|frozen| frozen.files().map(|_| ()))?;
        Ok(editions)
    }
}

/// The editions of a record's folder as its index lists them, their files not looked at.
pub fn listed(geodata: &Path) -> Result<Editions, NoEditions> {
    let folder = below(geodata);
    let path = folder.join(INDEX);
    if !path.exists() {
        return Ok(Editions::default());
    }
    let index = index(&path, &String::from_utf8_lossy(&bytes(&path)?))?;
    let frozen = index.editions.into_iter().map(|entry| {
        let place = Place::Folder(folder.join(entry.edition.to_string()));
        Frozen { entry, place }
    });
    Ok(Editions { all: frozen.collect() })
}

impl Frozen {
    /// All its files, `SHA256SUMS` included, each held against its checksum.
    pub fn files(&self) -> Result<Files, NoEditions> {
        let (place, files) = match &self.place {
            Place::Program(packed) => {
                let name = self.entry.edition.to_string();
                let files = archive::unpack(packed).ok_or_else(|| NoEditions::Program(name.clone()))?;
                (name, files)
            }
            Place::Folder(folder) => (folder.display().to_string(), read(folder)?),
        };
        let damaged = |damage| NoEditions::Damaged { place: place.clone(), damage };
        let list = files.get(SUMS).cloned().unwrap_or_default();
        agrees(SUMS, &list, &self.entry.sums).map_err(damaged)?;
        Sums::read(&String::from_utf8_lossy(&list)).check(&files).map_err(damaged)?;
        Ok(files)
    }
}

/// The files that a folder's `SHA256SUMS` lists, as far as they are there.
fn read(folder: &Path) -> Result<Files, NoEditions> {
    let list = bytes(&folder.join(SUMS))?;
    let sums = Sums::read(&String::from_utf8_lossy(&list));
    let mut files = Files::new();
    for path in sums.paths() {
        // A list that was tampered with must not lead out of the folder.
        let inside = Path::new(path).components().all(|part| matches!(part, std::path::Component::Normal(_)));
        let file = folder.join(path);
        if inside && file.exists() {
            files.insert(path.to_owned(), bytes(&file)?);
        }
    }
    files.insert(SUMS.to_owned(), list);
    Ok(files)
}

fn index(path: &Path, text: &str) -> Result<Index, NoEditions> {
    let wrong = |reason: String| NoEditions::Index { path: path.to_owned(), reason };
    let index: Index = serde_json::from_str(text).map_err(|error| wrong(error.to_string()))?;
    match index.editions.windows(2).find(|pair| pair[0].edition >= pair[1].edition) {
        Some(pair) => Err(wrong(format!("{} stands before {}", pair[0].edition, pair[1].edition))),
        None => Ok(index),
    }
}

fn bytes(path: &Path) -> Result<Bytes, Unreadable> {
    files::bytes(path).map(Bytes::from).map_err(|reason| Unreadable { path: path.to_owned(), reason })
}
