//! Times: comparisons of instants, and the temporal functions.

use super::operand::Operand;
use super::{Checker, any, every};
use crate::collection::FieldType;
use crate::collection::time::{Span, day_number, day_of};
use crate::query::cql2::op::{Comparison, Temporal};
use crate::query::cql2::run::times;
use crate::query::cql2::typed::{Instant, Predicate, Range, Test, Time};
use crate::query::cql2::{Expr, Fault, Node};

impl Checker<'_> {
    /// A value that is a time.
    pub(super) fn time(&self, node: &Node) -> Result<Time, Fault> {
        match &node.expr {
            Expr::Date(day) => Ok(Time::At(Instant::Day(day_number(*day)))),
            Expr::Moment(moment) => Ok(Time::At(Instant::Moment(moment.as_microsecond()))),
            Expr::Interval(ends) => {
                let [start, end] = [self.end(&ends[0])?, self.end(&ends[1])?];
                let time = Time::From(start, end);
                match times::constant(time) {
                    Some(span) if span.start > span.end => {
                        Err(Fault::new(&ends[1].at, "the interval ends before it begins"))
                    }
                    _ => Ok(time),
                }
            }
            _ => match self.operand(node)? {
                Operand::Time(time) => Ok(time),
                other => {
                    let names = self.schema.fields.iter();
                    let names = names.filter(|f| matches!(f.kind, FieldType::Date | FieldType::DateTime));
                    let forms = [
                        "DATE('2019-07-05')",
                        "TIMESTAMP('2019-07-05T12:00:00Z')",
                        "INTERVAL('2019-01-01', '..')",
                    ];
                    let reason = format!("a time was expected, and this is {}", other.kind());
                    Err(Fault::new(&node.at, reason)
                        .forms(forms.into_iter().chain(names.map(|f| f.name.as_str()))))
                }
            },
        }
    }

    fn end(&self, node: &Node) -> Result<Option<Instant>, Fault> {
        if node.expr == Expr::Open {
            return Ok(None);
        }
        match self.time(node)? {
            Time::At(instant) => Ok(Some(instant)),
            Time::From(..) => {
                let fault = Fault::new(&node.at, "an interval ends with a date or a moment, or with '..'");
                Err(fault.forms(["'2019-07-05'", "'..'"]))
            }
        }
    }

    pub(super) fn temporal(
        &self,
        relation: Temporal,
        a: &Node,
        b: &Node,
        negated: bool,
    ) -> Result<Predicate, Fault> {
        let (x, y) = (self.time(a)?, self.time(b)?);
        Ok(match times::known(relation, x, y) {
            Some(holds) => Predicate::Is(Some(holds != negated)),
            None => Predicate::Leaf(Test::Times(relation, x, y), negated),
        })
    }
}

/// Whether there is no such time.
pub fn null(time: Time, negated: bool) -> Predicate {
    let instants = match time {
        Time::At(instant) => vec![instant],
        Time::From(start, end) => [start, end].into_iter().flatten().collect(),
    };
    let fields = instants.into_iter().filter_map(|instant| match instant {
        Instant::DayOf(field, _) | Instant::MomentOf(field) => Some(field),
        Instant::Day(_) | Instant::Moment(_) => None,
    });
    let parts: Vec<Predicate> = fields.map(|field| Predicate::Leaf(Test::Null(field), negated)).collect();
    match parts.len() {
        0 => Predicate::Is(Some(negated)),
        _ if negated => every(parts),
        _ => any(parts),
    }
}

/// Two instants in an order: the days that features show, whatever is known of them. A day and a moment are in
/// the order of the day and that of the moment: the moment is equal to its own day, and less than the next.
pub fn compare(comparison: Comparison, a: Instant, b: Instant, negated: bool) -> Predicate {
    let leaf = |test| Predicate::Leaf(test, negated);
    let known = |holds: bool| Predicate::Is(Some(holds != negated));
    let days = |field, day: i32| {
        leaf(Test::Range(field, range(comparison, day.into(), day.into(), i32::MIN.into())))
    };
    match (a, b) {
        (Instant::Day(a), Instant::Day(b)) => known(comparison.holds(a, b)),
        (Instant::Moment(a), Instant::Moment(b)) => known(comparison.holds(a, b)),
        (Instant::Day(a), Instant::Moment(b)) => known(comparison.holds(a, day_of(b))),
        (Instant::Moment(a), Instant::Day(b)) => known(comparison.holds(day_of(a), b)),
        (Instant::DayOf(field, _), Instant::Day(day)) => days(field, day),
        (Instant::DayOf(field, _), Instant::Moment(moment)) => days(field, day_of(moment)),
        (Instant::MomentOf(field), Instant::Moment(moment)) => {
            leaf(Test::Range(field, range(comparison, moment, moment, i64::MIN)))
        }
        (Instant::MomentOf(field), Instant::Day(day)) => {
            let Span { start, end } = times::of_day(day);
            leaf(Test::Range(field, range(comparison, start, end, i64::MIN)))
        }
        (Instant::Day(_) | Instant::Moment(_), Instant::DayOf(..) | Instant::MomentOf(_)) => {
            compare(comparison.turned(), b, a, negated)
        }
        (Instant::DayOf(a, _) | Instant::MomentOf(a), Instant::DayOf(b, _) | Instant::MomentOf(b)) => {
            leaf(Test::Instants(comparison, a, b))
        }
    }
}

/// The instants in an order to a stretch of time; `none` marks no value and is in no range.
fn range(comparison: Comparison, start: i64, end: i64, none: i64) -> Range {
    let least = none.saturating_add(1);
    match comparison {
        Comparison::Equal | Comparison::NotEqual => Range::Whole(start, end),
        Comparison::Less => Range::Whole(least, start.saturating_sub(1)),
        Comparison::AtMost => Range::Whole(least, end),
        Comparison::AtLeast => Range::Whole(start.max(least), i64::MAX),
        Comparison::Greater => Range::Whole(end.saturating_add(1), i64::MAX),
    }
}
