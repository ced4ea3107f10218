//! A folder that holds a site, and may hold other people's files, of which none is touched.
//!
//! A file is written beside and moved into its place, so that none is ever half there. What was written
//! stands in a journal until the manifest, which comes last, says it: a run that was killed is known to have
//! been ours, and the next one completes it.

use std::collections::{BTreeSet, HashSet};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::manifest::is_inside;
use crate::written;

/// What is needed while a site is written, inside its folder; gone when it is whole.
const WORK: &str = ".huella-export";
/// Every path that was written since the last manifest, one a line.
const JOURNAL: &str = "journal";

/// Why a folder is not written: path, reason and remedy.
#[derive(Debug, thiserror::Error)]
pub enum NoFolder {
    /// The system refused.
    #[error("cannot write {}: {reason}; {}", .path.display(), written::remedy(.reason, "export"))]
    Unwritable {
        /// Where.
        path: PathBuf,
        /// What the system said.
        reason: io::Error,
    },
    /// A file stands where the folder should be.
    #[error("{} is a file; name a folder, which is made where there is none", .0.display())]
    File(PathBuf),
    /// A file that no export has written stands where one of the site belongs.
    #[error(
        "{} is not of an export and was not touched; move it away, or export into an empty folder", .0.display()
    )]
    Foreign(PathBuf),
}

/// A folder into which a site is being written.
pub struct Folder {
    root: PathBuf,
    /// What earlier runs have written, by the last manifest and the journal.
    ours: HashSet<String>,
    journal: Mutex<File>,
    folders: Mutex<HashSet<PathBuf>>,
    count: AtomicUsize,
}

impl Folder {
    /// Opens it, made if it is not there. `before` are the paths of the last manifest. What they and the journal
    /// name outside of the folder, as only somebody else writes it, is not ours.
    pub fn open(root: &Path, before: impl IntoIterator<Item = String>) -> Result<Folder, NoFolder> {
        if root.is_file() {
            return Err(NoFolder::File(root.to_owned()));
        }
        let work = root.join(WORK);
        fs::create_dir_all(&work).map_err(refused(root))?;
        let path = work.join(JOURNAL);
        let journal = OpenOptions::new().create(true).append(true).open(&path).map_err(refused(&path))?;
        let told = fs::read_to_string(&path).map_err(refused(&path))?;
        // A last line without an end was being written when the run was killed, before its file was moved.
        let told = told.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n'));
        let ours = before.into_iter().chain(told.map(str::to_owned)).filter(|path| is_inside(path)).collect();
        Ok(Folder {
            root: root.to_owned(),
            ours,
            journal: Mutex::new(journal),
            folders: Mutex::default(),
            count: AtomicUsize::default(),
        })
    }

    /// Writes a file unless it is there with the same bytes; whether it was written. `path` has `/` between
    /// its parts.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<bool, NoFolder> {
        let target = self.root.join(path);
        if let Ok(there) = fs::symlink_metadata(&target) {
            let same = there.is_file()
                && there.len() == bytes.len() as u64
                && fs::read(&target).is_ok_and(|held| held == bytes);
            if same {
                return Ok(false);
            }
            if !self.ours.contains(path) {
                return Err(NoFolder::Foreign(target));
            }
        }
        self.folder_of(&target)?;
        self.note(path)?;
        self.move_in(&target, bytes)?;
        Ok(true)
    }

    /// Removes what earlier runs wrote and this one did not, and folders that are empty by that; then tells
    /// of what is there by the last file. How many files were removed.
    pub fn finish(self, written: &BTreeSet<&str>, last: &str, bytes: &[u8]) -> Result<usize, NoFolder> {
        let mut removed = 0;
        for path in self.ours.iter().filter(|path| !written.contains(path.as_str()) && *path != last) {
            let target = self.root.join(path);
            match fs::remove_file(&target) {
                Ok(()) => removed += 1,
                // It was gone, or somebody has put a folder there.
                Err(error) if error.kind() == io::ErrorKind::NotFound || target.is_dir() => continue,
                Err(error) => return Err(refused(&target)(error)),
            }
            written::remove_empty_above(&self.root, path);
        }
        let target = self.root.join(last);
        if !fs::read(&target).is_ok_and(|held| held == bytes) {
            self.move_in(&target, bytes)?;
        }
        let work = self.root.join(WORK);
        fs::remove_dir_all(&work).map_err(refused(&work))?;
        Ok(removed)
    }

    fn folder_of(&self, target: &Path) -> Result<(), NoFolder> {
        let Some(folder) = target.parent() else { return Ok(()) };
        let mut known = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        if !known.contains(folder) {
            fs::create_dir_all(folder).map_err(refused(folder))?;
            known.insert(folder.to_owned());
        }
        Ok(())
    }

    /// Before the file is moved: what is in its place without standing here is not ours.
    fn note(&self, path: &str) -> Result<(), NoFolder> {
        let mut journal = self.journal.lock().unwrap_or_else(PoisonError::into_inner);
        journal.write_all(format!("{path}\n").as_bytes()).map_err(refused(&self.root.join(WORK)))
    }

    fn move_in(&self, target: &Path, bytes: &[u8]) -> Result<(), NoFolder> {
        let beside = self.root.join(WORK).join(self.count.fetch_add(1, Ordering::Relaxed).to_string());
        written::whole(&beside, target, bytes).map_err(refused(target))
    }
}

fn refused(path: &Path) -> impl FnOnce(io::Error) -> NoFolder {
    let path = path.to_owned();
    move |reason| NoFolder::Unwritable { path, reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_told_with_what_to_do() {
        let full = refused(Path::new("site/a.html"))(io::ErrorKind::StorageFull.into()).to_string();
        assert!(full.starts_with("cannot write site/a.html: ") && full.contains("; make room"), "{full}");
    }
}
