//! What changed between two states of the record, record by record and field by field.
//!
//! Each change is a JSON Patch (RFC 6902), whose operations also carry what stood there before: a
//! member that the standard does not define is passed over by those who apply it (RFC 6902, 4).

mod align;
mod patch;
mod records;

use serde::Serialize;
use serde_json::Value;

pub use patch::{Operation, between as patch};
pub use records::{Kind, Records, records};

use crate::atlas::Atlas;

/// The name of the record as it stands now, beside those of editions.
pub const CURRENT: &str = "current";

/// All changes from one state of the record to another.
#[derive(Debug, Clone, Serialize)]
pub struct Difference {
    /// The earlier state.
    pub before: State,
    /// The later one.
    pub after: State,
    /// One for each record that is not the same in both, in the order of kind and id.
    pub records: Vec<RecordChange>,
}

/// Which state of the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct State {
    /// The edition, as the record itself says it.
    pub edition: String,
    /// What tells it from every other state: the edition, or more where it is a working record.
    pub version: String,
    /// blake3 over its files, hexadecimal.
    pub content: String,
}

/// What became of one record.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RecordChange {
    /// What it is.
    pub kind: Kind,
    /// Its id; for a file of the record its name.
    pub id: String,
    /// Whether it is new, gone or another.
    pub change: Change,
    /// From the one to the other, to be applied in this order.
    pub operations: Vec<Operation>,
}

/// How a record differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// It was not there before.
    Added,
    /// It is there no more.
    Removed,
    /// It says something else.
    Changed,
}

/// From one state of the record to another.
pub fn between(before: &Atlas, after: &Atlas) -> Difference {
    let state = |atlas: &Atlas| State {
        edition: atlas.about.edition.to_string(),
        version: atlas.version(),
        content: atlas.content.clone(),
    };
    let records = changes(&records(before), &records(after));
    Difference { before: state(before), after: state(after), records }
}

/// From one set of records to another.
pub fn changes(before: &Records, after: &Records) -> Vec<RecordChange> {
    let mut keys: Vec<&(Kind, String)> = before.keys().chain(after.keys()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.into_iter().filter_map(|key| one(key, before.get(key), after.get(key))).collect()
}

fn one((kind, id): &(Kind, String), before: Option<&Value>, after: Option<&Value>) -> Option<RecordChange> {
    let (change, operations) = match (before, after) {
        (None, Some(after)) => (Change::Added, vec![Operation::add("", after)]),
        (Some(before), None) => (Change::Removed, vec![Operation::remove("", before)]),
        (Some(before), Some(after)) => (Change::Changed, patch(before, after)),
        (None, None) => return None,
    };
    let differs = !operations.is_empty();
    differs.then(|| RecordChange { kind: *kind, id: id.clone(), change, operations })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::{RecordFiles, load};

    #[test]
    fn the_same_record_has_no_difference_and_an_edit_is_told_at_its_place() {
        let before = load::load(&RecordFiles::embedded()).atlas.expect("an atlas");
        assert_eq!(between(&before, &before).records, []);
        let mut after = before.clone();
        let gone = after.projects.remove(0);
        let project = after.projects.iter_mut().find(|p| p.id == "jujuy-seguro").expect("a project");
        project.name.en = "Another name".to_owned();
        project.events.remove(1);
        let told = between(&before, &after).records;
        assert_eq!(told.len(), 2);
        assert_eq!((told[0].id.as_str(), told[0].change), (gone.id.as_str(), Change::Removed));
        let places: Vec<&str> = told[1].operations.iter().map(|o| o.path.as_str()).collect();
        assert_eq!(places, ["/project/name/en", "/project/events/1"]);
    }
}
