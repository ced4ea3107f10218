//! Ranges over the figures of a project: sources differ, so a flat file gives the least and the most,
//! and never a sum. Every single figure stands in the record.

use crate::atlas::Project;
use crate::collection::Value;

/// Which figures count: measures, and units.
#[derive(Clone, Copy)]
pub struct Counted {
    measures: &'static [&'static str],
    units: &'static [&'static str],
}

/// What a project costs, in US dollars. Payments that say nothing about its size (yearly ones, claims,
/// settlements, what replacing it would cost) and bids for spectrum are left out.
pub const MONEY: Counted = Counted {
    measures: &[
        "contract-value",
        "investment",
        "acquisition-value",
        "loan-value",
        "bond-value",
        "grant-value",
        "budget",
    ],
    units: &["USD"],
};

/// Cameras; those that recognise faces are among them.
pub const CAMERAS: Counted = Counted { measures: &["cameras"], units: &["1"] };

/// Generating capacity at the grid's side.
pub const CAPACITY: Counted = Counted { measures: &["capacity-mw"], units: &["MW", "MWac"] };

fn values(project: &Project, counted: Counted) -> impl Iterator<Item = f64> {
    let counts = move |q: &&crate::atlas::Quantity| {
        counted.measures.contains(&q.measure.as_str()) && counted.units.contains(&q.unit.as_str())
    };
    project.quantities.iter().filter(counts).map(|q| q.number()).filter(|n| n.is_finite())
}

/// The least figure; null where there is none.
pub fn least(project: &Project, counted: Counted) -> Value<'static> {
    values(project, counted).min_by(f64::total_cmp).map_or(Value::Null, Value::Number)
}

/// The largest figure; null where there is none.
pub fn most(project: &Project, counted: Counted) -> Value<'static> {
    values(project, counted).max_by(f64::total_cmp).map_or(Value::Null, Value::Number)
}

/// A count as a whole number.
pub fn whole(value: Value<'static>) -> Value<'static> {
    match value {
        Value::Number(number) => Value::Integer(number.round() as i64),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::{RecordFiles, load};

    #[test]
    fn every_measure_and_unit_that_a_column_counts_stands_in_the_vocabulary() {
        let atlas = load::load(&RecordFiles::embedded()).atlas.expect("an atlas");
        for counted in [MONEY, CAMERAS, CAPACITY] {
            for id in counted.measures {
                let measure = atlas.vocabulary.measures.iter().find(|measure| measure.id == **id);
                assert!(measure.is_some(), "a column counts `{id}`, which the vocabulary has no longer");
            }
            for project_unit in counted.units {
                let known = atlas
                    .vocabulary
                    .unit_kinds
                    .iter()
                    .any(|kind| kind.units.iter().any(|u| u == project_unit));
                assert!(known, "no kind of unit has `{project_unit}`");
            }
        }
        for id in crate::collection::flat::row::ENDED {
            assert!(
                atlas.vocabulary.statuses.iter().any(|status| status.id == id),
                "no status is called `{id}`"
            );
        }
    }
}
