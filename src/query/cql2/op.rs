//! Every operator and function of CQL2 (OGC 21-065r2) that is kept, in one table: its name in JSON, which
//! in capitals is its name in text, and how many arguments it takes.

use std::cmp::Ordering;

/// An operator or function.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Op {
    /// All hold.
    And,
    /// One holds.
    Or,
    /// It does not hold.
    Not,
    /// Two values in an order.
    Compare(Comparison),
    /// A text like a pattern.
    Like,
    /// A number between two, both included.
    Between,
    /// A value among several.
    In,
    /// No value.
    IsNull,
    /// A number made of two.
    Arithmetic(Arithmetic),
    /// A text without case.
    CaseI,
    /// A text without accents.
    AccentI,
    /// Two geometries in a relation.
    Spatial(Spatial),
    /// Two times in a relation.
    Temporal(Temporal),
    /// Two sets of values in a relation.
    Array(Array),
}

/// `=`, `<>`, `<`, `>`, `<=`, `>=`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Comparison {
    Equal,
    NotEqual,
    Less,
    Greater,
    AtMost,
    AtLeast,
}

/// `+`, `-`, `*`, `/`, `%` (rest, with the sign of the first), `div` (whole part of the quotient), `^`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Arithmetic {
    Add,
    Subtract,
    Multiply,
    Divide,
    Rest,
    Whole,
    Power,
}

/// Relations of OGC 06-103r4, 6.1.15.3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Spatial {
    Contains,
    Crosses,
    Disjoint,
    Equals,
    Intersects,
    Overlaps,
    Touches,
    Within,
}

/// Relations of two intervals, after Allen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Temporal {
    After,
    Before,
    Contains,
    Disjoint,
    During,
    Equals,
    FinishedBy,
    Finishes,
    Intersects,
    Meets,
    MetBy,
    OverlappedBy,
    Overlaps,
    StartedBy,
    Starts,
}

/// Relations of two sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Array {
    ContainedBy,
    Contains,
    Equals,
    Overlaps,
}

const MANY: usize = usize::MAX;

/// Operator, name in JSON, fewest and most arguments.
const TABLE: &[(Op, &str, usize, usize)] = &[
    (Op::And, "and", 2, MANY),
    (Op::Or, "or", 2, MANY),
    (Op::Not, "not", 1, 1),
    (Op::Compare(Comparison::Equal), "=", 2, 2),
    (Op::Compare(Comparison::NotEqual), "<>", 2, 2),
    (Op::Compare(Comparison::Less), "<", 2, 2),
    (Op::Compare(Comparison::Greater), ">", 2, 2),
    (Op::Compare(Comparison::AtMost), "<=", 2, 2),
    (Op::Compare(Comparison::AtLeast), ">=", 2, 2),
    (Op::Like, "like", 2, 2),
    (Op::Between, "between", 3, 3),
    (Op::In, "in", 2, 2),
    (Op::IsNull, "isNull", 1, 1),
    (Op::Arithmetic(Arithmetic::Add), "+", 2, 2),
    (Op::Arithmetic(Arithmetic::Subtract), "-", 2, 2),
    (Op::Arithmetic(Arithmetic::Multiply), "*", 2, 2),
    (Op::Arithmetic(Arithmetic::Divide), "/", 2, 2),
    (Op::Arithmetic(Arithmetic::Rest), "%", 2, 2),
    (Op::Arithmetic(Arithmetic::Whole), "div", 2, 2),
    (Op::Arithmetic(Arithmetic::Power), "^", 2, 2),
    (Op::CaseI, "casei", 1, 1),
    (Op::AccentI, "accenti", 1, 1),
    (Op::Spatial(Spatial::Contains), "s_contains", 2, 2),
    (Op::Spatial(Spatial::Crosses), "s_crosses", 2, 2),
    (Op::Spatial(Spatial::Disjoint), "s_disjoint", 2, 2),
    (Op::Spatial(Spatial::Equals), "s_equals", 2, 2),
    (Op::Spatial(Spatial::Intersects), "s_intersects", 2, 2),
    (Op::Spatial(Spatial::Overlaps), "s_overlaps", 2, 2),
    (Op::Spatial(Spatial::Touches), "s_touches", 2, 2),
    (Op::Spatial(Spatial::Within), "s_within", 2, 2),
    (Op::Temporal(Temporal::After), "t_after", 2, 2),
    (Op::Temporal(Temporal::Before), "t_before", 2, 2),
    (Op::Temporal(Temporal::Contains), "t_contains", 2, 2),
    (Op::Temporal(Temporal::Disjoint), "t_disjoint", 2, 2),
    (Op::Temporal(Temporal::During), "t_during", 2, 2),
    (Op::Temporal(Temporal::Equals), "t_equals", 2, 2),
    (Op::Temporal(Temporal::FinishedBy), "t_finishedBy", 2, 2),
    (Op::Temporal(Temporal::Finishes), "t_finishes", 2, 2),
    (Op::Temporal(Temporal::Intersects), "t_intersects", 2, 2),
    (Op::Temporal(Temporal::Meets), "t_meets", 2, 2),
    (Op::Temporal(Temporal::MetBy), "t_metBy", 2, 2),
    (Op::Temporal(Temporal::OverlappedBy), "t_overlappedBy", 2, 2),
    (Op::Temporal(Temporal::Overlaps), "t_overlaps", 2, 2),
    (Op::Temporal(Temporal::StartedBy), "t_startedBy", 2, 2),
    (Op::Temporal(Temporal::Starts), "t_starts", 2, 2),
    (Op::Array(Array::ContainedBy), "a_containedBy", 2, 2),
    (Op::Array(Array::Contains), "a_contains", 2, 2),
    (Op::Array(Array::Equals), "a_equals", 2, 2),
    (Op::Array(Array::Overlaps), "a_overlaps", 2, 2),
];

