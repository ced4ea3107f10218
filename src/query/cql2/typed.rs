//! A filter with every name resolved and every type known.
//!
//! NOT stands at the leaves alone (De Morgan holds in three-valued logic, too), so that a search needs to know
//! one thing of a leaf: for which features it is certainly true.

use super::like::Pattern;
use super::op::{Arithmetic, Array, Comparison, Spatial, Temporal};
use super::shape::Shape;
use crate::collection::Column;
use crate::fold::Fold;

/// What a feature must be like.
#[derive(Debug, Clone, PartialEq)]
pub enum Predicate {
    /// The same for every feature; `None` is neither true nor false.
    Is(Option<bool>),
    /// All hold. The cheapest stands first.
    All(Vec<Predicate>),
    /// One holds.
    Any(Vec<Predicate>),
    /// One test, or NOT of it.
    Leaf(Test, bool),
}

/// One test. `usize` is the place of a property in the schema.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// A property is true.
    Truth(usize),
    /// A property has no value.
    Null(usize),
    /// There is no geometry.
    Nowhere,
    /// A number cannot be made.
    NoNumber(Number),
    /// Neither the first nor the second, which is its opposite, is true.
    Unknown(Box<[Predicate; 2]>),
    /// A whole number, day, moment or number lies in a range, both ends included.
    Range(usize, Range),
    /// Two numbers in an order.
    Numbers(Comparison, Number, Number),
    /// A number is one of these, which are ascending.
    AmongNumbers(Number, Vec<f64>),
    /// A day, moment or whole number is one of these, which are ascending.
    AmongWhole(usize, Vec<i64>),
    /// A text passes a test; where there are several, one of them.
    Text(Text, TextTest),
    /// Two texts in an order.
    Texts(Comparison, Text, Text),
    /// Two days or two moments of properties in an order.
    Instants(Comparison, usize, usize),
    /// Two properties that are true or false in an order.
    Truths(Comparison, usize, usize),
    /// The geometry and another.
    Place(Spatial, Box<Shape>),
    /// The geometry and itself.
    Itself(Spatial),
    /// Two times.
    Times(Temporal, Time, Time),
    /// The values of a property and others.
    Array(Array, Text, Vec<String>),
    /// The values of two properties.
    Arrays(Array, Text, Text),
    /// The list of a property and values that are written out.
    List(Array, usize, Several),
    /// The lists of two properties.
    Lists(Array, usize, usize),
}

/// Values that are written out, of the type that the lists of a property hold: ascending, each once.
#[derive(Debug, Clone, PartialEq)]
pub enum Several {
    /// Texts.
    Texts(Vec<String>),
    /// Whole numbers.
    Whole(Vec<i64>),
    /// Numbers.
    Numbers(Vec<f64>),
    /// 0 and 1.
    Truths(Vec<u8>),
}

impl Several {
    /// How many there are.
    fn count(&self) -> usize {
        match self {
            Several::Texts(texts) => texts.len(),
            Several::Whole(numbers) => numbers.len(),
            Several::Numbers(numbers) => numbers.len(),
            Several::Truths(truths) => truths.len(),
        }
    }
}

/// Both ends included; empty where the first is greater.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Range {
    /// Of whole numbers, days or moments.
    Whole(i64, i64),
    /// Of numbers. A bound that is not itself in the range is the next number inside it.
    Number(f64, f64),
}

/// A number.
#[derive(Debug, Clone, PartialEq)]
pub enum Number {
    /// Always the same; NaN is no value.
    Is(f64),
    /// Of a property.
    Of(usize),
    /// Made of two.
    Made(Arithmetic, Box<[Number; 2]>),
}

impl Number {
    /// How much it takes to make one, beside looking at one column.
    fn work(&self) -> usize {
        match self {
            Number::Is(_) | Number::Of(_) => 1,
            Number::Made(op, both) => {
                let own = if op.is_slow() { 16 } else { 1 };
                own + both.iter().map(Number::work).sum::<usize>()
            }
        }
    }

    /// Whether it takes more than a few instructions to make.
    fn is_slow(&self) -> bool {
        match self {
            Number::Is(_) | Number::Of(_) => false,
            Number::Made(op, both) => op.is_slow() || both.iter().any(Number::is_slow),
        }
    }
}

/// A text of a property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The property.
    pub field: usize,
    /// Whether it holds several values.
    pub list: bool,
    /// What is done to it, in this order.
    pub folds: Vec<Fold>,
}

/// A test of one text.
#[derive(Debug, Clone, PartialEq)]
pub enum TextTest {
    /// In an order to another.
    Compare(Comparison, String),
    /// Like a pattern.
    Like(Pattern),
    /// One of these, which are ascending.
    Among(Vec<String>),
}

