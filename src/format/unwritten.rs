//! Why a file cannot be written.

use std::error::Error;

/// The library that writes a format failed: a fault of ours, never of who asks.
#[derive(Debug, thiserror::Error)]
#[error("{format} cannot be written: {reason}")]
pub struct Unwritten {
    /// Which format.
    pub format: &'static str,
    #[source]
    reason: Box<dyn Error + Send + Sync>,
}

impl Unwritten {
    /// Of an error, to be used with `map_err`.
    pub fn of<E: Into<Box<dyn Error + Send + Sync>>>(format: &'static str) -> impl Fn(E) -> Unwritten {
        move |reason| Unwritten { format, reason: reason.into() }
    }
}
