//! Tests of texts. What a text alone decides is decided once for each text of the dictionary.

use std::borrow::Cow;

use super::Bits;
use super::columns::Columns;
use crate::collection::dictionary::{Dictionary, NULL};
use crate::collection::{Column, SEPARATOR};
use crate::query::cql2::op::Comparison;
use crate::query::cql2::typed::{Fold, Text, TextTest};

/// Rows whose text passes; where there are several, one of them.
pub fn test(columns: Columns, within: &Bits, text: &Text, test: &TextTest, negated: bool) -> Bits {
    let Some((dictionary, codes)) = column(columns, text) else { return Bits::none(within.len()) };
    if let (TextTest::Compare(comparison, other), false, []) = (test, text.list, text.folds.as_slice()) {
        // Codes stand in the order of texts.
        let start = dictionary.lower_bound(other);
        let end = start + u32::from(dictionary.code(other).is_some());
        let (low, high) = match comparison {
            Comparison::Equal | Comparison::NotEqual => (start, end),
            Comparison::Less => (0, start),
            Comparison::AtMost => (0, end),
            Comparison::AtLeast => (start, NULL),
            Comparison::Greater => (end, NULL),
        };
        return within.keep(codes, |code| code != NULL && (low..high).contains(&code) != negated);
    }
    by_text(within, dictionary, codes, negated, |whole| any(text, whole, |each| test.holds(each)))
}

/// Rows whose text passes: looked at once for each text, or where fewer rows are left, for each row.
pub fn by_text(
    within: &Bits,
    dictionary: &Dictionary,
    codes: &[u32],
    negated: bool,
    passes: impl Fn(&str) -> bool,
) -> Bits {
    if within.count() < dictionary.len() {
        return within.sieve(|row| match codes[row as usize] {
            NULL => false,
            code => passes(dictionary.get(code)) != negated,
        });
    }
    let mut table = vec![false; dictionary.len()];
    for (code, text) in dictionary.iter() {
        table[code as usize] = passes(text) != negated;
    }
    within.keep(codes, |code| table.get(code as usize).copied().unwrap_or(false))
}

/// Rows with two texts of which this holds; where there are several, of any two.
pub fn compare(
    columns: Columns,
    within: &Bits,
    a: &Text,
    b: &Text,
    holds: impl Fn(&str, &str) -> bool,
    negated: bool,
) -> Bits {
    let (Some(left), Some(right)) = (column(columns, a), column(columns, b)) else {
        return Bits::none(within.len());
    };
    within.sieve(|row| match (left.1[row as usize], right.1[row as usize]) {
        (NULL, _) | (_, NULL) => false,
        (x, y) => {
            let (x, y) = (left.0.get(x), right.0.get(y));
            any(a, x, |x| any(b, y, |y| holds(x, y))) != negated
        }
    })
}

/// The dictionary and codes of a text.
pub fn column<'c>(columns: Columns<'c>, text: &Text) -> Option<(&'c Dictionary, &'c [u32])> {
    match columns.0.get(text.field) {
        Some(Column::Text(dictionary, codes)) => Some((dictionary, codes)),
        _ => None,
    }
}

/// Whether a text, or one of several in it, passes.
fn any(text: &Text, whole: &str, mut passes: impl FnMut(&str) -> bool) -> bool {
    let whole = folded(&text.folds, whole);
    if text.list { whole.split(SEPARATOR).any(passes) } else { passes(&whole) }
}

/// A text after its folds. ASCII has no accents, and its case needs no tables.
pub fn folded<'t>(folds: &[Fold], text: &'t str) -> Cow<'t, str> {
    let mut folded = Cow::Borrowed(text);
    for fold in folds {
        let ascii = folded.is_ascii();
        match fold {
            Fold::Accents if ascii => {}
            Fold::Case if ascii => {
                if folded.bytes().any(|b| b.is_ascii_uppercase()) {
                    folded.to_mut().make_ascii_lowercase();
                }
            }
            fold => folded = Cow::Owned(fold.of(&folded)),
        }
    }
    folded
}
