//! The result line: how many are shown, as of which day, and what is not on the map.

use super::label;
use super::survey::Counts;
use super::view::View;
use crate::site::frame::Context;
use crate::site::words::{Words, find, number};

/// One number of the result line, with its words for none, one and several.
#[derive(Debug)]
pub struct Part {
    /// What is counted.
    pub name: &'static str,
    /// `#` is the number.
    pub one: String,
    /// `#` is the number.
    pub other: String,
    /// The words for the number there is; empty where there is none.
    pub said: String,
}

/// The result line.
#[derive(Debug)]
pub struct Result {
    /// The number of projects.
    pub projects: String,
    /// The word after it.
    pub project_word: &'static str,
    /// Other entries.
    pub entries: Part,
    /// The day, where it is not the edition's.
    pub as_of: String,
    /// Without a place, and not yet begun.
    pub parts: Vec<Part>,
}

/// The line for these numbers.
pub fn result(context: &Context, view: &View, counts: Counts) -> Result {
    let (w, find) = (context.words(), find::of(context.lang));
    let part = |name, n: usize, one: &str, other: &str| Part {
        name,
        one: one.to_owned(),
        other: other.to_owned(),
        said: match n {
            0 => String::new(),
            1 => one.replace('#', "1"),
            n => other.replace('#', &number::count(n, context.lang)),
        },
    };
    // "and" stands before the number, and goes with it.
    let and = |word: &str| format!("{} {word}", w.and);
    Result {
        projects: number::count(counts.projects, context.lang),
        project_word: word(w, counts.projects),
        entries: part("entries", counts.entries, &and(w.entry_one), &and(w.entry_other)),
        as_of: label::as_of(context, view),
        parts: vec![
            part("unplaced", counts.unplaced, find.unplaced_one, find.unplaced_other),
            part("waiting", counts.waiting, find.waiting_one, find.waiting_other),
        ],
    }
}

fn word(w: &'static Words, projects: usize) -> &'static str {
    if projects == 1 { w.project_one } else { w.project_other }
}

impl Result {
    /// The line as one text.
    pub fn text(&self) -> String {
        let mut text = format!("{} {}", self.projects, self.project_word);
        if !self.entries.said.is_empty() {
            text = format!("{text} {}", self.entries.said);
        }
        for part in std::iter::once(&self.as_of).chain(self.parts.iter().map(|part| &part.said)) {
            if !part.is_empty() {
                text = format!("{text} · {part}");
            }
        }
        text
    }
}
