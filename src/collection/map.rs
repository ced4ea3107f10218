//! `/data/map.geojson`: what the map page loads. All sites with the few properties that list, filters,
//! date and map need, and the facts of their projects once each in a foreign member. A frame in another
//! page carries the part of it that it shows.

use std::borrow::Cow;

use bytes::Bytes;
use serde::Serialize;
use serde_json::value::RawValue;

use super::flat::place;
use crate::atlas::{Atlas, Lang, PartialDate, Project, Site, Text};

#[derive(Serialize)]
struct Map<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    /// The day that is today to the page.
    edition: String,
    version: String,
    projects: serde_json::Map<String, serde_json::Value>,
    features: Vec<Feature<'a>>,
}

#[derive(Serialize)]
struct Feature<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    id: &'a str,
    geometry: Option<Box<RawValue>>,
    properties: Properties<'a>,
}

#[derive(Serialize)]
struct Properties<'a> {
    project: &'a str,
    name: Cow<'a, Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<Cow<'a, Text>>,
    kind: &'a str,
    precision: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<PartialDate>,
}

#[derive(Serialize)]
struct Facts<'a> {
    layer: &'a str,
    entry: &'static str,
    name: Cow<'a, Text>,
    countries: &'a [String],
    /// Organisation and role.
    actors: Vec<(&'a str, &'a str)>,
    /// Date and kind.
    events: Vec<(PartialDate, &'a str)>,
    /// On the edition's date.
    status: Option<String>,
    /// Of the first and the last event.
    years: Option<(i16, i16)>,
}

/// The file.
pub fn geojson(atlas: &Atlas) -> Bytes {
    written(atlas, &atlas.projects.iter().collect::<Vec<_>>(), None).into()
}

/// The same of some projects, with names in one language alone.
pub fn part(atlas: &Atlas, projects: &[&Project], lang: Lang) -> Vec<u8> {
    written(atlas, projects, Some(lang))
}

fn written(atlas: &Atlas, projects: &[&Project], lang: Option<Lang>) -> Vec<u8> {
    let sites = projects.iter().flat_map(|p| p.sites.iter().map(move |s| (*p, s)));
    let map = Map {
        kind: "FeatureCollection",
        edition: atlas.about.edition.to_string(),
        version: atlas.version(),
        projects: projects.iter().map(|p| (p.id.clone(), facts(atlas, p, lang))).collect(),
        features: sites.map(|(project, site)| feature(atlas, project, site, lang)).collect(),
    };
    // Every part is text, numbers and lists: writing it cannot fail.
    serde_json::to_vec(&map).unwrap_or_default()
}

/// Every language of a text, or one: under the name of English, which a text must have.
fn told(text: &Text, lang: Option<Lang>) -> Cow<'_, Text> {
    lang.map_or(Cow::Borrowed(text), |lang| Cow::Owned(Text::english(text.get(lang))))
}

fn facts(atlas: &Atlas, project: &Project, lang: Option<Lang>) -> serde_json::Value {
    let years = project.first_event().zip(project.last_event());
    let facts = Facts {
        layer: &project.layer,
        entry: project.entry.id(),
        name: told(&project.name, lang),
        countries: &project.countries,
        actors: project.actors.iter().map(|a| (a.organisation.as_str(), a.role.as_str())).collect(),
        events: project.events.iter().map(|e| (e.date, e.kind.as_str())).collect(),
        status: atlas.status_on(project, atlas.today()).map(|s| s.status),
        years: years.map(|(first, last)| (first.year(), last.year())),
    };
    serde_json::to_value(facts).unwrap_or_default()
}

fn feature<'a>(atlas: &Atlas, project: &'a Project, site: &'a Site, lang: Option<Lang>) -> Feature<'a> {
    let geometry = place(atlas, site).and_then(|geometry| {
        let mut json = Vec::new();
        geometry.write_json(&mut json);
        RawValue::from_string(String::from_utf8(json).ok()?).ok()
    });
    Feature {
        kind: "Feature",
        id: &site.id,
        geometry,
        properties: Properties {
            project: &project.id,
            name: told(&site.name, lang),
            label: site.label.as_ref().map(|label| told(label, lang)),
            kind: &site.kind,
            precision: site.precision.id(),
            from: site.from,
            until: site.until,
        },
    }
}
