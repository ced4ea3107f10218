//! `/ogc/api` for people, from the same table as the API description.

use super::page::{Page, Part, Table};
use super::{Service, form, tiles};
use crate::links::Links;
use crate::query::tile::SET;
use crate::query::{PARAMETERS, Resource};

/// Addresses in their forms, as every server has them: without what the operator's begin with.
fn addresses() -> [(String, Resource, &'static str); 14] {
    let links = Links::nowhere();
    let of = links.any_collection("collection");
    [
        (links.ogc(), Resource::Landing, "Where to begin"),
        (links.conformance(), Resource::Conformance, "Conformance classes that are kept"),
        (links.api(), Resource::Api, "This description; f=json for OpenAPI 3.0"),
        (links.collections(), Resource::Collections, "All collections"),
        (of.own(), Resource::Collection, "One collection"),
        (of.queryables(), Resource::Queryables, "What may be asked for"),
        (of.schema(), Resource::Schema, "What is returned"),
        (of.items(), Resource::Items, "Features"),
        (of.any_item("id"), Resource::Item, "One feature"),
        (of.tile_sets(), Resource::TileSets, "Tilesets of a collection"),
        (of.tile_set(SET), Resource::TileSet, "A tileset; f=tilejson for TileJSON"),
        (
            of.any_tile(SET, tiles::PARTS),
            Resource::Tile,
            "A vector tile: zoom, row from the north, column from the west",
        ),
        (links.tile_matrix_sets(), Resource::TileMatrixSets, "Tile matrix sets"),
        (links.tile_matrix_set(SET), Resource::TileMatrixSet, "How the world is cut into tiles"),
    ]
}

/// The page.
pub fn html(service: &Service) -> Result<String, askama::Error> {
    let addresses = addresses().map(|(path, resource, about)| {
        let takes = PARAMETERS.iter().filter(|p| p.applies(resource, None)).map(|p| p.name);
        vec![Part::code(&path), Part::plain(about), Part::plain(&takes.collect::<Vec<_>>().join(", "))]
    });
    let head = |names: [&str; 3]| names.map(str::to_owned).to_vec();
    let mut page = Page::new(service, "How to ask", &service.links.api())
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
    let sites = service.links.collection("sites");
    page.heading("Properties")
        .part(Part::plain(
            "Any property of a collection may be asked for as name=value; features are returned whose value is equal. \
             Where a property holds several values, one of them must be equal. A property with the name of a \
             parameter is reached by `filter` alone.",
        ))
        .part(Part::Code(format!("{}?status=operating&country=AR", service.href(&sites.items()))))
        .heading("For programs")
        .part(Part::link(form(&service.links.api(), "json"), "OpenAPI 3.0", ""))
        .finish()
}
