//! Relations of several values.

use super::Bits;
use super::columns::Columns;
use super::texts::{by_text, column, folded};
use crate::collection::SEPARATOR;
use crate::collection::dictionary::NULL;
use crate::query::cql2::op::Array;
use crate::query::cql2::typed::Text;

/// Rows whose values stand in a relation to others.
pub fn literal(
    columns: Columns,
    within: &Bits,
    relation: Array,
    text: &Text,
    others: &[String],
    negated: bool,
) -> Bits {
    let Some((dictionary, codes)) = column(columns, text) else { return Bits::none(within.len()) };
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    by_text(within, dictionary, codes, negated, |whole| {
        let whole = folded(&text.folds, whole);
        relation.holds(&whole.split(SEPARATOR).collect::<Vec<_>>(), &others)
    })
}

/// Rows whose values in two properties stand in a relation.
pub fn both(columns: Columns, within: &Bits, relation: Array, [a, b]: [&Text; 2], negated: bool) -> Bits {
    let (Some(left), Some(right)) = (column(columns, a), column(columns, b)) else {
        return Bits::none(within.len());
    };
    within.sieve(|row| match (left.1[row as usize], right.1[row as usize]) {
        (NULL, _) | (_, NULL) => false,
        (x, y) => {
            let (x, y) = (folded(&a.folds, left.0.get(x)), folded(&b.folds, right.0.get(y)));
            let parts = |whole| str::split(whole, SEPARATOR).collect::<Vec<_>>();
            relation.holds(&parts(&x), &parts(&y)) != negated
        }
    })
}
