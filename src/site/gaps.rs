//! What the record lacks, as the tables of the about page.

use super::country::{self, CountryLink};
use super::frame::Context;
use super::told::{Told, told};
use super::words::{date, fill, guide, number};
use crate::atlas::gaps::{Gaps, STATES};

/// Both tables, and the states that are in neither.
#[derive(Debug)]
pub struct GapTables {
    /// What the columns mean.
    pub note: String,
    /// A country with its counts, the one with most entries first.
    pub countries: Vec<(CountryLink, Cells)>,
    /// A layer with its counts, in display order.
    pub layers: Vec<(Told, Cells)>,
    /// `13 of 33 states without an entry`
    pub absent_title: String,
    /// Those states.
    pub absent: Vec<CountryLink>,
}

/// Entries, sites, and what they lack, in the order of the columns.
pub type Cells = [String; 6];

/// Counted from the record.
pub fn tables(context: &Context) -> GapTables {
    let Context { atlas, links, lang } = *context;
    let g = guide::of(lang);
    let n = |n: usize| number::count(n, lang);
    let cells = |gaps: Gaps| -> Cells {
        [gaps.projects, gaps.sites, gaps.placed, gaps.quiet, gaps.unanswered, gaps.single].map(n)
    };
    let link = |code: &str| CountryLink {
        name: country::name(code, lang).to_owned(),
        href: links.country(lang, code),
    };
    let absent = atlas.absent_states();
    let layer = |(id, _, gaps): (&str, usize, Gaps)| {
        atlas.layer(id).map(|layer| (told(&layer.title, lang), cells(gaps)))
    };
    GapTables {
        note: fill(g.gaps_note, &[("date", &date::day(atlas.quiet_since(), lang))]),
        countries: atlas
            .gaps_by_country()
            .into_iter()
            .map(|(code, gaps)| (link(code), cells(gaps)))
            .collect(),
        layers: atlas.gaps_by_layer().into_iter().filter_map(layer).collect(),
        absent_title: fill(g.absent, &[("n", &n(absent.len())), ("m", &n(STATES.len()))]),
        absent: absent.into_iter().map(link).collect(),
    }
}
