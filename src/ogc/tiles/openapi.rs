//! The API description of tiles. Clients find what they look for by the end of an operation's id
//! (OGC 20-057, /req/oas30/operation-id).

use serde_json::{Map, Value, json};

use super::PARTS;
use crate::collection::Collection;
use crate::format::mvt::MVT;
use crate::ogc::openapi_parts::{operation, parameters};
use crate::ogc::{HTML, JSON, Service};
use crate::query::Resource;
use crate::query::tile::{DEEPEST, SET, side};

/// What is at the addresses of tile matrix sets.
pub fn sets(service: &Service) -> Vec<(String, Value)> {
    let get = |resource, id: &str, summary: &str| json!({"get": operation("Service", id, summary, parameters(resource, None), &[JSON, HTML])});
    vec![
        (
            service.links.tile_matrix_sets(),
            get(Resource::TileMatrixSets, ".getTileMatrixSetsList", "Tile matrix sets"),
        ),
        (
            service.links.tile_matrix_set(SET),
            get(Resource::TileMatrixSet, ".getTileMatrixSet", "How the world is cut into tiles"),
        ),
    ]
}

/// What is at the addresses of a collection's tiles.
pub fn of_collection(service: &Service, collection: &Collection) -> Vec<(String, Value)> {
    let id = collection.id();
    let title = collection.about.title.get(service.lang());
    let get = |resource, name: &str, summary: &str, types: &[&str], more: Vec<Value>| {
        let mut all = parameters(resource, Some(collection));
        all.extend(more);
        let id = format!("{id}.collection.vector.{name}");
        json!({"get": operation("Data", &id, &format!("{title}: {summary}"), all, types)})
    };
    let of = service.links.collection(collection.id());
    let parts = PARTS.map(|part| json!({"$ref": format!("#/components/parameters/{part}")})).to_vec();
    vec![
        (of.tile_sets(), get(Resource::TileSets, "getTileSetsList", "tilesets", &[JSON, HTML], Vec::new())),
        (
            of.tile_set(SET),
            get(Resource::TileSet, "getTileSet", "what its tiles are", &[JSON, HTML], Vec::new()),
        ),
        (of.any_tile(SET, PARTS), get(Resource::Tile, "getTile", "a vector tile", &[MVT], parts)),
    ]
}

/// The parts of a tile's address, by name under `components` (OGC 20-057, /req/core/tc-tilematrix-definition,
/// tc-tilerow-definition, tc-tilecol-definition).
pub fn address_parts() -> Map<String, Value> {
    let [z, y, x] = PARTS;
    let last = side(DEEPEST) - 1;
    let zooms: Vec<String> = (0..=DEEPEST).map(|z| z.to_string()).collect();
    let whole = json!({"type": "integer", "minimum": 0, "maximum": last});
    let parts = [
        (z, "The zoom.", json!({"type": "string", "enum": zooms})),
        (y, "The row, from the north; 2^zoom of them.", whole.clone()),
        (x, "The column, from the west; 2^zoom of them.", whole),
    ];
    let made = parts.map(|(name, about, schema)| {
        let part =
            json!({"name": name, "in": "path", "required": true, "description": about, "schema": schema});
        (name.to_owned(), part)
    });
    made.into_iter().collect()
}
