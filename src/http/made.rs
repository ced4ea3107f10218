//! Files that are made when somebody first asks for them, and kept in bounded memory.

use std::num::NonZero;
use std::sync::Arc;
use std::thread::available_parallelism;

use http::StatusCode;
use moka::sync::Cache;
use tokio::sync::Semaphore;

use super::answer::may_be_encoded;
use super::app::Serving;
use super::compressor::compress;
use super::packed::Packed;
use super::problem::Problem;
use crate::format::dataset::DataFile;

/// Files are kept up to this many bytes, their compressed twins counted as the whole once more. A file that
/// is larger than half of it counts as half: the collection it is made of is in memory, too, and making it
/// again for each who asks would cost more than keeping the last two.
const KEPT: u32 = 256 * 1024 * 1024;

/// What was made of a catalogue, and how much may be made at once.
pub struct Made {
    kept: Cache<String, Arc<Packed>>,
    places: Semaphore,
}

impl Default for Made {
    fn default() -> Made {
        let weight = |name: &String, file: &Arc<Packed>| {
            let twins = if may_be_encoded(file.media_type) { 2 } else { 1 };
            let bytes = u32::try_from(name.len() + file.identity().len() * twins).unwrap_or(u32::MAX);
            bytes.min(KEPT / 2)
        };
        Made {
            kept: Cache::builder().max_capacity(KEPT.into()).weigher(weight).build(),
            places: Semaphore::new(available_parallelism().map_or(1, NonZero::get)),
        }
    }
}

/// A file of the catalogue that is served, made off the threads that serve unless it is there already.
pub async fn file(serving: &Arc<Serving>, file: DataFile) -> Result<Arc<Packed>, Problem> {
    if let Some(kept) = serving.made.kept.get(&file.name) {
        return Ok(kept);
    }
    let _place = serving.made.places.acquire().await.map_err(failed)?;
    let packs = serving.packs;
    let serving = Arc::clone(serving);
    let work = move || {
        let make = || file.write(&serving.catalogue).map(|b| Arc::new(Packed::new(file.content_type, b)));
        // Whoever asks for the same file meanwhile waits for this one.
        serving.made.kept.try_get_with(file.name.clone(), make)
    };
    let made = match tokio::task::spawn_blocking(work).await {
        Ok(made) => made.map_err(failed)?,
        Err(error) => return Err(failed(error)),
    };
    if packs && may_be_encoded(made.media_type) {
        compress(vec![Arc::downgrade(&made)]);
    }
    Ok(made)
}

fn failed(error: impl std::fmt::Display) -> Problem {
    tracing::error!(%error, "a file could not be made");
    Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "The file could not be made.")
}
