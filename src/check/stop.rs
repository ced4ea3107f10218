//! A stop of a story opens on the map: the page ignores in silence what it does not know, so that it is
//! refused here.

use std::collections::BTreeSet;

use super::day::day;
use super::record::{Record, did_you_mean};
use crate::atlas::story::Spot;
use crate::atlas::{PartialDate, Precision, status};

/// The view of a stop never shows less than the region's outline nor more than a site can bear.
const ZOOMS: std::ops::RangeInclusive<f64> = 2.0..=15.0;

/// Refuses a view that names what is not there, or that shows nothing of the region.
pub fn view(record: &Record, view: Spot, refuse: &mut impl FnMut(Spot, String, &str)) {
    let written = record.written;
    let today = written.about.as_ref().map(|about| about.edition);
    let projects = record.project_ids();
    let layers = written.layers.iter().flat_map(|file| &file.layers).map(|layer| layer.id.as_str()).collect();
    let statuses = written.vocabulary.iter().flat_map(|v| &v.statuses).map(|s| s.id.as_str()).collect();
    let roles: BTreeSet<&str> =
        written.vocabulary.iter().flat_map(|v| &v.roles).map(|role| role.id.as_str()).collect();
    let organisations = written.organisations.iter().map(|o| o.id.as_str()).collect();
    let countries = record.countries.iter().map(|(code, _)| code).collect();
    let precisions = Precision::ALL.iter().map(|precision| precision.id()).collect();
    let mut seen = BTreeSet::new();
    for (key, value) in form_urlencoded::parse(view.text.as_bytes()) {
        if !seen.insert(key.to_string()) {
            refuse(view, format!("`{key}` stands twice"), "keep one; several values are parted by commas");
        }
        let mut each = |known: &BTreeSet<&str>, what: &str| {
            for word in value.split(',').filter(|word| !known.contains(word)) {
                let remedy = did_you_mean(word, known.iter().copied(), "correct the view");
                refuse(view, format!("there is no {what} `{word}`"), &remedy);
            }
        };
        match key.as_ref() {
            "layer" if written.layers.is_some() => each(&layers, "layer"),
            "status" if written.vocabulary.is_some() => each(&statuses, "status"),
            "country" => each(&countries, "country"),
            "precision" => each(&precisions, "precision"),
            "sel" => {
                let sites = record.projects().flat_map(|(_, p)| p.sites.iter().map(|site| site.id.as_str()));
                each(&projects.iter().copied().chain(sites).collect(), "project or site");
            }
            "actor" => actors(view, &value, &organisations, &roles, refuse),
            "year" if !is_span(&value) => {
                refuse(view, format!("`{value}` is no span of years"), "write it as 2015..2020");
            }
            "on" => day(view, &value, today, refuse),
            "map" => {
                let extent = written.about.as_ref().map(|about| about.extent);
                if !shows_the_region(&value, extent) {
                    let remedy = "write zoom/latitude/longitude, zoom 2 to 15, in the extent of atlas.json";
                    refuse(view, format!("`{value}` is no view of the region"), remedy);
                }
            }
            "layer" | "status" | "year" | "q" => {}
            _ => refuse(view, format!("a view knows no `{key}`"), "correct its spelling, or take it out"),
        }
    }
    begun(record, view, refuse);
}

fn actors(
    view: Spot,
    value: &str,
    organisations: &BTreeSet<&str>,
    roles: &BTreeSet<&str>,
    refuse: &mut impl FnMut(Spot, String, &str),
) {
    for actor in value.split(',') {
        let (id, role) = actor.split_once(':').map_or((actor, None), |(id, role)| (id, Some(role)));
        if !organisations.contains(id) {
            let remedy = did_you_mean(id, organisations.iter().copied(), "correct the view");
            refuse(view, format!("there is no organisation `{id}`"), &remedy);
        }
        if let Some(role) = role.filter(|role| !roles.contains(role)) {
            let remedy = did_you_mean(role, roles.iter().copied(), "correct the view");
            refuse(view, format!("there is no role `{role}`"), &remedy);
        }
    }
}

/// A project in hand on a day before its first event would be shown nowhere.
fn begun(record: &Record, view: Spot, refuse: &mut impl FnMut(Spot, String, &str)) {
    let asked = |wanted: &str| {
        form_urlencoded::parse(view.text.as_bytes()).find(|(key, _)| key == wanted).map(|(_, value)| value)
    };
    let (Some(sel), Some(on)) = (asked("sel"), asked("on")) else { return };
    let Some(vocabulary) = &record.written.vocabulary else { return };
    let Ok(day) = on.parse::<PartialDate>() else { return };
    let id = sel.split('.').next().unwrap_or_default();
    let mut of_id = record.projects().filter(|(_, project)| project.id == id);
    if of_id.any(|(_, project)| status::on(&project.events, day.first_day(), vocabulary).is_none()) {
        refuse(view, format!("`{id}` has not begun by {on}"), "choose a later day");
    }
}

fn is_span(value: &str) -> bool {
    let year = |text: &str| text.parse::<i16>().ok().filter(|_| text.len() == 4);
    let ends = value.split_once("..").and_then(|(first, last)| Some((year(first)?, year(last)?)));
    ends.is_some_and(|(first, last)| first <= last)
}

fn shows_the_region(value: &str, extent: Option<[f64; 4]>) -> bool {
    let numbers: Option<Vec<f64>> = value.split('/').map(|part| part.parse().ok()).collect();
    match (numbers.as_deref(), extent) {
        (Some([zoom, lat, lon]), Some([west, south, east, north])) => {
            ZOOMS.contains(zoom) && (south..=north).contains(lat) && (west..=east).contains(lon)
        }
        (Some([zoom, _, _]), None) => ZOOMS.contains(zoom),
        _ => false,
    }
}
