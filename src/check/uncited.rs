//! A bibliography lists what is cited.

use std::collections::BTreeSet;

use super::record::{Record, citings};
use super::story::cited_in_stories;
use crate::atlas::Fault;

/// Warns of a source that no project, correction or story cites. What could not be read may cite it all the
/// same: there its name is enough.
pub fn uncited(record: &Record, faults: &mut Vec<Fault>) {
    let mut cited: BTreeSet<&str> = cited_in_stories(record);
    for (_, project) in record.projects() {
        for citing in citings(project) {
            cited.extend(citing.sources.iter().map(String::as_str));
        }
        cited.extend(project.all_source_ids());
    }
    cited.extend(record.written.corrections.iter().map(|c| c.source.as_str()));
    let half_read: Vec<&str> = record
        .files
        .iter()
        .filter(|(file, _)| record.written.unread.contains(*file) || record.written.aside.contains_key(*file))
        .filter(|(file, _)| *file != "sources.json")
        .map(|(_, text)| text)
        .collect();
    for (i, source) in record.written.sources.iter().enumerate() {
        let named = || half_read.iter().any(|text| text.contains(&format!("\"{}\"", source.id)));
        if !cited.contains(source.id.as_str()) && !named() {
            let reason = format!("nobody cites the source `{}`", source.id);
            let remedy = "cite it, or take it out of the bibliography";
            faults.push(Fault::new("sources.json", format!("/{i}/id"), reason, remedy).warning());
        }
    }
}
