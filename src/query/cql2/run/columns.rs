//! Tests of columns whose values are numbers in their form: dates, moments, whole numbers.

use crate::collection::Column;
use crate::collection::dictionary::NULL;
use crate::collection::time::day_of;
use crate::query::bits::Bits;
use crate::query::cql2::op::Comparison;

/// The columns of a collection.
#[derive(Clone, Copy)]
pub struct Columns<'c>(pub &'c [Column]);

impl Columns<'_> {
    /// Rows without a value, or with one.
    pub fn null(self, field: usize, negated: bool, within: &Bits) -> Bits {
        match self.0.get(field) {
            Some(Column::Text(_, codes)) => within.keep(codes, |code| (code == NULL) != negated),
            Some(Column::Integer(values) | Column::DateTime(values)) => {
                within.keep(values, |v| (v == i64::MIN) != negated)
            }
            Some(Column::Number(values)) => within.keep(values, |v| v.is_nan() != negated),
            Some(Column::Date(values)) => within.keep(values, |v| (v == i32::MIN) != negated),
            Some(Column::Boolean(values)) => within.keep(values, |v| (v == 2) != negated),
            Some(Column::Lists(lists)) => within.sieve(|row| lists.of(row).is_none() != negated),
            Some(Column::Json) | None => Bits::none(within.len()),
        }
    }

    /// Rows whose value is one of these, which are ascending.
    pub fn among(self, field: usize, numbers: &[i64], negated: bool, within: &Bits) -> Bits {
        let among = |v: i64| numbers.binary_search(&v).is_ok() != negated;
        match self.0.get(field) {
            Some(Column::Integer(values) | Column::DateTime(values)) => {
                within.keep(values, |v| v != i64::MIN && among(v))
            }
            Some(Column::Date(values)) => within.keep(values, |v| v != i32::MIN && among(v.into())),
            _ => Bits::none(within.len()),
        }
    }

    /// Rows with two days or moments in an order. Of a day and a moment, the moment counts as its day.
    pub fn instants(self, comparison: Comparison, a: usize, b: usize, negated: bool, within: &Bits) -> Bits {
        match (self.0.get(a), self.0.get(b)) {
            (Some(Column::Date(a)), Some(Column::Date(b))) => within.sieve(|row| {
                let (a, b) = (a[row as usize], b[row as usize]);
                a != i32::MIN && b != i32::MIN && comparison.holds(a, b) != negated
            }),
            (Some(Column::DateTime(a)), Some(Column::DateTime(b))) => within.sieve(|row| {
                let (a, b) = (a[row as usize], b[row as usize]);
                a != i64::MIN && b != i64::MIN && comparison.holds(a, b) != negated
            }),
            (Some(Column::Date(a)), Some(Column::DateTime(b))) => within.sieve(|row| {
                let (a, b) = (a[row as usize], b[row as usize]);
                a != i32::MIN && b != i64::MIN && comparison.holds(a, day_of(b)) != negated
            }),
            (Some(Column::DateTime(_)), Some(Column::Date(_))) => {
                self.instants(comparison.turned(), b, a, negated, within)
            }
            _ => Bits::none(within.len()),
        }
    }

    /// Rows with two that are true or false in an order: false is less.
    pub fn truths(self, comparison: Comparison, a: usize, b: usize, negated: bool, within: &Bits) -> Bits {
        match (self.0.get(a), self.0.get(b)) {
            // 2 is no value.
            (Some(Column::Boolean(a)), Some(Column::Boolean(b))) => within.sieve(|row| {
                let (a, b) = (a[row as usize], b[row as usize]);
                a != 2 && b != 2 && comparison.holds(a, b) != negated
            }),
            _ => Bits::none(within.len()),
        }
    }
}
