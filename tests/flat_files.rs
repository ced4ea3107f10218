//! The flat files: the same columns everywhere, RFC 7946 to the letter, places no more precise than known.

use std::collections::BTreeSet;

use huella::atlas::{Atlas, RecordFiles, load};
use huella::collection::{Catalogue, Collection, Kind, SEPARATOR};
use huella::links::Links;
use serde_json::Value;

pub fn catalogue() -> Catalogue {
    catalogue_of(atlas())
}

pub fn atlas() -> Atlas {
    load::load(&RecordFiles::embedded()).atlas.expect("the record loads")
}

pub fn catalogue_of(atlas: Atlas) -> Catalogue {
    let links = Links::at("https://example.org/atlas").expect("a public address");
    Catalogue::build(atlas, &links, Vec::new()).expect("a catalogue")
}

fn parsed(collection: &Collection) -> Value {
    serde_json::from_slice(collection.whole()).expect("the file is JSON")
}

fn features(file: &Value) -> &Vec<Value> {
    file["features"].as_array().expect("features")
}

pub const SITE_COLUMNS: &str = "id project name name_es site site_es layer entry kind country region status \
    status_since status_since_precision first_event first_event_precision last_event last_event_precision \
    from from_precision until until_precision vendors contractors financiers owners operators buyers partners \
    precision uncertainty_m located_by summary source_count source_urls record_url edition licence";

#[test]
fn every_layer_has_the_same_columns_in_the_same_order_and_an_empty_one_too() {
    let mut atlas = atlas();
    atlas.projects.retain(|p| p.layer != "nuclear");
    let catalogue = catalogue_of(atlas);
    let expected: Vec<&str> = SITE_COLUMNS.split_whitespace().collect();
    for collection in catalogue.collections.iter().filter(|c| c.about.kind != Kind::Projects) {
        let named: Vec<&str> = collection.schema.fields.iter().map(|f| f.name.as_str()).collect();
        assert_eq!(named, expected, "{}", collection.id());
        for feature in features(&parsed(collection)) {
            let keys: Vec<&String> = feature["properties"].as_object().expect("properties").keys().collect();
            assert_eq!(keys, expected, "{}", feature["id"]);
        }
    }
    let empty = catalogue.collection("nuclear").expect("the layer stays");
    assert_eq!(features(&parsed(empty)).len(), 0);
    assert_eq!(catalogue.collections.len(), 14);
}

#[test]
fn every_column_is_explained_and_typed() {
    for collection in &catalogue().collections {
        for (at, field) in collection.schema.fields.iter().enumerate() {
            assert!(!field.title.is_empty() && field.description.len() > 10, "{}", field.name);
            for row in 0..collection.len() as u32 {
                let json = &serde_json::from_slice::<Value>(collection.features.properties(row))
                    .expect("properties")[&field.name];
                // What the column says is what the file says.
                let mut written = Vec::new();
                collection.value(row, at).write_json(&mut written);
                assert_eq!(&serde_json::from_slice::<Value>(&written).expect("JSON"), json, "{}", field.name);
                assert_ne!(json, "", "a null is never an empty text: {}", field.name);
                if let (Some(text), false) = (json.as_str(), field.codes.is_empty()) {
                    assert!(field.codes.iter().any(|(code, _)| code == text), "{text} of {}", field.name);
                }
            }
        }
    }
}

#[test]
fn a_file_is_geojson_as_rfc_7946_has_it() {
    for collection in &catalogue().collections {
        let file = parsed(collection);
        assert_eq!(file["type"], "FeatureCollection");
        assert_eq!(file["name"], collection.id());
        for member in ["edition", "licence", "attribution"] {
            assert!(file[member].is_string(), "{member}");
        }
        assert!(file.get("crs").is_none(), "RFC 7946, 4: no other system");
        let mut ids = BTreeSet::new();
        let mut bbox = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
        for feature in features(&file) {
            assert_eq!(feature["type"], "Feature");
            let id = feature["id"].as_str().expect("ids are texts");
            assert!(ids.insert(id.to_owned()), "{id} stands twice");
            assert_eq!(feature["properties"]["id"], id);
            for (x, y) in positions(&feature["geometry"]["coordinates"]) {
                bbox = [bbox[0].min(x), bbox[1].min(y), bbox[2].max(x), bbox[3].max(y)];
            }
        }
        if bbox[0] <= bbox[2] {
            let told: Vec<f64> = file["bbox"]
                .as_array()
                .expect("a bbox")
                .iter()
                .map(|n| n.as_f64().expect("a number"))
                .collect();
            assert_eq!(told, bbox, "{}", collection.id());
        }
    }
}

fn positions(coordinates: &Value) -> Vec<(f64, f64)> {
    match coordinates.as_array().map(Vec::as_slice) {
        Some([Value::Number(x), Value::Number(y), ..]) => {
            vec![(x.as_f64().expect("a number"), y.as_f64().expect("a number"))]
        }
        Some(parts) => parts.iter().flat_map(positions).collect(),
        None => Vec::new(),
    }
}

