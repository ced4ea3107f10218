//! An organisation as schema.org tells it.

use serde_json::{Value, json};

use super::CONTEXT;
use crate::atlas::Organisation;
use crate::site::country;
use crate::site::frame::Context;

/// The organisation in the context's language.
pub fn organisation(context: &Context, organisation: &Organisation) -> Value {
    let Context { atlas, links, lang } = *context;
    let address = |id: &str| links.absolute(&links.organisation(lang, id));
    let name = organisation.name.get(lang);
    let mut others: Vec<&str> = organisation.name.all().map(|(_, text)| text).collect();
    others.extend(organisation.aliases.iter().map(String::as_str));
    others.retain(|other| *other != name);
    others.dedup();
    let mut told = json!({
        "@context": CONTEXT,
        "@type": "Organization",
        "@id": address(&organisation.id),
        "name": name,
        "url": address(&organisation.id),
        "location": {"@type": "Country", "name": country::name(&organisation.country, lang), "identifier": organisation.country},
    });
    if !others.is_empty() {
        told["alternateName"] = json!(others);
    }
    if let Some(parent) = organisation.parent.as_ref().and_then(|id| atlas.organisations.get(id)) {
        told["parentOrganization"] =
            json!({"@type": "Organization", "@id": address(&parent.id), "name": parent.name.get(lang)});
    }
    if let Some(item) = &organisation.wikidata {
        told["sameAs"] = json!(format!("https://www.wikidata.org/entity/{item}"));
    }
    told
}
