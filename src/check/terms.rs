//! The record uses the words of its vocabulary, and no others.

use super::record::{Record, did_you_mean, stands_twice};
use crate::atlas::{Fault, Project, Vocabulary};

/// Refuses a layer, role, kind, measure, unit or stance that is not listed, and a unit that its measure
/// does not allow.
pub fn terms(record: &Record, faults: &mut Vec<Fault>) {
    if let Some(layers) = &record.written.layers {
        let known: Vec<&str> = layers.layers.iter().map(|l| l.id.as_str()).collect();
        for (file, project) in record.projects() {
            let list = List { file, what: "layer", listed: "layers.json", known: &known };
            list.look_up("/project/layer".to_owned(), &project.layer, faults);
        }
    }
    let Some(vocabulary) = &record.written.vocabulary else { return };
    for (file, project) in record.projects() {
        of_project(file, project, vocabulary, faults);
    }
    let known: Vec<&str> = vocabulary.organisation_kinds.iter().map(|k| k.id.as_str()).collect();
    let list =
        List { file: "organisations.json", what: "kind of organisation", listed: VOCABULARY, known: &known };
    for (i, organisation) in record.written.organisations.iter().enumerate() {
        list.look_up(format!("/{i}/kind"), &organisation.kind, faults);
    }
}

const VOCABULARY: &str = "vocabulary.json";

/// Words that may stand in one place.
struct List<'a> {
    file: &'a str,
    what: &'a str,
    listed: &'a str,
    known: &'a [&'a str],
}

impl List<'_> {
    fn look_up(&self, pointer: String, word: &str, faults: &mut Vec<Fault>) {
        if !self.known.contains(&word) {
            let reason = format!("unknown {} `{word}`", self.what);
            // A short list is told whole; of a long one the nearest word, and where the rest stands.
            let otherwise = match self.known.len() {
                0..=14 => format!("use one of: {}", self.known.join(", ")),
                _ => format!("use a word that {} lists", self.listed),
            };
            let remedy = did_you_mean(word, self.known.iter().copied(), &otherwise);
            faults.push(Fault::new(self.file, pointer, reason, remedy));
        }
    }
}

fn of_project(file: &str, project: &Project, vocabulary: &Vocabulary, faults: &mut Vec<Fault>) {
    let ids = |terms: &'_ [crate::atlas::vocabulary::Term]| -> Vec<String> {
        terms.iter().map(|t| t.id.clone()).collect()
    };
    let (roles, stances, site_kinds) =
        (ids(&vocabulary.roles), ids(&vocabulary.stances), ids(&vocabulary.site_kinds));
    let event_kinds: Vec<String> = vocabulary.event_kinds.iter().map(|k| k.id.clone()).collect();
    let mut used: Vec<(String, &str, &'static str, &Vec<String>)> = Vec::new();
    for (i, actor) in project.actors.iter().enumerate() {
        used.push((format!("/project/actors/{i}/role"), &actor.role, "role", &roles));
    }
    for (i, event) in project.events.iter().enumerate() {
        used.push((format!("/project/events/{i}/kind"), &event.kind, "kind of event", &event_kinds));
    }
    for (i, claim) in project.claims.iter().enumerate() {
        used.push((format!("/project/claims/{i}/stance"), &claim.stance, "stance", &stances));
    }
    for (i, site) in project.sites.iter().enumerate() {
        used.push((format!("/features/{i}/properties/kind"), &site.kind, "kind of site", &site_kinds));
    }
    for (pointer, word, what, words) in used {
        let known: Vec<&str> = words.iter().map(String::as_str).collect();
        List { file, what, listed: VOCABULARY, known: &known }.look_up(pointer, word, faults);
    }
    let pairs: Vec<String> =
        project.actors.iter().map(|a| format!("{} as {}", a.organisation, a.role)).collect();
    let named = pairs.iter().enumerate().map(|(i, pair)| (format!("/project/actors/{i}"), pair.as_str()));
    stands_twice(file, named, "name each organisation once a role, with all its sources", faults);
    measures(file, project, vocabulary, faults);
}

fn measures(file: &str, project: &Project, vocabulary: &Vocabulary, faults: &mut Vec<Fault>) {
    let measures: Vec<&str> = vocabulary.measures.iter().map(|m| m.id.as_str()).collect();
    for (i, quantity) in project.quantities.iter().enumerate() {
        let pointer = |key: &str| format!("/project/quantities/{i}/{key}");
        let Some(measure) = vocabulary.measure(&quantity.measure) else {
            let list = List { file, what: "measure", listed: VOCABULARY, known: &measures };
            list.look_up(pointer("measure"), &quantity.measure, faults);
            continue;
        };
        let units = vocabulary.units_of(measure);
        // None where the vocabulary itself is at fault, and says so there.
        if !units.is_empty() && !units.contains(&quantity.unit.as_str()) {
            let reason = format!("`{}` is not given in `{}`", measure.id, quantity.unit);
            let remedy = format!("use one of: {}", units.join(", "));
            faults.push(Fault::new(file, pointer("unit"), reason, remedy));
        }
    }
}
