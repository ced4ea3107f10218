//! A catalogue and all that was made from it.

use std::collections::HashMap;
use std::sync::Arc;

use super::compressor::compress;
use super::made::Made;
use super::packed::Packed;
use super::tiles::kept::Tiles;
use crate::collection::Catalogue;
use crate::site::page::find;

/// `application/geo+json` (RFC 7946, 12).
pub const GEOJSON: &str = "application/geo+json";

/// Files of the current record, and those of one edition of the past, are kept up to so many bytes.
const FILES_KEPT: u32 = 256 * 1024 * 1024;
const FILES_KEPT_OF_PAST: u32 = 16 * 1024 * 1024;

/// Swapped whole, so that no answer mixes two.
pub struct Serving {
    /// What is served.
    pub catalogue: Catalogue,
    /// Whole files below `/data/`, by name.
    pub files: HashMap<String, Arc<Packed>>,
    /// Further ones, once somebody asked for them.
    pub made: Made,
    /// Its tiles, once somebody asked for them.
    pub tiles: Tiles,
}

impl Serving {
    /// A catalogue with its files, whose compressed twins are being made.
    pub fn ready(catalogue: Catalogue) -> Arc<Serving> {
        Serving::compressed(Serving::new(catalogue, Made::keeping(FILES_KEPT, true)))
    }

    /// The same of an edition of the past, of which there may be many.
    pub fn past(catalogue: Catalogue) -> Arc<Serving> {
        Serving::compressed(Serving::new(catalogue, Made::keeping(FILES_KEPT_OF_PAST, true)))
    }

    /// Without compressed twins.
    pub fn plain(catalogue: Catalogue) -> Arc<Serving> {
        Arc::new(Serving::new(catalogue, Made::keeping(FILES_KEPT, false)))
    }

    fn new(catalogue: Catalogue, made: Made) -> Serving {
        let mut files = HashMap::new();
        for collection in &catalogue.collections {
            let packed = Packed::new(GEOJSON, collection.whole().clone());
            files.insert(format!("{}.geojson", collection.id()), Arc::new(packed));
        }
        files.insert("map.geojson".to_owned(), Arc::new(Packed::new(GEOJSON, catalogue.map.clone())));
        let search = find::index(&catalogue.atlas).json();
        files.insert("search.json".to_owned(), Arc::new(Packed::new("application/json", search)));
        Serving { catalogue, files, made, tiles: Tiles::default() }
    }

    fn compressed(serving: Serving) -> Arc<Serving> {
        let mut files: Vec<&Arc<Packed>> = serving.files.values().collect();
        // Readers wait for the map's own file first, and for small files before large ones.
        files.sort_by_key(|f| f.identity().len());
        compress(files.into_iter().map(Arc::downgrade).collect());
        Arc::new(serving)
    }
}
