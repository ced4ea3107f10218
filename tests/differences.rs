//! What changed from one state of the record to another, applied to the one, gives the other.

use std::sync::LazyLock;

use huella::atlas::{Atlas, RecordFiles, load};
use huella::diff::{self, Operation, Records};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::server::Server;
use crate::wire::get;

fn atlas() -> Atlas {
    load::load(&RecordFiles::embedded()).atlas.expect("the embedded record")
}

/// JSON Patch as RFC 6902 has it, for the three operations that are written; `before` must be what is there.
fn apply(document: &mut Option<Value>, operation: &Operation) {
    let Operation { op, path, before, value } = operation;
    let value = value.clone();
    let Some((parent, key)) = path.rsplit_once('/') else {
        assert_eq!(document, before, "the whole document");
        *document = value;
        return;
    };
    let key = key.replace("~1", "/").replace("~0", "~");
    let parent = document.as_mut().and_then(|document| document.pointer_mut(parent)).expect("a parent");
    let was = match (parent, *op) {
        (Value::Object(members), "remove") => members.remove(&key),
        (Value::Object(members), "add") => {
            assert!(!members.contains_key(&key), "{path} is new");
            members.insert(key, value.expect("a value"))
        }
        (Value::Object(members), "replace") => members.insert(key, value.expect("a value")),
        (Value::Array(list), op) => {
            let at: usize = key.parse().expect("a place in a list");
            match op {
                "remove" => Some(list.remove(at)),
                "add" => {
                    list.insert(at, value.expect("a value"));
                    None
                }
                _ => Some(std::mem::replace(&mut list[at], value.expect("a value"))),
            }
        }
        (other, op) => panic!("{op} in {other}"),
    };
    assert_eq!(&was, before, "{path}");
}

fn applied(before: &Records, changes: &[diff::RecordChange]) -> Records {
    let mut records = before.clone();
    for change in changes {
        let key = (change.kind, change.id.clone());
        let mut document = records.remove(&key);
        change.operations.iter().for_each(|operation| apply(&mut document, operation));
        if let Some(document) = document {
            records.insert(key, document);
        }
    }
    records
}

/// Numbers that follow from a first one.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }
}

/// One edit, wherever chance leads it: something is taken out, put in, moved or written otherwise.
fn edit(value: &mut Value, chance: &mut Chance) {
    let size = match &*value {
        Value::Object(members) => members.len(),
        Value::Array(list) => list.len(),
        _ => 0,
    };
    if size > 0 && chance.below(4) > 0 {
        let at = chance.below(size);
        let child = match value {
            Value::Object(members) => members.values_mut().nth(at),
            Value::Array(list) => list.get_mut(at),
            _ => None,
        };
        edit(child.expect("a child"), chance);
        return;
    }
    match value {
        Value::Object(members) => {
            let key = members.keys().nth(chance.below(size)).cloned();
            match key.filter(|_| chance.below(2) == 0) {
                Some(key) => members.remove(&key),
                None => members.insert(format!("a/b~{}", chance.below(9)), json!({ "new": chance.below(9) })),
            };
        }
        Value::Array(list) => match chance.below(4) {
            0 if size > 0 => {
                list.remove(chance.below(size));
            }
            1 if size > 0 => {
                let again = list[chance.below(size)].clone();
                list.insert(chance.below(size + 1), again);
            }
            2 => list.reverse(),
            _ => list.insert(chance.below(size + 1), json!({ "id": format!("new-{}", chance.below(99)) })),
        },
        scalar => {
            let others = [json!(chance.below(99)), json!("written otherwise"), Value::Null];
            *scalar = others[chance.below(3)].clone();
        }
    }
}

/// Enough of the record to meet every form of it, and little enough to be quick.
fn some_records() -> Records {
    let all = diff::records(&atlas());
    let mut seen = std::collections::BTreeMap::new();
    all.into_iter()
        .filter(|((kind, _), _)| {
            let count = seen.entry(*kind).or_insert(0);
            *count += 1;
            *count <= 12
        })
        .collect()
}

static SOME: LazyLock<Records> = LazyLock::new(some_records);

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_difference_applied_to_the_one_gives_the_other(
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u64>()), 1..40),
        gone in prop::collection::vec(any::<prop::sample::Index>(), 0..3),
    ) {
        let before = SOME.clone();
        let mut after = before.clone();
        for (which, seed) in edits {
            let key = which.get(&before.keys().cloned().collect::<Vec<_>>()).clone();
            edit(after.get_mut(&key).expect("a record"), &mut Chance(seed));
        }
        for which in gone {
            let key = which.get(&before.keys().cloned().collect::<Vec<_>>()).clone();
            after.remove(&key);
        }
        prop_assert_eq!(&applied(&before, &diff::changes(&before, &after)), &after);
        // And back again: what was gone is new.
        prop_assert_eq!(&applied(&after, &diff::changes(&after, &before)), &before);
    }
}

