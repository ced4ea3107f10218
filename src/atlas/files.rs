//! The files of the record as texts: embedded in the program, or read from a folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

pub use super::listed::{FILES, FOLDERS};

include!(concat!(env!("OUT_DIR"), "/record.rs"));

/// Every file of a record by its path relative to the record's folder, with `/` between parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecordFiles {
    files: BTreeMap<String, String>,
    /// Files that are not UTF-8, with the first byte that is not: their texts are as near as can be had.
    not_utf8: BTreeMap<String, usize>,
    /// Files that look like parts of the record but for their ending, with the ending they lack.
    left_out: BTreeMap<String, &'static str>,
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

impl RecordFiles {
    /// The record that was compiled into the program.
    pub fn embedded() -> RecordFiles {
        RecordFiles::of(RECORD.iter().map(|(path, text)| (path.to_string(), text.to_string())))
    }

    /// Reads a folder. A missing file is not an error here, nor one that is no text: the check names each with
    /// its remedy.
    pub fn read(folder: &Path) -> Result<RecordFiles, Unreadable> {
        let fail = |path: &Path| {
            let path = path.to_owned();
            move |reason| Unreadable { path, reason }
        };
        let mut record = RecordFiles::default();
        fs::read_dir(folder).map_err(fail(folder))?;
        for name in FILES {
            let path = folder.join(name);
            if path.exists() {
                record.take(name.to_owned(), bytes(&path).map_err(fail(&path))?);
            }
        }
        for (name, ending) in FOLDERS {
            let path = folder.join(name);
            if !path.exists() {
                continue;
            }
            for entry in fs::read_dir(&path).map_err(fail(&path))? {
                let file = entry.map_err(fail(&path))?.path();
                let Some(stem) = file.file_name().and_then(|n| n.to_str()) else { continue };
                let path = format!("{name}/{stem}");
                let is = file.extension().and_then(|e| e.to_str()).unwrap_or_default();
                if is == ending {
                    record.take(path, bytes(&file).map_err(fail(&file))?);
                } else if is.eq_ignore_ascii_case(ending) || ["json", "markdown"].contains(&is) {
                    record.left_out.insert(path, ending);
                }
            }
        }
        Ok(record)
    }

    fn take(&mut self, path: String, bytes: Vec<u8>) {
        let text = String::from_utf8(bytes).unwrap_or_else(|error| {
            self.not_utf8.insert(path.clone(), error.utf8_error().valid_up_to());
            String::from_utf8_lossy(error.as_bytes()).into_owned()
        });
        self.files.insert(path, text);
    }

    /// Files that are not UTF-8, each with the first byte that is not.
    pub fn not_utf8(&self) -> impl Iterator<Item = (&str, usize)> {
        self.not_utf8.iter().map(|(path, byte)| (path.as_str(), *byte))
    }

    /// Files whose ending alone keeps them out of the record, each with the ending it lacks.
    pub fn left_out(&self) -> impl Iterator<Item = (&str, &'static str)> {
        self.left_out.iter().map(|(path, ending)| (path.as_str(), *ending))
    }

    /// A record made of texts, for tests.
    pub fn of(files: impl IntoIterator<Item = (String, String)>) -> RecordFiles {
        RecordFiles { files: files.into_iter().collect(), ..RecordFiles::default() }
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
