//! What a record holds: words, references, sources, dates, ids.

use huella::atlas::Severity;
use serde_json::json;

use super::{JUJUY, changed, checked, refuses, set, told};

#[test]
fn a_word_that_the_vocabulary_does_not_list_is_refused() {
    refuses(
        vec![
            set(JUJUY, "/project/layer", json!("surveilance")),
            set(JUJUY, "/project/actors/0/role", json!("seller")),
            set(JUJUY, "/project/quantities/0/measure", json!("contract-valeu")),
            set(JUJUY, "/project/quantities/1/unit", json!("MW")),
            set(JUJUY, "/project/claims/0/stance", json!("against")),
            set(JUJUY, "/features/0/properties/kind", json!("tower")),
            set("organisations.json", "/0/kind", json!("club")),
        ],
        &[
            told(JUJUY, "/project/layer", "unknown layer", "write `surveillance`", "surveilance"),
            told(JUJUY, "/project/actors/0/role", "unknown role", "use one of: vendor", "seller"),
            told(
                JUJUY,
                "/project/quantities/0/measure",
                "unknown measure",
                "`contract-value`",
                "contract-valeu",
            ),
            told(JUJUY, "/project/quantities/1/unit", "not given in `MW`", "USD", "MW"),
            told(JUJUY, "/project/claims/0/stance", "unknown stance", "concern", "against"),
            told(JUJUY, "/features/0/properties/kind", "unknown kind of site", "vocabulary.json", "tower"),
            told("organisations.json", "/0/kind", "unknown kind of organisation", "private", "club"),
        ],
    );
}

#[test]
fn a_reference_to_what_is_not_there_is_refused() {
    let correction = json!([{"date": "2026-11-20", "project": "jujuy", "what": {"en": "a"}, "was": {"en": "b"},
        "is": {"en": "c"}, "source": "nobody-2020-none"}]);
    let mut files = changed(vec![
        set(JUJUY, "/project/events/0/sources/0", json!("reuters-2019-07-05-zte-jujui")),
        set(JUJUY, "/project/actors/0/organisation", json!("ztee")),
        set(JUJUY, "/project/related", json!(["ecu-912", "jujuy-seguro"])),
        set("organisations.json", "/0/parent", json!("nobody")),
    ]);
    files.put("corrections.json", serde_json::to_string_pretty(&correction).expect("JSON"));
    let faults = checked(&files).faults;
    let places: Vec<(&str, &str)> = faults
        .iter()
        .filter(|f| f.severity == Severity::Fault)
        .map(|f| (f.pointer.as_str(), f.reason.as_str()))
        .collect();
    assert_eq!(
        places,
        [
            ("/0/project", "there is no project `jujuy` in projects/"),
            ("/0/source", "there is no source `nobody-2020-none` in sources.json"),
            ("/0/parent", "there is no organisation `nobody` in organisations.json"),
            ("/project/actors/0/organisation", "there is no organisation `ztee` in organisations.json"),
            (
                "/project/events/0/sources/0",
                "there is no source `reuters-2019-07-05-zte-jujui` in sources.json"
            ),
            ("/project/related/0", "there is no project `ecu-912` in projects/"),
            ("/project/related/1", "a project is related to itself"),
        ]
    );
    assert!(faults.iter().any(|f| f.remedy.contains("write `ecu-911` if that is meant")));
}

#[test]
fn a_value_without_a_source_is_refused() {
    refuses(
        vec![
            set(JUJUY, "/project/quantities/0/sources", json!([])),
            set(JUJUY, "/project/events/0/sources", json!([])),
            set(JUJUY, "/project/actors/0/sources", json!([])),
            set(JUJUY, "/project/claims/0/sources", json!([])),
            set(JUJUY, "/features/0/properties/sources", json!([])),
        ],
        &[
            told(JUJUY, "/project/quantities/0/sources", "the figure has no source", "name", "sources"),
            told(JUJUY, "/project/events/0/sources", "the event has no source", "name", "sources"),
            told(JUJUY, "/project/actors/0/sources", "the actor has no source", "name", "sources"),
            told(JUJUY, "/project/claims/0/sources", "the statement has no source", "name", "sources"),
            told(JUJUY, "/features/0/properties/sources", "the site has no source", "name", "sources"),
        ],
    );
}

