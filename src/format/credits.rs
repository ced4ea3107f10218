//! Who is to be credited for a collection, and under which licence: what formats carry inside.

use serde_json::{Map, Value};

use crate::atlas::Lang;
use crate::collection::About;

/// As a Dataset of schema.org; the licence is its SPDX identifier.
pub fn dataset(about: &About) -> Value {
    let mut members = Map::new();
    let description = Some(about.description.get(Lang::En)).filter(|d| !d.is_empty());
    for (name, value) in [
        ("@context", Some("https://schema.org/")),
        ("@type", Some("Dataset")),
        ("name", Some(about.title.get(Lang::En))),
        ("identifier", Some(about.id.as_str())),
        ("description", description),
        ("version", about.edition.as_deref()),
        ("license", about.licence.as_deref()),
        ("creditText", about.attribution.as_deref()),
    ] {
        members.extend(value.map(|value| (name.to_owned(), value.into())));
    }
    Value::Object(members)
}
