//! `datetime`: a moment, a day, or an interval with at most one open end (OGC 17-069r4, 7.15.4).

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::collection::time::Span;

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// `..` or nothing.
    Open,
    /// A whole day, UTC.
    Day(Date),
    /// A moment, RFC 3339.
    Moment(Timestamp),
}

/// What was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// Where it begins; the whole of it where there is no `end`.
    pub start: End,
    /// Where it ends; `None` for a single moment or day.
    pub end: Option<End>,
}

impl Interval {
    /// Reads one; says what is wrong.
    pub fn read(text: &str) -> Result<Interval, String> {
        let Some((start, end)) = text.split_once('/') else {
            return match End::read(text)? {
                End::Open => Err("Open ends are for intervals, such as `2019-01-01/..`.".to_owned()),
                start => Ok(Interval { start, end: None }),
            };
        };
        let interval = Interval { start: End::read(start)?, end: Some(End::read(end)?) };
        if interval.start == End::Open && interval.end == Some(End::Open) {
            return Err("An interval that is open at both ends chooses nothing.".to_owned());
        }
        let span = interval.span();
        if span.start > span.end {
            return Err("The interval ends before it begins.".to_owned());
        }
        Ok(interval)
    }

    /// As microseconds, both ends included.
    pub fn span(&self) -> Span {
        let start = self.start.span();
        let end = self.end.map_or(start, End::span);
        Span { start: start.start, end: end.end }
    }
}

impl End {
    fn read(text: &str) -> Result<End, String> {
        if text.is_empty() || text == ".." {
            return Ok(End::Open);
        }
        if let Some(day) = day(text) {
            return Ok(End::Day(day));
        }
        moment(text).map(End::Moment).ok_or_else(|| format!("`{text}` is no date and no moment of RFC 3339."))
    }

    fn span(self) -> Span {
        match self {
            End::Open => Span::ALWAYS,
            End::Day(day) => Span::of_days(Some(day), Some(day)),
            End::Moment(moment) => Span::at(moment),
        }
    }
}

/// The digits of a text as 0, all else as it is: its shape.
fn shape(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c.to_ascii_uppercase() }).collect()
}

/// `YYYY-MM-DD`, a day that there is.
pub fn day(text: &str) -> Option<Date> {
    (shape(text) == "0000-00-00").then(|| text.parse().ok()).flatten()
}

/// A moment of RFC 3339, 5.6. jiff reads more than that, so the shape is looked at first.
pub fn moment(text: &str) -> Option<Timestamp> {
    // A `+` that was not encoded in a query arrives as a blank.
    let text = text.replace(' ', "+");
    let shape = shape(&text);
    let rest = shape.strip_prefix("0000-00-00T00:00:00")?;
    let zone = match rest.strip_prefix('.') {
        Some(fraction) if fraction.starts_with('0') => fraction.trim_start_matches('0'),
        Some(_) => return None,
        None => rest,
    };
    matches!(zone, "Z" | "+00:00" | "-00:00").then(|| text.to_ascii_uppercase().parse().ok()).flatten()
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            End::Open => f.write_str(".."),
            End::Day(day) => day.fmt(f),
            End::Moment(moment) => moment.fmt(f),
        }
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.start.fmt(f)?;
        match &self.end {
            Some(end) => write!(f, "/{end}"),
            None => Ok(()),
        }
    }
}
