//! The record as a schema.org Dataset, with what dataset search requires (name, description of 50 to
//! 5,000 characters) and recommends.

use serde_json::{Map, Value, json};

use super::{CONTEXT, dataset_id, licence_address, publisher};
use crate::atlas::Lang;
use crate::format::{FORMATS, Format};
use crate::site::frame::Context;
use crate::site::words::{fill, guide, number};

/// How many files are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Files {
    /// The two that hold everything.
    Whole,
    /// Those in every format, and one a layer.
    Every,
}

/// The data set in the context's language.
pub fn dataset(context: &Context, files: Files) -> Value {
    let Context { atlas, links, lang } = *context;
    let about = &atlas.about;
    let mut set = Map::new();
    let mut put = |name: &str, value: Value| set.insert(name.to_owned(), value);
    put("@context", json!(CONTEXT));
    put("@type", json!("Dataset"));
    put("@id", json!(dataset_id(context)));
    put("name", json!(about.title.get(lang)));
    put("alternateName", json!(about.short_title));
    put("description", json!(description(context)));
    put("url", json!(links.absolute(&links.page(lang, "/data"))));
    put("identifier", json!(about.doi.as_ref().map_or_else(|| dataset_id(context), |doi| doi_address(doi))));
    put("license", json!(licence_address(context)));
    put("isAccessibleForFree", json!(true));
    put("creator", publisher(context));
    put("publisher", publisher(context));
    put("version", json!(atlas.version()));
    put("dateModified", json!(atlas.today()));
    put("inLanguage", json!(Lang::ALL.map(Lang::tag)));
    put("keywords", json!(atlas.layers.layers.iter().map(|l| l.title.get(lang)).collect::<Vec<_>>()));
    put("temporalCoverage", json!(span(context)));
    put("spatialCoverage", place(context));
    put(
        "includedInDataCatalog",
        json!({"@type": "DataCatalog", "name": about.short_title, "url": links.absolute(&links.map(lang))}),
    );
    put("distribution", json!(distribution(context, files)));
    Value::Object(set)
}

fn doi_address(doi: &str) -> String {
    if doi.starts_with("http") { doi.to_owned() } else { format!("https://doi.org/{doi}") }
}

/// What it is and how much it holds, in a few sentences.
pub fn description(context: &Context) -> String {
    let Context { atlas, lang, .. } = *context;
    let n = |n: usize| number::count(n, lang);
    let values = [
        ("projects", n(atlas.projects.iter().filter(|p| p.entry.is_project()).count())),
        ("sites", n(atlas.projects.iter().map(|p| p.sites.len()).sum())),
        ("events", n(atlas.projects.iter().map(|p| p.events.len()).sum())),
        ("sources", n(atlas.sources.len())),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    fill(guide::of(lang).dataset_told, &values)
}

/// From the first event's year to the edition's day (ISO 8601, an interval).
fn span(context: &Context) -> String {
    let atlas = context.atlas;
    let first = atlas.projects.iter().filter_map(|p| p.first_event()).map(|date| date.year()).min();
    format!("{:04}/{}", first.unwrap_or(atlas.today().year()), atlas.today())
}

/// schema.org writes a box as south, west, north, east.
fn place(context: &Context) -> Value {
    let [west, south, east, north] = context.atlas.about.extent;
    json!({
        "@type": "Place",
        "geo": {"@type": "GeoShape", "box": format!("{south} {west} {north} {east}")},
    })
}

fn distribution(context: &Context, files: Files) -> Vec<Value> {
    let Context { atlas, links, lang } = *context;
    let w = context.words();
    let whole = [("projects", w.data_all_projects), ("sites", w.data_all_sites)];
    let file = |id: &str, name: &str, format: &dyn Format| {
        json!({
            "@type": "DataDownload",
            "name": name,
            "encodingFormat": format.media_type(),
            "contentUrl": links.absolute(&links.data(&format!("{id}.{}", format.name()))),
        })
    };
    if files == Files::Whole {
        return whole.map(|(id, name)| file(id, name, FORMATS[0])).into();
    }
    let every = whole.into_iter().flat_map(|(id, name)| FORMATS.iter().map(move |f| (id, name, *f)));
    let layers = atlas.layers.layers.iter().map(|l| (l.id.as_str(), l.title.get(lang), FORMATS[0]));
    every.chain(layers).map(|(id, name, format)| file(id, name, format)).collect()
}