impl TextTest {
    /// Whether it asks for certain texts.
    pub fn is_equality(&self) -> bool {
        matches!(self, TextTest::Compare(Comparison::Equal, _) | TextTest::Among(_))
    }

    /// Whether a text passes.
    pub fn holds(&self, text: &str) -> bool {
        match self {
            TextTest::Compare(comparison, other) => comparison.holds(text, other.as_str()),
            TextTest::Like(pattern) => pattern.matches(text),
            TextTest::Among(texts) => texts.binary_search_by(|each| each.as_str().cmp(text)).is_ok(),
        }
    }
}

/// A time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Time {
    /// One instant.
    At(Instant),
    /// From the first moment of one to the last of another; `None` is open.
    From(Option<Instant>, Option<Instant>),
}

/// A day or a moment, with all the time that it may mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Instant {
    /// Days since 1970-01-01.
    Day(i32),
    /// Microseconds since then.
    Moment(i64),
    /// The day of a property, known as well as another property says.
    DayOf(usize, Option<usize>),
    /// The moment of a property.
    MomentOf(usize),
}

impl Instant {
    /// Whether it is known by the day alone.
    pub fn is_day(self) -> bool {
        matches!(self, Instant::Day(_) | Instant::DayOf(..))
    }
}

impl Time {
    /// Whether it is known by the day alone. Two such are compared by days, so that an interval that ends
    /// with a day meets the one that begins with it.
    pub fn is_days(self) -> bool {
        match self {
            Time::At(instant) => instant.is_day(),
            Time::From(start, end) => [start, end].into_iter().flatten().all(Instant::is_day),
        }
    }
}

impl Predicate {
    /// What it costs to look at all features, as a rank: the cheap parts go first and leave less to the others.
    pub fn cost(&self) -> u8 {
        match self {
            Predicate::Is(_) => 0,
            Predicate::Leaf(test, negated) => match test {
                Test::Place(..) => 1 + 6 * u8::from(*negated),
                Test::Range(..) | Test::Truth(_) | Test::Null(_) | Test::Nowhere | Test::Truths(..) => 2,
                Test::Text(text, TextTest::Compare(..)) if text.folds.is_empty() && !text.list => 2,
                Test::Instants(..) | Test::AmongWhole(..) => 3,
                Test::Text(..) | Test::Array(..) | Test::List(..) => 4,
                Test::Numbers(_, a, b) => 5 + u8::from(a.is_slow() || b.is_slow()),
                Test::NoNumber(number) | Test::AmongNumbers(number, _) => 5 + u8::from(number.is_slow()),
                Test::Times(..) => 5,
                Test::Texts(..) | Test::Arrays(..) | Test::Lists(..) | Test::Unknown(_) => 6,
                Test::Itself(_) => 8,
            },
            Predicate::All(parts) => parts.iter().map(Predicate::cost).min().unwrap_or_default(),
            Predicate::Any(parts) => parts.iter().map(Predicate::cost).max().unwrap_or_default(),
        }
    }

    /// How much a search does for a row, beside looking at one column; `positions` are those of its geometry.
    pub fn work(&self, columns: &[Column], positions: usize) -> usize {
        let breadth = |field: usize| columns.get(field).map_or(1, Column::breadth);
        match self {
            Predicate::Is(_) => 0,
            Predicate::All(parts) | Predicate::Any(parts) => {
                parts.iter().map(|part| part.work(columns, positions)).sum()
            }
            Predicate::Leaf(test, _) => match test {
                Test::Place(_, shape) => 8 * (positions + shape.positions()),
                Test::Itself(_) => 8 * positions,
                Test::Numbers(_, a, b) => a.work() + b.work(),
                Test::NoNumber(number) | Test::AmongNumbers(number, _) => number.work(),
                Test::Text(text, _) => 1 + 4 * text.folds.len() + 4 * usize::from(text.list),
                Test::Array(..) | Test::Texts(..) | Test::Arrays(..) => 16,
                // The shorter of two sets is looked up in the longer.
                Test::List(_, field, others) => {
                    let (own, others) = (breadth(*field), 1 + others.count());
                    4 + 2 * own.min(others) * (1 + own.max(others).ilog2() as usize)
                }
                Test::Lists(_, a, b) => 16 + 8 * (breadth(*a) + breadth(*b)),
                Test::Times(..) => 4,
                Test::Unknown(both) => both.iter().map(|part| part.work(columns, positions)).sum(),
                _ => 1,
            },
        }
    }
}
