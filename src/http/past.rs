//! Editions of the past: their frozen files, and catalogues made of them when someone asks, both kept
//! within bounds.

use std::sync::Arc;

use arc_swap::ArcSwap;
use moka::sync::Cache;

use super::beside::{Beside, Undone};
use super::serving::Serving;
use crate::atlas::load;
use crate::collection::Catalogue;
use crate::diff::Difference;
use crate::editions::{self, Editions, Files, Frozen};
use crate::links::Links;

/// Unpacked files are kept up to this many bytes.
const FILES_KEPT: u64 = 48 * 1024 * 1024;
/// Catalogues are kept up to about this many bytes.
const CATALOGUES_KEPT: u64 = 96 * 1024 * 1024;
/// So many differences are kept; each is at most as large as two records.
const DIFFERENCES_KEPT: u64 = 8;
/// A catalogue holds so many times the bytes of its record: types, columns, finished bytes and their twins.
const HELD: usize = 6;

/// All editions that can be asked for.
pub struct Past {
    editions: ArcSwap<Editions>,
    // Both by the checksum of the edition, which says more than its name.
    files: Cache<String, Arc<Files>>,
    catalogues: Cache<String, Arc<Serving>>,
    /// What changed, by the contents of both states.
    pub differences: Cache<(String, String), Arc<Difference>>,
    /// Unpacking, building and comparing take a core each; editions asked for at once wait for one another.
    pub beside: Beside,
}

/// An edition could not be made; the log says why.
#[derive(Debug, thiserror::Error)]
pub enum NoEdition {
    /// What is there is none that this program reads.
    #[error("the edition cannot be read")]
    Unreadable,
    /// It was not made now.
    #[error(transparent)]
    Undone(#[from] Undone),
}

impl Past {
    /// Of these editions.
    pub fn new(editions: Editions) -> Past {
        let bytes = |_: &String, files: &Arc<Files>| weight(files.values().map(|bytes| bytes.len()).sum());
        let held = |_: &String, serving: &Arc<Serving>| {
            let whole = serving.catalogue.collections.iter().map(|c| c.whole().len()).sum::<usize>();
            weight(whole.saturating_mul(HELD))
        };
        Past {
            editions: ArcSwap::from_pointee(editions),
            files: Cache::builder().max_capacity(FILES_KEPT).weigher(bytes).build(),
            catalogues: Cache::builder().max_capacity(CATALOGUES_KEPT).weigher(held).build(),
            differences: Cache::new(DIFFERENCES_KEPT),
            beside: Beside::at_once(1),
        }
    }

    /// The editions there are now.
    pub fn editions(&self) -> Arc<Editions> {
        self.editions.load_full()
    }

    /// The edition that says what a record with this content says.
    pub fn released(&self, content: &str) -> Option<String> {
        let editions = self.editions.load();
        editions.iter().find(|frozen| frozen.entry.content == content).map(|f| f.entry.edition.to_string())
    }

    /// Other editions from now on.
    pub fn swap(&self, editions: Editions) {
        self.editions.store(Arc::new(editions));
    }

    /// The frozen files of an edition.
    pub async fn files(&self, frozen: &Frozen) -> Result<Arc<Files>, NoEdition> {
        let key = frozen.entry.sums.clone();
        if let Some(files) = self.files.get(&key) {
            return Ok(files);
        }
        let (kept, frozen) = (self.files.clone(), frozen.clone());
        self.beside.run(move || unpacked(&kept, &frozen)).await?
    }

    /// The catalogue of an edition, made from its frozen record.
    pub async fn serving(&self, frozen: &Frozen, links: &Links) -> Result<Arc<Serving>, NoEdition> {
        let key = frozen.entry.sums.clone();
        if let Some(serving) = self.catalogues.get(&key) {
            return Ok(serving);
        }
        let (files, catalogues) = (self.files.clone(), self.catalogues.clone());
        let (frozen, links) = (frozen.clone(), links.clone());
        let work = move || {
            // Whoever waited for the place meanwhile finds it made.
            let made = catalogues.try_get_with(key, || made(&*unpacked(&files, &frozen)?, &links));
            made.map_err(|_: Arc<NoEdition>| NoEdition::Unreadable)
        };
        self.beside.run(work).await?
    }
}

fn unpacked(kept: &Cache<String, Arc<Files>>, frozen: &Frozen) -> Result<Arc<Files>, NoEdition> {
    let read = || {
        frozen.files().map(Arc::new).map_err(|error| {
            tracing::error!(%error, "an edition cannot be read");
            NoEdition::Unreadable
        })
    };
    kept.try_get_with(frozen.entry.sums.clone(), read).map_err(|_| NoEdition::Unreadable)
}

fn made(files: &Files, links: &Links) -> Result<Arc<Serving>, NoEdition> {
    // It was checked before it was frozen; a program that reads more strictly since then still shows
    // what it can read.
    let atlas = load::load(&editions::record(files)).atlas.ok_or(NoEdition::Unreadable)?;
    let catalogue = Catalogue::build(atlas, links, Vec::new()).map_err(|error| {
        tracing::error!(%error, "the catalogue of an edition cannot be made");
        NoEdition::Unreadable
    })?;
    Ok(Serving::past(catalogue))
}

fn weight(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}
