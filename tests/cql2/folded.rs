//! CASEI and ACCENTI find what folding each text by itself finds, however few or many rows are looked at.

use std::path::Path;
use std::sync::OnceLock;

use huella::collection::{Collection, OwnLayer};
use huella::fold::{accents, case};
use huella::query::cql2::Language;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::found;

const NAMES: [&str; 17] = [
    "São Paulo",
    "SAO PAULO",
    "sao",
    "San Salvador de Jujuy",
    "Ñuñoa",
    "nunoa",
    "Łódź",
    "STRASSE",
    "straße",
    "ᾳ",
    "ΑΙ",
    "İzmir",
    "izmir",
    "",
    "Z",
    "zé",
    "Cauchari\u{301}",
];
const PATTERNS: [&str; 8] = ["sao%", "%sa%", "_a%", "%o", "s_o%", "%", "ÑU%", "straß%"];

/// Feature `i` has a name and a number; each third a second name, each seventh none.
fn names() -> &'static (Collection, Vec<Value>) {
    static NAMED: OnceLock<(Collection, Vec<Value>)> = OnceLock::new();
    NAMED.get_or_init(|| {
        let all: Vec<Value> = (0..400)
            .map(|i| {
                let name =
                    if i % 7 == 0 { Value::Null } else { json!(format!("{}{}", NAMES[i % 17], i % 3)) };
                let other = if i % 3 == 0 { json!(NAMES[i % 16]) } else { Value::Null };
                json!({"name": name, "other": other, "n": i})
            })
            .collect();
        let features: Vec<Value> = all
            .iter()
            .map(|properties| json!({"type": "Feature", "geometry": null, "properties": properties}))
            .collect();
        let file = json!({"type": "FeatureCollection", "features": features}).to_string();
        let layer = OwnLayer::new("names", Path::new("names.geojson"), None).expect("a layer");
        (layer.read(file.into_bytes()).expect("a collection"), all)
    })
}

/// A text in the folds that are named, the innermost first.
fn fold(folds: &[&str], text: &str) -> String {
    folds
        .iter()
        .fold(text.to_owned(), |text, fold| if *fold == "casei" { case(&text) } else { accents(&text) })
}

fn call(folds: &[&str], of: Value) -> Value {
    folds.iter().fold(of, |of, fold| json!({"op": fold, "args": [of]}))
}

/// LIKE by trying every way.
fn like(text: &[char], pattern: &[char]) -> bool {
    match pattern {
        [] => text.is_empty(),
        ['%', rest @ ..] => (0..=text.len()).any(|at| like(&text[at..], rest)),
        [wanted, rest @ ..] => {
            matches!(text, [c, more @ ..] if (*wanted == '_' || c == wanted) && like(more, rest))
        }
    }
}

proptest! {
    #[test]
    fn folding_once_finds_what_folding_each_time_finds(
        folds in proptest::sample::select(vec![vec![], vec!["casei"], vec!["accenti"], vec!["accenti", "casei"],
            vec!["casei", "accenti"], vec!["casei", "accenti", "casei"]]),
        op in proptest::sample::select(vec!["=", "<", ">=", "like", "in", "other"]),
        wanted in proptest::sample::select(NAMES.to_vec()),
        pattern in proptest::sample::select(PATTERNS.to_vec()),
        rows in proptest::sample::select(vec![3, 40, 400]),
        negated in any::<bool>(),
    ) {
        let (collection, all) = names();
        let chars = |text: &str| fold(&folds, text).chars().collect::<Vec<char>>();
        let name = call(&folds, json!({"property": "name"}));
        let literal = |text: &str| call(&folds, json!(text));
        let other = format!("{}1", wanted.replace('S', "s"));
        let test = match op {
            "like" => json!({"op": "like", "args": [name, literal(pattern)]}),
            "in" => json!({"op": "in", "args": [name, [literal(&format!("{wanted}0")), literal("Z1")]]}),
            "other" => json!({"op": "<", "args": [name, call(&folds, json!({"property": "other"}))]}),
            op => json!({"op": op, "args": [name, literal(&other)]}),
        };
        let holds = |of: &Value| {
            let is = fold(&folds, of["name"].as_str()?);
            Some(match op {
                "=" => is == fold(&folds, &other),
                "<" => is < fold(&folds, &other),
                ">=" => is >= fold(&folds, &other),
                "like" => like(&is.chars().collect::<Vec<_>>(), &chars(pattern)),
                "in" => [format!("{wanted}0"), "Z1".to_owned()].iter().any(|each| is == fold(&folds, each)),
                _ => is < fold(&folds, of["other"].as_str()?),
            })
        };
        let test = if negated { json!({"op": "not", "args": [test]}) } else { test };
        // The cheaper part is looked at first, and leaves so many.
        let few = json!({"op": "<", "args": [{"property": "n"}, rows]});
        let filter = json!({"op": "and", "args": [test, few]}).to_string();
        let expected: Vec<u32> =
            (0..rows as u32).filter(|row| holds(&all[*row as usize]) == Some(!negated)).collect();
        prop_assert_eq!(found(collection, Language::Json, &filter), expected, "{}", filter);
    }
}
