//! The files around the projects: vocabulary, layers, stories.

use huella::atlas::RecordFiles;
use serde_json::json;

use super::{checked, refuses, remove, set, told};

#[test]
fn a_vocabulary_that_does_not_agree_with_itself_is_refused() {
    let file = "vocabulary.json";
    refuses(
        vec![
            set(file, "/event_kinds/0/leads_to", json!("dreamt")),
            set(file, "/measures/0/kind", json!("wealth")),
            set(
                file,
                "/measures/1/units",
                json!([
                    "ARS", "BOB", "BRL", "CLP", "CNY", "COP", "EUR", "GYD", "JMD", "MXN", "TTD", "USD",
                    "XXX", "MW"
                ]),
            ),
            remove(file, "/site_kinds/0/label/zh"),
            remove(file, "/precisions/5"),
            set(file, "/statuses/8/rank", json!(7)),
            set("layers.json", "/layers/0/glyph", json!("eye")),
            set("layers.json", "/layers/1/colour/light", json!("#FFFFFF")),
            set("layers.json", "/layers/2/family", json!("wires")),
        ],
        &[
            told(file, "/event_kinds/0/leads_to", "no status `dreamt`", "statuses", "dreamt"),
            told(file, "/measures/0/kind", "no kind of unit `wealth`", "unit_kinds", "wealth"),
            told(file, "/measures/1/units/13", "`MW` is no unit of `money`", "USD", "MW"),
            told(file, "/site_kinds/0/label", "missing in zh", "en, es, pt and zh", "label"),
            told(file, "/precisions", "`schematic` is missing", "all six", "precisions"),
            told(file, "/statuses/8/rank", "the rank 7 stands twice", "its own rank", "7"),
            told("layers.json", "/layers/0/glyph", "nothing draws the glyph `eye`", "camera", "eye"),
            told(
                "layers.json",
                "/layers/1/colour",
                "another colour than its family",
                "family's colour",
                "colour",
            ),
            told("layers.json", "/layers/2/family", "no family `wires`", "digital", "wires"),
        ],
    );
}

#[test]
fn a_story_that_cites_or_shows_what_is_not_there_is_refused() {
    let file = "stories/safe-like-china.en.md";
    let mut files = RecordFiles::embedded();
    let text = files.get(file).expect("the story");
    let text = text
        .replacen("sel=jujuy-seguro&map=10/", "sel=jujuy-segur&map=19/", 1)
        .replacen(".[^reuters-2019-07-05-zte-jujuy]", ".[^nobody-2020]", 1)
        .replacen("lang: en", "lang: es", 1);
    files.put(file, text);
    let checked = checked(&files);
    let told: Vec<String> =
        checked.faults.iter().map(|f| format!("{}: {}", f.line.unwrap_or_default(), f.reason)).collect();
    let expected = [
        "the file's name is not `stories/safe-like-china.es.md`",
        "the source `nobody-2020` is cited and not listed",
        "is no view of the region",
        "there is no project or site `jujuy-segur`",
    ];
    assert_eq!(told.len(), expected.len(), "{told:#?}");
    for (told, expected) in told.iter().zip(expected) {
        assert!(told.ends_with(expected), "{told} does not say {expected}");
    }
    let line = files.get(file).expect("the story").lines().nth(checked.faults[1].line.expect("a line") - 1);
    assert!(line.expect("that line").contains("[^nobody-2020]"));
}
