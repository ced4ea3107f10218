//! Runs a predicate over the columns of a collection: for which features it is certainly true.

mod arrays;
mod columns;
mod lists;
mod numbers;
mod places;
mod texts;
pub mod times;

use super::typed::{Predicate, Range, Test};
use crate::collection::{Collection, Column};
use crate::query::bits::Bits;
use columns::Columns;

/// Those of the rows for which the predicate is true. `wanted` is asked before every test; where it says no,
/// the answer is of no use to anybody.
pub fn matching(
    predicate: &Predicate,
    collection: &Collection,
    within: Bits,
    wanted: &dyn Fn() -> bool,
) -> Bits {
    Run { collection, columns: Columns(&collection.columns), wanted }.rows(predicate, within)
}

struct Run<'c> {
    collection: &'c Collection,
    columns: Columns<'c>,
    wanted: &'c dyn Fn() -> bool,
}

impl Run<'_> {
    fn rows(&self, predicate: &Predicate, within: Bits) -> Bits {
        if !(self.wanted)() {
            return Bits::none(within.len());
        }
        match predicate {
            Predicate::Is(Some(true)) => within,
            Predicate::Is(_) => Bits::none(within.len()),
            Predicate::All(parts) => parts.iter().fold(within, |rows, part| self.rows(part, rows)),
            Predicate::Any(parts) => {
                let mut found = Bits::none(within.len());
                for part in parts {
                    found.with(&self.rows(part, within.clone().without(&found)));
                }
                found
            }
            Predicate::Leaf(test, negated) => self.leaf(test, *negated, &within),
        }
    }

    fn leaf(&self, test: &Test, negated: bool, within: &Bits) -> Bits {
        let Columns(columns) = self.columns;
        match test {
            Test::Truth(field) => match columns.get(*field) {
                // 2 is no value.
                Some(Column::Boolean(values)) => within.keep(values, |truth| truth == u8::from(!negated)),
                _ => Bits::none(within.len()),
            },
            Test::Truths(comparison, a, b) => self.columns.truths(*comparison, *a, *b, negated, within),
            Test::Null(field) => self.columns.null(*field, negated, within),
            Test::Nowhere => {
                let nowhere = Bits::of(within.len(), self.collection.places.nowhere());
                within.sieve(|row| nowhere.has(row) != negated)
            }
            Test::Unknown(both) => {
                let [yes, no] = &**both;
                let mut known = self.rows(yes, within.clone());
                known.with(&self.rows(no, within.clone()));
                if negated { known } else { within.clone().without(&known) }
            }
            Test::Range(field, range) => self.range(*field, *range, negated, within),
            Test::AmongWhole(field, numbers) => self.columns.among(*field, numbers, negated, within),
            Test::Instants(comparison, a, b) => self.columns.instants(*comparison, *a, *b, negated, within),
            Test::Numbers(comparison, a, b) => {
                let comparison = if negated { comparison.negated() } else { *comparison };
                numbers::compare(self.columns, within, a, b, comparison)
            }
            Test::NoNumber(number) => numbers::null(self.columns, within, number, negated),
            Test::AmongNumbers(number, all) => numbers::among(self.columns, within, number, all, negated),
            Test::Text(text, test) => texts::test(self.columns, within, text, test, negated),
            Test::Texts(comparison, a, b) => {
                texts::compare(self.columns, within, a, b, |a, b| comparison.holds(a, b), negated)
            }
            Test::Array(relation, text, others) => {
                arrays::literal(self.columns, within, *relation, text, others, negated)
            }
            Test::Arrays(relation, a, b) => arrays::both(self.columns, within, *relation, [a, b], negated),
            Test::List(relation, field, others) => {
                lists::literal(self.columns, within, *relation, *field, others, negated)
            }
            Test::Lists(relation, a, b) => lists::both(self.columns, within, *relation, [*a, *b], negated),
            Test::Place(relation, shape) => {
                places::matching(&self.collection.places, *relation, shape, negated, within)
            }
            Test::Itself(relation) => places::itself(&self.collection.places, *relation, negated, within),
            Test::Times(relation, a, b) => times::matching(self.columns, *relation, *a, *b, negated, within),
        }
    }

    fn range(&self, field: usize, range: Range, negated: bool, within: &Bits) -> Bits {
        let Columns(columns) = self.columns;
        match (columns.get(field), range) {
            (Some(Column::Integer(values) | Column::DateTime(values)), Range::Whole(low, high)) => {
                within.keep(values, |v| v != i64::MIN && (low..=high).contains(&v) != negated)
            }
            (Some(Column::Date(values)), Range::Whole(low, high)) => {
                let day = |bound: i64| bound.clamp(i32::MIN.into(), i32::MAX.into()) as i32;
                // Beyond the last day there is none: a range that begins there is empty.
                let empty = low > high || low > i64::from(i32::MAX);
                let (low, high) = if empty { (1, 0) } else { (day(low), day(high)) };
                within.keep(values, |v| v != i32::MIN && (low..=high).contains(&v) != negated)
            }
            (Some(Column::Number(values)), Range::Number(low, high)) => {
                within.keep(values, |v| !v.is_nan() && (low..=high).contains(&v) != negated)
            }
            (Some(Column::Number(values)), Range::Whole(low, high)) => {
                within.keep(values, |v| !v.is_nan() && (low as f64..=high as f64).contains(&v) != negated)
            }
            (Some(Column::Integer(values)), Range::Number(low, high)) => {
                within.keep(values, |v| v != i64::MIN && (low..=high).contains(&(v as f64)) != negated)
            }
            _ => Bits::none(within.len()),
        }
    }
}
