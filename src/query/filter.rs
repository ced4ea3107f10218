//! `name=value` of a property: equality, typed by the schema.

use std::fmt;

use jiff::civil::Date;

use super::bbox::number;
use super::{BadParameter, datetime};
use crate::collection::time::{Span, day_number};
use crate::collection::{Field, FieldType};

/// A value to be equal to.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// Text, exactly.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number.
    Number(f64),
    /// A day.
    Date(Date),
    /// A moment, or all of a day.
    DateTime(datetime::Interval),
    /// True or false.
    Boolean(bool),
}

/// A property and the value it must have.
#[derive(Debug, Clone, PartialEq)]
pub struct Filter {
    /// Its place in the schema.
    pub field: usize,
    /// The value.
    pub value: Literal,
}

/// Reads the value of a property.
pub fn read(field: &Field, text: &str) -> Result<Literal, BadParameter> {
    let bad = |form: &str| {
        let reason = format!("`{text}` is no value of `{}`.", field.name);
        BadParameter::value(&field.name, text, reason).form(form)
    };
    // Of several values one is asked for.
    match field.items().unwrap_or(field.kind) {
        FieldType::Text if field.codes.is_empty() || field.codes.iter().any(|(code, _)| code == text) => {
            Ok(Literal::Text(text.to_owned()))
        }
        FieldType::Text => Err(bad("").allowed(text, field.codes.iter().map(|(code, _)| code.as_str()))),
        FieldType::Integer => text.parse().map(Literal::Integer).map_err(|_| bad("a whole number")),
        FieldType::Number => number(text).map(Literal::Number).ok_or_else(|| bad("a number")),
        FieldType::Date => datetime::day(text).map(Literal::Date).ok_or_else(|| bad("a date, YYYY-MM-DD")),
        FieldType::DateTime => datetime::Interval::read(text)
            .ok()
            .filter(|interval| interval.end.is_none())
            .map(Literal::DateTime)
            .ok_or_else(|| bad("a moment of RFC 3339, or a date, YYYY-MM-DD")),
        FieldType::Boolean => match text {
            "true" => Ok(Literal::Boolean(true)),
            "false" => Ok(Literal::Boolean(false)),
            _ => Err(bad("true or false")),
        },
        FieldType::Json => Err(bad("nothing: lists and objects cannot be asked for")),
    }
}

impl Literal {
    /// As a number of days, for columns of dates.
    pub fn days(day: Date) -> i32 {
        day_number(day)
    }

    /// The microseconds it covers, for columns of moments.
    pub fn moments(interval: &datetime::Interval) -> Span {
        interval.span()
    }
}

impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Literal::Text(text) => f.write_str(text),
            Literal::Integer(number) => number.fmt(f),
            Literal::Number(number) => number.fmt(f),
            Literal::Date(day) => day.fmt(f),
            Literal::DateTime(interval) => interval.fmt(f),
            Literal::Boolean(truth) => truth.fmt(f),
        }
    }
}
