//! `/ogc/api` for people, from the same table as the API description.

use super::Service;
use super::page::{Page, Part, Table};
use crate::query::{PARAMETERS, Resource};

const ADDRESSES: [(&str, Resource, &str); 14] = [
    ("/ogc", Resource::Landing, "Where to begin"),
    ("/ogc/conformance", Resource::Conformance, "Conformance classes that are kept"),
    ("/ogc/api", Resource::Api, "This description; f=json for OpenAPI 3.0"),
    ("/ogc/collections", Resource::Collections, "All collections"),
    ("/ogc/collections/{collection}", Resource::Collection, "One collection"),
    ("/ogc/collections/{collection}/queryables", Resource::Queryables, "What may be asked for"),
    ("/ogc/collections/{collection}/schema", Resource::Schema, "What is returned"),
    ("/ogc/collections/{collection}/items", Resource::Items, "Features"),
    ("/ogc/collections/{collection}/items/{id}", Resource::Item, "One feature"),
    ("/ogc/collections/{collection}/tiles", Resource::TileSets, "Tilesets of a collection"),
    (
        "/ogc/collections/{collection}/tiles/WebMercatorQuad",
        Resource::TileSet,
        "A tileset; f=tilejson for TileJSON",
    ),
    (
        "/ogc/collections/{collection}/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}",
        Resource::Tile,
        "A vector tile: zoom, row from the north, column from the west",
    ),
    ("/ogc/tileMatrixSets", Resource::TileMatrixSets, "Tile matrix sets"),
    ("/ogc/tileMatrixSets/WebMercatorQuad", Resource::TileMatrixSet, "How the world is cut into tiles"),
];

/// The page.
pub fn html(service: &Service) -> Result<String, askama::Error> {
    let addresses = ADDRESSES.map(|(path, resource, about)| {
        let takes = PARAMETERS.iter().filter(|p| p.applies(resource, None)).map(|p| p.name);
        vec![Part::code(path), Part::plain(about), Part::plain(&takes.collect::<Vec<_>>().join(", "))]
    });
    let head = |names: [&str; 3]| names.map(str::to_owned).to_vec();
    let mut page = Page::new(service, "How to ask", "/api")
        .lede("Every address of the service and every parameter. An unknown name or value is answered with what is allowed.")
        .heading("Addresses")
        .part(Part::Table(Table {
            head: head(["Address", "What it answers", "Parameters"]),
            rows: addresses.into_iter().collect(),
        }))
        .heading("Parameters");
    for parameter in PARAMETERS {
        page = page
            .part(Part::Heading(parameter.name.to_owned()))
            .part(Part::plain(parameter.description))
            .part(Part::plain(&format!("Write: {}.", parameter.form)))
            .part(Part::Code(format!("{}={}", parameter.name, parameter.example)));
    }
    page.heading("Properties")
        .part(Part::plain(
            "Any property of a collection may be asked for as name=value; features are returned whose value is equal. \
             Where a property holds several values, one of them must be equal. A property with the name of a \
             parameter is reached by `filter` alone.",
        ))
        .part(Part::Code(service.links.absolute(&service.links.items("sites", "status=operating&country=AR"))))
        .heading("For programs")
        .part(Part::link(service.links.ogc("/api?f=json"), "OpenAPI 3.0", ""))
        .finish()
}
