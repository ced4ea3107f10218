//! A site in a folder, as an export left it: what is carried.

use std::io;
use std::path::{Path, PathBuf};

use bytes::Bytes;

use super::place::Object;
use crate::export::manifest::{Entry, Manifest, NAME, is_inside};
use crate::http::answer::may_be_encoded;
use crate::http::encoding::{Effort, Encoding, encode};

/// Why a folder is no site that could be carried.
#[derive(Debug, thiserror::Error)]
pub enum NoSite {
    /// No export has finished there.
    #[error("{} has no {NAME} that could be read: write the site there first, by `huella export`", .0.display())]
    NoManifest(PathBuf),
    /// A file is not what the manifest says.
    #[error("{} is not the file that {NAME} names: export again", .0.display())]
    Changed(PathBuf),
    /// A file cannot be read.
    #[error("cannot read {}: {reason}; export again", .path.display())]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// What the system said.
        reason: io::Error,
    },
    /// The encoder failed.
    #[error("{} cannot be compressed: {reason}", .path.display())]
    Encoder {
        /// Which.
        path: PathBuf,
        /// What it said.
        reason: io::Error,
    },
}

/// The site.
pub struct Site {
    root: PathBuf,
    /// What is in it, and how each file is to be kept.
    pub manifest: Manifest,
}

impl Site {
    /// Of a folder. With `encoded`, what browsers alone load is kept compressed.
    pub fn read(root: &Path, encoded: bool) -> Result<Site, NoSite> {
        let none = || NoSite::NoManifest(root.to_owned());
        let mut manifest = Manifest::read(root).ok_or_else(none)?;
        for file in &mut manifest.files {
            // A name that leads out of the folder is no export's.
            if !is_inside(&file.path) {
                return Err(none());
            }
            file.encoding = (encoded && for_browsers(file)).then(|| Encoding::Gzip.token().to_owned());
        }
        Ok(Site { root: root.to_owned(), manifest })
    }

    /// A file as it is to be kept. What was changed since the export is told, not carried.
    pub fn object(&self, file: &Entry) -> Result<Object, NoSite> {
        let path = self.root.join(&file.path);
        let bytes =
            std::fs::read(&path).map_err(|reason| NoSite::Unreadable { path: path.clone(), reason })?;
        if blake3::hash(&bytes).to_hex().as_str() != file.blake3 {
            return Err(NoSite::Changed(path));
        }
        let body = match file.encoding {
            None => Bytes::from(bytes),
            Some(_) => encode(&bytes, Encoding::Gzip, Effort::Kept)
                .map_err(|reason| NoSite::Encoder { path, reason })?,
        };
        Ok(Object {
            path: file.path.clone(),
            media_type: file.media_type.clone(),
            cache: file.cache.clone(),
            encoding: file.encoding.as_ref().map(|_| Encoding::Gzip.token()),
            body,
        })
    }
}

/// Pages and what pages load: a store sends what it keeps to everybody, and every browser reads gzip, over
/// plain HTTP, too. Programs that read data may not, and ask for parts of files.
fn for_browsers(file: &Entry) -> bool {
    const SMALL: usize = 1024;
    let loaded = file.path.starts_with("assets/") || file.is_page();
    loaded && may_be_encoded(&file.media_type) && file.bytes > SMALL
}
