//! What every handler shares: the catalogue that is served now, and what was drawn, reloaded and frozen.

use std::sync::Arc;

use arc_swap::ArcSwap;

use super::beside::Beside;
use super::drawn::Pictures;
use super::outcome::Reloads;
use super::past::Past;
use super::serving::Serving;
use crate::collection::Catalogue;
use crate::editions::Editions;
use crate::links::Links;

/// Shared by all handlers.
pub type Shared = Arc<App>;

/// One atlas being served.
pub struct App {
    serving: ArcSwap<Serving>,
    /// Every address.
    pub links: Links,
    /// Pictures drawn lately.
    pub pictures: Pictures,
    /// Searches that look at much.
    pub searches: Beside,
    /// Frozen editions.
    pub past: Past,
    /// How the last reload went.
    pub reloads: Reloads,
}

impl App {
    /// Serves a catalogue; compressed twins of its files are made in the background.
    pub fn new(catalogue: Catalogue, links: Links) -> App {
        App::of(Serving::ready(catalogue), links)
    }

    /// The same without compressed twins, for whoever wants every file as it is.
    pub fn plain(catalogue: Catalogue, links: Links) -> App {
        App::of(Serving::plain(catalogue), links)
    }

    fn of(serving: Arc<Serving>, links: Links) -> App {
        App {
            serving: ArcSwap::new(serving),
            links,
            pictures: Pictures::default(),
            searches: Beside::one_a_core(),
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
