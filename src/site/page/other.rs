//! The operator's own layers, offered on the map page as context.

use std::sync::Arc;

use crate::collection::{Collection, Kind};
use crate::format::mvt::count_name;
use crate::query::tile::SET;
use crate::site::frame::{Context, asset};
use crate::site::words::number;

/// A toggle, and what the script needs to draw the layer.
#[derive(Debug)]
pub struct OtherLayer {
    /// Id of its collection.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// How many features it has, as the language writes it.
    pub count: String,
    /// The same number for the script.
    pub features: usize,
    /// Size of the whole file.
    pub bytes: usize,
    /// How many of them have no place.
    pub unplaced: usize,
    /// Address of the whole file.
    pub whole: String,
    /// The form of its tiles' addresses.
    pub tiles: String,
    /// The property that says how many features one of a tile stands for.
    pub counting: String,
    /// Address of the script that draws tiles.
    pub script: String,
    /// The property that names a feature; empty where there is none.
    pub name: String,
}

/// Those of the collections that are the operator's own.
pub fn layers(context: &Context, collections: &[Arc<Collection>]) -> Vec<OtherLayer> {
    let own = collections.iter().filter(|c| c.about.kind == Kind::Own);
    own.map(|collection| layer(context, collection)).collect()
}

fn layer(context: &Context, collection: &Collection) -> OtherLayer {
    let Context { links, lang, .. } = *context;
    let id = collection.id();
    OtherLayer {
        id: id.to_owned(),
        title: collection.about.title.get(lang).to_owned(),
        count: number::count(collection.len(), lang),
        features: collection.len(),
        bytes: collection.whole().len(),
        unplaced: collection.places.nowhere().len(),
        whole: links.data(&format!("{id}.geojson")),
        tiles: if links.are_files() {
            String::new()
        } else {
            links.collection(id).any_tile(SET, ["z", "y", "x"])
        },
        counting: count_name(collection),
        script: asset(links, "tiles.js"),
        name: naming(collection).unwrap_or_default(),
    }
}

/// Files have no common name for the name of a feature; these are the usual ones.
fn naming(collection: &Collection) -> Option<String> {
    const USUAL: [&str; 6] = ["name", "title", "label", "nombre", "nome", "名称"];
    let names = || collection.schema.fields.iter().map(|field| &field.name);
    USUAL.into_iter().find_map(|usual| names().find(|name| name.to_lowercase() == usual)).cloned()
}
