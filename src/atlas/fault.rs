//! What is wrong with a file of the record, told so that it can be mended.

use serde::Serialize;

/// Whether the record may be served with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The record is refused.
    Fault,
    /// Worth a look; the record is served.
    Warning,
}

/// One thing that is wrong: where it stands, why it is refused, what to do.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Fault {
    /// The file, relative to the record's folder: `projects/jujuy-seguro.geojson`.
    pub file: String,
    /// JSON pointer to the value (RFC 6901); empty for the whole file.
    pub pointer: String,
    /// Line and column from 1, where the file could be read that far.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// Column in characters, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// Fault or warning.
    pub severity: Severity,
    /// What is wrong, in one sentence without a full stop.
    pub reason: String,
    /// What to do about it.
    pub remedy: String,
}

impl Fault {
    /// A fault at a pointer of a file.
    pub fn new(
        file: impl Into<String>,
        pointer: impl Into<String>,
        reason: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Fault {
        Fault {
            file: file.into(),
            pointer: pointer.into(),
            line: None,
            column: None,
            severity: Severity::Fault,
            reason: reason.into(),
            remedy: remedy.into(),
        }
    }

    /// The same as a warning.
    pub fn warning(self) -> Fault {
        Fault { severity: Severity::Warning, ..self }
    }

    /// The same at a known line and column (both from 1).
    pub fn at(self, line: usize, column: usize) -> Fault {
        Fault { line: Some(line), column: Some(column), ..self }
    }
}
