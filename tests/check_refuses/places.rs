//! Where a project lies.

use huella::atlas::RecordFiles;
use serde_json::{Value, json};

use super::{JUJUY, refuses, set, told};

#[test]
fn coordinates_swapped_or_out_of_range_or_outside_the_countries_are_refused() {
    refuses(
        vec![
            set(JUJUY, "/features/0/geometry/coordinates", json!([-24.19, -65.29])),
            set(JUJUY, "/features/1/geometry/coordinates", json!([-65.29, -124.19])),
            // Asunción.
            set(JUJUY, "/features/2/geometry/coordinates", json!([-57.6, -25.28])),
            set(JUJUY, "/features/3/geometry/coordinates", json!([-65.29, -24.19, 1200.0])),
            set(JUJUY, "/features/4/geometry/bbox", json!([0, 0, 1, 1])),
        ],
        &[
            told(
                JUJUY,
                "/features/0/geometry/coordinates",
                "lies at sea",
                "write [-65.29, -24.19]",
                "coordinates",
            ),
            told(JUJUY, "/features/1/geometry/coordinates", "out of range", "latitude in -90", "coordinates"),
            told(
                JUJUY,
                "/features/2/geometry/coordinates",
                "lies in PY",
                "add PY to the project's",
                "coordinates",
            ),
            told(
                JUJUY,
                "/features/3/geometry/coordinates",
                "two numbers",
                "longitude and latitude",
                "coordinates",
            ),
            told(JUJUY, "/features/4/geometry/bbox", "unknown key `bbox`", "remove it", "bbox"),
        ],
    );
}

#[test]
fn a_geometry_that_does_not_agree_with_the_precision_is_refused() {
    refuses(
        vec![
            set(JUJUY, "/features/0/geometry", Value::Null),
            set(JUJUY, "/features/1/properties/precision", json!("country")),
        ],
        &[
            told(JUJUY, "/features/0/geometry", "yet there is no geometry", "coordinates", "null"),
            told(JUJUY, "/features/1/geometry", "only the country is known", "write null", "geometry"),
        ],
    );
}

#[test]
fn a_ring_wound_the_wrong_way_or_not_closed_is_refused() {
    let (a, b, c, d) = ([-65.4, -24.3], [-65.2, -24.3], [-65.2, -24.1], [-65.4, -24.1]);
    let (e, f, g) = ([-65.35, -24.25], [-65.25, -24.25], [-65.25, -24.15]);
    let polygon = |rings: Value| json!({"type": "Polygon", "coordinates": rings});
    refuses(
        vec![
            set(JUJUY, "/features/0/geometry", polygon(json!([[a, d, c, b, a]]))),
            set(JUJUY, "/features/1/geometry", polygon(json!([[a, b, c, d, a], [e, f, g, e]]))),
            set(JUJUY, "/features/2/geometry", polygon(json!([[a, b, c, d]]))),
            set(JUJUY, "/features/3/geometry", polygon(json!([[a, b, c, d, a], [e, g, f, e]]))),
            set(JUJUY, "/features/4/geometry", json!({"type": "LineString", "coordinates": [a]})),
        ],
        &[
            told(JUJUY, "/features/0/geometry/coordinates/0", "runs counterclockwise", "reverse order", "["),
            told(JUJUY, "/features/1/geometry/coordinates/1", "a hole runs clockwise", "reverse order", "["),
            told(JUJUY, "/features/2/geometry/coordinates/0", "not closed", "equal to the first", "["),
            told(JUJUY, "/features/4/geometry/coordinates", "at least 2 positions", "add", "coordinates"),
        ],
    );
}

#[test]
fn a_line_may_cross_the_sea_but_must_end_in_its_countries() {
    let cable = "projects/suriname-guyana-submarine-cable.geojson";
    let files = RecordFiles::embedded();
    let value: Value = serde_json::from_str(files.get(cable).expect("the cable")).expect("JSON");
    let line = value["features"].as_array().expect("features").iter();
    let at = line.clone().position(|f| f["geometry"]["type"] == "LineString").expect("a line");
    let pointer: &'static str = format!("/features/{at}/geometry/coordinates").leak();
    let (first, last) = ([-55.17, 5.85], [-58.16, 6.81]);
    refuses(vec![set(cable, pointer, json!([first, [-56.5, 8.5], last]))], &[]);
    let end: &'static str = format!("{pointer}/2").leak();
    refuses(
        vec![set(cable, pointer, json!([first, last, [-56.5, 8.5]]))],
        &[told(cable, end, "lies at sea", "correct the coordinates", "[")],
    );
    let middle: &'static str = format!("{pointer}/1").leak();
    refuses(
        vec![set(cable, pointer, json!([first, [-60.0, -2.0], last]))],
        &[told(cable, middle, "lies in BR", "add BR", "[")],
    );
}

#[test]
fn a_region_of_another_country_or_of_none_is_refused() {
    refuses(
        vec![
            set(JUJUY, "/project/regions", json!(["AR-Y", "BO-P", "AR-9"])),
            set(JUJUY, "/project/countries", json!(["AR", "XY"])),
        ],
        &[
            told(JUJUY, "/project/regions/1", "in none of the project's countries", "add BO", "BO-P"),
            told(JUJUY, "/project/regions/2", "`AR-9` is no region", "ISO 3166-2", "AR-9"),
            told(JUJUY, "/project/countries/1", "`XY` is no country code", "ISO 3166-1", "XY"),
        ],
    );
}
