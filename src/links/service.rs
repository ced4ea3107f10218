//! Addresses of the OGC service. Those of a collection are made by [`OfCollection`], for one that is named and
//! for the forms in which descriptions write them.

use std::fmt::Display;

use super::{Links, segment};

impl Links {
    /// Where a client begins; every other address of the service lies below.
    pub fn ogc(&self) -> String {
        self.path("/ogc")
    }

    /// One of these addresses as it is written below [`Links::ogc`].
    pub fn below_ogc<'a>(&self, address: &'a str) -> &'a str {
        address.strip_prefix(&self.ogc()).unwrap_or(address)
    }

    /// The API description.
    pub fn api(&self) -> String {
        self.path("/ogc/api")
    }

    /// The classes that are kept.
    pub fn conformance(&self) -> String {
        self.path("/ogc/conformance")
    }

    /// All collections.
    pub fn collections(&self) -> String {
        self.path("/ogc/collections")
    }

    /// A collection, and what lies below it.
    pub fn collection(&self, id: &str) -> OfCollection {
        OfCollection::of(self, segment(id))
    }

    /// The form of these addresses, with this word for the collection.
    pub fn any_collection(&self, word: &str) -> OfCollection {
        OfCollection::of(self, any(word))
    }

    /// All tile matrix sets.
    pub fn tile_matrix_sets(&self) -> String {
        self.path("/ogc/tileMatrixSets")
    }

    /// A tile matrix set.
    pub fn tile_matrix_set(&self, set: &str) -> String {
        format!("{}/{}", self.tile_matrix_sets(), segment(set))
    }
}

/// The addresses of a collection.
pub struct OfCollection {
    own: String,
}

impl OfCollection {
    fn of(links: &Links, collection: impl Display) -> OfCollection {
        OfCollection { own: format!("{}/{collection}", links.collections()) }
    }

    /// The collection itself.
    pub fn own(&self) -> String {
        self.own.clone()
    }

    /// What may be asked for.
    pub fn queryables(&self) -> String {
        format!("{}/queryables", self.own)
    }

    /// What is returned.
    pub fn schema(&self) -> String {
        format!("{}/schema", self.own)
    }

    /// Its items.
    pub fn items(&self) -> String {
        format!("{}/items", self.own)
    }

    /// One of them.
    pub fn item(&self, id: &str) -> String {
        format!("{}/{}", self.items(), segment(id))
    }

    /// The form of an item's address, with this word for its id.
    pub fn any_item(&self, word: &str) -> String {
        format!("{}/{}", self.items(), any(word))
    }

    /// The list of its tilesets.
    pub fn tile_sets(&self) -> String {
        format!("{}/tiles", self.own)
    }

    /// Its tiles in a tile matrix set.
    pub fn tile_set(&self, set: &str) -> String {
        format!("{}/{}", self.tile_sets(), segment(set))
    }

    /// The form of a tile's address, with these words for zoom, row and column.
    pub fn any_tile(&self, set: &str, [z, y, x]: [&str; 3]) -> String {
        format!("{}/{}/{}/{}", self.tile_set(set), any(z), any(y), any(x))
    }
}

/// What stands in a form for any value (RFC 6570).
fn any(word: &str) -> String {
    format!("{{{word}}}")
}
