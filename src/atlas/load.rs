//! Reads every file of a record into an [`Atlas`], and tells what is wrong with their shape.
//!
//! What the shape cannot tell (a source that is not there, a point outside its country) is for
//! [`crate::check`].

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use super::project::ProjectFile;
use super::{Atlas, Fault, Organisation, Project, RecordFiles, Source, read};

/// What came of reading a record.
#[derive(Debug)]
pub struct Loaded {
    /// The record, without what could not be read; none where a file without which nothing can be
    /// told is missing or broken.
    pub atlas: Option<Atlas>,
    /// Faults of shape.
    pub faults: Vec<Fault>,
}

/// Reads all files. Never stops at the first fault.
pub fn load(files: &RecordFiles) -> Loaded {
    let mut faults = Vec::new();
    let about = file(files, "atlas.json", &mut faults);
    let layers = file(files, "layers.json", &mut faults);
    let vocabulary = file(files, "vocabulary.json", &mut faults);
    let organisations: Option<Vec<Organisation>> = file(files, "organisations.json", &mut faults);
    let sources: Option<Vec<Source>> = file(files, "sources.json", &mut faults);
    let corrections = file(files, "corrections.json", &mut faults);
    let withdrawn = file(files, "withdrawn.json", &mut faults);

    let mut projects: Vec<Project> = Vec::new();
    for (path, text) in files.below("projects") {
        projects.extend(read::json::<ProjectFile>(path, text, &mut faults).map(Project::from));
    }
    projects.sort_by(|a, b| a.id.cmp(&b.id));

    let organisations =
        by_id("organisations.json", organisations.unwrap_or_default(), |o| &o.id, &mut faults);
    let sources = by_id("sources.json", sources.unwrap_or_default(), |s| &s.id, &mut faults);
    let atlas = match (about, layers, vocabulary) {
        (Some(about), Some(layers), Some(vocabulary)) => Some(Atlas {
            about,
            layers,
            vocabulary,
            organisations,
            sources,
            projects,
            corrections: corrections.unwrap_or_default(),
            withdrawn: withdrawn.unwrap_or_default(),
            content: files.content(),
        }),
        _ => None,
    };
    Loaded { atlas, faults }
}

fn file<T: DeserializeOwned>(files: &RecordFiles, name: &str, faults: &mut Vec<Fault>) -> Option<T> {
    match files.get(name) {
        Some(text) => read::json(name, text, faults),
        None => {
            faults.push(Fault::new(
                name,
                "",
                "is missing",
                "every record has this file; an empty list is `[]`",
            ));
            None
        }
    }
}

fn by_id<T>(
    file: &str,
    list: Vec<T>,
    id: impl Fn(&T) -> &String,
    faults: &mut Vec<Fault>,
) -> BTreeMap<String, T> {
    let mut map = BTreeMap::new();
    for (index, item) in list.into_iter().enumerate() {
        let key = id(&item).clone();
        if map.insert(key.clone(), item).is_some() {
            let reason = format!("the id `{key}` stands twice");
            faults.push(Fault::new(file, format!("/{index}/id"), reason, "give one of the two another id"));
        }
    }
    map
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_record_has_no_fault_of_shape() {
        let loaded = load(&RecordFiles::embedded());
        assert_eq!(loaded.faults, []);
        let atlas = loaded.atlas.expect("a whole atlas");
        assert_eq!(atlas.projects.len(), 146);
        assert!(atlas.project("jujuy-seguro").is_some());
    }
}
