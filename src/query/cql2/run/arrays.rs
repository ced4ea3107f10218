//! Relations of several values.

use super::columns::Columns;
use super::texts::{all, by_text, column};
use crate::collection::SEPARATOR;
use crate::query::bits::Bits;
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
    let Some(column) = column(columns, text) else { return Bits::none(within.len()) };
    let others: Vec<&str> = others.iter().map(String::as_str).collect();
    by_text(
        within,
        text,
        column,
        negated,
        |texts| vec![all(texts)],
        |whole| relation.holds(&parts(whole), &others),
    )
}

/// Rows whose values in two properties stand in a relation.
pub fn both(columns: Columns, within: &Bits, relation: Array, texts: [&Text; 2], negated: bool) -> Bits {
    super::texts::both(columns, within, texts, |x, y| relation.holds(&parts(x), &parts(y)) != negated)
}

fn parts(whole: &str) -> Vec<&str> {
    whole.split(SEPARATOR).collect()
}