impl Op {
    /// Every operator.
    pub fn all() -> impl Iterator<Item = Op> {
        TABLE.iter().map(|(op, ..)| *op)
    }

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        self.row().map_or("", |(_, name, ..)| *name)
    }

    /// Fewest and most arguments.
    pub fn arguments(self) -> (usize, usize) {
        self.row().map_or((0, MANY), |(.., least, most)| (*least, *most))
    }

    /// The operator of this name in JSON.
    pub fn named(name: &str) -> Option<Op> {
        TABLE.iter().find(|(_, known, ..)| *known == name).map(|(op, ..)| *op)
    }

    /// The function of this name in text, in any case.
    pub fn function(word: &str) -> Option<Op> {
        TABLE
            .iter()
            .find(|(op, name, ..)| op.is_function() && name.eq_ignore_ascii_case(word))
            .map(|(op, ..)| *op)
    }

    /// Whether text writes it as a word with its arguments in parentheses.
    pub fn is_function(self) -> bool {
        matches!(self, Op::CaseI | Op::AccentI | Op::Spatial(_) | Op::Temporal(_) | Op::Array(_))
    }

    fn row(self) -> Option<&'static (Op, &'static str, usize, usize)> {
        TABLE.iter().find(|(op, ..)| *op == self)
    }
}

impl Comparison {
    /// The comparison that holds where this one does not.
    pub fn negated(self) -> Comparison {
        match self {
            Comparison::Equal => Comparison::NotEqual,
            Comparison::NotEqual => Comparison::Equal,
            Comparison::Less => Comparison::AtLeast,
            Comparison::AtLeast => Comparison::Less,
            Comparison::Greater => Comparison::AtMost,
            Comparison::AtMost => Comparison::Greater,
        }
    }

    /// The same with both sides exchanged.
    pub fn turned(self) -> Comparison {
        match self {
            Comparison::Less => Comparison::Greater,
            Comparison::Greater => Comparison::Less,
            Comparison::AtMost => Comparison::AtLeast,
            Comparison::AtLeast => Comparison::AtMost,
            same => same,
        }
    }

    /// Whether it holds of two values.
    pub fn holds<T: PartialOrd>(self, a: T, b: T) -> bool {
        match self {
            Comparison::Equal => a == b,
            Comparison::NotEqual => a != b,
            Comparison::Less => a < b,
            Comparison::Greater => a > b,
            Comparison::AtMost => a <= b,
            Comparison::AtLeast => a >= b,
        }
    }
}

impl Arithmetic {
    /// The number made of two; NaN, which is no value, where there is none: a division by zero, an overflow.
    pub fn of(self, a: f64, b: f64) -> f64 {
        let mut made = [a];
        self.of_those(&mut made, &[b], [0]);
        made[0]
    }

    /// The same of many: each of the first becomes what is made of it and its fellow of the second.
    pub fn of_each(self, first: &mut [f64], second: &[f64]) {
        fn each(first: &mut [f64], second: &[f64], of: impl Fn(f64, f64) -> f64) {
            for (a, b) in first.iter_mut().zip(second) {
                let made = of(*a, *b);
                *a = if made.is_finite() { made } else { f64::NAN };
            }
        }
        match self {
            Arithmetic::Add => each(first, second, |a, b| a + b),
            Arithmetic::Subtract => each(first, second, |a, b| a - b),
            Arithmetic::Multiply => each(first, second, |a, b| a * b),
            Arithmetic::Divide => each(first, second, |a, b| a / b),
            Arithmetic::Rest | Arithmetic::Whole | Arithmetic::Power => {
                self.of_those(first, second, 0..second.len());
            }
        }
    }

