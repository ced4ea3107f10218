//! The page's `places.ts` keeps to the same cases.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::*;
use crate::atlas::{PartialDate, RecordFiles, Text, load};

const FILE: &str = "tests/cases/places.json";

#[derive(Serialize, Deserialize)]
struct Case {
    about: String,
    zoom: f64,
    sel: Option<String>,
    on: Option<Date>,
    sites: Vec<Given>,
    /// Id, how many stand there, `hand` or `chosen`, and the point at the zoom.
    places: Vec<(String, usize, String, f64, f64)>,
}

/// A site of the project that its id begins with.
#[derive(Serialize, Deserialize)]
struct Given {
    id: String,
    precision: Precision,
    geometry: Option<geojson::Geometry>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<PartialDate>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<PartialDate>,
}

fn site(given: &Given) -> Site {
    Site {
        id: given.id.clone(),
        geometry: given.geometry.clone(),
        name: Text::english("B"),
        label: None,
        kind: "plant".to_owned(),
        precision: given.precision,
        from: given.from,
        until: given.until,
        located_by: Text::english("told"),
        position_sources: Vec::new(),
        sources: Vec::new(),
    }
}

fn drawn(atlas: &Atlas, case: &Case) -> Vec<(String, usize, String, f64, f64)> {
    let mut projects: Vec<Project> = Vec::new();
    for given in &case.sites {
        let id = given.id.split('.').next().unwrap_or_default();
        if projects.last().is_none_or(|last| last.id != id) {
            let any = atlas.projects.first().expect("a project").clone();
            projects.push(Project { id: id.to_owned(), sites: Vec::new(), ..any });
        }
        projects.last_mut().expect("a project").sites.push(site(given));
    }
    let mut view = View::default();
    view.state.sel = case.sel.clone();
    view.state.on = case.on;
    let shown: Vec<&Project> = projects.iter().collect();
    let camera = Camera { zoom: case.zoom, lat: 0.0, lon: 0.0 };
    let round = |value: f64| (value * 100.0).round() / 100.0;
    let told = |place: &Place| {
        let mark = if place.hand { "hand" } else { ["", "chosen"][usize::from(place.chosen)] };
        (place.site.id.clone(), place.stack, mark.to_owned(), round(place.point.x), round(place.point.y))
    };
    places(atlas, &shown, &view, &camera).iter().map(told).collect()
}

#[test]
fn the_same_places_bear_a_sign_on_the_page_and_in_a_picture() {
    let atlas = load::load(&RecordFiles::embedded()).atlas.expect("the embedded record");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let mut cases: Vec<Case> =
        serde_json::from_str(&std::fs::read_to_string(&path).expect(FILE)).expect("cases");
    if std::env::var_os("HUELLA_BLESS").is_some() {
        cases.iter_mut().for_each(|case| case.places = drawn(&atlas, case));
        let lines: Vec<String> =
            cases.iter().map(|case| serde_json::to_string(case).expect("a line")).collect();
        std::fs::write(&path, format!("[\n{}\n]\n", lines.join(",\n"))).expect("to be written");
    }
    for case in cases {
        let (got, want) = (drawn(&atlas, &case), &case.places);
        assert_eq!(got.len(), want.len(), "{}", case.about);
        for ((id, stack, mark, x, y), (wanted, count, marked, left, top)) in got.iter().zip(want) {
            assert_eq!((id, stack, mark), (wanted, count, marked), "{}", case.about);
            assert!((x - left).hypot(y - top) < 0.05, "{}: {id} is at {x}, {y}", case.about);
        }
    }
}