#[test]
fn decimals_follow_how_well_the_place_is_known() {
    let catalogue = catalogue();
    let vocabulary = &catalogue.atlas.vocabulary;
    for collection in &catalogue.collections {
        for row in 0..collection.len() as u32 {
            let feature: Value = serde_json::from_slice(collection.features.get(row)).expect("a feature");
            let word = feature["properties"]["precision"].as_str().expect("a precision");
            let most = vocabulary.precisions.iter().find(|p| p.id.id() == word).expect("a term").decimals;
            let text = std::str::from_utf8(collection.features.geometry(row)).expect("UTF-8");
            for number in text.split(['[', ']', ',']).filter(|n| n.parse::<f64>().is_ok()) {
                let decimals = number.split_once('.').map_or(0, |(_, d)| d.len());
                assert!(decimals <= usize::from(most), "{number} is too exact for {word}");
            }
        }
    }
}

#[test]
fn a_place_known_only_by_its_country_is_kept_without_a_position() {
    let catalogue = catalogue();
    let sites = parsed(catalogue.collection("sites").expect("sites"));
    assert_eq!(features(&sites).len(), 248);
    let nowhere: Vec<&Value> = features(&sites).iter().filter(|f| f["geometry"].is_null()).collect();
    assert_eq!(nowhere.len(), 16);
    assert!(nowhere.iter().all(|f| f["properties"]["precision"] == "country"));
    let layers: usize =
        catalogue.collections.iter().filter(|c| c.about.kind == Kind::Layer).map(|c| c.len()).sum();
    assert_eq!(layers, 248);
}

#[test]
fn a_projects_point_is_its_best_known_site_and_never_a_middle() {
    let catalogue = catalogue();
    let projects = catalogue.collection("projects").expect("projects");
    assert_eq!(projects.len(), 146);
    let sites = catalogue.collection("sites").expect("sites");
    for row in 0..projects.len() as u32 {
        let point = projects.features.geometry(row);
        if point == b"null" {
            continue;
        }
        let of = projects.feature_id(row);
        let own: Vec<&[u8]> = (0..sites.len() as u32)
            .filter(|site| sites.feature_id(*site).starts_with(&format!("{of}.")))
            .map(|site| sites.features.geometry(site))
            .collect();
        let point: Value = serde_json::from_slice(point).expect("JSON");
        let whole = own.iter().any(|g| serde_json::from_slice::<Value>(g).expect("JSON") == point);
        let end = own.iter().any(|g| {
            let line: Value = serde_json::from_slice(g).expect("JSON");
            line["type"] == "LineString" && line["coordinates"][0] == point["coordinates"]
        });
        assert!(whole || end, "{of}");
    }
}

#[test]
fn ranges_hold_every_figure_of_jujuys_cameras() {
    let catalogue = catalogue();
    let projects = parsed(catalogue.collection("projects").expect("projects"));
    let jujuy =
        features(&projects).iter().find(|f| f["id"] == "jujuy-seguro").expect("Jujuy")["properties"].clone();
    let figures: Vec<i64> = catalogue
        .atlas
        .project("jujuy-seguro")
        .expect("Jujuy")
        .quantities
        .iter()
        .filter(|q| q.measure == "cameras")
        .map(|q| q.number() as i64)
        .collect();
    assert_eq!(jujuy["cameras_min"].as_i64(), figures.iter().copied().min());
    assert_eq!(jujuy["cameras_max"].as_i64(), figures.iter().copied().max());
    assert!(jujuy["money_usd_max"].as_f64() >= Some(30_000_000.0));
    assert!(jujuy["vendors"].as_str().expect("vendors").split(SEPARATOR).any(|v| v.contains("ZTE")));
    assert_eq!(jujuy["record_url"], "/atlas/project/jujuy-seguro");
}

#[test]
fn on_a_day_only_what_had_begun_is_there_with_the_status_of_that_day() {
    let catalogue = catalogue();
    let sites = catalogue.collection("sites").expect("sites");
    let on = |day: &str| catalogue.told(sites, Some(day.parse().expect("a day")), Default::default());
    assert_eq!(on("1950-01-01").len(), 0);
    assert_eq!(on("2026-11-24").len(), 248);
    let jujuy = on("2019-07-05");
    assert!(jujuy.find("jujuy-seguro.san-salvador").is_some());
    assert!(jujuy.find("jujuy-seguro.san-pedro").is_none(), "San Pedro joined in 2025");
    let field = sites.schema.position("status").expect("status");
    for row in 0..jujuy.len() as u32 {
        let project = jujuy.feature_id(row);
        let project =
            project.split('.').next().and_then(|id| catalogue.atlas.project(id)).expect("a project");
        let standing = catalogue.atlas.status_on(project, jiff::civil::date(2019, 7, 5)).expect("begun");
        assert_eq!(jujuy.value(row, field).plain(), standing.status, "{}", project.id);
    }
    // A day on which nothing changed is told like the last one that something did.
    assert!(std::sync::Arc::ptr_eq(&on("1950-01-01"), &on("1950-01-02")));
}

#[test]
fn names_and_summaries_come_in_the_language_asked_for() {
    let catalogue = catalogue();
    let projects = catalogue.collection("projects").expect("projects");
    let spanish = catalogue.told(projects, None, huella::atlas::Lang::Es);
    let row = spanish.find("jujuy-seguro").expect("Jujuy");
    let name = spanish.schema.position("name").expect("name");
    assert_eq!(spanish.value(row, name).plain(), "Jujuy Seguro e Interconectado");
    assert_eq!(spanish.len(), projects.len());
}
