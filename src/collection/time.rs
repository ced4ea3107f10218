//! Time in a collection: closed intervals of microseconds, with open ends.

use jiff::Timestamp;
use jiff::civil::{Date, date};

/// A day, in microseconds.
pub const DAY: i64 = 86_400_000_000;
const EPOCH: Date = date(1970, 1, 1);

/// A stretch of time, both ends included, in microseconds since 1970-01-01T00:00:00Z. `i64::MIN`
/// and `i64::MAX` are open ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// Where it begins.
    pub start: i64,
    /// Where it ends.
    pub end: i64,
}

impl Span {
    /// All of time. Features without a time have it: they match whatever is asked
    /// (OGC 17-069r4, requirement /req/core/fc-time-response, C).
    pub const ALWAYS: Span = Span { start: i64::MIN, end: i64::MAX };

    /// From the first moment of a day to the last of another; `None` is open.
    pub fn of_days(from: Option<Date>, until: Option<Date>) -> Span {
        Span {
            start: from.map_or(i64::MIN, |d| i64::from(day_number(d)) * DAY),
            end: until.map_or(i64::MAX, |d| (i64::from(day_number(d)) + 1) * DAY - 1),
        }
    }

    /// One moment.
    pub fn at(moment: Timestamp) -> Span {
        let moment = moment.as_microsecond();
        Span { start: moment, end: moment }
    }

    /// Whether the two share a moment.
    pub fn intersects(self, other: Span) -> bool {
        self.start <= other.end && self.end >= other.start
    }
}

/// The time of every feature of a collection.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Times {
    spans: Vec<Span>,
}

impl Times {
    /// Of these features, in their order.
    pub fn new(spans: Vec<Span>) -> Times {
        Times { spans }
    }

    /// In the order of features.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// From the first beginning to the last end of those that have a time.
    pub fn extent(&self) -> Option<Span> {
        let timed = self.spans.iter().filter(|s| **s != Span::ALWAYS);
        timed.copied().reduce(|a, b| Span { start: a.start.min(b.start), end: a.end.max(b.end) })
    }
}

/// Days since 1970-01-01.
pub fn day_number(day: Date) -> i32 {
    // A civil date lies within ±10,000 years: the number of days always fits.
    EPOCH.until(day).map_or(0, |span| span.get_days())
}

/// The number of the day of a moment in microseconds.
pub fn day_of(moment: i64) -> i32 {
    // A moment of the calendar lies within ±10,000 years: the number of days always fits.
    moment.div_euclid(DAY) as i32
}

/// The day of this number; the last one there is where the number is too large.
pub fn date_of(number: i32) -> Date {
    let days = jiff::SignedDuration::from_hours(i64::from(number) * 24);
    EPOCH.saturating_add(days)
}

/// The moment of this number of microseconds.
pub fn timestamp_of(microseconds: i64) -> Timestamp {
    Timestamp::from_microsecond(microseconds).unwrap_or(if microseconds < 0 {
        Timestamp::MIN
    } else {
        Timestamp::MAX
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_keep_their_number() {
        for (day, number) in
            [(date(1970, 1, 1), 0), (date(1969, 12, 31), -1), (date(2000, 3, 1), 11017), (Date::MAX, 2932896)]
        {
            assert_eq!((day_number(day), date_of(number)), (number, day));
        }
    }

    #[test]
    fn a_day_ends_with_its_last_moment() {
        let span = Span::of_days(Some(date(2019, 3, 1)), Some(date(2019, 3, 1)));
        assert_eq!(timestamp_of(span.start).to_string(), "2019-03-01T00:00:00Z");
        assert_eq!(timestamp_of(span.end).to_string(), "2019-03-01T23:59:59.999999Z");
        assert!(!span.intersects(Span::of_days(Some(date(2019, 3, 2)), None)));
    }
}
