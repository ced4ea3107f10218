//! Every value traces to a source.

use super::record::{Record, citings};
use crate::atlas::Fault;

/// Refuses a figure, an event, an actor, a statement or a site without a source.
pub fn sources_present(record: &Record, faults: &mut Vec<Fault>) {
    for (file, project) in record.projects() {
        for citing in citings(project).filter(|c| c.sources.is_empty()) {
            let reason = format!("{} has no source", citing.what);
            let remedy = format!("name the source that says so, or take {} out", citing.what);
            faults.push(Fault::new(file, format!("{}/sources", citing.pointer), reason, remedy));
        }
    }
}
