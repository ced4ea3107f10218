//! What every handler shares: the catalogue that is served now, and the files made from it.

use std::collections::HashMap;
use std::sync::Arc;

use arc_swap::ArcSwap;

use super::compressor::compress;
use super::drawn::Pictures;
use super::made::Made;
use super::packed::Packed;
use super::past::Past;
use super::reload::Reloads;
use super::tiles::kept::Tiles;
use crate::collection::Catalogue;
use crate::editions::Editions;
use crate::links::Links;
use crate::site::page::find;

/// Shared by all handlers.
pub type Shared = Arc<App>;

/// One atlas being served.
pub struct App {
    serving: ArcSwap<Serving>,
    /// Every address.
    pub links: Links,
    /// Pictures drawn lately.
    pub pictures: Pictures,
    /// Frozen editions.
    pub past: Past,
    /// How the last reload went.
    pub reloads: Reloads,
}

/// A catalogue and all that was made from it. Swapped whole, so that no answer mixes two.
pub struct Serving {
    /// What is served.
    pub catalogue: Catalogue,
    /// Whole files below `/data/`, by name.
    pub files: HashMap<String, Arc<Packed>>,
    /// Further ones, once somebody asked for them.
    pub made: Made,
    /// Its tiles, once somebody asked for them.
    pub tiles: Tiles,
    /// Whether files get compressed twins.
    pub packs: bool,
}

impl App {
    /// Serves a catalogue; compressed twins of its files are made in the background.
    pub fn new(catalogue: Catalogue, links: Links) -> App {
        App::of(Serving::ready(catalogue), links)
    }

    /// The same without compressed twins, for whoever wants every file as it is.
    pub fn plain(catalogue: Catalogue, links: Links) -> App {
        App::of(Arc::new(Serving::new(catalogue, false)), links)
    }

    fn of(serving: Arc<Serving>, links: Links) -> App {
        App {
            serving: ArcSwap::new(serving),
            links,
            pictures: Pictures::default(),
            past: Past::new(Editions::default()),
            reloads: Reloads::default(),
        }
    }

    /// With frozen editions beside the current record.
    pub fn with_editions(self, editions: Editions) -> App {
        self.past.swap(editions);
        self
    }

    /// What is served now. Taken once an answer, so that it stays one and the same throughout.
    pub fn serving(&self) -> Arc<Serving> {
        self.serving.load_full()
    }

    /// Serves another catalogue from now on; answers under way keep the old one.
    pub fn swap(&self, catalogue: Catalogue) {
        self.serving.store(Serving::ready(catalogue));
    }
}

/// `application/geo+json` (RFC 7946, 12).
pub const GEOJSON: &str = "application/geo+json";

impl Serving {
    /// A catalogue with its files, whose compressed twins are being made.
    pub fn ready(catalogue: Catalogue) -> Arc<Serving> {
        let serving = Arc::new(Serving::new(catalogue, true));
        Serving::compress(&serving);
        serving
    }

    fn new(catalogue: Catalogue, packs: bool) -> Serving {
        let mut files = HashMap::new();
        for collection in &catalogue.collections {
            let packed = Packed::new(GEOJSON, collection.whole().clone());
            files.insert(format!("{}.geojson", collection.id()), Arc::new(packed));
        }
        files.insert("map.geojson".to_owned(), Arc::new(Packed::new(GEOJSON, catalogue.map.clone())));
        let search = find::index(&catalogue.atlas).json();
        files.insert("search.json".to_owned(), Arc::new(Packed::new("application/json", search)));
        Serving { catalogue, files, made: Made::default(), tiles: Tiles::default(), packs }
    }

    fn compress(serving: &Arc<Serving>) {
        let mut files: Vec<&Arc<Packed>> = serving.files.values().collect();
        // Readers wait for the map's own file first, and for small files before large ones.
        files.sort_by_key(|f| f.identity().len());
        compress(files.into_iter().map(Arc::downgrade).collect());
    }
}
