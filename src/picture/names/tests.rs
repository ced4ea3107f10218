//! The page's `names.ts` keeps to the same cases, with the same width a letter.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::*;
use crate::picture::edge::kept_free;

const FILE: &str = "tests/cases/names.json";

#[derive(Serialize, Deserialize)]
struct Case {
    about: String,
    zoom: f64,
    lat: f64,
    lon: f64,
    width: f64,
    height: f64,
    lang: Lang,
    /// Left, top, right and bottom, in pixels of the window.
    taken: Vec<[f64; 4]>,
    lines: Vec<[f64; 4]>,
    /// Id, rank of its letters, and its place in the window.
    written: Vec<(String, u8, f64, f64)>,
}

fn written(case: &Case) -> Vec<(String, u8, f64, f64)> {
    let camera = Camera { zoom: case.zoom, lat: case.lat, lon: case.lon };
    let window = camera.window(case.width, case.height);
    let boxes = |of: &[[f64; 4]]| -> Vec<Window> {
        let at = |[left, top, right, bottom]: &[f64; 4]| Window {
            left: window.left + left,
            top: window.top + top,
            right: window.left + right,
            bottom: window.top + bottom,
        };
        of.iter().map(at).collect()
    };
    let setting = Setting {
        camera: &camera,
        lang: case.lang,
        window: &window,
        edge: kept_free(&camera, case.width),
        taken: &boxes(&case.taken),
        lines: &boxes(&case.lines),
        measure: |style, text| text.chars().count() as f64 * style.size * (0.6 + style.track),
    };
    let round = |value: f64| (value * 10.0).round() / 10.0;
    let told = |Written { name, rank, at, .. }: &Written| {
        (name.id.clone(), *rank, round(at.x - window.left), round(at.y - window.top))
    };
    write_names(&setting).iter().map(told).collect()
}

#[test]
fn names_find_the_same_room_on_the_page_and_in_a_picture() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FILE);
    let mut cases: Vec<Case> =
        serde_json::from_str(&std::fs::read_to_string(&path).expect(FILE)).expect("cases");
    if std::env::var_os("HUELLA_BLESS").is_some() {
        cases.iter_mut().for_each(|case| case.written = written(case));
        let lines: Vec<String> =
            cases.iter().map(|case| serde_json::to_string(case).expect("a line")).collect();
        std::fs::write(&path, format!("[\n{}\n]\n", lines.join(",\n"))).expect("to be written");
    }
    for case in cases {
        let got = written(&case);
        let ids = |of: &[(String, u8, f64, f64)]| of.iter().map(|(id, ..)| id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&got), ids(&case.written), "{}", case.about);
        for ((id, rank, x, y), (_, letters, left, top)) in got.iter().zip(&case.written) {
            assert_eq!(rank, letters, "{}: {id}", case.about);
            assert!((x - left).hypot(y - top) < 0.3, "{}: {id} stands at {x}, {y}", case.about);
        }
    }
}
