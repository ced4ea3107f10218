//! OGC API - Tiles (OGC 20-057): vector tiles of every collection in WebMercatorQuad.

pub mod list;
pub mod matrix;
pub mod openapi;
pub mod set;
pub mod tilejson;

use crate::atlas::Lang;
use crate::collection::Collection;
use crate::format::mvt::{MOST, count_name};
use crate::links::with;
use crate::ogc::Service;
use crate::query::tile::SET;

/// The relation to the list of tile matrix sets.
pub const SCHEMES: &str = "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes";
/// The relation from a tileset to its tile matrix set.
const SCHEME: &str = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
/// The relation from a collection to its vector tiles.
const VECTOR: &str = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector";
/// The relation from tiles to what they are made of.
const GEODATA: &str = "http://www.opengis.net/def/rel/ogc/1.0/geodata";

/// The parts of a tile's address as OGC API - Tiles calls them.
pub const PARTS: [&str; 3] = ["tileMatrix", "tileRow", "tileCol"];

/// The form of a tile's whole address, with these words for zoom, row and column; in the language that was asked
/// for.
fn address(service: &Service, collection: &Collection, words: [&str; 3]) -> String {
    let address = service.href(&service.links.collection(collection.id()).any_tile(SET, words));
    match service.lang() {
        Lang::En => address,
        lang => with(&address, &format!("lang={}", lang.tag())),
    }
}

/// What a reader of tiles must know about their features.
pub fn told(collection: &Collection) -> String {
    let nowhere = collection.places.nowhere().len();
    let without = match nowhere {
        0 => String::new(),
        _ => format!(" {nowhere} of {} features have no place and are in no tile.", collection.len()),
    };
    format!(
        "Every feature that shares a point with a tile is in it. Where more than {MOST} would stand in one tile, small \
         ones that crowd become one: it has the place of the first of them and no id, and `{}` says how many it stands \
         for.{without} Tiles end at 85.06° of latitude.",
        count_name(collection)
    )
}
