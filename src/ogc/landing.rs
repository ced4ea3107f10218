//! `/ogc`: where a client begins.

use serde_json::{Value, json};

use super::page::{Page, Part};
use super::{HTML, JSON, OPENAPI_JSON, Service, tiles};
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
    let mut links = service.own("", JSON, "This service");
    links.extend([
        Link::new(
            "service-desc",
            OPENAPI_JSON,
            service.href_as("/api", "json"),
            "The API, described in OpenAPI 3.0",
        ),
        Link::new("service-doc", HTML, service.href_as("/api", "html"), "The API, described for people"),
        Link::new("conformance", JSON, service.href("/conformance"), "Conformance classes"),
        Link::new("data", JSON, service.href("/collections"), "Collections"),
        Link::new("data", HTML, service.href_as("/collections", "html"), "Collections, as a page"),
        Link::new(tiles::SCHEMES, JSON, service.href("/tileMatrixSets"), "Tile matrix sets"),
    ]);
    if let Some(address) = licence_address(&service.catalogue.atlas.about.licence) {
        links.push(Link::new("license", HTML, address, "Licence"));
    }
    links
}

/// As a page.
pub fn html(service: &Service) -> Result<String, askama::Error> {
    let entry = |path: &str, label: &str, note: &str| Part::link(service.links.ogc(path), label, note);
    Page::new(service, "OGC API - Features", "")
        .lede(&description(service))
        .part(Part::Links(vec![
            entry("/collections", "Collections", "every layer, and what is in it"),
            entry("/api?f=html", "How to ask", "addresses, parameters and their values"),
            entry("/api?f=json", "API description", "OpenAPI 3.0, for programs"),
            entry("/tileMatrixSets?f=html", "Tile matrix sets", "how the world is cut into tiles"),
            entry("/conformance", "Conformance", "the classes of the standard that are kept"),
        ]))
        .heading("Open it in QGIS")
        .part(Part::Text(
            "Layer, Add Layer, Add WFS / OGC API - Features Layer: make a new connection to this address."
                .to_owned(),
        ))
        .part(Part::Code(service.href("")))
        .finish()
}
