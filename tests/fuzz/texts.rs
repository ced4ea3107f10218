//! Targets that read a text by itself.

use std::path::Path;
use std::sync::LazyLock;

use huella::atlas::edition::Edition;
use huella::atlas::story::Story;
use huella::atlas::{PartialDate, RecordFiles, prose, tour};
use huella::canonical::canonical;
use huella::check::check;
use huella::collection::{Catalogue, OwnLayer};
use huella::editions::{Index, Sums};
use huella::format::FORMATS;
use huella::links::Links;
use huella::query::cql2::{Condition, Language};
use huella::query::crs::Area;
use huella::query::{Crs, Interval, Query, datetime, select};

use crate::cities;

/// What a client may send as text: a server reads it so, too.
pub fn text(input: &[u8]) -> String {
    String::from_utf8_lossy(input).into_owned()
}

pub fn bbox(input: &[u8]) {
    let text = text(input);
    if let Ok(bbox) = crate::bbox::bbox(&text) {
        assert!(bbox.parts().flatten().all(f64::is_finite), "{text}");
    }
    for crs in Crs::all().step_by(7) {
        if let Ok((bbox, Some(area))) = Area::read(&text, crs) {
            assert!(bbox.south <= bbox.north, "{text} in {crs}");
            let projection = area.projection().expect("it was read with one");
            area.holds(&projection, cities::shared().places.get(0));
        }
    }
}

pub fn datetime(input: &[u8]) {
    let text = text(input);
    if let Ok(interval) = Interval::read(&text) {
        let span = interval.span();
        assert!(span.start <= span.end, "{text}");
    }
    if let Some(day) = datetime::day(&text) {
        assert_eq!(day.to_string(), text, "a day is written in one way");
    }
    if let Ok(date) = text.parse::<PartialDate>() {
        assert_eq!(date.to_string(), text);
        assert!(date.first_day() <= date.last_day());
    }
}

pub fn cql2_text(input: &[u8]) {
    cql2(Language::Text, &text(input));
}

pub fn cql2_json(input: &[u8]) {
    cql2(Language::Json, &text(input));
}

fn cql2(language: Language, text: &str) {
    // A list where none can stand, `[1] = 1`, is refused; as a text it would be a number in parentheses.
    let Ok(condition) = Condition::read(Crs::CRS84, language, text, &cities::shared().schema) else { return };
    let tree = language.read(text).expect("it was read");
    for other in Language::ALL {
        // What is written may be longer than what is read: that alone may be refused.
        let written = other.write(&tree);
        let again = other.read(&written).map(|again| other.write(&again));
        assert!(again.is_err() || again.as_ref() == Ok(&written), "{text} as {written}");
    }
    select(cities::shared(), &Query { condition: Some(condition), ..Query::default() });
}

pub fn crs(input: &[u8]) {
    if let Some(crs) = Crs::read(&text(input)) {
        assert_eq!(Crs::read(&crs.to_string()), Some(crs));
    }
}

pub fn own_layer(input: &[u8]) {
    for time in [None, Some("day".to_owned())] {
        let layer = OwnLayer::new("mine", Path::new("mine.geojson"), time).expect("a name");
        match layer.read(input.to_vec()) {
            Ok(collection) => {
                let whole: serde_json::Value = serde_json::from_slice(collection.whole()).expect("JSON");
                assert_eq!(whole["features"].as_array().map(Vec::len), Some(collection.len()));
                for format in FORMATS {
                    format.file(&collection).expect("what is read can be written");
                }
            }
            Err(fault) => assert!(!fault.reason.is_empty() && !fault.remedy.is_empty()),
        }
    }
}

pub fn flags(input: &[u8]) {
    let text = text(input);
    if let Ok(layer) = text.parse::<OwnLayer>() {
        assert!(text.starts_with(&layer.name));
    }
    if let Ok(links) = Links::at(&text) {
        assert!(links.absolute(&links.path("/")).starts_with("http"), "{text}");
    }
}

/// A record of one project: what the rules say of it does not depend on the others.
static SMALL: LazyLock<RecordFiles> = LazyLock::new(|| {
    let kept = |path: &str| !path.starts_with("projects/") || path == "projects/jujuy-seguro.geojson";
    let whole = RecordFiles::embedded();
    RecordFiles::of(
        whole.iter().filter(|(path, _)| kept(path)).map(|(path, text)| (path.to_owned(), text.to_owned())),
    )
});

/// The first line names the file.
pub fn record_files(input: &[u8]) {
    let text = text(input);
    let (file, text) = text.split_once('\n').unwrap_or(("atlas.json", &text));
    let file = if SMALL.get(file).is_some() { file } else { "projects/jujuy-seguro.geojson" };
    let mut record = SMALL.clone();
    record.put(file, text);
    let checked = check(&record).expect("the program is whole");
    for fault in &checked.faults {
        assert!(!fault.reason.is_empty() && !fault.remedy.is_empty(), "{fault:?}");
    }
    if checked.is_sound() {
        let atlas = checked.atlas.expect("what is sound is a record");
        Catalogue::build(atlas, &Links::nowhere(), Vec::new()).expect("what is sound is served");
    }
    if let Ok(written) = canonical(file, text) {
        assert_eq!(canonical(file, &written).as_ref(), Ok(&written), "{file}");
    }
}

pub fn story(input: &[u8]) {
    let text = text(input);
    let _ = prose::blocks(&text);
    let _ = Story::read(&text).map(|story| story.value("title").map(|spot| spot.text.len()));
    for tour in tour::tours(&RecordFiles::of([("stories/a.md".to_owned(), text)])) {
        assert!(!tour.tellings.is_empty());
        for telling in &tour.tellings {
            (0..telling.stops.len()).for_each(|stop| {
                telling.view(stop);
            });
        }
    }
}

pub fn editions(input: &[u8]) {
    let text = text(input);
    let sums = Sums::read(&text);
    assert_eq!(Sums::read(&sums.text()).text(), sums.text());
    if let Ok(index) = serde_json::from_str::<Index>(&text) {
        assert_eq!(serde_json::from_str::<Index>(&index.text()).expect("an index"), index);
    }
    if let Ok(edition) = text.parse::<Edition>() {
        assert_eq!(edition.to_string(), text);
    }
}
