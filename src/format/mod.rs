//! How it is written: one file a format, behind one small trait.

mod credits;
pub mod csv;
pub mod dataset;
mod flat_geometry;
pub mod flatgeobuf;
pub mod geojson;
pub mod geojsonseq;
mod geometry;
pub mod geopackage;
#[cfg(feature = "geoparquet")]
pub mod geoparquet;
pub mod kml;
mod kml_element;
mod kml_geometry;
pub mod link;
pub mod mvt;
pub mod package;
mod projected;
mod record;
mod rows;
mod unwritten;

use bytes::Bytes;

pub use link::Link;
pub use rows::Rows;
pub use unwritten::Unwritten;

use crate::collection::Collection;
use crate::query::{Query, Selection};

/// A way to write features. Every format has the same rows, columns, order and types, as far as it can
/// tell them apart; an empty collection has its columns, too.
pub trait Format: Sync {
    /// Value of `f`, and ending of whole files.
    fn name(&self) -> &'static str;
    /// Other values of `f` that mean the same.
    fn other_names(&self) -> &'static [&'static str] {
        &[]
    }
    /// What `Accept`, links and the API description call it.
    fn media_type(&self) -> &'static str;
    /// Value of `Content-Type`: the media type, with parameters where it has any.
    fn content_type(&self) -> &'static str {
        self.media_type()
    }
    /// Whether positions are written in whatever coordinate system is asked for; else in CRS84 alone.
    fn has_systems(&self) -> bool {
        false
    }
    /// A few words for people.
    fn title(&self) -> &'static str;
    /// Whether any selection is written in it, a page at a time; else there are whole files only.
    fn is_paged(&self) -> bool {
        true
    }
    /// Whether a page itself says what leads on; else a header does.
    fn has_links(&self) -> bool {
        false
    }
    /// Features.
    fn write(&self, rows: &Rows) -> Result<Vec<u8>, Unwritten>;
    /// A whole collection.
    fn file(&self, collection: &Collection) -> Result<Bytes, Unwritten> {
        self.write(&Rows::all(collection)).map(Bytes::from)
    }
    /// A page of features.
    fn items(&self, page: &Page) -> Result<Vec<u8>, Unwritten> {
        let Page { collection, query, selection, .. } = page;
        self.write(&Rows::new(collection, &selection.rows, query.properties.as_deref()))
    }
    /// One feature.
    fn item(&self, item: &Item) -> Result<Vec<u8>, Unwritten> {
        let Item { collection, query, row, .. } = item;
        self.write(&Rows::new(collection, vec![*row], query.properties.as_deref()))
    }
}

/// Every format, the default first.
pub static FORMATS: &[&dyn Format] = &[
    &geojson::GeoJson,
    &geojsonseq::GeoJsonSeq,
    &csv::Csv,
    &geopackage::GeoPackage,
    &flatgeobuf::FlatGeobuf,
    &kml::Kml,
    #[cfg(feature = "geoparquet")]
    &geoparquet::GeoParquet,
];

/// The formats in which any selection is written.
pub fn paged() -> impl Iterator<Item = &'static dyn Format> {
    FORMATS.iter().copied().filter(|f| f.is_paged())
}

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
