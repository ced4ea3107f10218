//! What an export has written: the list by which the next one knows its own files, and a server or a
//! publisher every address, type and header.

use std::path::{Component, Path};

use serde::{Deserialize, Serialize};

use super::Page;

/// Its name in the folder.
pub const NAME: &str = "huella-export.json";

/// What a folder holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Date of the data.
    pub edition: String,
    /// Hash of the record.
    pub content: String,
    /// The public address that the links were made for.
    pub public_url: String,
    /// Addresses that answer live only, with why.
    pub left_out: Vec<LeftOut>,
    /// Every file, by its path.
    pub files: Vec<Entry>,
}

/// A route that has no file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The pattern of its addresses.
    pub route: String,
    /// Why.
    pub reason: String,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Entry {
    /// Below the folder, `/` between parts.
    pub path: String,
    /// Below the public address.
    pub address: String,
    /// How long it is.
    pub bytes: usize,
    /// Of its bytes, hexadecimal.
    pub blake3: String,
    /// Value of `Content-Type`.
    #[serde(rename = "type")]
    pub media_type: String,
    /// Value of `Cache-Control`.
    pub cache: String,
    /// Value of `Content-Encoding`, where a place keeps it encoded; size and hash are of the plain bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
}

/// Whether a path, as a manifest or journal names it, leads to a file inside of its folder. What is written is
/// made so; what is read may have been edited.
pub fn is_inside(path: &str) -> bool {
    path.split('/').all(|part| !["", ".", ".."].contains(&part))
        && !path.contains(['\\', '\0'])
        // Not one that names a drive.
        && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

impl Entry {
    /// Of a file.
    pub fn of(page: &Page) -> Entry {
        Entry {
            path: page.path.clone(),
            address: page.address.clone(),
            bytes: page.body.len(),
            blake3: blake3::hash(&page.body).to_hex().to_string(),
            media_type: page.media_type.clone(),
            cache: page.cache.clone(),
            encoding: None,
        }
    }

    /// Whether it is a page that people open.
    pub fn is_page(&self) -> bool {
        self.media_type.starts_with("text/html")
    }

    /// Whether what stands under its address never changes.
    pub fn is_immutable(&self) -> bool {
        self.cache.contains("immutable")
    }
}

impl Manifest {
    /// Of a folder; none where there is none that can be read, as before the first export.
    pub fn read(folder: &Path) -> Option<Manifest> {
        serde_json::from_slice(&std::fs::read(folder.join(NAME)).ok()?).ok()
    }

    /// As it is written: a line each, so that two of them can be compared.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_leads_out_of_the_folder_is_none() {
        for path in ["index.html", "a/b.c", "..a", "a../b"] {
            assert!(is_inside(path), "{path}");
        }
        for path in ["", "..", "../x", "a/../../x", "/x", "a//b", "./x", "a/", "a\\..\\x", "a\0"] {
            assert!(!is_inside(path), "{path}");
        }
    }
}
