//! The values of one property over all features, in the narrowest form that holds them.

use std::cmp::Ordering;

use super::dictionary::{Dictionary, NULL};
use super::lists::Lists;
use super::value::Value;

/// A finished column. Nulls are values that the type otherwise never takes.
#[derive(Debug)]
pub enum Column {
    /// Codes into a dictionary; null is [`NULL`].
    Text(Dictionary, Vec<u32>),
    /// Null is `i64::MIN`.
    Integer(Vec<i64>),
    /// Null is NaN.
    Number(Vec<f64>),
    /// Days since 1970-01-01; null is `i32::MIN`.
    Date(Vec<i32>),
    /// Microseconds since 1970-01-01T00:00:00Z; null is `i64::MIN`.
    DateTime(Vec<i64>),
    /// 0, 1; null is 2.
    Boolean(Vec<u8>),
    /// What is asked for of lists; they stand in the feature's bytes.
    Lists(Lists),
    /// Not kept: it cannot be asked for, and stands in the feature's bytes.
    Json,
}

impl Column {
    /// The value of a feature; null for lists and objects.
    pub fn get(&self, row: u32) -> Value<'_> {
        let row = row as usize;
        match self {
            Column::Text(dictionary, codes) => match codes[row] {
                NULL => Value::Null,
                code => Value::Text(dictionary.get(code).into()),
            },
            Column::Integer(values) => some(values[row], i64::MIN, Value::Integer),
            Column::Number(values) if values[row].is_nan() => Value::Null,
            Column::Number(values) => Value::Number(values[row]),
            Column::Date(values) => some(values[row], i32::MIN, Value::Date),
            Column::DateTime(values) => some(values[row], i64::MIN, Value::DateTime),
            Column::Boolean(values) => some(values[row], 2, |truth| Value::Boolean(truth == 1)),
            Column::Lists(_) | Column::Json => Value::Null,
        }
    }

    /// Whether the value of a feature is null.
    pub fn is_null(&self, row: u32) -> bool {
        let row = row as usize;
        match self {
            Column::Text(_, codes) => codes[row] == NULL,
            Column::Integer(values) | Column::DateTime(values) => values[row] == i64::MIN,
            Column::Number(values) => values[row].is_nan(),
            Column::Date(values) => values[row] == i32::MIN,
            Column::Boolean(values) => values[row] == 2,
            Column::Lists(lists) => lists.of(row as u32).is_none(),
            Column::Json => true,
        }
    }

    /// Order of two features by this column, ascending; what is null is for the caller to place.
    pub fn order(&self, a: u32, b: u32) -> Ordering {
        let (a, b) = (a as usize, b as usize);
        match self {
            Column::Text(_, codes) => codes[a].cmp(&codes[b]),
            Column::Integer(values) | Column::DateTime(values) => values[a].cmp(&values[b]),
            Column::Number(values) => values[a].total_cmp(&values[b]),
            Column::Date(values) => values[a].cmp(&values[b]),
            Column::Boolean(values) => values[a].cmp(&values[b]),
            Column::Lists(lists) => lists.order(a as u32, b as u32),
            Column::Json => Ordering::Equal,
        }
    }

    /// About how many values stand in a row.
    pub fn breadth(&self) -> usize {
        match self {
            Column::Lists(lists) => lists.breadth(),
            _ => 1,
        }
    }
}

fn some<T: PartialEq>(value: T, null: T, made: impl Fn(T) -> Value<'static>) -> Value<'static> {
    if value == null { Value::Null } else { made(value) }
}
