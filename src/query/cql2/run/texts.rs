//! Tests of texts. What a text alone decides is decided once for each text of the dictionary, and of those only
//! for the stretch of it where one can pass.

use std::borrow::Cow;
use std::ops::Range;

use super::columns::Columns;
use crate::collection::dictionary::{Dictionary, Folded, NULL};
use crate::collection::{Column, SEPARATOR};
use crate::fold::Fold;
use crate::query::bits::Bits;
use crate::query::cql2::op::Comparison;
use crate::query::cql2::typed::{Text, TextTest};

/// Rows whose text passes; where there are several, one of them. All of them as they are served, in one text, are
/// equal to that text, too: who sees it can ask for it.
pub fn test(columns: Columns, within: &Bits, text: &Text, test: &TextTest, negated: bool) -> Bits {
    let Some((dictionary, codes)) = column(columns, text) else { return Bits::none(within.len()) };
    if let (TextTest::Compare(comparison, other), false, []) = (test, text.list, text.folds.as_slice()) {
        let range = ordered(*comparison, other, dictionary);
        return within.keep(codes, |code| code != NULL && range.contains(&code) != negated);
    }
    let near = |texts: &Dictionary| match test {
        _ if text.list => vec![all(texts)],
        TextTest::Compare(comparison, other) => vec![ordered(*comparison, other, texts)],
        TextTest::Like(pattern) => vec![texts.starting(&pattern.start())],
        TextTest::Among(others) => {
            others.iter().filter_map(|other| texts.code(other)).map(|code| code..code + 1).collect()
        }
    };
    by_text(within, text, (dictionary, codes), negated, near, |whole| {
        any(text, whole, |each| test.holds(each)) || (text.list && test.is_equality() && test.holds(whole))
    })
}

/// The codes of the texts in an order to another: codes stand in the order of texts.
fn ordered(comparison: Comparison, other: &str, texts: &Dictionary) -> Range<u32> {
    let start = texts.lower_bound(other);
    let end = start + u32::from(texts.code(other).is_some());
    match comparison {
        // `<>` stands here as NOT of `=`.
        Comparison::Equal | Comparison::NotEqual => start..end,
        Comparison::Less => 0..start,
        Comparison::AtMost => 0..end,
        Comparison::AtLeast => start..texts.len() as u32,
        Comparison::Greater => end..texts.len() as u32,
    }
}

/// The codes of all texts.
pub fn all(texts: &Dictionary) -> Range<u32> {
    0..texts.len() as u32
}

/// Rows whose text passes: looked at once for each text, or where fewer rows are left, for each row. `near` are
/// the codes of all texts, folded, that can pass.
pub fn by_text(
    within: &Bits,
    text: &Text,
    (dictionary, codes): (&Dictionary, &[u32]),
    negated: bool,
    near: impl Fn(&Dictionary) -> Vec<Range<u32>>,
    passes: impl Fn(&str) -> bool,
) -> Bits {
    let texts = Texts::new(dictionary, &text.folds, within.count());
    if within.count() < dictionary.len() {
        return within.sieve(|row| match codes[row as usize] {
            NULL => false,
            code => passes(&texts.get(code)) != negated,
        });
    }
    let decide = |texts: &Dictionary| {
        let mut table = vec![negated; texts.len()];
        for code in near(texts).into_iter().flatten() {
            table[code as usize] = passes(texts.get(code)) != negated;
        }
        table
    };
    let table: Vec<bool> = match texts {
        Texts::Plain(texts) => decide(texts),
        Texts::Kept(Folded { texts, codes }) => {
            let table = decide(texts);
            codes.iter().map(|code| table[*code as usize]).collect()
        }
        each @ Texts::Each(..) => all(dictionary).map(|code| passes(&each.get(code)) != negated).collect(),
    };
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
    both(columns, within, [a, b], |x, y| any(a, x, |x| any(b, y, |y| holds(x, y))) != negated)
}

/// Rows with two texts, folded, that pass.
pub fn both(
    columns: Columns,
    within: &Bits,
    [a, b]: [&Text; 2],
    passes: impl Fn(&str, &str) -> bool,
) -> Bits {
    let (Some(left), Some(right)) = (column(columns, a), column(columns, b)) else {
        return Bits::none(within.len());
    };
    let texts =
        [(left.0, a), (right.0, b)].map(|(texts, text)| Texts::new(texts, &text.folds, within.count()));
    within.sieve(|row| match (left.1[row as usize], right.1[row as usize]) {
        (NULL, _) | (_, NULL) => false,
        (x, y) => passes(&texts[0].get(x), &texts[1].get(y)),
    })
}

/// The dictionary and codes of a text.
pub fn column<'c>(columns: Columns<'c>, text: &Text) -> Option<(&'c Dictionary, &'c [u32])> {
    match columns.0.get(text.field) {
        Some(Column::Text(dictionary, codes)) => Some((dictionary, codes)),
        _ => None,
    }
}

/// The texts of a dictionary after folds.
enum Texts<'c> {
    Plain(&'c Dictionary),
    Kept(&'c Folded),
    /// Folded anew each time.
    Each(&'c Dictionary, &'c [Fold]),
}

impl<'c> Texts<'c> {
    /// To be looked at for so many rows.
    fn new(dictionary: &'c Dictionary, folds: &'c [Fold], rows: usize) -> Texts<'c> {
        // The first time, folding all costs more than folding few.
        let few = rows < dictionary.len() / 8;
        if folds.is_empty() {
            return Texts::Plain(dictionary);
        }
        let kept = if few { None } else { dictionary.folded(folds) };
        kept.map_or(Texts::Each(dictionary, folds), Texts::Kept)
    }

    fn get(&self, code: u32) -> Cow<'c, str> {
        match self {
            Texts::Plain(texts) => Cow::Borrowed(texts.get(code)),
            Texts::Kept(Folded { texts, codes }) => {
                Cow::Borrowed(codes.get(code as usize).map_or("", |code| texts.get(*code)))
            }
            Texts::Each(texts, folds) => Fold::all(folds, texts.get(code)),
        }
    }
}

/// Whether a text, or one of several in it, passes.
fn any(text: &Text, whole: &str, mut passes: impl FnMut(&str) -> bool) -> bool {
    if text.list { whole.split(SEPARATOR).any(passes) } else { passes(whole) }
}
