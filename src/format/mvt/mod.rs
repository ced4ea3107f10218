//! Mapbox Vector Tiles 2.1: a square of a collection, drawn to scale.
//!
//! No feature is dropped. Each that shares a point with the tile or its buffer is in it: by itself, with its
//! number as id and all its properties, or as one of several that [`count_name`] counts.

mod clip;
mod layer;
mod pen;
mod project;
mod shape;
mod tags;
mod thin;
mod values;
mod wire;

use bytes::Bytes;

pub use thin::MOST;

use self::layer::Layer;
use self::shape::Shaper;
use self::tags::Tags;
use self::thin::One;
use super::Rows;
use super::rows::free;
use crate::collection::Collection;
use crate::collection::places::Place;
use crate::query::Tile;
use crate::query::bits::ascending;

/// The media type of a tile.
pub const MVT: &str = "application/vnd.mapbox-vector-tile";

/// The property that says how many features one stands for: a name that no property of the collection has.
/// Without it a feature stands for itself.
pub fn count_name(collection: &Collection) -> String {
    free(collection, "feature_count")
}

/// The property that holds the id of a feature, for the id of a tile's feature can only be a number.
pub fn id_name(collection: &Collection) -> String {
    Rows::new(collection, Vec::new(), None).id
}

/// A tile of a collection, as one layer of its name. Without features it has no bytes: that is a tile without
/// layers, valid in its form, and what a host of plain files can send, too.
pub fn tile(collection: &Collection, tile: Tile) -> Bytes {
    let rows = ascending(collection.len(), collection.places.intersecting(tile.area()));
    if rows.is_empty() {
        return Bytes::new();
    }
    let ones = thin::thinned(collection, tile, &rows);
    drop(rows);
    Bytes::from(write(collection, tile, &ones))
}

fn write(collection: &Collection, tile: Tile, ones: &[One]) -> Vec<u8> {
    let rows = Rows::new(collection, Vec::new(), None);
    let count_name = count_name(collection);
    let mut layer = Layer::new(collection.id(), Tags::of(&rows, &count_name, ones));
    let mut shaper = Shaper::new(tile);
    for (at, one) in ones.iter().enumerate() {
        let id = (one.count == 1).then_some(u64::from(one.row) + 1);
        match collection.places.get(one.row) {
            Place::Point(point) => layer.point(at, id, shaper.point(*point)),
            place => layer.shape(at, id, &shaper.shape(place)),
        }
    }
    layer.finish()
}
