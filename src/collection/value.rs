//! One value of a property, typed.

use std::borrow::Cow;
use std::io::Write;

use jiff::civil::Date;

use super::time;

/// A value. Dates are days and moments microseconds since 1970-01-01 (UTC).
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// Not known, or without meaning here.
    Null,
    /// Text.
    Text(Cow<'a, str>),
    /// A whole number.
    Integer(i64),
    /// A number, never NaN.
    Number(f64),
    /// Days since 1970-01-01.
    Date(i32),
    /// Microseconds since 1970-01-01T00:00:00Z.
    DateTime(i64),
    /// True or false.
    Boolean(bool),
}

impl<'a> Value<'a> {
    /// A text, or null where it is empty: a flat file never says "".
    pub fn text(text: impl Into<Cow<'a, str>>) -> Value<'a> {
        let text = text.into();
        if text.is_empty() { Value::Null } else { Value::Text(text) }
    }

    /// A day.
    pub fn date(date: Date) -> Value<'static> {
        Value::Date(time::day_number(date))
    }

    /// How many.
    pub fn count(count: usize) -> Value<'static> {
        Value::Integer(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// Whether it is null.
    pub fn is_null(&self) -> bool {
        *self == Value::Null
    }

    /// Writes it as JSON.
    pub fn write_json(&self, out: &mut Vec<u8>) {
        // Writing to memory does not fail.
        let _ = match self {
            Value::Null => out.write_all(b"null"),
            Value::Text(text) => serde_json::to_writer(&mut *out, text.as_ref()).map_err(Into::into),
            Value::Integer(number) => write!(out, "{number}"),
            Value::Number(number) => write!(out, "{number}"),
            Value::Date(day) => write!(out, "\"{}\"", time::date_of(*day)),
            Value::DateTime(moment) => write!(out, "\"{}\"", time::timestamp_of(*moment)),
            Value::Boolean(truth) => write!(out, "{truth}"),
        };
    }

    /// The value as people and tables write it; empty where it is null.
    pub fn plain(&self) -> Cow<'_, str> {
        match self {
            Value::Null => Cow::Borrowed(""),
            Value::Text(text) => Cow::Borrowed(text),
            Value::Integer(number) => Cow::Owned(number.to_string()),
            Value::Number(number) => Cow::Owned(number.to_string()),
            Value::Date(day) => Cow::Owned(time::date_of(*day).to_string()),
            Value::DateTime(moment) => Cow::Owned(time::timestamp_of(*moment).to_string()),
            Value::Boolean(truth) => Cow::Owned(truth.to_string()),
        }
    }
}
