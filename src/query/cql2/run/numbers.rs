//! Arithmetic, a word of rows at a time. NaN is no value, and whatever is made of it is none either.

use super::columns::Columns;
use crate::collection::Column;
use crate::query::bits::{Bits, WORD, bits_of};
use crate::query::cql2::op::Comparison;
use crate::query::cql2::typed::Number;

type Block = [f64; WORD];

/// Rows where both numbers exist and stand in this order. Which one is asked once, not for each row.
pub fn compare(columns: Columns, within: &Bits, a: &Number, b: &Number, order: Comparison) -> Bits {
    match order {
        Comparison::Equal => pairs(columns, within, a, b, |a, b| a == b),
        // No value is unlike any, and yet does not pass.
        Comparison::NotEqual => pairs(columns, within, a, b, |a, b| a != b && !a.is_nan() && !b.is_nan()),
        Comparison::Less => pairs(columns, within, a, b, |a, b| a < b),
        Comparison::Greater => pairs(columns, within, a, b, |a, b| a > b),
        Comparison::AtMost => pairs(columns, within, a, b, |a, b| a <= b),
        Comparison::AtLeast => pairs(columns, within, a, b, |a, b| a >= b),
    }
}

/// Rows that pass; nothing may pass with NaN.
fn pairs(columns: Columns, within: &Bits, a: &Number, b: &Number, passes: impl Fn(f64, f64) -> bool) -> Bits {
    let (mut left, mut right) = ([0.0; WORD], [0.0; WORD]);
    within.by_word(|at, word| {
        fill(columns, a, at * WORD, word, &mut left);
        fill(columns, b, at * WORD, word, &mut right);
        let pairs = left.iter().zip(&right).enumerate();
        word & pairs.fold(0, |all, (bit, (a, b))| all | u64::from(passes(*a, *b)) << bit)
    })
}

/// Rows where there is no such number, or where there is one.
pub fn null(columns: Columns, within: &Bits, number: &Number, negated: bool) -> Bits {
    each(columns, within, number, |v| v.is_nan() != negated)
}

/// Rows where the number is one of these, which are ascending.
pub fn among(columns: Columns, within: &Bits, number: &Number, all: &[f64], negated: bool) -> Bits {
    each(columns, within, number, |v| {
        let place = all.partition_point(|each| *each < v);
        !v.is_nan() && (all.get(place) == Some(&v)) != negated
    })
}

fn each(columns: Columns, within: &Bits, number: &Number, passes: impl Fn(f64) -> bool) -> Bits {
    let mut block = [0.0; WORD];
    within.by_word(|at, word| {
        fill(columns, number, at * WORD, word, &mut block);
        word & block.iter().enumerate().fold(0, |all, (bit, v)| all | u64::from(passes(*v)) << bit)
    })
}

/// The numbers of the rows from `first` on; those of rows that are not asked for say nothing.
fn fill(columns: Columns, number: &Number, first: usize, word: u64, out: &mut Block) {
    match number {
        Number::Is(value) => out.fill(*value),
        Number::Of(field) => match columns.0.get(*field) {
            Some(Column::Integer(values)) => {
                let values = values.get(first..).unwrap_or_default();
                for (out, value) in out.iter_mut().zip(values) {
                    *out = if *value == i64::MIN { f64::NAN } else { *value as f64 };
                }
            }
            Some(Column::Number(values)) => {
                let values = values.get(first..).unwrap_or_default();
                out.iter_mut().zip(values).for_each(|(out, value)| *out = *value);
            }
            _ => out.fill(f64::NAN),
        },
        Number::Made(op, both) => {
            let mut right = [0.0; WORD];
            fill(columns, &both[0], first, word, out);
            fill(columns, &both[1], first, word, &mut right);
            match op.is_slow() {
                true => op.of_those(out, &right, bits_of(word)),
                false => op.of_each(out, &right),
            }
        }
    }
}
