//! `/ogc/conformance`: exactly what is served.

use serde_json::{Value, json};

use super::page::{Page, Part};
use super::{JSON, Service};

/// The classes.
pub const CLASSES: &[&str] = &[
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
    "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
    "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables-query-parameters",
    "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/schemas",
    "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/core-roles-features",
    "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/returnables-and-receivables",
];

/// As JSON.
pub fn json(service: &Service) -> Value {
    json!({
        "links": service.own("/conformance", JSON, "Conformance"),
        "conformsTo": CLASSES,
    })
}

/// As a page.
pub fn html(service: &Service) -> Result<String, askama::Error> {
    let page = Page::new(service, "Conformance", "/conformance")
        .lede("The conformance classes of OGC API - Features that this service keeps.")
        .part(Part::Texts(CLASSES.iter().map(|class| (*class).to_owned()).collect()));
    page.finish()
}
