//! All projects as a view sees them: their status on its day, what they fail, in which order they stand.

use std::collections::HashMap;

use super::filter::Condition;
use super::find::{self, Rank};
use super::seen::Seen;
use super::view::View;
use crate::atlas::status;
use crate::atlas::{Atlas, Lang, Project};

/// How many there are of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Projects that are shown.
    pub projects: usize,
    /// Other entries that are shown.
    pub entries: usize,
    /// Of both, those without a place on the map.
    pub unplaced: usize,
    /// Of both, those that would be shown had they begun by the day.
    pub waiting: usize,
}

/// Every project, in the order of the list.
#[derive(Debug, Clone)]
pub struct Survey<'a>(pub Vec<Seen<'a>>);

impl<'a> Survey<'a> {
    /// Of a view that asks only for what the record knows.
    pub fn new(atlas: &'a Atlas, view: &View, lang: Lang) -> Survey<'a> {
        let day = view.day(atlas);
        let conditions = view.conditions();
        let found: Option<HashMap<String, Rank>> = view.q.as_ref().map(|q| find::index(atlas).found(q));
        let see = |project: &'a Project| {
            let standing = atlas.status_on(project, day);
            let rank = found.as_ref().map_or(Some(Rank::default()), |f| f.get(&project.id).copied());
            let known = standing.as_ref().map(|s| s.status.as_str());
            Seen {
                project,
                status: known.unwrap_or(status::UNKNOWN).to_owned(),
                last: project.events.iter().map(|e| e.date).filter(|d| d.first_day() <= day).max(),
                placed: view.places(project),
                failed: conditions.failed(project, known, rank.is_some()),
                rank: rank.unwrap_or_default(),
                standing,
            }
        };
        let mut seen: Vec<Seen> = atlas.projects.iter().map(see).collect();
        view.sort.apply(&mut seen, atlas, lang);
        Survey(seen)
    }

    /// Those that are shown, in the order of the list.
    pub fn shown(&self) -> impl Iterator<Item = &Seen<'a>> {
        self.0.iter().filter(|s| s.failed.none())
    }

    /// How many there are.
    pub fn counts(&self) -> Counts {
        let shown = |keep: &dyn Fn(&Seen) -> bool| self.shown().filter(|s| keep(s)).count();
        Counts {
            projects: shown(&|s| s.project.entry.is_project()),
            entries: shown(&|s| !s.project.entry.is_project()),
            unplaced: shown(&|s| !s.placed),
            waiting: self.0.iter().filter(|s| s.failed.only_waits()).count(),
        }
    }

    /// How many projects a value of a condition would give under all other conditions. Kinds of entry are
    /// counted among all.
    pub fn would_give(&self, condition: Condition, has: impl Fn(&Seen) -> bool) -> usize {
        let counts = |s: &&Seen| condition == Condition::Entry || s.project.entry.is_project();
        self.0.iter().filter(|s| s.failed.none_but(condition)).filter(counts).filter(|s| has(s)).count()
    }

    /// How many rows there would be without a condition.
    pub fn without(&self, condition: Condition) -> usize {
        self.0.iter().filter(|s| s.failed.none_but(condition)).count()
    }
}
