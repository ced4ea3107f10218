//! `SHA256SUMS`, in the form that `sha256sum --check` reads.

use std::collections::BTreeMap;
use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::{Files, SUMS};

/// The checksum of each file by its path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sums(BTreeMap<String, String>);

/// How a file differs from its checksum.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// Other bytes.
    #[error("{file} is damaged: its SHA-256 is {found}, but {expected} is expected")]
    Changed {
        /// The file.
        file: String,
        /// Of the bytes that are there.
        found: String,
        /// Of the bytes that should be.
        expected: String,
    },
    /// No bytes.
    #[error("{file} is missing; its SHA-256 is to be {expected}")]
    Missing {
        /// The file.
        file: String,
        /// Of the bytes that should be there.
        expected: String,
    },
}

/// SHA-256 of bytes, hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut out, byte| {
        // Writing to memory does not fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

impl Sums {
    /// Of files; a list of sums among them is left out.
    pub fn of(files: &Files) -> Sums {
        let others = files.iter().filter(|(path, _)| *path != SUMS);
        Sums(others.map(|(path, bytes)| (path.clone(), sha256(bytes))).collect())
    }

    /// Reads a list; lines of another form are passed over, since the index vouches for the whole.
    pub fn read(text: &str) -> Sums {
        let line = |line: &str| {
            let (sum, path) = line.split_once("  ")?;
            // A last line may have lost the other half of its end.
            Some((path.trim_end_matches('\r').to_owned(), sum.to_owned()))
        };
        Sums(text.lines().filter_map(line).collect())
    }

    /// The list, ordered by path.
    pub fn text(&self) -> String {
        self.0.iter().map(|(path, sum)| format!("{sum}  {path}\n")).collect()
    }

    /// The paths in their order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The checksum of a file.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    /// Whether every file that is listed is there as it should be; the first that is not is the error.
    pub fn check(&self, files: &Files) -> Result<(), Damage> {
        self.0.iter().try_for_each(|(file, expected)| match files.get(file) {
            Some(bytes) => agrees(file, bytes, expected),
            None => Err(Damage::Missing { file: file.clone(), expected: expected.clone() }),
        })
    }
}

/// Whether bytes have a checksum.
pub fn agrees(file: &str, bytes: &[u8], expected: &str) -> Result<(), Damage> {
    let found = sha256(bytes);
    if found == expected {
        return Ok(());
    }
    Err(Damage::Changed { file: file.to_owned(), found, expected: expected.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_reads_back_and_names_what_has_changed() {
        let mut files = Files::new();
        files.insert("a.csv".to_owned(), "abc".into());
        files.insert("record/b.json".to_owned(), "{}".into());
        let sums = Sums::of(&files);
        // FIPS 180-2, B.1.
        assert_eq!(
            sums.get("a.csv"),
            Some("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        );
        assert_eq!(Sums::read(&sums.text()), sums);
        assert_eq!(sums.check(&files), Ok(()));
        files.insert("record/b.json".to_owned(), "{ }".into());
        let told = sums.check(&files).expect_err("a change").to_string();
        assert!(told.contains("record/b.json") && told.contains(&sha256(b"{ }")), "{told}");
        files.remove("a.csv");
        assert!(matches!(sums.check(&files), Err(Damage::Missing { file, .. }) if file == "a.csv"));
    }
}
