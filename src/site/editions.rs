//! The list of frozen editions, for the page about the data.

use super::frame::Context;
use super::words::edition::{self, EditionWords};
use super::words::{date, number};
use crate::editions::{Editions, SUMS};

/// What `editions.html` lays out.
#[derive(Debug)]
pub struct EditionList {
    /// The words about editions.
    pub w: &'static EditionWords,
    /// Newest first.
    pub editions: Vec<Listed>,
}

/// One edition.
#[derive(Debug)]
pub struct Listed {
    /// `2026-11-24`
    pub name: String,
    /// `24 Nov 2026`
    pub day: String,
    /// How many projects, as the language writes it.
    pub projects: String,
    /// How many sources.
    pub sources: String,
    /// The map in this edition; empty where there are files of it alone.
    pub map: String,
    /// Its files.
    pub files: String,
    /// Its checksums.
    pub sums: String,
    /// What has changed since.
    pub changes: String,
    /// Its DOI; empty where it has none.
    pub doi: String,
}

/// All editions there are.
pub fn list(context: &Context, editions: &Editions) -> EditionList {
    let Context { links, lang, .. } = *context;
    let listed = editions.iter().rev().map(|frozen| {
        let entry = &frozen.entry;
        let name = entry.edition.to_string();
        let day = date::day(entry.edition.day(), lang);
        Listed {
            day: if name.len() > 10 { name.clone() } else { day },
            projects: number::count(entry.projects, lang),
            sources: number::count(entry.sources, lang),
            map: if links.are_files() { String::new() } else { links.in_edition(&name).map(lang) },
            files: links.edition(&name),
            sums: links.edition_file(&name, SUMS),
            changes: links.changes(lang, &name, "current"),
            doi: entry.doi.clone().unwrap_or_default(),
            name,
        }
    });
    EditionList { w: edition::of(lang), editions: listed.collect() }
}
