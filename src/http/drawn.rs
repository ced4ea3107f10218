//! Pictures drawn lately, in bounded memory.

use bytes::Bytes;
use moka::sync::Cache;

use super::beside::Beside;

/// Pictures are kept up to this many bytes.
const KEPT: u64 = 64 * 1024 * 1024;

/// What was drawn lately, and how many may be drawn at once.
pub struct Pictures {
    /// By ETag.
    pub kept: Cache<String, Bytes>,
    /// The largest picture takes 64 MB while it is drawn: one a core is as fast as more would be.
    pub beside: Beside,
}

impl Default for Pictures {
    fn default() -> Pictures {
        let weight = |tag: &String, bytes: &Bytes| u32::try_from(tag.len() + bytes.len()).unwrap_or(u32::MAX);
        Pictures {
            kept: Cache::builder().max_capacity(KEPT).weigher(weight).build(),
            beside: Beside::one_a_core(),
        }
    }
}
