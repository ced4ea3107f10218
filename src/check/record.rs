//! What the rules look at: the record as written, and the questions several of them ask of it.

use std::collections::BTreeSet;

use super::signs::Signs;
use crate::atlas::load::Written;
use crate::atlas::{Fault, Project, RecordFiles};
use crate::basemap::{Borders, CountryNames};
use crate::nearest::nearest;

/// A record under check.
#[derive(Debug)]
pub struct Record<'a> {
    /// The texts of its files.
    pub files: &'a RecordFiles,
    /// What was read of them.
    pub written: &'a Written,
    /// Where countries and regions lie.
    pub borders: &'a Borders,
    /// Every country of ISO 3166-1.
    pub countries: &'a CountryNames,
    /// What is drawn.
    pub signs: &'a Signs,
}

/// A list of sources that something in a project rests on.
#[derive(Debug)]
pub struct Citing<'a> {
    /// Pointer to what rests on it: `/project/events/3`.
    pub pointer: String,
    /// What that is, for a sentence: "the event".
    pub what: &'static str,
    /// Ids in `sources.json`.
    pub sources: &'a [String],
}

impl<'a> Record<'a> {
    /// The projects, each with its file.
    pub fn projects(&self) -> impl Iterator<Item = (&'a str, &'a Project)> {
        self.written.projects.iter().map(|(file, project)| (file.as_str(), project))
    }

    /// Ids of sources; none where `sources.json` could not be read, and nothing can be said.
    pub fn source_ids(&self) -> Option<BTreeSet<&'a str>> {
        self.ids("sources.json", self.written.sources.iter().map(|s| s.id.as_str()))
    }

    /// Ids of organisations; none where `organisations.json` could not be read.
    pub fn organisation_ids(&self) -> Option<BTreeSet<&'a str>> {
        self.ids("organisations.json", self.written.organisations.iter().map(|o| o.id.as_str()))
    }

    /// Ids of projects: the names of their files, so that a broken file does not accuse those that name it.
    pub fn project_ids(&self) -> BTreeSet<&'a str> {
        self.files.below("projects").map(|(path, _)| stem(path)).collect()
    }

    /// An entry set aside for a fault of its own is there all the same.
    fn ids(&self, file: &str, read: impl Iterator<Item = &'a str>) -> Option<BTreeSet<&'a str>> {
        if self.written.unread.contains(file) {
            return None;
        }
        let aside = self.written.aside.get(file).into_iter().flat_map(|a| a.elements());
        Some(read.chain(aside.filter_map(|e| e.get("id")?.as_str())).collect())
    }
}

/// `jujuy-seguro` of `projects/jujuy-seguro.geojson`.
pub fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split_once('.').map_or(name, |(stem, _)| stem)
}

/// Every list of sources in a project, in file order.
pub fn citings(project: &Project) -> impl Iterator<Item = Citing<'_>> {
    fn list<'a, T>(
        name: &'static str,
        what: &'static str,
        items: &'a [T],
        of: fn(&T) -> &Vec<String>,
    ) -> impl Iterator<Item = Citing<'a>> {
        let citing =
            move |(i, item)| Citing { pointer: format!("/project/{name}/{i}"), what, sources: of(item) };
        items.iter().enumerate().map(citing)
    }
    let sites = project.sites.iter().enumerate().map(|(i, site)| Citing {
        pointer: format!("/features/{i}/properties"),
        what: "the site",
        sources: &site.sources,
    });
    list("actors", "the actor", &project.actors, |a| &a.sources)
        .chain(list("quantities", "the figure", &project.quantities, |q| &q.sources))
        .chain(list("events", "the event", &project.events, |e| &e.sources))
        .chain(list("claims", "the statement", &project.claims, |c| &c.sources))
        .chain(sites)
}

/// A remedy that begins with the nearest of the words, if one is near.
pub fn did_you_mean<'w>(word: &str, words: impl IntoIterator<Item = &'w str>, otherwise: &str) -> String {
    match nearest(word, words).into_iter().find(|near| is_slip(word, near)) {
        Some(near) => format!("write `{near}` if that is meant; else {otherwise}"),
        None => otherwise.to_owned(),
    }
}

/// Whether one may have been written for the other: a part of it, or with a few letters wrong. What merely
/// begins alike, as ids of sources do, would send an author astray.
fn is_slip(word: &str, near: &str) -> bool {
    const ALIKE: f64 = 0.75;
    (word.len() >= 3 && near.contains(word)) || strsim::normalized_damerau_levenshtein(word, near) >= ALIKE
}

/// A fault for each index whose word stood before in the list.
pub fn stands_twice<'w>(
    file: &str,
    words: impl IntoIterator<Item = (String, &'w str)>,
    remedy: &str,
    faults: &mut Vec<Fault>,
) {
    let mut seen = BTreeSet::new();
    for (pointer, word) in words {
        if !seen.insert(word) {
            faults.push(Fault::new(file, pointer, format!("`{word}` stands twice"), remedy));
        }
    }
}
