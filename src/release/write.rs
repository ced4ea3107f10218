//! Puts an edition into its place, whole or not at all.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::editions::{Entry, Files, INDEX, Index};
use crate::written;

/// A file or folder that could not be written.
#[derive(Debug, thiserror::Error)]
#[error("cannot write {path}: {reason}; make the folder writable and release again")]
pub struct Unwritable {
    path: PathBuf,
    reason: io::Error,
}

fn at<T>(path: &Path, done: io::Result<T>) -> Result<T, Unwritable> {
    done.map_err(|reason| Unwritable { path: path.to_owned(), reason })
}

/// Writes an edition's files below `folder`, then its entry into the index. The index comes last:
/// a folder that it does not know, left by a release that was cut off, is no edition and is made anew.
pub fn edition(folder: &Path, files: &Files, index: &Index, entry: Entry) -> Result<PathBuf, Unwritable> {
    let name = entry.edition.to_string();
    let (making, finished) = (folder.join(format!(".{name}")), folder.join(&name));
    for left in [&making, &finished] {
        if left.exists() {
            at(left, fs::remove_dir_all(left))?;
        }
    }
    for (path, bytes) in files {
        let file = making.join(path);
        let parent = file.parent().unwrap_or(&making);
        at(parent, fs::create_dir_all(parent))?;
        at(&file, fs::write(&file, bytes))?;
    }
    at(&finished, fs::rename(&making, &finished))?;
    let mut index = index.clone();
    index.editions.push(entry);
    text(&folder.join(INDEX), &index.text())?;
    Ok(finished)
}

/// Writes a file beside its place and moves it there.
pub fn text(path: &Path, text: &str) -> Result<(), Unwritable> {
    let beside = path.with_extension("part");
    at(path, written::whole(&beside, path, text.as_bytes()))
}
