//! The vocabulary agrees with itself.

use std::collections::BTreeSet;

use super::record::{Record, stands_twice};
use crate::atlas::{Fault, Lang, Precision, Text, Vocabulary, status};

const FILE: &str = "vocabulary.json";

/// Refuses a term that stands twice, lacks a label in one of the four languages, or names a unit, a
/// kind or a status that is not there; a list of precisions that is not complete; and a status or
/// precision that nothing draws.
pub fn vocabulary(record: &Record, faults: &mut Vec<Fault>) {
    let Some(vocabulary) = &record.written.vocabulary else { return };
    labels(vocabulary, faults);
    units(vocabulary, faults);
    statuses(vocabulary, faults);
    precisions(vocabulary, faults);
    for lang in Lang::ALL.into_iter().filter(|lang| !vocabulary.languages.contains(lang)) {
        let reason = format!("the language `{}` is missing", lang.tag());
        faults.push(Fault::new(FILE, "/languages", reason, "list en, es, pt and zh"));
    }
    for (i, status) in vocabulary.statuses.iter().enumerate() {
        if !record.signs.statuses.contains_key(&status.id) {
            undrawn(format!("/statuses/{i}/id"), &status.id, faults);
        }
    }
    for (i, precision) in vocabulary.precisions.iter().enumerate() {
        if !record.signs.precisions.contains_key(precision.id.id()) {
            undrawn(format!("/precisions/{i}/id"), precision.id.id(), faults);
        }
    }
}

/// Refuses a text that a reader of some language would not find in it.
pub fn in_four_languages(file: &str, pointer: String, text: &Text, faults: &mut Vec<Fault>) {
    let missing: Vec<&str> =
        Lang::ALL.into_iter().filter(|lang| text.written(*lang).is_none()).map(Lang::tag).collect();
    if !missing.is_empty() {
        let reason = format!("this text is missing in {}", missing.join(", "));
        faults.push(Fault::new(file, pointer, reason, "write it in en, es, pt and zh"));
    }
}

fn undrawn(pointer: String, id: &str, faults: &mut Vec<Fault>) {
    let reason = format!("nothing draws `{id}`");
    faults.push(Fault::new(FILE, pointer, reason, "draw it in web/signs.json"));
}

fn labels(v: &Vocabulary, faults: &mut Vec<Fault>) {
    let terms = [
        ("roles", &v.roles),
        ("site_kinds", &v.site_kinds),
        ("stances", &v.stances),
        ("organisation_kinds", &v.organisation_kinds),
    ];
    let mut lists: Vec<(&str, Vec<(&str, &Text)>)> = terms
        .into_iter()
        .map(|(name, list)| (name, list.iter().map(|t| (t.id.as_str(), &t.label)).collect()))
        .collect();
    lists.push(("unit_kinds", v.unit_kinds.iter().map(|t| (t.id.as_str(), &t.label)).collect()));
    lists.push(("units", v.units.iter().map(|t| (t.id.as_str(), &t.label)).collect()));
    lists.push(("measures", v.measures.iter().map(|t| (t.id.as_str(), &t.label)).collect()));
    lists.push(("event_kinds", v.event_kinds.iter().map(|t| (t.id.as_str(), &t.label)).collect()));
    lists.push(("statuses", v.statuses.iter().map(|t| (t.id.as_str(), &t.label)).collect()));
    lists.push(("precisions", v.precisions.iter().map(|t| (t.id.id(), &t.label)).collect()));
    for (name, list) in lists {
        let named = list.iter().enumerate().map(|(i, (id, _))| (format!("/{name}/{i}/id"), *id));
        stands_twice(FILE, named, "give one of the two another id", faults);
        for (i, (_, label)) in list.iter().enumerate() {
            in_four_languages(FILE, format!("/{name}/{i}/label"), label, faults);
        }
    }
}

