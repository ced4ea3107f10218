//! `/ogc`: where a client begins.

use serde_json::{Value, json};

use super::page::{Page, Part};
use super::{HTML, JSON, OPENAPI_JSON, Service, form, tiles};
use crate::credit::licence_address;
use crate::format::Link;

/// As JSON.
pub fn json(service: &Service) -> Value {
    let atlas = &service.catalogue.atlas;
    let about = &atlas.about;
    let lang = service.lang();
    json!({
        "title": about.title.get(lang),
        "description": description(service),
        "attribution": format!("{}, {}", about.publisher, atlas.state()),
        "licence": about.licence,
        "links": links(service),
    })
}

fn description(service: &Service) -> String {
    let atlas = &service.catalogue.atlas;
    let about = &atlas.about;
    format!(
        "{}, {}, {}. Every layer as GeoJSON, by place, time and property.",
        about.title.get(service.lang()),
        atlas.state(),
        about.licence
    )
}

fn links(service: &Service) -> Vec<Link> {
    let to = service.links;
    let mut links = service.own(&to.ogc(), JSON, "This service");
    links.extend([
        Link::new(
            "service-desc",
            OPENAPI_JSON,
            service.href_as(&to.api(), "json"),
            "The API, described in OpenAPI 3.0",
        ),
        Link::new("service-doc", HTML, service.href_as(&to.api(), "html"), "The API, described for people"),
        Link::new("conformance", JSON, service.href(&to.conformance()), "Conformance classes"),
        Link::new("data", JSON, service.href(&to.collections()), "Collections"),
        Link::new("data", HTML, service.href_as(&to.collections(), "html"), "Collections, as a page"),
        Link::new(tiles::SCHEMES, JSON, service.href(&to.tile_matrix_sets()), "Tile matrix sets"),
    ]);
    if let Some(address) = licence_address(&service.catalogue.atlas.about.licence) {
        links.push(Link::new("license", HTML, address, "Licence"));
    }
    links
}

/// As a page.
pub fn html(service: &Service) -> Result<String, askama::Error> {
    let to = service.links;
    Page::new(service, "OGC API - Features", &to.ogc())
        .lede(&description(service))
        .part(Part::Links(vec![
            Part::link(to.collections(), "Collections", "every layer, and what is in it"),
            Part::link(form(&to.api(), "html"), "How to ask", "addresses, parameters and their values"),
            Part::link(form(&to.api(), "json"), "API description", "OpenAPI 3.0, for programs"),
            Part::link(
                form(&to.tile_matrix_sets(), "html"),
                "Tile matrix sets",
                "how the world is cut into tiles",
            ),
            Part::link(to.conformance(), "Conformance", "the classes of the standard that are kept"),
        ]))
        .heading("Open it in QGIS")
        .part(Part::Text(
            "Layer, Add Layer, Add WFS / OGC API - Features Layer: make a new connection to this address."
                .to_owned(),
        ))
        .part(Part::Code(service.href(&to.ogc())))
        .finish()
}
