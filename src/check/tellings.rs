//! A story is told in English, and goes by the same stops in every language.

use super::record::Record;
use crate::atlas::story::{Spot, Story};
use crate::atlas::{Fault, Lang};

/// Refuses a story without English, and a telling whose stops are others than the English ones.
pub fn tellings(record: &Record, faults: &mut Vec<Fault>) {
    for (file, text) in record.files.below("stories") {
        let stem = file.strip_suffix(".md").unwrap_or(file);
        let Some((id, lang)) = stem.rsplit_once('.') else { continue };
        if lang == Lang::En.tag() {
            continue;
        }
        let Ok(story) = Story::read(text) else { continue };
        let mut refuse = |spot: Spot, reason: String, remedy: &str| {
            faults.push(Fault::new(file, "", reason, remedy).at(spot.line, spot.column));
        };
        let start = Spot { text: "", line: 1, column: 1 };
        let Some(english) = record.files.get(&format!("{id}.en.md")) else {
            let remedy = "write it in English, too: readers of other languages are shown that";
            refuse(start, "the story is not told in English".to_owned(), remedy);
            continue;
        };
        let Ok(english) = Story::read(english) else { continue };
        let (here, there) = (story.stops.len(), english.stops.len());
        if here != there {
            let reason = format!("the story has {here} stops, and {there} in English");
            refuse(start, reason, "tell it by the same stops in every language");
            continue;
        }
        for (stop, model) in story.stops.iter().zip(&english.stops) {
            let view = |spot: Option<Spot>| spot.map(|spot| spot.text.to_owned()).unwrap_or_default();
            if view(stop.view) != view(model.view) {
                let reason = format!("the stop shows another map than in English, `{}`", view(model.view));
                refuse(stop.view.unwrap_or(stop.title), reason, "show the same map in every language");
            }
        }
    }
}
