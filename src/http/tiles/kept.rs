//! Tiles made lately, in bounded memory.

use std::sync::Arc;

use http::{HeaderMap, header};
use moka::sync::Cache;

use crate::collection::Collection;
use crate::format::mvt;
use crate::http::beside::Beside;
use crate::http::encoding::{Effort, Encoding};
use crate::http::packed::Packed;
use crate::http::problem::Problem;
use crate::query::Tile;

/// Tiles are kept up to about this many bytes, their compressed twins counted as the whole once more.
const KEPT: u64 = 64 * 1024 * 1024;
/// What a tile takes beside its bytes.
const BESIDE: usize = 256;

/// The tiles of one catalogue: a reload brings another one with none.
pub struct Tiles {
    kept: Cache<(String, Tile), Arc<Packed>>,
    beside: Beside,
}

impl Default for Tiles {
    fn default() -> Tiles {
        let weight = |_: &(String, Tile), tile: &Arc<Packed>| {
            u32::try_from(BESIDE + tile.identity().len() * 2).unwrap_or(u32::MAX)
        };
        Tiles {
            kept: Cache::builder().max_capacity(KEPT).weigher(weight).build(),
            beside: Beside::one_a_core(),
        }
    }
}

impl Tiles {
    /// A tile, compressed as the client likes best; made beside the threads that serve unless it is there.
    pub async fn get(
        &self,
        collection: &Arc<Collection>,
        tile: Tile,
        asked: &HeaderMap,
    ) -> Result<Arc<Packed>, Problem> {
        let accept = asked.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
        let liked = Encoding::choose(accept, &[Encoding::Zstd, Encoding::Brotli, Encoding::Gzip]);
        // The version is that of its bytes: another day or language has another.
        let key = (collection.version.clone(), tile);
        if let Some(kept) = self.kept.get(&key).filter(|kept| kept.is_ready(liked)) {
            return Ok(kept);
        }
        // A reader who pans on closes the connection, and with it this wait: a tile that nobody wants any more
        // is not begun.
        let (kept, collection) = (self.kept.clone(), Arc::clone(collection));
        let work = move || {
            // Whoever asks for the same tile meanwhile waits for this one.
            let made = kept.get_with(key, || Arc::new(Packed::new(mvt::MVT, mvt::tile(&collection, tile))));
            made.fill_with(liked, Effort::Passing);
            made
        };
        Ok(self.beside.run(work).await?)
    }
}
