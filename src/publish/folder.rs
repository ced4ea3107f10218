//! A folder as a place: what a host of files serves, on this machine or mounted.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;

use super::journal::WORK;
use super::place::{NoPlace, Object, Place};
use crate::written;

/// The folder. Files are written beside and moved into place, so that none is ever half there.
pub struct Folder {
    root: PathBuf,
    count: AtomicUsize,
}

impl Folder {
    /// It is made at the first file, where there is none.
    pub fn at(root: PathBuf) -> Folder {
        Folder { root, count: AtomicUsize::default() }
    }

    fn refused(&self, what: &'static str, path: &str) -> impl FnOnce(io::Error) -> NoPlace {
        let object = self.root.join(path).display().to_string();
        move |error| NoPlace {
            what,
            object,
            reason: error.to_string(),
            remedy: written::remedy(&error, "publish"),
        }
    }

    fn move_in(&self, path: &str, body: &[u8]) -> io::Result<()> {
        let target = self.root.join(path);
        for folder in [target.parent(), Some(&*self.root.join(WORK))].into_iter().flatten() {
            fs::create_dir_all(folder)?;
        }
        // A number of this process: what a killed run left here never becomes part of a file.
        let name = format!("{}-{}", std::process::id(), self.count.fetch_add(1, Ordering::Relaxed));
        let beside = self.root.join(WORK).join(name);
        written::whole(&beside, &target, body)
    }
}

impl Place for Folder {
    fn keeps_headers(&self) -> bool {
        false
    }

    async fn list(&self) -> Result<BTreeMap<String, u64>, NoPlace> {
        let mut files = BTreeMap::new();
        match gather(&self.root, "", &mut files) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(BTreeMap::new()),
            done => done.map(|()| files).map_err(self.refused("list", "")),
        }
    }

    async fn get(&self, path: &str) -> Result<Bytes, NoPlace> {
        fs::read(self.root.join(path)).map(Bytes::from).map_err(self.refused("read", path))
    }

    async fn put(&self, object: Object) -> Result<(), NoPlace> {
        self.move_in(&object.path, &object.body).map_err(self.refused("put", &object.path))
    }

    async fn remove(&self, path: &str) -> Result<(), NoPlace> {
        match fs::remove_file(self.root.join(path)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(self.refused("remove", path)(error));
            }
            _ => {}
        }
        written::remove_empty_above(&self.root, path);
        Ok(())
    }
}

/// Links are listed by their own names and never followed out of the folder.
fn gather(folder: &Path, below: &str, files: &mut BTreeMap<String, u64>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        // The names of a site are texts: any other is somebody else's.
        let Some(name) = entry.file_name().to_str().map(|name| format!("{below}{name}")) else { continue };
        let kind = entry.file_type()?;
        match kind.is_dir() {
            // What cannot be looked into is somebody else's, too.
            true => gather(&entry.path(), &format!("{name}/"), files).unwrap_or_default(),
            false => {
                files.insert(name, entry.metadata()?.len());
            }
        }
    }
    Ok(())
}
