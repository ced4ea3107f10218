//! Who controls whom has an end.

use std::collections::{BTreeMap, BTreeSet};

use super::record::Record;
use crate::atlas::Fault;

/// Refuses organisations whose parents run in a circle, a seat in no country of ISO 3166-1, and what is no item
/// of Wikidata.
pub fn organisations(record: &Record, faults: &mut Vec<Fault>) {
    let all = &record.written.organisations;
    let parents: BTreeMap<&str, &str> =
        all.iter().filter_map(|o| Some((o.id.as_str(), o.parent.as_deref()?))).collect();
    for (i, organisation) in all.iter().enumerate() {
        let id = organisation.id.as_str();
        let mut above = BTreeSet::new();
        let mut at = id;
        while let Some(parent) = parents.get(at).filter(|parent| above.insert(**parent)) {
            at = parent;
        }
        if above.contains(id) {
            let reason = format!("`{id}` is, by its parents, its own parent");
            let remedy = "name as parent the organisation that controls it";
            faults.push(Fault::new("organisations.json", format!("/{i}/parent"), reason, remedy));
        }
        if let Some(item) = organisation.wikidata.as_deref().filter(|item| !is_item(item)) {
            let reason = format!("`{item}` is no item of Wikidata");
            let remedy = "write it as in its address, such as Q160120";
            faults.push(Fault::new("organisations.json", format!("/{i}/wikidata"), reason, remedy));
        }
        if record.countries.text(&organisation.country).is_none() {
            let reason = format!("`{}` is no country code", organisation.country);
            let remedy = "write its ISO 3166-1 alpha-2 code, in capitals";
            faults.push(Fault::new("organisations.json", format!("/{i}/country"), reason, remedy));
        }
    }
}

fn is_item(text: &str) -> bool {
    text.strip_prefix('Q').is_some_and(|number| {
        !number.is_empty() && !number.starts_with('0') && number.bytes().all(|b| b.is_ascii_digit())
    })
}