/// The steps to a project's file after an edit, without the values.
fn told(edit: impl FnOnce(&mut Value)) -> Vec<(&'static str, String)> {
    let all = diff::records(&atlas());
    let before = all.iter().find(|((_, id), _)| id == "jujuy-seguro").expect("a project").1;
    let mut after = before.clone();
    edit(&mut after);
    let steps = diff::patch(before, &after);
    let mut document = Some(before.clone());
    steps.iter().for_each(|step| apply(&mut document, step));
    assert_eq!(document.as_ref(), Some(&after));
    steps.into_iter().map(|step| (step.op, step.path)).collect()
}

fn list<'a>(file: &'a mut Value, name: &str) -> &'a mut Vec<Value> {
    file["project"][name].as_array_mut().expect("a list")
}

#[test]
fn an_element_taken_out_or_put_in_is_told_as_that_and_never_as_another_one_rewritten() {
    for name in ["claims", "events", "actors", "quantities"] {
        let first = format!("/project/{name}/0");
        let gone = told(|file| drop(list(file, name).remove(0)));
        assert_eq!(gone, [("remove", first)]);
        let gone = told(|file| drop(list(file, name).drain(1..3)));
        let second = format!("/project/{name}/1");
        assert_eq!(gone, [("remove", second.clone()), ("remove", second)]);
    }
    // Of the same day and kind as one that is there.
    let come = told(|file| {
        let mut event = list(file, "events")[1].clone();
        event["note"] = json!({ "en": "Something else altogether happened that day." });
        list(file, "events").insert(2, event);
    });
    assert_eq!(come, [("add", "/project/events/2".to_owned())]);
    let replaced = told(|file| {
        list(file, "claims").remove(0);
        let claim = json!({ "speaker": { "en": "Somebody" }, "stance": "neutral", "text": { "en": "Not heard." },
                            "sources": ["reuters-2019-07-05-zte-jujuy"] });
        list(file, "claims").insert(0, claim);
    });
    let first = "/project/claims/0".to_owned();
    assert_eq!(replaced, [("remove", first.clone()), ("add", first)], "other words of another speaker");
}

#[test]
fn an_element_that_was_rewritten_is_told_by_its_fields() {
    let rewritten = told(|file| {
        let claims = list(file, "claims");
        claims.remove(0);
        claims[1]["speaker"]["en"] = "Somebody else".into();
        let events = list(file, "events");
        events[0]["date"] = "1999".into();
        let note = format!("{} And more.", events[1]["note"]["en"].as_str().expect("a note"));
        events[1]["note"]["en"] = note.into();
    });
    let expected = [
        ("replace", "/project/events/0/date"),
        ("replace", "/project/events/1/note/en"),
        ("remove", "/project/claims/0"),
        ("replace", "/project/claims/1/speaker/en"),
    ];
    assert_eq!(rewritten, expected.map(|(op, path)| (op, path.to_owned())));
}

#[test]
fn the_real_record_edited_and_back() {
    let before = atlas();
    let mut after = before.clone();
    after.projects.retain(|project| project.layer != "wind");
    for project in &mut after.projects {
        project.events.truncate(1);
        project.quantities.reverse();
        let by = usize::from(project.sites.len() > 1);
        project.sites.rotate_left(by);
    }
    after.sources.pop_first();
    let (one, other) = (diff::records(&before), diff::records(&after));
    assert_eq!(applied(&one, &diff::between(&before, &after).records), other);
    assert_eq!(applied(&other, &diff::between(&after, &before).records), one);
}

#[test]
fn a_difference_is_served_as_data_and_as_a_page() {
    let mut record = RecordFiles::embedded();
    let mut file: Value =
        serde_json::from_str(record.get("projects/jujuy-seguro.geojson").expect("a file")).expect("JSON");
    file["project"]["name"]["en"] = "Another <name>".into();
    record.put("projects/jujuy-seguro.geojson", file.to_string());
    let edition = huella::editions::Editions::embedded().expect("editions").names().pop().expect("the first");
    let server = Server::record(&record, None, huella::http::listen::Patience::default());
    let ask = |path: &str| get(server.address, path, &[]);

    let told = ask(&format!("/data/diff/{edition}..current.json")).json();
    let jujuy = told["records"].as_array().expect("records").iter().find(|r| r["id"] == "jujuy-seguro");
    let jujuy = jujuy.expect("the renamed project");
    assert_eq!(jujuy["change"], "changed");
    let renamed = jujuy["operations"].as_array().expect("operations");
    let renamed = renamed.iter().find(|o| o["path"] == "/project/name/en").expect("the name");
    assert_eq!(renamed["value"], "Another <name>");
    assert!(renamed["before"].as_str().is_some_and(|name| name.starts_with("Jujuy")));

    for path in ["/data/diff", "/es/data/diff"] {
        let page = ask(&format!("{path}/{edition}..current"));
        assert_eq!(page.status, 200);
        assert!(page.text().contains("<ins>Another &#60;name&#62;</ins>"), "{}", page.text());
    }
    let same = ask(&format!("/data/diff/{edition}..{edition}.json")).json();
    assert_eq!(same["records"], json!([]));
    for path in ["/data/diff/1999-01-01..current.json", "/data/diff/current.json"] {
        let reply = ask(path);
        assert_eq!(reply.status, 404, "{path}");
        assert!(
            reply.json()["allowed"].as_array().is_some_and(|all| all.contains(&json!(edition))),
            "{path}"
        );
    }
}
