//! The `cql2` crate beside ours: `opponent PROGRAM [FILTERS]` starts the program, makes filters of every operator
//! over the real record by a fixed rule, and asks both. They must find the same features, also when the other has
//! written the filter as text. Where the two differ for a reason that is known, [`known`] says which; anything else
//! ends with exit code 1.

mod filters;
mod known;
mod service;

use std::collections::BTreeMap;
use std::process::ExitCode;

use filters::Maker;
use serde_json::Value;
use service::{Collection, Service};

const COLLECTIONS: [&str; 2] = ["sites", "projects"];

/// What was seen of filters with an operator.
#[derive(Default)]
struct Seen {
    alike: usize,
    /// The other does not read them.
    refused: usize,
    /// The last of them, and why not.
    why: String,
    /// Different for a known reason.
    known: BTreeMap<&'static str, usize>,
    unknown: Vec<String>,
}

enum Outcome {
    Alike,
    Refused(String),
    Different(String),
}

fn compare(service: &Service, collection: &Collection, filter: &Value) -> Outcome {
    let json = filter.to_string();
    let ours = match service.found(collection, "cql2-json", &json) {
        Ok(ours) => ours,
        Err(problem) => return Outcome::Different(format!("we refuse {json}: {problem}")),
    };
    let theirs = match cql2::parse_json(&json) {
        Ok(theirs) => theirs,
        Err(error) => return Outcome::Refused(format!("{json}: {error}")),
    };
    let text = match theirs.to_text() {
        Ok(text) => text,
        Err(error) => return Outcome::Refused(format!("{json}: {error}")),
    };
    match service.found(collection, "cql2-text", &text) {
        Err(problem) => return Outcome::Different(format!("we refuse their text {text}: {problem}")),
        Ok(again) if again != ours => {
            return Outcome::Different(format!(
                "{json} finds {}, their text {text} {}",
                ours.len(),
                again.len()
            ));
        }
        Ok(_) => {}
    }
    for feature in collection.features.iter().filter(|feature| filters::is_plain(filter, feature)) {
        let mine = feature["id"].as_str().is_some_and(|id| ours.contains(id));
        // What it cannot decide, for a property has no value, it does not find (`Expr::filter`).
        let other = theirs.clone().matches(Some(feature)).unwrap_or(false);
        if other != mine {
            let side = if mine { "only ours" } else { "only theirs" };
            return Outcome::Different(format!("{text}: {} is found by {side}", feature["id"]));
        }
    }
    Outcome::Alike
}

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let Some(program) = words.next() else {
        eprintln!("opponent PROGRAM [FILTERS]");
        return ExitCode::FAILURE;
    };
    let count: usize = words.next().and_then(|n| n.parse().ok()).unwrap_or(4_000);
    let service = Service::start(&program);
    let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
    for name in COLLECTIONS {
        let collection = service.collection(name);
        let mut maker = Maker::new(&collection);
        for _ in 0..count / COLLECTIONS.len() {
            let filter = maker.filter();
            let outcome = compare(&service, &collection, &filter);
            let seen = seen.entry(filters::about(&filter)).or_default();
            match outcome {
                Outcome::Alike => seen.alike += 1,
                Outcome::Refused(why) => {
                    seen.refused += 1;
                    seen.why = why;
                }
                Outcome::Different(what) => match known::reason(&filter) {
                    Some(reason) => *seen.known.entry(reason).or_default() += 1,
                    None => seen.unknown.push(what),
                },
            }
        }
    }
    println!("| about | alike | not read by the other | differ, known | unknown |\n|---|---|---|---|---|");
    for (about, Seen { alike, refused, known, unknown, .. }) in &seen {
        let all: usize = known.values().sum();
        println!("| {about} | {alike} | {refused} | {all} | {} |", unknown.len());
    }
    for (about, Seen { known, .. }) in &seen {
        known.iter().for_each(|(reason, times)| println!("{about}, {times} times: {reason}"));
    }
    if std::env::var_os("VERBOSE").is_some() {
        seen.values()
            .filter(|seen| !seen.why.is_empty())
            .for_each(|seen| println!("not evaluated: {}", seen.why));
    }
    let unknown: Vec<&String> = seen.values().flat_map(|seen| seen.unknown.iter().take(3)).collect();
    unknown.iter().for_each(|what| eprintln!("{what}"));
    if unknown.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
