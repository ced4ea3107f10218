//! Temporal functions. Two times known by the day are compared by days, all else by microseconds.

use super::columns::Columns;
use crate::collection::Column;
use crate::collection::time::{DAY, Span, date_of, day_number};
use crate::query::bits::Bits;
use crate::query::cql2::op::Temporal;
use crate::query::cql2::typed::{Instant, Time};

/// All of a day.
pub fn of_day(day: i32) -> Span {
    let start = i64::from(day) * DAY;
    Span { start, end: start + DAY - 1 }
}

/// Whether it holds of two times that hang on no feature; none where they do.
pub fn known(relation: Temporal, a: Time, b: Time) -> Option<bool> {
    let days = a.is_days() && b.is_days();
    let [a, b] = [span(Columns(&[]), a, 0, days)?, span(Columns(&[]), b, 0, days)?];
    Some(relation.holds([a.start, a.end], [b.start, b.end]))
}

/// The time, if it hangs on no feature.
pub fn constant(time: Time) -> Option<Span> {
    span(Columns(&[]), time, 0, false)
}

/// Rows with two times of which it holds.
pub fn matching(
    columns: Columns,
    relation: Temporal,
    a: Time,
    b: Time,
    negated: bool,
    within: &Bits,
) -> Bits {
    let days = a.is_days() && b.is_days();
    within.sieve(|row| {
        let times = span(columns, a, row, days).zip(span(columns, b, row, days));
        times.is_some_and(|(a, b)| relation.holds([a.start, a.end], [b.start, b.end]) != negated)
    })
}

/// First and last day or microsecond; none where a property has no value.
fn span(columns: Columns, time: Time, row: u32, days: bool) -> Option<Span> {
    let instant = |instant| of_instant(columns, instant, row, days);
    match time {
        Time::At(at) => instant(at),
        Time::From(start, end) => Some(Span {
            start: start.map_or(Some(i64::MIN), |start| instant(start).map(|s| s.start))?,
            end: end.map_or(Some(i64::MAX), |end| instant(end).map(|s| s.end))?,
        }),
    }
}

fn of_instant(columns: Columns, instant: Instant, row: u32, days: bool) -> Option<Span> {
    let (first, last) = match instant {
        Instant::Moment(moment) => return Some(Span { start: moment, end: moment }),
        Instant::MomentOf(field) => match columns.0.get(field)? {
            Column::DateTime(values) => {
                let moment = *values.get(row as usize).filter(|v| **v != i64::MIN)?;
                return Some(Span { start: moment, end: moment });
            }
            _ => return None,
        },
        Instant::Day(day) => (day, day),
        Instant::DayOf(field, precision) => match columns.0.get(field)? {
            Column::Date(values) => {
                let day = *values.get(row as usize).filter(|v| **v != i32::MIN)?;
                (day, last_day(columns, precision, day, row))
            }
            _ => return None,
        },
    };
    Some(match days {
        true => Span { start: first.into(), end: last.into() },
        false => Span { start: of_day(first).start, end: of_day(last).end },
    })
}

/// The last day that a date may mean.
fn last_day(columns: Columns, precision: Option<usize>, day: i32, row: u32) -> i32 {
    let Some(Column::Text(dictionary, codes)) = precision.and_then(|field| columns.0.get(field)) else {
        return day;
    };
    let known = codes.get(row as usize).map_or("", |code| dictionary.get(*code));
    match known {
        "year" => day_number(date_of(day).last_of_year()),
        "month" => day_number(date_of(day).last_of_month()),
        _ => day,
    }
}
