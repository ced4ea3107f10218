//! A story has a head, cites what the bibliography holds, and has stops.

use std::collections::BTreeSet;

use super::record::{Record, did_you_mean};
use super::{day, prose, stop, tellings};
use crate::atlas::edition::Edition;
use crate::atlas::story::{Spot, Story};
use crate::atlas::{Fault, Lang};

/// Every source that a story cites.
pub fn cited_in_stories<'a>(record: &Record<'a>) -> BTreeSet<&'a str> {
    let stories = record.files.below("stories").filter_map(|(_, text)| Story::read(text).ok());
    stories.flat_map(|story| story.cited.into_iter().map(|cited| cited.text)).collect()
}

/// Refuses a story whose name, front matter, footnotes or stops are not in order.
pub fn stories(record: &Record, faults: &mut Vec<Fault>) {
    let today = record.written.about.as_ref().map(|about| about.edition);
    tellings::tellings(record, faults);
    for (file, text) in record.files.below("stories") {
        match Story::read(text) {
            Ok(story) => story_of(record, (file, text), &story, today, faults),
            Err(broken) => {
                let remedy = "see the front matter of another story";
                faults.push(Fault::new(file, "", broken.reason, remedy).at(broken.line, 1));
            }
        }
    }
}

fn story_of(
    record: &Record,
    (file, text): (&str, &str),
    story: &Story,
    today: Option<Edition>,
    faults: &mut Vec<Fault>,
) {
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
    prose::prose(text, story, &mut refuse);
    if story.stops.is_empty() {
        let start = Spot { text: "", line: 1, column: 1 };
        refuse(start, "the story has no stop".to_owned(), "begin each stop with a heading `## …`");
    }
    for view in story.stops.iter().filter_map(|stop| stop.view) {
        stop::view(record, view, &mut refuse);
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
        day::day(date, date.text, today, refuse);
    }
}