    /// The same of those that stand at these places.
    pub fn of_those(self, first: &mut [f64], second: &[f64], places: impl IntoIterator<Item = usize>) {
        let of: fn(f64, f64) -> f64 = match self {
            Arithmetic::Add => |a, b| a + b,
            Arithmetic::Subtract => |a, b| a - b,
            Arithmetic::Multiply => |a, b| a * b,
            Arithmetic::Divide => |a, b| a / b,
            Arithmetic::Rest => rest,
            Arithmetic::Whole => |a, b| (a / b).trunc(),
            // NaN to the power 0 is 1 for `powf`; of no value nothing is made.
            Arithmetic::Power => |a, b| if a.is_nan() || b.is_nan() { f64::NAN } else { a.powf(b) },
        };
        for place in places {
            let made = of(first[place], second[place]);
            first[place] = if made.is_finite() { made } else { f64::NAN };
        }
    }

    /// Whether it takes more than a few instructions.
    pub fn is_slow(self) -> bool {
        matches!(self, Arithmetic::Rest | Arithmetic::Whole | Arithmetic::Power)
    }
}

/// What a division leaves. Of doubles it is worked out bit by bit; of whole numbers, which most are, there is an
/// instruction for it.
fn rest(a: f64, b: f64) -> f64 {
    let (x, y) = (a as i32, b as i32);
    match y != 0 && f64::from(x) == a && f64::from(y) == b {
        true => f64::from(x.wrapping_rem(y)).copysign(a),
        false => a % b,
    }
}

impl Spatial {
    /// The same with both sides exchanged.
    pub fn turned(self) -> Spatial {
        match self {
            Spatial::Contains => Spatial::Within,
            Spatial::Within => Spatial::Contains,
            same => same,
        }
    }
}

impl Temporal {
    /// Whether it holds of two times, each given by its first and last moment or day.
    pub fn holds<T: PartialOrd>(self, [a, b]: [T; 2], [c, d]: [T; 2]) -> bool {
        match self {
            Temporal::After => a > d,
            Temporal::Before => b < c,
            Temporal::Contains => a < c && b > d,
            Temporal::Disjoint => b < c || a > d,
            Temporal::During => a > c && b < d,
            Temporal::Equals => a == c && b == d,
            Temporal::FinishedBy => a < c && b == d,
            Temporal::Finishes => a > c && b == d,
            Temporal::Intersects => b >= c && a <= d,
            Temporal::Meets => b == c,
            Temporal::MetBy => a == d,
            Temporal::OverlappedBy => a > c && a < d && b > d,
            Temporal::Overlaps => a < c && b > c && b < d,
            Temporal::StartedBy => a == c && b > d,
            Temporal::Starts => a == c && b < d,
        }
    }
}

impl Array {
    /// The same with both sides exchanged.
    pub fn turned(self) -> Array {
        match self {
            Array::Contains => Array::ContainedBy,
            Array::ContainedBy => Array::Contains,
            same => same,
        }
    }

    /// Whether it holds of two sets.
    pub fn holds<T: PartialEq>(self, a: &[T], b: &[T]) -> bool {
        let within = |some: &[T], all: &[T]| some.iter().all(|each| all.contains(each));
        match self {
            Array::ContainedBy => within(a, b),
            Array::Contains => within(b, a),
            Array::Equals => within(a, b) && within(b, a),
            Array::Overlaps => a.iter().any(|each| b.contains(each)),
        }
    }

    /// The same of sets that are ascending and hold each value once.
    pub fn holds_of_sets<T: PartialOrd>(self, a: &[T], b: &[T]) -> bool {
        let has = |all: &[T], each: &T| {
            all.binary_search_by(|other| other.partial_cmp(each).unwrap_or(Ordering::Less)).is_ok()
        };
        let within =
            |some: &[T], all: &[T]| some.len() <= all.len() && some.iter().all(|each| has(all, each));
        match self {
            Array::ContainedBy => within(a, b),
            Array::Contains => within(b, a),
            Array::Equals => a == b,
            Array::Overlaps if a.len() > b.len() => b.iter().any(|each| has(a, each)),
            Array::Overlaps => a.iter().any(|each| has(b, each)),
        }
    }
}
