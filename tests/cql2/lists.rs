//! Lists of a layer of one's own: the array functions find what going through all features finds.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use huella::collection::{Collection, OwnLayer};
use huella::query::cql2::{Condition, Language};
use huella::query::{Crs, Query, Resource, select};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{found, ids};

/// More features than are read in one go.
const FEATURES: usize = 5000;

fn layer(features: &[Value]) -> Collection {
    let features: Vec<Value> = (features.iter().enumerate())
        .map(
            |(n, properties)| json!({"type": "Feature", "id": n, "geometry": null, "properties": properties}),
        )
        .collect();
    let layer = OwnLayer::new("lists", Path::new("lists.geojson"), None).expect("a layer");
    let file = json!({"type": "FeatureCollection", "features": features}).to_string();
    layer.read(file.into_bytes()).expect("a collection")
}

/// Values of which lists are made and for which they are asked.
fn alphabet(name: &str) -> Vec<Value> {
    match name {
        "whole" | "others" => [-3i64, 0, 2, 7, 9_007_199_254_740_993].map(Value::from).to_vec(),
        "numbers" => vec![json!(-3), json!(0.5), json!(2.0), json!(7), json!(-0.0)],
        "truths" => vec![json!(true), json!(false)],
        "mixed" => vec![json!("2"), json!(2), json!(true), json!("b; c")],
        _ => ["a", "b; c", "2", "", "ñ'x"].map(Value::from).to_vec(),
    }
}

const NAMES: [&str; 7] = ["texts", "words", "whole", "others", "numbers", "truths", "mixed"];

fn features() -> &'static [Value] {
    static FEATURES_MADE: OnceLock<Vec<Value>> = OnceLock::new();
    FEATURES_MADE.get_or_init(|| {
        let mut state: u64 = 7;
        let mut next = move |below: usize| {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (state >> 33) as usize % below
        };
        let mut properties = |row: usize| {
            let mut members = serde_json::Map::new();
            for name in NAMES {
                let all = alphabet(name);
                let mut list: Vec<Value> = (0..next(5)).map(|_| all[next(all.len())].clone()).collect();
                if next(4) == 0 {
                    list.insert(0, Value::Null);
                }
                // What stands in few lists, and in later stretches alone.
                if name == "texts" && next(50) == 0 {
                    list.push(json!(format!("only {row}")));
                }
                match next(6) {
                    0 => {}
                    1 => _ = members.insert(name.to_owned(), Value::Null),
                    _ => _ = members.insert(name.to_owned(), list.into()),
                }
            }
            Value::Object(members)
        };
        (0..FEATURES).map(&mut properties).collect()
    })
}

fn shared() -> &'static Collection {
    static SHARED: OnceLock<Collection> = OnceLock::new();
    SHARED.get_or_init(|| layer(features()))
}

/// A list as the set of its values; none where it is none.
fn set(list: &Value, as_texts: bool) -> Option<BTreeSet<String>> {
    let one = |value: &Value| match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Number(number) if !as_texts && !number.is_i64() => {
            // 2 and 2.0 are one number, and so are 0 and -0.0.
            let number = number.as_f64().expect("a number") + 0.0;
            Some(number.to_string())
        }
        other => Some(other.to_string()),
    };
    Some(list.as_array()?.iter().filter_map(one).collect())
}

/// Whether a relation holds, as the standard says it (OGC 21-065r2, 7.10).
fn related(op: &str, a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    match op {
        "a_contains" => a.is_superset(b),
        "a_containedBy" => a.is_subset(b),
        "a_equals" => a == b,
        _ => !a.is_disjoint(b),
    }
}

