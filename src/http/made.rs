//! Files that are made when somebody first asks for them, and kept in bounded memory.

use std::fmt::Display;
use std::sync::Arc;

use bytes::Bytes;
use http::StatusCode;
use moka::sync::Cache;

use super::answer::may_be_encoded;
use super::beside::Beside;
use super::compressor::compress;
use super::packed::Packed;
use super::problem::Problem;

/// What was made of a catalogue, and how much may be made at once.
pub struct Made {
    kept: Cache<String, Arc<Packed>>,
    beside: Beside,
    packs: bool,
}

impl Made {
    /// Files are kept up to so many bytes, their compressed twins, where it `packs`, counted as the whole once
    /// more. A file that is larger than half of it counts as half: the collection it is made of is in memory,
    /// too, and making it again for each who asks would cost more than keeping the last two.
    pub fn keeping(bytes: u32, packs: bool) -> Made {
        let weight = move |name: &String, file: &Arc<Packed>| {
            let twins = if may_be_encoded(file.media_type) { 2 } else { 1 };
            let weight = u32::try_from(name.len() + file.identity().len() * twins).unwrap_or(u32::MAX);
            weight.min(bytes / 2)
        };
        let kept = Cache::builder().max_capacity(bytes.into()).weigher(weight).build();
        Made { kept, beside: Beside::one_a_core(), packs }
    }

    /// A file, made off the threads that serve unless it is there already.
    pub async fn file<E: Display + Send + Sync + 'static>(
        &self,
        name: &str,
        media_type: &'static str,
        write: impl FnOnce() -> Result<Bytes, E> + Send + 'static,
    ) -> Result<Arc<Packed>, Problem> {
        if let Some(kept) = self.kept.get(name) {
            return Ok(kept);
        }
        let (kept, name) = (self.kept.clone(), name.to_owned());
        let work = move || {
            // Whoever asks for the same file meanwhile waits for this one.
            kept.try_get_with(name, || write().map(|bytes| Arc::new(Packed::new(media_type, bytes))))
        };
        let made = self.beside.run(work).await?.map_err(failed)?;
        if self.packs && may_be_encoded(made.media_type) {
            compress(vec![Arc::downgrade(&made)]);
        }
        Ok(made)
    }
}

fn failed(error: impl Display) -> Problem {
    tracing::error!(%error, "a file could not be made");
    Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "The file could not be made.")
}
