//! Everything that is served, made at once and never changed: a reload makes another one beside it.

use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use jiff::ToSpan;
use jiff::civil::Date;
use moka::sync::Cache;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use super::flat::{self, LayerOf, Made};
use super::{Collection, Kind, SameId, map, tables};
use crate::atlas::{Atlas, Lang};
use crate::links::Links;

/// Collections made for another day or language are kept up to this many bytes of GeoJSON.
const KEPT: u64 = 64 * 1024 * 1024;

/// The record and all collections.
#[derive(Debug)]
pub struct Catalogue {
    /// The record.
    pub atlas: Atlas,
    /// The twelve layers in display order, `sites`, `projects`, then the operator's own.
    pub collections: Vec<Arc<Collection>>,
    /// `/data/map.geojson`: what the map page loads.
    pub map: Bytes,
    links: Links,
    /// How many values of the record have a source, once somebody has asked.
    facts: OnceLock<usize>,
    /// The days on which anything in the record changes, ascending.
    changes: Vec<Date>,
    others: Cache<(String, Option<Date>, Lang), Arc<Collection>>,
}

/// Why a catalogue cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum NoCatalogue {
    /// Two sites or projects of the record have one id.
    #[error("in `{collection}` {fault}")]
    SameId {
        /// Where.
        collection: String,
        /// Which.
        fault: SameId,
    },
    /// Two collections would have one name.
    #[error("there are two collections called `{0}`: give your own layer another name")]
    SameName(String),
}

impl Catalogue {
    /// Differs wherever anything differs that is served: the record, or a layer of one's own.
    pub fn version(&self) -> String {
        let mut hash = blake3::Hasher::new();
        hash.update(self.atlas.content.as_bytes());
        for collection in &self.collections {
            hash.update(collection.version.as_bytes());
        }
        hash.finalize().to_hex()[..32].to_owned()
    }

    /// Makes every collection of the record, and takes in the operator's own.
    pub fn build(atlas: Atlas, links: &Links, own: Vec<Arc<Collection>>) -> Result<Catalogue, NoCatalogue> {
        let layers = atlas.layers.layers.iter().map(LayerOf::Layer);
        let all: Vec<LayerOf> = layers.chain([LayerOf::Sites, LayerOf::Projects]).collect();
        let made = Made { atlas: &atlas, links, on: None, lang: Lang::En };
        let collections: Result<Vec<Arc<Collection>>, NoCatalogue> = all
            .into_par_iter()
            .map(|of| match flat::collection(of, made) {
                Ok(collection) => Ok(Arc::new(collection)),
                Err(fault) => Err(NoCatalogue::SameId { collection: name(of).to_owned(), fault }),
            })
            .collect();
        let mut collections = collections?;
        for layer in own {
            if collections.iter().any(|c| c.id() == layer.id()) {
                return Err(NoCatalogue::SameName(layer.id().to_owned()));
            }
            collections.push(layer);
        }
        Ok(Catalogue {
            map: map::geojson(&atlas),
            changes: changes(&atlas),
            facts: OnceLock::new(),
            links: links.clone(),
            others: Cache::builder()
                .max_capacity(KEPT)
                .weigher(|_, collection: &Arc<Collection>| {
                    u32::try_from(collection.whole().len()).unwrap_or(u32::MAX)
                })
                .build(),
            collections,
            atlas,
        })
    }

    /// How many values the record has, each with its source: the rows of its provenance.
    pub fn facts(&self) -> usize {
        *self.facts.get_or_init(|| tables::table(&self.atlas, "provenance").map_or(0, |table| table.len()))
    }

    /// The collection with this id.
    pub fn collection(&self, id: &str) -> Option<&Arc<Collection>> {
        self.collections.iter().find(|c| c.id() == id)
    }

    /// The same collection as of a day and in a language; one's own layers know neither.
    pub fn told(&self, collection: &Arc<Collection>, on: Option<Date>, lang: Lang) -> Arc<Collection> {
        if collection.about.kind == Kind::Own || (on.is_none() && lang == Lang::En) {
            return Arc::clone(collection);
        }
        let on = on.map(|day| self.last_change(day));
        let key = (collection.id().to_owned(), on, lang);
        self.others.get_with(key, || {
            let made = Made { atlas: &self.atlas, links: &self.links, on, lang };
            let of = match collection.about.kind {
                Kind::Sites => Some(LayerOf::Sites),
                Kind::Projects => Some(LayerOf::Projects),
                Kind::Layer => self.atlas.layer(collection.id()).map(LayerOf::Layer),
                Kind::Own => None,
            };
            // The ids are those of the collection itself, and in it none stands twice.
            let other = of.and_then(|of| flat::collection(of, made).ok());
            other.map_or_else(|| Arc::clone(collection), Arc::new)
        })
    }

    /// The last day up to this one on which anything changed: between two changes every day is told
    /// alike, so that days make only as many collections as there are changes.
    fn last_change(&self, day: Date) -> Date {
        let before = self.changes.partition_point(|change| *change <= day);
        before.checked_sub(1).map_or(Date::MIN, |at| self.changes[at])
    }
}

fn name(of: LayerOf<'_>) -> &str {
    match of {
        LayerOf::Layer(layer) => &layer.id,
        LayerOf::Sites => "sites",
        LayerOf::Projects => "projects",
    }
}

fn changes(atlas: &Atlas) -> Vec<Date> {
    let sites = || atlas.projects.iter().flat_map(|p| &p.sites);
    let mut days: Vec<Date> = (atlas.projects.iter().flat_map(|p| &p.events))
        .map(|e| e.date.first_day())
        .chain(sites().filter_map(|s| s.from).map(|d| d.first_day()))
        .chain(sites().filter_map(|s| s.until).map(|d| d.last_day().saturating_add(1.day())))
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}
