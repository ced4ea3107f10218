//! A story cites what the bibliography holds, and its stops open on the map.

use std::collections::BTreeSet;

use super::record::{Record, did_you_mean};
use crate::atlas::date::DatePrecision;
use crate::atlas::edition::Edition;
use crate::atlas::story::{Spot, Story};
use crate::atlas::{Fault, Lang, PartialDate};

/// Every source that a story cites.
pub fn cited_in_stories<'a>(record: &Record<'a>) -> BTreeSet<&'a str> {
    let stories = record.files.below("stories").filter_map(|(_, text)| Story::read(text).ok());
    stories.flat_map(|story| story.cited.into_iter().map(|cited| cited.text)).collect()
}

/// Refuses a story whose name, front matter, footnotes or stops are not in order.
pub fn stories(record: &Record, faults: &mut Vec<Fault>) {
    let today = record.written.about.as_ref().map(|about| about.edition);
    for (file, text) in record.files.below("stories") {
        match Story::read(text) {
            Ok(story) => story_of(record, file, &story, today, faults),
            Err(broken) => {
                let remedy = "see the front matter of another story";
                faults.push(Fault::new(file, "", broken.reason, remedy).at(broken.line, 1));
            }
        }
    }
}

/// The view of a stop never shows less than the region's outline nor more than a site can bear.
const ZOOMS: std::ops::RangeInclusive<f64> = 2.0..=15.0;

fn story_of(record: &Record, file: &str, story: &Story, today: Option<Edition>, faults: &mut Vec<Fault>) {
    let mut refuse = |spot: Spot, reason: String, remedy: &str| {
        faults.push(Fault::new(file, "", reason, remedy).at(spot.line, spot.column));
    };
    front(file, story, today, &mut refuse);
    let listed: BTreeSet<&str> = story.sources.iter().map(|spot| spot.text).collect();
    let footnotes: BTreeSet<&str> = story.footnotes.iter().map(|spot| spot.text).collect();
    let cited: BTreeSet<&str> = story.cited.iter().map(|spot| spot.text).collect();
    if let Some(known) = record.source_ids() {
        for spot in story.sources.iter().filter(|spot| !known.contains(spot.text)) {
            let remedy = did_you_mean(spot.text, known.iter().copied(), "add the source to sources.json");
            refuse(*spot, format!("there is no source `{}` in sources.json", spot.text), &remedy);
        }
    }
    for spot in &story.cited {
        if !listed.contains(spot.text) {
            let reason = format!("the source `{}` is cited and not listed", spot.text);
            refuse(*spot, reason, "list it under `sources` in the front matter");
        } else if !footnotes.contains(spot.text) {
            refuse(
                *spot,
                format!("there is no footnote `{}`", spot.text),
                "write it at the foot of the story",
            );
        }
    }
    for spot in story.sources.iter().filter(|spot| !cited.contains(spot.text)) {
        refuse(
            *spot,
            format!("the source `{}` is listed and not cited", spot.text),
            "cite it, or take it out",
        );
    }
    if story.stops.is_empty() {
        let start = Spot { text: "", line: 1, column: 1 };
        refuse(start, "the story has no stop".to_owned(), "begin each stop with a heading `## …`");
    }
    for view in story.stops.iter().filter_map(|stop| stop.view) {
        view_of(record, view, today, &mut refuse);
    }
}

fn front(file: &str, story: &Story, today: Option<Edition>, refuse: &mut impl FnMut(Spot, String, &str)) {
    let start = Spot { text: "", line: 1, column: 1 };
    for key in ["id", "lang", "title", "summary", "date"] {
        if story.value(key).is_none() {
            refuse(start, format!("the front matter lacks `{key}`"), "add it");
        }
    }
    for (key, spot) in &story.front {
        if !["id", "lang", "title", "summary", "date"].contains(key) {
            refuse(*spot, format!("unknown key `{key}`"), "remove it, or correct its spelling");
        }
    }
    if let (Some(id), Some(lang)) = (story.value("id"), story.value("lang")) {
        if Lang::from_tag(lang.text).is_none() {
            refuse(lang, format!("unknown language `{}`", lang.text), "write en, es, pt or zh");
        }
        let name = format!("stories/{}.{}.md", id.text, lang.text);
        if name != file {
            refuse(id, format!("the file's name is not `{name}`"), "correct id and lang, or rename the file");
        }
    }
    if let Some(date) = story.value("date") {
        day(date, date.text, today, refuse);
    }
}

fn day(spot: Spot, text: &str, today: Option<Edition>, refuse: &mut impl FnMut(Spot, String, &str)) {
    match text.parse::<PartialDate>() {
        Ok(date) if date.precision() == DatePrecision::Day => {
            if today.is_some_and(|today| date.first_day() > today.day()) {
                refuse(spot, format!("{date} lies after the edition's date"), "correct the date");
            }
        }
        _ => refuse(spot, format!("`{text}` is no day"), "write YYYY-MM-DD"),
    }
}

/// The page's own state: what it does not know it would ignore in silence, so it is refused here.
fn view_of(record: &Record, view: Spot, today: Option<Edition>, refuse: &mut impl FnMut(Spot, String, &str)) {
    let written = record.written;
    let projects = record.project_ids();
    let layers = written.layers.iter().flat_map(|file| &file.layers).map(|layer| layer.id.as_str()).collect();
    let statuses = written.vocabulary.iter().flat_map(|v| &v.statuses).map(|s| s.id.as_str()).collect();
    let countries = record.countries.iter().map(|(code, _)| code).collect();
    for (key, value) in form_urlencoded::parse(view.text.as_bytes()) {
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
            "sel" => {
                let sites = record.projects().flat_map(|(_, p)| p.sites.iter().map(|site| site.id.as_str()));
                each(&projects.iter().copied().chain(sites).collect(), "project or site");
            }
            "on" => day(view, &value, today, refuse),
            "map" => {
                let extent = written.about.as_ref().map(|about| about.extent);
                if !shows_the_region(&value, extent) {
                    let remedy = "write zoom/latitude/longitude, zoom 2 to 15, in the extent of atlas.json";
                    refuse(view, format!("`{value}` is no view of the region"), remedy);
                }
            }
            "layer" | "status" | "precision" | "actor" | "year" | "q" | "sort" | "theme" => {}
            _ => refuse(view, format!("a view knows no `{key}`"), "correct its spelling"),
        }
    }
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
