//! Who controls whom has an end.

use std::collections::{BTreeMap, BTreeSet};

use super::record::Record;
use crate::atlas::Fault;

/// Refuses organisations whose parents run in a circle, and a seat in no country of ISO 3166-1.
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
        if record.countries.text(&organisation.country).is_none() {
            let reason = format!("`{}` is no country code", organisation.country);
            let remedy = "write its ISO 3166-1 alpha-2 code, in capitals";
            faults.push(Fault::new("organisations.json", format!("/{i}/country"), reason, remedy));
        }
    }
}
