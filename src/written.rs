//! Files that are never half there, and the folders around them.

use std::path::Path;
use std::{fs, io};

/// Writes a file beside its place, in the same file system, and moves it there.
pub fn whole(beside: &Path, place: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::write(beside, bytes).and_then(|()| fs::rename(beside, place)).inspect_err(|_| {
        let _ = fs::remove_file(beside);
    })
}

/// Removes the folders above a path, up to their root, as far as they are empty.
pub fn remove_empty_above(root: &Path, path: &str) {
    for folder in Path::new(path).ancestors().skip(1).filter(|folder| *folder != Path::new("")) {
        if fs::remove_dir(root.join(folder)).is_err() {
            break;
        }
    }
}

/// What to do where a folder cannot be written by what a command does: `export`.
pub fn remedy(reason: &io::Error, does: &str) -> String {
    match reason.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            format!("make room there and {does} again: what is there already is not written twice")
        }
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "name a folder that you may write".to_owned()
        }
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists | io::ErrorKind::IsADirectory => {
            "a file stands where a folder is needed, or a folder where a file is: move it away".to_owned()
        }
        _ => format!("name another folder, or mend this and {does} again"),
    }
}
