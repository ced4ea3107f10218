//! What is named must be there: sources, organisations, projects.

use std::collections::BTreeSet;

use super::record::{Record, citings, did_you_mean, stands_twice};
use crate::atlas::{Fault, Project};

/// Refuses an id of a source, an organisation or a project that is not there, or that one list names twice.
pub fn references(record: &Record, faults: &mut Vec<Fault>) {
    sources(record, faults);
    organisations(record, faults);
    projects(record, faults);
}

/// Where an id may stand, and what to do if it is not there.
struct Place<'a> {
    file: &'a str,
    what: &'a str,
    listed: &'a str,
    otherwise: &'a str,
}

impl Place<'_> {
    fn look_up(&self, pointer: String, id: &str, known: &BTreeSet<&str>, faults: &mut Vec<Fault>) {
        if !known.contains(id) {
            let reason = format!("there is no {} `{id}` in {}", self.what, self.listed);
            let remedy = did_you_mean(id, known.iter().copied(), self.otherwise);
            faults.push(Fault::new(self.file, pointer, reason, remedy));
        }
    }
}

fn sources(record: &Record, faults: &mut Vec<Fault>) {
    let known = record.source_ids();
    let place = |file| Place {
        file,
        what: "source",
        listed: "sources.json",
        otherwise: "add the source to sources.json",
    };
    for (file, project) in record.projects() {
        let stated = citings(project).map(|citing| (format!("{}/sources", citing.pointer), citing.sources));
        for (pointer, ids) in stated.chain(positions(project)) {
            let pointers = || (0..).map(|i| format!("{pointer}/{i}"));
            let named = || pointers().zip(ids.iter().map(String::as_str));
            stands_twice(file, named(), "name each source once", faults);
            if let Some(known) = &known {
                named().for_each(|(at, id)| place(file).look_up(at, id, known, faults));
            }
        }
    }
    if let Some(known) = &known {
        for (i, correction) in record.written.corrections.iter().enumerate() {
            place("corrections.json").look_up(format!("/{i}/source"), &correction.source, known, faults);
        }
    }
}

fn positions(project: &Project) -> impl Iterator<Item = (String, &[String])> {
    let sites = project.sites.iter().enumerate();
    sites.map(|(i, site)| {
        (format!("/features/{i}/properties/position_sources"), site.position_sources.as_slice())
    })
}

fn organisations(record: &Record, faults: &mut Vec<Fault>) {
    let Some(known) = record.organisation_ids() else { return };
    let place = |file| Place {
        file,
        what: "organisation",
        listed: "organisations.json",
        otherwise: "add the organisation to organisations.json",
    };
    for (file, project) in record.projects() {
        for (i, actor) in project.actors.iter().enumerate() {
            let pointer = format!("/project/actors/{i}/organisation");
            place(file).look_up(pointer, &actor.organisation, &known, faults);
        }
    }
    for (i, organisation) in record.written.organisations.iter().enumerate() {
        if let Some(parent) = &organisation.parent {
            place("organisations.json").look_up(format!("/{i}/parent"), parent, &known, faults);
        }
    }
}

fn projects(record: &Record, faults: &mut Vec<Fault>) {
    let known = record.project_ids();
    let otherwise = "remove it, or add the project";
    let place = |file| Place { file, what: "project", listed: "projects/", otherwise };
    for (file, project) in record.projects() {
        let named = || {
            project.related.iter().enumerate().map(|(i, id)| (format!("/project/related/{i}"), id.as_str()))
        };
        stands_twice(file, named(), "name each project once", faults);
        for (pointer, id) in named() {
            if id == project.id {
                faults.push(Fault::new(file, pointer, "a project is related to itself", "remove it"));
            } else {
                place(file).look_up(pointer, id, &known, faults);
            }
        }
    }
    let withdrawn = record.written.withdrawn.iter().map(|w| w.id.as_str());
    let ever: BTreeSet<&str> = known.iter().copied().chain(withdrawn).collect();
    for (i, correction) in record.written.corrections.iter().enumerate() {
        place("corrections.json").look_up(format!("/{i}/project"), &correction.project, &ever, faults);
    }
}