fn side() -> impl Strategy<Value = (Value, Value)> {
    let names = proptest::sample::select(NAMES.to_vec());
    (names, proptest::collection::vec(0usize..5, 0..4), 0..4usize).prop_map(|(name, picks, other)| {
        let property = json!({"property": name});
        let all = alphabet(name);
        let mut picked: Vec<Value> = picks.iter().map(|n| all[n % all.len()].clone()).collect();
        if name == "mixed" {
            picked = picked.iter().map(|v| v.as_str().map_or(v.to_string(), str::to_owned).into()).collect();
        }
        let alike: &[&str] = match name {
            "texts" | "words" | "mixed" => &["texts", "words", "mixed"],
            "whole" | "others" => &["whole", "others"],
            same => &[same],
        };
        match other {
            0 => (property, json!({"property": alike[picks.len() % alike.len()]})),
            1 => (json!(picked), property),
            _ => (property, json!(picked)),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]
    #[test]
    fn array_functions_of_lists_find_what_brute_force_finds(
        op in proptest::sample::select(vec!["a_contains", "a_containedBy", "a_equals", "a_overlaps"]),
        (a, b) in side(),
        negated in any::<bool>(),
        narrowed in any::<bool>(),
    ) {
        let mut filter = json!({"op": op, "args": [a, b]});
        if negated {
            filter = json!({"op": "not", "args": [filter]});
        }
        if narrowed {
            filter = json!({"op": "and", "args": [filter, {"op": "a_overlaps", "args": [{"property": "truths"}, [true]]}]});
        }
        let of = |side: &Value, row: &Value| match side["property"].as_str() {
            Some(name) => set(&row[name], name == "mixed"),
            None => set(side, false),
        };
        let holds = |row: &Value| {
            let known = of(&a, row).zip(of(&b, row)).is_some_and(|(a, b)| related(op, &a, &b) != negated);
            known && (!narrowed || set(&row["truths"], false).is_some_and(|truths| truths.contains("true")))
        };
        let expected: BTreeSet<u32> =
            (0..FEATURES as u32).filter(|row| holds(&features()[*row as usize])).collect();
        let text = Language::Text.write(&Language::Json.read(&filter.to_string()).expect("a filter"));
        for (language, filter) in [(Language::Json, filter.to_string()), (Language::Text, text.clone())] {
            let found: BTreeSet<u32> = found(shared(), language, &filter).into_iter().collect();
            let wrong = found.symmetric_difference(&expected).next();
            prop_assert!(wrong.is_none(), "{}: {:?}", text, wrong.map(|row| &features()[*row as usize]));
        }
    }
}

/// Five features: two lists, an empty one, one of no value, none.
fn few() -> Collection {
    layer(&[
        json!({"t": ["a", "b"], "n": [1, 2], "x": [0.5, 1], "b": [true], "m": ["a", 1], "o": [{}], "w": "a"}),
        json!({"t": ["b", "b"], "n": [2], "x": [1], "b": [false, true], "m": [true], "o": [1]}),
        json!({"t": [], "n": [], "x": [], "b": [], "m": []}),
        json!({"t": [null], "n": [null], "x": [null], "b": [null], "m": [null]}),
        json!({"t": null}),
    ])
}

#[test]
fn lists_are_sets_and_what_is_empty_is_no_missing_value() {
    let few = few();
    for (filter, rows) in [
        ("A_CONTAINS(t, ('b'))", "0 1"),
        ("A_EQUALS(t, ('b'))", "1"),
        ("A_EQUALS(t, ())", "2 3"),
        ("A_CONTAINEDBY(t, ('b', 'c'))", "1 2 3"),
        ("NOT A_CONTAINEDBY(t, ('b', 'c'))", "0"),
        ("A_OVERLAPS(('a', 'z'), t)", "0"),
        ("A_CONTAINS(('a', 'b'), t)", "0 1 2 3"),
        ("t IS NULL", "4"),
        ("t IS NOT NULL", "0 1 2 3"),
        ("A_CONTAINS(n, (1 + 1))", "0 1"),
        ("A_CONTAINS(n, (2.5))", ""),
        ("A_CONTAINEDBY(n, (2.5, 2.0))", "1 2 3"),
        ("A_CONTAINS(n, (1 / 0))", ""),
        ("NOT A_CONTAINS(n, (1 / 0))", ""),
        ("A_EQUALS(x, (1, 0.5))", "0"),
        ("A_OVERLAPS(n, x)", "0"),
        ("A_EQUALS(x, n)", "2 3"),
        ("A_EQUALS(b, (TRUE, FALSE))", "1"),
        ("A_CONTAINS(m, ('1', 'a'))", "0"),
        ("A_OVERLAPS(m, ('true'))", "1"),
        ("A_CONTAINS(t, m)", "2 3"),
    ] {
        assert_eq!(ids(&few, filter).join(" "), rows, "{filter}");
    }
}

#[test]
fn beside_a_list_stands_what_its_type_allows_and_all_else_is_refused() {
    let few = few();
    for (filter, parts) in [
        ("A_CONTAINS(n, ('a'))", &["start: 15", "a number that is written out", "a text"][..]),
        ("A_CONTAINS(t, (1))", &["a text that is written out", "a number"]),
        ("A_CONTAINS(t, (w))", &["a text that is written out"]),
        ("A_CONTAINS(b, (1))", &["TRUE or FALSE was expected"]),
        ("A_CONTAINS(t, n)", &["several texts was expected", "several numbers"]),
        ("A_CONTAINS(w, ('a'))", &["several values were expected"]),
        ("A_CONTAINS(o, (1))", &["`o` holds objects"]),
        ("t = 'a'", &["compared by functions", "A_CONTAINS"]),
        ("n > 1", &["compared by functions"]),
        ("t LIKE 'a%'", &["LIKE compares texts", "several texts"]),
    ] {
        let fault = Condition::read(Crs::CRS84, Language::Text, filter, &few.schema).expect_err(filter);
        let told = format!("{fault} {fault:?}");
        assert!(parts.iter().all(|part| told.contains(part)), "{filter}: {told}");
    }
    let mut names = few.schema.queryables().map(|f| f.name.as_str());
    assert!(names.all(|name| name != "o"), "lists of objects are no queryables");
}

#[test]
fn a_property_of_lists_is_asked_for_ordered_and_chosen_like_any_other() {
    let few = few();
    let rows = |query: &str| {
        let query = Query::read(Resource::Items, Some(query), Some(&few));
        select(&few, &query.unwrap_or_else(|fault| panic!("{fault:?}"))).rows
    };
    assert_eq!((rows("t=b"), rows("t=c"), rows("t=a&n=2")), (vec![0, 1], vec![], vec![0]));
    assert_eq!((rows("n=2"), rows("x=0.5"), rows("b=false")), (vec![0, 1], vec![0], vec![1]));
    assert_eq!((rows("m=1"), rows("m=true")), (vec![0], vec![1]));
    assert_eq!((rows("sortby=t"), rows("sortby=-n")), (vec![2, 3, 0, 1, 4], vec![1, 0, 2, 3, 4]));
    for refused in ["n=a", "b=1", "o=1", "sortby=o"] {
        assert!(Query::read(Resource::Items, Some(refused), Some(&few)).is_err(), "{refused}");
    }
    let chosen = Query::read(Resource::Items, Some("properties=t,m&limit=1"), Some(&few)).expect("a query");
    let rows = huella::format::Rows::new(&few, vec![0], chosen.properties.as_deref());
    let file = huella::format::named("geojson").expect("GeoJSON").write(&rows).expect("it is written");
    let file: Value = serde_json::from_slice(&file).unwrap_or_else(|_| panic!("{file:?}"));
    assert_eq!(file["features"][0]["properties"], json!({"t": ["a", "b"], "m": ["a", 1]}));
}

#[test]
fn a_search_in_long_lists_is_heavier_than_one_in_short_ones() {
    let long: Vec<u32> = (0..1000).collect();
    let uneven = layer(&[json!({"short": [1], "long": long}), json!({"short": [2], "long": long})]);
    let effort = |text: &str| {
        let query = Query::read(Resource::Items, Some(text), Some(&uneven)).expect(text);
        huella::ogc::items::effort(&uneven, &query)
    };
    let every = long.iter().map(u32::to_string).collect::<Vec<_>>().join(",");
    let many = |name: &str| effort(&format!("filter=A_CONTAINEDBY({name},({every}))"));
    assert!(many("long") > 100 * many("short"), "{} {}", many("long"), many("short"));
    assert!(effort("filter=A_EQUALS(long,long)") > 100 * effort("filter=A_EQUALS(short,short)"));
    assert!(effort("long=3") > 100 * effort("short=3"));
}
