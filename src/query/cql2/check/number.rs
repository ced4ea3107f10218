//! Comparisons of numbers: with a property alone on one side they become ranges of its values.

use crate::collection::{FieldType, Schema};
use crate::query::cql2::op::Comparison;
use crate::query::cql2::typed::{Number, Predicate, Range, Test};

/// Two numbers in an order. `exact` are the whole numbers that stand there.
pub fn compare(
    schema: &Schema,
    comparison: Comparison,
    numbers: [Number; 2],
    exact: [Option<i64>; 2],
    negated: bool,
) -> Predicate {
    let whole = |field: usize| schema.fields.get(field).is_some_and(|f| f.kind == FieldType::Integer);
    let leaf = |test| Predicate::Leaf(test, negated);
    match numbers {
        [Number::Is(a), Number::Is(b)] if a.is_nan() || b.is_nan() => Predicate::Is(None),
        [Number::Is(a), Number::Is(b)] => Predicate::Is(Some(comparison.holds(a, b) != negated)),
        // Nothing is in any order to no value.
        [Number::Is(a), _] | [_, Number::Is(a)] if a.is_nan() => Predicate::Is(None),
        [Number::Of(field), Number::Is(b)] if whole(field) => {
            leaf(Test::Range(field, whole_range(comparison, b, exact[1])))
        }
        [Number::Is(a), Number::Of(field)] if whole(field) => {
            leaf(Test::Range(field, whole_range(comparison.turned(), a, exact[0])))
        }
        [Number::Of(field), Number::Is(b)] => leaf(Test::Range(field, range(comparison, b))),
        [Number::Is(a), Number::Of(field)] => leaf(Test::Range(field, range(comparison.turned(), a))),
        [a, b] => leaf(Test::Numbers(comparison, a, b)),
    }
}

/// Whether there is no such number.
pub fn null(number: Number, negated: bool) -> Predicate {
    match number {
        Number::Is(value) => Predicate::Is(Some(value.is_nan() != negated)),
        Number::Of(field) => Predicate::Leaf(Test::Null(field), negated),
        made => Predicate::Leaf(Test::NoNumber(made), negated),
    }
}

/// The smallest number is the mark of no value in a column of whole numbers.
const LEAST: i64 = i64::MIN + 1;
/// A range without a number in it.
const EMPTY: Range = Range::Whole(0, -1);

/// The whole numbers in an order to a number.
fn whole_range(comparison: Comparison, number: f64, exact: Option<i64>) -> Range {
    // As `f64`, 2^63 is the first whole number that is too large.
    const TOO_LARGE: f64 = 9_223_372_036_854_775_808.0;
    let (down, up) = match exact {
        Some(exact) => (exact, exact),
        None if number >= TOO_LARGE => {
            let all = matches!(comparison, Comparison::Less | Comparison::AtMost);
            return if all { Range::Whole(LEAST, i64::MAX) } else { EMPTY };
        }
        None if number <= -TOO_LARGE => {
            let all = matches!(comparison, Comparison::Greater | Comparison::AtLeast);
            return if all { Range::Whole(LEAST, i64::MAX) } else { EMPTY };
        }
        None => (number.floor() as i64, number.ceil() as i64),
    };
    let is_whole = down == up;
    match comparison {
        Comparison::Equal if !is_whole => EMPTY,
        Comparison::Equal | Comparison::NotEqual => Range::Whole(down, up),
        Comparison::AtMost => Range::Whole(LEAST, down),
        Comparison::Less => Range::Whole(LEAST, if is_whole { down.saturating_sub(1) } else { down }),
        Comparison::AtLeast => Range::Whole(up, i64::MAX),
        Comparison::Greater if up == i64::MAX => EMPTY,
        Comparison::Greater => Range::Whole(if is_whole { up + 1 } else { up }, i64::MAX),
    }
}

/// The numbers in an order to a number.
fn range(comparison: Comparison, number: f64) -> Range {
    match comparison {
        Comparison::Equal | Comparison::NotEqual => Range::Number(number, number),
        Comparison::AtMost => Range::Number(f64::NEG_INFINITY, number),
        Comparison::Less => Range::Number(f64::NEG_INFINITY, number.next_down()),
        Comparison::AtLeast => Range::Number(number, f64::INFINITY),
        Comparison::Greater => Range::Number(number.next_up(), f64::INFINITY),
    }
}
