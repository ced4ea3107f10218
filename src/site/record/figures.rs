//! Figures, grouped by what is measured and in which unit. Accounts that differ stand side by side:
//! never a mean, never a "best" value.

use crate::atlas::Quantity;
use crate::site::frame::Context;
use crate::site::told::{Told, told};
use crate::site::words::amount::{self, Amount};
use crate::site::words::{date, fill, number};

use super::numbering::{Numbering, Refs};

/// From this many figures on they stand in rows, so that they can be compared.
const ROWS_FROM: usize = 5;

/// The figures of one measure in one unit.
#[derive(Debug)]
pub struct Group {
    /// Id of the measure.
    pub measure: String,
    /// Id of the unit.
    pub unit: String,
    /// What is measured.
    pub label: String,
    /// How they are laid out: `one`, `cols cols-2` …, `rows`.
    pub layout: String,
    /// `3 figures`; empty for one.
    pub accounts: String,
    /// The figures.
    pub figures: Vec<Figure>,
}

/// One figure of one account.
#[derive(Debug)]
pub struct Figure {
    /// As in the record: `331500000`.
    pub value: String,
    /// As a reader sees it.
    pub amount: Amount,
    /// What the figure is exactly.
    pub qualifier: Option<Told>,
    /// The day it speaks of: machine form and words.
    pub as_of: Option<(String, String)>,
    /// Its sources.
    pub refs: Refs,
}

/// Groups in the order in which the record first names them.
pub fn groups(context: &Context, quantities: &[Quantity], numbering: &mut Numbering) -> Vec<Group> {
    let mut grouped: Vec<Vec<&Quantity>> = Vec::new();
    for quantity in quantities {
        let same = |group: &&mut Vec<&Quantity>| {
            group.first().is_some_and(|q| q.measure == quantity.measure && q.unit == quantity.unit)
        };
        match grouped.iter_mut().find(same) {
            Some(group) => group.push(quantity),
            None => grouped.push(vec![quantity]),
        }
    }
    grouped.into_iter().filter_map(|group| group_of(context, group, numbering)).collect()
}

fn group_of(context: &Context, mut group: Vec<&Quantity>, numbering: &mut Numbering) -> Option<Group> {
    let Context { atlas, lang, .. } = *context;
    let w = context.words();
    let n = group.len();
    if n >= ROWS_FROM {
        // Oldest first; what carries no date comes last, in the order of the record.
        group.sort_by_key(|q| (q.as_of.is_none(), q.as_of));
    }
    let first = group.first()?;
    let measure = atlas.vocabulary.measure(&first.measure);
    Some(Group {
        measure: first.measure.clone(),
        unit: first.unit.clone(),
        label: measure.map_or(first.measure.as_str(), |m| m.label.get(lang)).to_owned(),
        layout: match n {
            1 => "one".to_owned(),
            n if n < ROWS_FROM => format!("cols cols-{n}"),
            _ => "rows-of".to_owned(),
        },
        accounts: match n {
            1 => String::new(),
            n => fill(w.figures_other, &[("n", &number::count(n, lang))]),
        },
        figures: group
            .into_iter()
            .map(|q| Figure {
                value: q.value.to_string(),
                amount: amount::written(q, &atlas.vocabulary, lang),
                qualifier: q.qualifier.as_ref().map(|text| told(text, lang)),
                as_of: q.as_of.map(|d| (d.to_string(), date::written(d, lang))),
                refs: numbering.cite(&q.sources, w),
            })
            .collect(),
    })
}
