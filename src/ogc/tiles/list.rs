//! `…/tiles`: the tilesets of a collection.

use serde_json::{Value, json};

use super::{VECTOR, matrix, set};
use crate::collection::Collection;
use crate::format::Link;
use crate::ogc::page::{Page, Part};
use crate::ogc::{JSON, Service, form};
use crate::query::tile::SET;

/// The link from a collection.
pub fn link(service: &Service, collection: &Collection) -> Link {
    let href = service.href(&service.links.collection(collection.id()).tile_sets());
    Link::new(VECTOR, JSON, href, "Vector tiles")
}

/// As JSON.
pub fn json(service: &Service, collection: &Collection) -> Value {
    let title = collection.about.title.get(service.lang());
    let own = service.links.collection(collection.id()).tile_sets();
    json!({
        "links": service.own(&own, JSON, &format!("Vector tiles of {title}")),
        "tilesets": [{
            "title": title,
            "dataType": "vector",
            "crs": matrix::CRS,
            "tileMatrixSetURI": matrix::URI,
            "links": [set::link("self", service, collection), matrix::link(service)],
        }],
    })
}

/// As a page.
pub fn html(service: &Service, collection: &Collection) -> Result<String, askama::Error> {
    let title = collection.about.title.get(service.lang());
    let of = service.links.collection(collection.id());
    let entry = Part::link(form(&of.tile_set(SET), "html"), SET, "the grid of most web maps");
    Page::new(service, "Vector tiles", &of.tile_sets())
        .crumb(service.links.collections(), "Collections")
        .crumb(of.own(), title)
        .lede("Tilesets of this collection.")
        .part(Part::Links(vec![entry]))
        .finish()
}
