//! How it is written: one file a format, behind one small trait.

pub mod geojson;
pub mod link;

pub use link::Link;

use crate::collection::Collection;
use crate::query::{Query, Selection};

/// A way to write features.
pub trait Format: Sync {
    /// Value of `f`, and ending of whole files.
    fn name(&self) -> &'static str;
    /// Other values of `f` that mean the same.
    fn other_names(&self) -> &'static [&'static str] {
        &[]
    }
    /// Value of `Content-Type`.
    fn media_type(&self) -> &'static str;
    /// A few words for people.
    fn title(&self) -> &'static str;
    /// A page of features.
    fn items(&self, page: &Page) -> Vec<u8>;
    /// One feature.
    fn item(&self, item: &Item) -> Vec<u8>;
}

/// Every format, the default first.
pub static FORMATS: &[&dyn Format] = &[&geojson::GeoJson];

/// The format with this name.
pub fn named(name: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().copied().find(|f| f.name() == name || f.other_names().contains(&name))
}

/// A page of features to be written.
pub struct Page<'a> {
    /// Where they are from.
    pub collection: &'a Collection,
    /// What was asked.
    pub query: &'a Query,
    /// What was found.
    pub selection: &'a Selection,
    /// What leads on from here, for formats that can say it.
    pub links: &'a [Link],
}

/// One feature to be written.
pub struct Item<'a> {
    /// Where it is from.
    pub collection: &'a Collection,
    /// What was asked.
    pub query: &'a Query,
    /// Which.
    pub row: u32,
    /// What leads on from here, for formats that can say it.
    pub links: &'a [Link],
}
