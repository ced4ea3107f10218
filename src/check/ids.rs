//! An id is an address for good: well formed, unique, and the name of its file.

use super::record::{Record, stands_twice, stem};
use crate::atlas::Fault;

/// Refuses an id that is not its file's name, stands twice, or holds anything but `a-z`, `0-9` and `-`.
pub fn ids(record: &Record, faults: &mut Vec<Fault>) {
    let written = record.written;
    for (file, project) in record.projects() {
        if !is_id(stem(file)) {
            let reason = format!("`{}` is no id", stem(file));
            faults.push(Fault::new(file, "", reason, "rename the file: use only a-z, 0-9 and -"));
            continue;
        }
        well_formed(file, "/project/id".to_owned(), &project.id, faults);
        if project.id != stem(file) {
            let reason = format!("the id `{}` is not the file's name", project.id);
            let remedy = format!("write `{}`, or rename the file", stem(file));
            faults.push(Fault::new(file, "/project/id", reason, remedy));
        }
        sites(file, stem(file), project, faults);
    }
    let each = |file: &str, ids: &mut dyn Iterator<Item = &str>, faults: &mut Vec<Fault>| {
        let named: Vec<(String, &str)> = ids.enumerate().map(|(i, id)| (format!("/{i}/id"), id)).collect();
        named.iter().for_each(|(pointer, id)| well_formed(file, pointer.clone(), id, faults));
        stands_twice(file, named, "give one of the two another id", faults);
    };
    each("sources.json", &mut written.sources.iter().map(|s| s.id.as_str()), faults);
    each("organisations.json", &mut written.organisations.iter().map(|o| o.id.as_str()), faults);
    each("withdrawn.json", &mut written.withdrawn.iter().map(|w| w.id.as_str()), faults);
    let present = record.project_ids();
    for (i, withdrawal) in written.withdrawn.iter().enumerate() {
        if present.contains(withdrawal.id.as_str()) {
            let reason = format!("`{}` is withdrawn and in the record", withdrawal.id);
            let remedy = "remove the project's file, or this entry";
            faults.push(Fault::new("withdrawn.json", format!("/{i}/id"), reason, remedy));
        }
    }
}

fn sites(file: &str, project: &str, of: &crate::atlas::Project, faults: &mut Vec<Fault>) {
    let named =
        || of.sites.iter().enumerate().map(|(i, site)| (format!("/features/{i}/id"), site.id.as_str()));
    stands_twice(file, named(), "give one of the two another id", faults);
    for (pointer, id) in named() {
        match id.split_once('.') {
            Some((of, site)) if of == project => well_formed(file, pointer, site, faults),
            _ => {
                let own = id.rsplit('.').next().unwrap_or_default();
                let reason = format!("`{id}` does not begin with its project's id");
                let remedy = format!("write `{project}.{own}`");
                faults.push(Fault::new(file, pointer, reason, remedy));
            }
        }
    }
}

fn well_formed(file: &str, pointer: String, id: &str, faults: &mut Vec<Fault>) {
    if !is_id(id) {
        let reason = format!("`{id}` is no id");
        faults.push(Fault::new(file, pointer, reason, "use only a-z, 0-9 and -"));
    }
}

fn is_id(text: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !text.is_empty() && text.chars().all(allowed)
}
