//! Form: JSON, keys, types, texts; and what is told when a file is not there.

use huella::atlas::RecordFiles;
use serde_json::json;

use super::{JUJUY, changed, checked, refuses, remove, set, told};

#[test]
fn what_has_not_the_shape_of_the_record_is_refused_all_at_once() {
    refuses(
        vec![
            set(JUJUY, "/project/colour", json!("red")),
            set(JUJUY, "/project/events/1/kind", json!(5)),
            set(JUJUY, "/project/events/2/date", json!("2019-13")),
            remove(JUJUY, "/project/claims/0/text"),
            set(JUJUY, "/features/0/properties/precision", json!("exactly")),
            set("sources.json", "/3/shelf", json!("a")),
        ],
        &[
            told(JUJUY, "/project/colour", "unknown key `colour`", "remove it", "\"colour\""),
            told(JUJUY, "/project/events/1/kind", "a number stands where a text is due", "write it", "5"),
            told(JUJUY, "/project/events/2/date", "`2019-13` is no date", "write", "2019-13"),
            told(JUJUY, "/project/claims/0", "missing field `text`", "\"text\": {\"en\": \"…\"}", "{"),
            told(
                JUJUY,
                "/features/0/properties/precision",
                "unknown variant `exactly`",
                "words listed",
                "exactly",
            ),
            told("sources.json", "/3/shelf", "unknown key `shelf`", "remove it", "\"shelf\""),
        ],
    );
}

#[test]
fn a_fault_of_shape_does_not_hide_or_move_the_other_faults_of_its_file() {
    refuses(
        vec![
            set(JUJUY, "/project/events/1/kind", json!(5)),
            set(JUJUY, "/project/events/3/kind", json!("opened")),
            // The source is broken itself, so the projects that cite it are not accused.
            set("sources.json", "/0/type", json!(1)),
        ],
        &[
            told(JUJUY, "/project/events/1/kind", "a number stands where a text is due", "write it", "5"),
            told(JUJUY, "/project/events/3/kind", "unknown kind of event `opened`", "announced", "opened"),
            told("sources.json", "/0/type", "", "write", "1"),
        ],
    );
}

#[test]
fn texts_addresses_and_keys_are_looked_at() {
    let mut files = changed(vec![
        set(JUJUY, "/project/name/pt", json!("")),
        set("sources.json", "/0/URL", json!("www.example.org")),
        set("sources.json", "/1/language", json!("Spanish")),
        set("atlas.json", "/home", json!("https://example.org/")),
    ]);
    let twice = "{\n \"id\": \"a\",\n \"id\": \"b\"\n}";
    files.put("withdrawn.json", format!("[{twice}]"));
    let faults = checked(&files).faults;
    let told: Vec<(&str, &str)> = faults.iter().map(|f| (f.pointer.as_str(), f.reason.as_str())).collect();
    for expected in [
        ("/project/name/pt", "this text is empty"),
        ("/0/URL", "`www.example.org` is no address"),
        ("/1/language", "`Spanish` is no language"),
        ("/home", "`https://example.org/` is no public address"),
        ("/0/id", "the key `id` stands twice"),
    ] {
        assert!(told.contains(&expected), "{expected:?} is not among {told:#?}");
    }
}

#[test]
fn a_missing_or_broken_file_is_told_and_the_rest_still_checked() {
    let (_, kept): (Vec<_>, Vec<_>) = RecordFiles::embedded()
        .iter()
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .partition(|(path, _)| path == "layers.json");
    let mut files = RecordFiles::of(kept);
    files.put("sources.json", "[\n {,\n]");
    let checked = checked(&files);
    assert!(!checked.is_sound());
    let told: Vec<_> = checked.faults.iter().map(|f| (f.file.as_str(), f.line, f.reason.as_str())).collect();
    assert_eq!(told.len(), 2, "{told:#?}");
    assert_eq!(told[0], ("layers.json", None, "is missing"));
    assert_eq!((told[1].0, told[1].1), ("sources.json", Some(2)));
}