#[test]
fn dates_out_of_order_or_after_the_edition_are_refused() {
    let source = json!({"date-parts": [[2019, 2, 30]]});
    refuses(
        vec![
            set(JUJUY, "/project/events/0/date", json!("2018")),
            set(JUJUY, "/project/quantities/0/as_of", json!("2027")),
            set(JUJUY, "/project/claims/0/date", json!("2026-12")),
            set(JUJUY, "/features/0/properties/from", json!("2020")),
            set(JUJUY, "/features/0/properties/until", json!("2019")),
            set("sources.json", "/0/issued", source),
        ],
        &[
            told(JUJUY, "/project/events/1/date", "stands after 2018", "oldest first", "20"),
            told(
                JUJUY,
                "/project/quantities/0/as_of",
                "2027 lies after the edition's date",
                "edition",
                "2027",
            ),
            told(JUJUY, "/project/claims/0/date", "2026-12 lies after", "correct the date", "2026-12"),
            told(
                JUJUY,
                "/features/0/properties/until",
                "until 2019 lies before from 2020",
                "correct",
                "2019",
            ),
            told("sources.json", "/0/issued/date-parts/0", "no date", "[2019, 7, 5]", "["),
        ],
    );
}

#[test]
fn an_id_that_is_not_its_files_name_or_stands_twice_is_refused() {
    let ecu = "projects/ecu-911.geojson";
    refuses(
        vec![
            set(JUJUY, "/features/0/id", json!("jujuy.centre")),
            set(JUJUY, "/features/1/id", json!("jujuy-seguro.Centro")),
            set(JUJUY, "/features/3/id", json!("jujuy-seguro.twice")),
            set(JUJUY, "/features/4/id", json!("jujuy-seguro.twice")),
            set(ecu, "/project/id", json!("ecu-912")),
        ],
        &[
            told(
                JUJUY,
                "/features/0/id",
                "does not begin with",
                "write `jujuy-seguro.centre`",
                "jujuy.centre",
            ),
            told(JUJUY, "/features/1/id", "`Centro` is no id", "a-z", "Centro"),
            told(JUJUY, "/features/4/id", "stands twice", "another id", "twice"),
            told(ecu, "/project/id", "not the file's name", "write `ecu-911`", "ecu-912"),
        ],
    );
}

#[test]
fn organisations_that_are_their_own_parents_are_refused() {
    refuses(
        vec![
            set("organisations.json", "/0/parent", json!("abe-bolivia")),
            set("organisations.json", "/1/parent", json!("abae")),
            set("organisations.json", "/2/country", json!("ZZ")),
        ],
        &[
            told("organisations.json", "/0/parent", "its own parent", "controls it", "abe-bolivia"),
            told("organisations.json", "/1/parent", "its own parent", "controls it", "abae"),
            told("organisations.json", "/2/country", "no country code", "ISO 3166-1", "ZZ"),
        ],
    );
}

#[test]
fn a_source_that_nobody_cites_is_a_warning_and_no_fault() {
    let files = changed(vec![set(
        "sources.json",
        "/99999",
        json!({"id": "nobody-2020-none", "type": "webpage", "title": "T", "URL": "https://example.org/", "language": "en"}),
    )]);
    let checked = checked(&files);
    assert!(checked.is_sound());
    assert_eq!(checked.faults.len(), 1);
    assert_eq!(checked.faults[0].severity, Severity::Warning);
    assert!(checked.faults[0].reason.contains("nobody cites the source `nobody-2020-none`"));
}

#[test]
fn a_name_that_pictures_cannot_draw_is_a_warning_and_no_fault() {
    let files = changed(vec![
        set(JUJUY, "/project/name/es", json!("Jujuy Seguro 中兴")),
        set(JUJUY, "/features/0/properties/name/en", json!("San Salvador \u{10348}")),
    ]);
    let checked = checked(&files);
    assert!(checked.is_sound());
    let told: Vec<_> =
        checked.faults.iter().map(|f| (f.severity, f.pointer.as_str(), f.reason.as_str())).collect();
    assert_eq!(
        told,
        [
            (Severity::Warning, "/project/name/es", "the pictures' fonts cannot draw `中` (U+4E2D)"),
            (
                Severity::Warning,
                "/features/0/properties/name/en",
                "the pictures' fonts cannot draw `\u{10348}` (U+10348)"
            ),
        ]
    );
}
