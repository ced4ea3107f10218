//! Where a site is carried to, as an operator writes it.

use std::path::PathBuf;

use percent_encoding::percent_decode_str;

/// A place by its address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// `s3://bucket/prefix`; the prefix without slashes around it, empty for the whole bucket.
    Bucket {
        /// Its name.
        bucket: String,
        /// What all names there begin with.
        prefix: String,
    },
    /// `file:///folder`
    Folder(PathBuf),
}

/// Why an address leads nowhere.
#[derive(Debug, thiserror::Error)]
#[error("`{address}` is no place to publish to: {reason}")]
pub struct NoAddress {
    address: String,
    reason: &'static str,
}

impl Address {
    /// Reads one.
    pub fn read(address: &str) -> Result<Address, NoAddress> {
        let no = |reason| NoAddress { address: address.to_owned(), reason };
        if let Some(rest) = address.strip_prefix("s3://") {
            let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
            let named = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
            if bucket.is_empty() || !bucket.chars().all(named) {
                return Err(no("write s3://bucket or s3://bucket/prefix; keys belong in the environment"));
            }
            let prefix = prefix.trim_matches('/');
            let plain = |part: &str| !["", ".", ".."].contains(&part) && !part.contains(char::is_control);
            if !prefix.is_empty() && !prefix.split('/').all(plain) {
                return Err(no("a part of the prefix is empty, or `.`, or `..`"));
            }
            return Ok(Address::Bucket { bucket: bucket.to_owned(), prefix: prefix.to_owned() });
        }
        let Some(path) = address.strip_prefix("file://") else {
            return Err(no("it begins with s3:// or file://"));
        };
        let path = percent_decode_str(path).decode_utf8().map_err(|_| no("its name is no text"))?;
        match path.starts_with('/') {
            true => Ok(Address::Folder(PathBuf::from(&*path))),
            false => Err(no("a folder has a path from the root, so three slashes: file:///srv/atlas")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_and_folders_are_read_and_all_else_is_told() {
        let bucket = |bucket: &str, prefix: &str| Address::Bucket {
            bucket: bucket.to_owned(),
            prefix: prefix.to_owned(),
        };
        assert_eq!(Address::read("s3://atlas").expect("a bucket"), bucket("atlas", ""));
        assert_eq!(Address::read("s3://atlas/a/b/").expect("a prefix"), bucket("atlas", "a/b"));
        let folder = Address::read("file:///srv/my%20atlas").expect("a folder");
        assert_eq!(folder, Address::Folder(PathBuf::from("/srv/my atlas")));
        let wrong =
            ["s3://", "s3://key:secret@bucket", "s3://b/a//b", "s3://b/..", "file://srv", "/srv", "gs://b"];
        for address in wrong {
            assert!(Address::read(address).is_err(), "{address}");
        }
    }
}
