//! Reads every file of a record into an [`Atlas`], and tells what is wrong with their shape.
//!
//! What the shape cannot tell (a source that is not there, a point outside its country) is for
//! [`crate::check`].

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::project::ProjectFile;
use super::read::{self, Aside};
use super::tour;
use super::{
    Atlas, AtlasFile, Correction, Fault, LayersFile, Organisation, Project, RecordFiles, Source, Tour,
    Vocabulary, Withdrawal,
};

/// What came of reading a record.
#[derive(Debug)]
pub struct Loaded {
    /// The record, without what could not be read; none where a file without which nothing can be
    /// told is missing or broken.
    pub atlas: Option<Atlas>,
    /// Faults of shape.
    pub faults: Vec<Fault>,
}

/// The record as its files say it: every list in the order of its file, ids that stand twice included.
#[derive(Debug, Default)]
pub struct Written {
    /// `atlas.json`.
    pub about: Option<AtlasFile>,
    /// `layers.json`.
    pub layers: Option<LayersFile>,
    /// `vocabulary.json`.
    pub vocabulary: Option<Vocabulary>,
    /// `organisations.json`.
    pub organisations: Vec<Organisation>,
    /// `sources.json`.
    pub sources: Vec<Source>,
    /// Each project's file and what it holds.
    pub projects: Vec<(String, Project)>,
    /// The stories that can be told.
    pub stories: Vec<Tour>,
    /// `corrections.json`.
    pub corrections: Vec<Correction>,
    /// `withdrawn.json`.
    pub withdrawn: Vec<Withdrawal>,
    /// What was set aside for a fault of shape, by file.
    pub aside: BTreeMap<String, Aside>,
    /// Files that are missing or of which nothing could be read.
    pub unread: BTreeSet<String>,
    /// Faults of shape.
    pub faults: Vec<Fault>,
}

/// Reads all files. Never stops at the first fault.
pub fn load(files: &RecordFiles) -> Loaded {
    let mut written = written(files);
    let faults = std::mem::take(&mut written.faults);
    Loaded { atlas: written.atlas(files.content()), faults }
}

/// Reads all files, and leaves every list as it stands.
pub fn written(files: &RecordFiles) -> Written {
    let mut w = Written::default();
    w.about = w.file(files, "atlas.json");
    w.layers = w.file(files, "layers.json");
    w.vocabulary = w.file(files, "vocabulary.json");
    w.organisations = w.file(files, "organisations.json").unwrap_or_default();
    w.sources = w.file(files, "sources.json").unwrap_or_default();
    w.corrections = w.file(files, "corrections.json").unwrap_or_default();
    w.withdrawn = w.file(files, "withdrawn.json").unwrap_or_default();
    w.stories = tour::tours(files);
    for (path, text) in files.below("projects") {
        if let Some(file) = w.json::<ProjectFile>(path, text) {
            w.projects.push((path.to_owned(), file.into()));
        }
    }
    w
}

impl Written {
    fn file<T: DeserializeOwned + JsonSchema>(&mut self, files: &RecordFiles, name: &str) -> Option<T> {
        let Some(text) = files.get(name) else {
            let remedy = "every record has this file; an empty list is `[]`";
            self.faults.push(Fault::new(name, "", "is missing", remedy));
            self.unread.insert(name.to_owned());
            return None;
        };
        self.json(name, text)
    }

    fn json<T: DeserializeOwned + JsonSchema>(&mut self, file: &str, text: &str) -> Option<T> {
        let read = read::json(file, text, &mut self.faults);
        if read.value.is_none() {
            self.unread.insert(file.to_owned());
        }
        if !read.aside.is_empty() {
            self.aside.insert(file.to_owned(), read.aside);
        }
        read.value
    }

    /// The record for use; `content` is the hash of its files. Of two entries with one id the
    /// first is kept.
    pub fn atlas(self, content: String) -> Option<Atlas> {
        let mut projects: Vec<Project> = self.projects.into_iter().map(|(_, project)| project).collect();
        projects.sort_by(|a, b| a.id.cmp(&b.id));
        projects.dedup_by(|b, a| a.id == b.id);
        Some(Atlas {
            about: self.about?,
            layers: self.layers?,
            vocabulary: self.vocabulary?,
            organisations: by_id(self.organisations, |o| &o.id),
            sources: by_id(self.sources, |s| &s.id),
            projects,
            stories: self.stories,
            corrections: self.corrections,
            withdrawn: self.withdrawn,
            content,
            working: false,
        })
    }
}

fn by_id<T>(list: Vec<T>, id: impl Fn(&T) -> &String) -> BTreeMap<String, T> {
    let mut map = BTreeMap::new();
    for item in list {
        map.entry(id(&item).clone()).or_insert(item);
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
        let files = RecordFiles::embedded().below("projects").count();
        assert_eq!(atlas.projects.len(), files, "every file is a project");
        assert!(atlas.project("jujuy-seguro").is_some());
    }
}
