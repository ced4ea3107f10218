//! What we serve.

use bytes::Bytes;

use crate::atlas::Atlas;

/// The catalogue.
pub struct Catalogue {
    /// The record.
    pub atlas: Atlas,
    /// The collections.
    pub collections: Vec<Collection>,
    /// `/data/map.geojson`.
    pub map: Bytes,
}

/// A collection.
pub struct Collection {
    /// Its id.
    pub id: String,
    whole: Bytes,
}

impl Catalogue {
    /// Builds it.
    pub fn build(atlas: Atlas) -> Catalogue {
        Catalogue { atlas, collections: Vec::new(), map: Bytes::from_static(b"{}") }
    }
}

impl Collection {
    /// The whole file.
    pub fn whole(&self) -> &Bytes {
        &self.whole
    }
}
