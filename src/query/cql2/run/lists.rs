//! Relations of lists, which stand in columns as sets.

use std::ops::Range;

use super::columns::Columns;
use crate::collection::Column;
use crate::collection::dictionary::{Dictionary, NULL};
use crate::collection::lists::{Items, Lists};
use crate::query::bits::Bits;
use crate::query::cql2::op::Array;
use crate::query::cql2::typed::Several;

/// Rows whose list stands in a relation to values that are written out.
pub fn literal(
    columns: Columns,
    within: &Bits,
    relation: Array,
    field: usize,
    others: &Several,
    negated: bool,
) -> Bits {
    let Some(Column::Lists(lists)) = columns.0.get(field) else { return Bits::none(within.len()) };
    match (lists.items(), others) {
        (Items::Text(dictionary, codes), Several::Texts(texts)) => {
            // Texts that no list holds are all alike.
            let mut others: Vec<u32> =
                texts.iter().map(|text| dictionary.code(text).unwrap_or(NULL)).collect();
            others.sort_unstable();
            others.dedup();
            beside(within, lists, codes, relation, &others, negated)
        }
        (Items::Integer(values), Several::Whole(others)) => {
            beside(within, lists, values, relation, others, negated)
        }
        (Items::Number(values), Several::Numbers(others)) => {
            beside(within, lists, values, relation, others, negated)
        }
        (Items::Boolean(values), Several::Truths(others)) => {
            beside(within, lists, values, relation, others, negated)
        }
        _ => Bits::none(within.len()),
    }
}

fn beside<T: PartialOrd>(
    within: &Bits,
    lists: &Lists,
    values: &[T],
    relation: Array,
    others: &[T],
    negated: bool,
) -> Bits {
    within
        .sieve(|row| lists.of(row).is_some_and(|own| relation.holds_of_sets(&values[own], others) != negated))
}

/// Rows whose lists in two properties stand in a relation.
pub fn both(columns: Columns, within: &Bits, relation: Array, [a, b]: [usize; 2], negated: bool) -> Bits {
    let (Some(Column::Lists(x)), Some(Column::Lists(y))) = (columns.0.get(a), columns.0.get(b)) else {
        return Bits::none(within.len());
    };
    within.sieve(|row| match (x.of(row), y.of(row)) {
        (Some(a), Some(b)) => holds(relation, (x.items(), a), (y.items(), b)) != negated,
        _ => false,
    })
}

fn holds(relation: Array, (x, a): (&Items, Range<usize>), (y, b): (&Items, Range<usize>)) -> bool {
    match (x, y) {
        (Items::Text(first, left), Items::Text(second, right)) => {
            relation.holds_of_sets(&texts(first, &left[a]), &texts(second, &right[b]))
        }
        (Items::Integer(left), Items::Integer(right)) => relation.holds_of_sets(&left[a], &right[b]),
        (Items::Boolean(left), Items::Boolean(right)) => relation.holds_of_sets(&left[a], &right[b]),
        _ => relation.holds_of_sets(&numbers(x, a), &numbers(y, b)),
    }
}

fn texts<'c>(dictionary: &'c Dictionary, codes: &[u32]) -> Vec<&'c str> {
    codes.iter().map(|code| dictionary.get(*code)).collect()
}

/// Whole numbers and others are compared in double precision, as where they stand alone.
fn numbers(items: &Items, own: Range<usize>) -> Vec<f64> {
    let mut numbers = match items {
        Items::Integer(values) => values[own].iter().map(|number| *number as f64).collect(),
        Items::Number(values) => values[own].to_vec(),
        Items::Text(..) | Items::Boolean(_) => Vec::new(),
    };
    numbers.dedup();
    numbers
}
