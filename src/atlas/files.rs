//! The files of the record as texts: embedded in the program, or read from a folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

include!(concat!(env!("OUT_DIR"), "/record.rs"));

/// Every file of a record by its path relative to the record's folder, with `/` between parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecordFiles {
    files: BTreeMap<String, String>,
}

/// Why a folder could not be read.
#[derive(Debug, thiserror::Error)]
#[error("cannot read {path}: {reason}")]
pub struct Unreadable {
    /// The file or folder.
    pub path: PathBuf,
    /// What the system said.
    pub reason: io::Error,
}

/// The folders of a record whose files are read, and the ending of each.
const FOLDERS: [(&str, &str); 2] = [("projects", "geojson"), ("stories", "md")];
const FILES: [&str; 7] = [
    "atlas.json",
    "layers.json",
    "vocabulary.json",
    "organisations.json",
    "sources.json",
    "corrections.json",
    "withdrawn.json",
];

/// The bytes of a regular file, or of one that a link leads to. Whoever opens a pipe may wait for ever.
pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    match fs::metadata(path)?.is_file() {
        true => fs::read(path),
        false => Err(io::Error::new(
            io::ErrorKind::InvalidInput,
            "it is a folder, a pipe or a device, and no file",
        )),
    }
}

fn text(path: &Path) -> Result<String, Unreadable> {
    let text = bytes(path).and_then(|bytes| String::from_utf8(bytes).map_err(io::Error::other));
    text.map_err(|reason| Unreadable { path: path.to_owned(), reason })
}

impl RecordFiles {
    /// The record that was compiled into the program.
    pub fn embedded() -> RecordFiles {
        RecordFiles { files: RECORD.iter().map(|(p, t)| (p.to_string(), t.to_string())).collect() }
    }

    /// Reads a folder. Files that are not part of a record are passed over; a missing file is not
    /// an error here, the check names it with its remedy.
    pub fn read(folder: &Path) -> Result<RecordFiles, Unreadable> {
        let fail = |path: &Path| {
            let path = path.to_owned();
            move |reason| Unreadable { path, reason }
        };
        let mut files = BTreeMap::new();
        fs::read_dir(folder).map_err(fail(folder))?;
        for name in FILES {
            let path = folder.join(name);
            if path.exists() {
                files.insert(name.to_owned(), text(&path)?);
            }
        }
        for (name, ending) in FOLDERS {
            let path = folder.join(name);
            if !path.exists() {
                continue;
            }
            for entry in fs::read_dir(&path).map_err(fail(&path))? {
                let file = entry.map_err(fail(&path))?.path();
                if file.extension().is_some_and(|e| e == ending)
                    && let Some(stem) = file.file_name().and_then(|n| n.to_str())
                {
                    let text = text(&file)?;
                    files.insert(format!("{name}/{stem}"), text);
                }
            }
        }
        Ok(RecordFiles { files })
    }

    /// A record made of texts, for tests.
    pub fn of(files: impl IntoIterator<Item = (String, String)>) -> RecordFiles {
        RecordFiles { files: files.into_iter().collect() }
    }

    /// The text of a file.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Puts a file in, or another text in its place.
    pub fn put(&mut self, path: impl Into<String>, text: impl Into<String>) {
        self.files.insert(path.into(), text.into());
    }

    /// Every file, ordered by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(p, t)| (p.as_str(), t.as_str()))
    }

    /// The files below a folder, ordered by path.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.iter().filter(move |(p, _)| p.strip_prefix(folder).is_some_and(|r| r.starts_with('/')))
    }

    /// blake3 over paths and texts, hexadecimal.
    pub fn content(&self) -> String {
        let mut hash = blake3::Hasher::new();
        for (path, text) in self.iter() {
            for part in [path, text] {
                hash.update(&(part.len() as u64).to_le_bytes());
                hash.update(part.as_bytes());
            }
        }
        hash.finalize().to_hex().to_string()
    }
}
