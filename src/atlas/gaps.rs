//! What the record lacks, counted: by country and by layer.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Atlas, Precision, Project};

/// The 33 states of Latin America and the Caribbean, by ISO 3166-1 alpha-2.
pub const STATES: [&str; 33] = [
    "AG", "AR", "BB", "BO", "BR", "BS", "BZ", "CL", "CO", "CR", "CU", "DM", "DO", "EC", "GD", "GT", "GY",
    "HN", "HT", "JM", "KN", "LC", "MX", "NI", "PA", "PE", "PY", "SR", "SV", "TT", "UY", "VC", "VE",
];

/// Counts of some entries and of what they lack. Decisions and allegations are counted like projects.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Gaps {
    /// Entries.
    pub projects: usize,
    /// Their sites.
    pub sites: usize,
    /// Sites known exactly or to about 5 km.
    pub placed: usize,
    /// Entries without an event in the last two years.
    pub quiet: usize,
    /// Entries without a statement by anyone.
    pub unanswered: usize,
    /// Entries that rest on one source.
    pub single: usize,
}

impl Gaps {
    fn of<'a>(projects: impl IntoIterator<Item = &'a Project>, quiet_since: Date) -> Gaps {
        let mut gaps = Gaps::default();
        for project in projects {
            let placed = |p| matches!(p, Precision::Exact | Precision::Near);
            // A date known to the year may lie anywhere in it, so its last day decides.
            let last = project.events.iter().map(|event| event.date.last_day()).max();
            gaps.projects += 1;
            gaps.sites += project.sites.len();
            gaps.placed += project.sites.iter().filter(|site| placed(site.precision)).count();
            gaps.quiet += usize::from(last.is_none_or(|day| day < quiet_since));
            gaps.unanswered += usize::from(project.claims.is_empty());
            gaps.single += usize::from(project.source_ids().len() == 1);
        }
        gaps
    }
}

impl Atlas {
    /// The day two years before the edition: a project without an event since is quiet.
    pub fn quiet_since(&self) -> Date {
        self.today().saturating_sub(2.years())
    }

    /// Gaps of a country.
    pub fn gaps_in(&self, country: &str) -> Gaps {
        Gaps::of(self.projects_in(country), self.quiet_since())
    }

    /// Gaps of each state of the region that has an entry, the one with most first, then by code.
    pub fn gaps_by_country(&self) -> Vec<(&'static str, Gaps)> {
        let mut all: Vec<_> = STATES
            .into_iter()
            .map(|state| (state, self.gaps_in(state)))
            .filter(|(_, gaps)| gaps.projects > 0)
            .collect();
        all.sort_by_key(|(_, gaps)| std::cmp::Reverse(gaps.projects));
        all
    }

    /// Gaps of each layer in display order, and in how many states of the region it has an entry.
    pub fn gaps_by_layer(&self) -> Vec<(&str, usize, Gaps)> {
        let of = |layer: &str| {
            let there = || self.projects.iter().filter(|project| project.layer == layer);
            let countries: BTreeSet<&str> = there()
                .flat_map(|project| &project.countries)
                .map(String::as_str)
                .filter(|code| STATES.contains(code))
                .collect();
            (countries.len(), Gaps::of(there(), self.quiet_since()))
        };
        let layers = self.layers.layers.iter().map(|layer| layer.id.as_str());
        layers.map(|layer| (layer, of(layer))).map(|(layer, (n, gaps))| (layer, n, gaps)).collect()
    }

    /// States of the region without an entry, by code.
    pub fn absent_states(&self) -> Vec<&'static str> {
        STATES.into_iter().filter(|state| self.projects_in(state).is_empty()).collect()
    }
}
