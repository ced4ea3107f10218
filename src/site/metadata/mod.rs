//! What lets the atlas be found and followed: structured data, feeds, the site map, the manifest.
//!
//! Dates come from the record, addresses from [`crate::links`]. Nothing here is meant for the eye.

pub mod article;
pub mod catalogue;
pub mod dataset;
pub mod feed;
pub mod manifest;
pub mod organisation;
pub mod robots;
pub mod sitemap;

use serde_json::{Value, json};

use super::frame::{Context, licence};

/// What schema.org calls itself.
const CONTEXT: &str = "https://schema.org";

/// Who publishes the atlas.
fn publisher(context: &Context) -> Value {
    let Context { atlas, links, .. } = *context;
    json!({
        "@type": "Organization",
        "name": atlas.about.publisher,
        "url": links.absolute(&links.path("/")),
    })
}

/// The address of the licence; its SPDX identifier where that is not known.
fn licence_address(context: &Context) -> String {
    let spdx = &context.atlas.about.licence;
    let (_, address) = licence(spdx);
    if address.is_empty() { spdx.clone() } else { address }
}

/// The address by which the data set is known, whatever the language of the page.
fn dataset_id(context: &Context) -> String {
    let links = context.links;
    format!("{}#dataset", links.absolute(&links.path("/data")))
}
