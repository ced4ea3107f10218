//! OGC API - Features and Tiles: one file a resource, each as JSON for programs and as a page for people.

pub mod api_page;
pub mod asked;
pub mod collections;
pub mod conformance;
pub mod item;
pub mod items;
pub mod landing;
pub mod openapi;
mod openapi_parts;
pub mod page;
pub mod schema;
pub mod tiles;

pub use openapi_parts::forms;

use crate::atlas::Lang;
use crate::collection::Catalogue;
use crate::format::Link;
use crate::links::Links;
use crate::query::Query;

/// `application/json`
pub const JSON: &str = "application/json";
/// `text/html`, as links name it.
pub const HTML: &str = "text/html";
/// `application/schema+json`
pub const SCHEMA_JSON: &str = "application/schema+json";
/// The API description (OGC 17-069r4, 9.2).
pub const OPENAPI_JSON: &str = "application/vnd.oai.openapi+json;version=3.0";

/// What every resource is made from.
#[derive(Clone, Copy)]
pub struct Service<'a> {
    /// What is served.
    pub catalogue: &'a Catalogue,
    /// Every address.
    pub links: &'a Links,
    /// What was asked.
    pub query: &'a Query,
}

impl Service<'_> {
    /// The language of titles.
    pub fn lang(&self) -> Lang {
        self.query.lang
    }

    /// An address of the links, whole.
    pub fn href(&self, address: &str) -> String {
        self.links.absolute(address)
    }

    /// The same in a form.
    pub fn href_as(&self, address: &str, f: &str) -> String {
        form(&self.href(address), f)
    }

    /// `self` and `alternate` of a resource that has JSON and a page; this is the JSON.
    pub fn own(&self, address: &str, json: &'static str, title: &str) -> Vec<Link> {
        vec![
            Link::new("self", json, self.href_as(address, "json"), title.to_owned()),
            Link::new("alternate", HTML, self.href_as(address, "html"), format!("{title}, as a page")),
        ]
    }
}

/// An address of a resource in a form.
fn form(address: &str, f: &str) -> String {
    format!("{address}?f={f}")
}
