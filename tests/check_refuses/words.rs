//! The files around the projects: vocabulary, layers.

use serde_json::json;

use super::{refuses, remove, set, told};

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
