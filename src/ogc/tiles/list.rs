//! `…/tiles`: the tilesets of a collection.

use serde_json::{Value, json};

use super::{VECTOR, matrix, set};
use crate::collection::Collection;
use crate::format::Link;
use crate::ogc::page::{Page, Part};
use crate::ogc::{JSON, Service};
use crate::query::tile::SET;

/// The link from a collection.
pub fn link(service: &Service, collection: &Collection) -> Link {
    let href = service.links.absolute(&service.links.tiles(collection.id(), ""));
    Link::new(VECTOR, JSON, href, "Vector tiles")
}

/// As JSON.
pub fn json(service: &Service, collection: &Collection) -> Value {
    let title = collection.about.title.get(service.lang());
    let path = format!("/collections/{}/tiles", collection.id());
    json!({
        "links": service.own(&path, JSON, &format!("Vector tiles of {title}")),
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
    let entry = Part::link(
        service.links.ogc(&format!("/collections/{}/tiles/{SET}?f=html", collection.id())),
        SET,
        "the grid of most web maps",
    );
    Page::new(service, "Vector tiles", &format!("/collections/{}/tiles", collection.id()))
        .crumb(service.links.ogc("/collections"), "Collections")
        .crumb(service.links.collection(collection.id()), title)
        .lede("Tilesets of this collection.")
        .part(Part::Links(vec![entry]))
        .finish()
}
