//! What is wrong with a file of one's own.

use crate::collection::geometry_fault::said;

/// What is wrong with a file, and where.
#[derive(Debug)]
pub struct NoFeature {
    /// Byte of the text.
    pub at: usize,
    /// What is wrong, without a full stop.
    pub reason: String,
    /// What to do about it.
    pub remedy: &'static str,
}

impl NoFeature {
    /// At the beginning of a part of the text.
    pub fn new(text: &str, part: &str, reason: impl Into<String>, remedy: &'static str) -> NoFeature {
        let at = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        NoFeature { at, reason: reason.into(), remedy }
    }

    /// At the line and column that the parser of a part names.
    pub fn json(text: &str, part: &str, error: &serde_json::Error) -> NoFeature {
        let reason = match error.is_eof() {
            true => "the text ends here, within a value".to_owned(),
            false => said(error),
        };
        let start = NoFeature::new(text, part, reason, "mend the file at this place");
        let lines: usize =
            part.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        NoFeature { at: start.at + lines + error.column().saturating_sub(1), ..start }
    }
}