fn units(v: &Vocabulary, faults: &mut Vec<Fault>) {
    for (i, kind) in v.unit_kinds.iter().enumerate() {
        for (j, unit) in kind.units.iter().enumerate().filter(|(_, unit)| v.unit(unit).is_none()) {
            let pointer = format!("/unit_kinds/{i}/units/{j}");
            faults.push(Fault::new(FILE, pointer, format!("no unit `{unit}`"), "add it to the units"));
        }
    }
    let used: BTreeSet<&str> = v.unit_kinds.iter().flat_map(|k| &k.units).map(String::as_str).collect();
    for (i, unit) in v.units.iter().enumerate().filter(|(_, unit)| !used.contains(unit.id.as_str())) {
        let reason = format!("the unit `{}` is of no kind", unit.id);
        faults.push(Fault::new(FILE, format!("/units/{i}/id"), reason, "add it to a kind of unit"));
    }
    for (i, measure) in v.measures.iter().enumerate() {
        let Some(kind) = v.unit_kinds.iter().find(|k| k.id == measure.kind) else {
            let reason = format!("no kind of unit `{}`", measure.kind);
            let remedy = "use a kind that unit_kinds lists";
            faults.push(Fault::new(FILE, format!("/measures/{i}/kind"), reason, remedy));
            continue;
        };
        let own = measure.units.iter().flatten().enumerate();
        for (j, unit) in own.filter(|(_, unit)| !kind.units.contains(unit)) {
            let reason = format!("`{unit}` is no unit of `{}`", kind.id);
            let remedy = format!("use one of: {}", kind.units.join(", "));
            faults.push(Fault::new(FILE, format!("/measures/{i}/units/{j}"), reason, remedy));
        }
        if measure.units.as_ref().is_some_and(Vec::is_empty) {
            let remedy = "name its units, or leave the list out to allow all of its kind";
            faults.push(Fault::new(FILE, format!("/measures/{i}/units"), "this measure has no unit", remedy));
        }
    }
}

fn statuses(v: &Vocabulary, faults: &mut Vec<Fault>) {
    for (i, kind) in v.event_kinds.iter().enumerate() {
        let leads_to = kind.leads_to.as_deref();
        let to = leads_to.and_then(|id| v.status(id));
        if let (Some(id), None) = (leads_to, to) {
            let reason = format!("no status `{id}`");
            let remedy = "use a status that statuses lists, or null";
            faults.push(Fault::new(FILE, format!("/event_kinds/{i}/leads_to"), reason, remedy));
        }
        if kind.resumes && to.is_none_or(|status| status.interrupts) {
            let reason = format!("`{}` resumes, but leads to nothing that goes on", kind.id);
            let remedy = "write false, or let it lead to a status that does not interrupt";
            faults.push(Fault::new(FILE, format!("/event_kinds/{i}/resumes"), reason, remedy));
        }
    }
    let mut ranks = BTreeSet::new();
    for (i, term) in v.statuses.iter().enumerate() {
        if !ranks.insert(term.rank) {
            let reason = format!("the rank {} stands twice", term.rank);
            faults.push(Fault::new(
                FILE,
                format!("/statuses/{i}/rank"),
                reason,
                "give each status its own rank",
            ));
        }
    }
    // A project whose events bear no status has this one, so every other must be a step forward from it.
    let lowest = v.statuses.iter().min_by_key(|term| term.rank);
    if lowest.is_none_or(|term| term.id != status::UNKNOWN || term.interrupts) {
        let reason = format!("the lowest status is not `{}`", status::UNKNOWN);
        let remedy = "list it with rank 0 and without interrupting";
        faults.push(Fault::new(FILE, "/statuses", reason, remedy));
    }
}

fn precisions(v: &Vocabulary, faults: &mut Vec<Fault>) {
    for precision in Precision::ALL.into_iter().filter(|p| v.precision(*p).is_none()) {
        let reason = format!("the precision `{}` is missing", precision.id());
        faults.push(Fault::new(FILE, "/precisions", reason, "list all six, each with what follows from it"));
    }
}
