//! The values of one property over all features, in the narrowest form that holds them.

use std::cmp::Ordering;

use super::FieldType;
use super::dictionary::{Dictionary, Interner, NULL};
use super::time::DAY;
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
            Column::Json => Value::Null,
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
            Column::Json => Ordering::Equal,
        }
    }
}

fn some<T: PartialEq>(value: T, null: T, made: impl Fn(T) -> Value<'static>) -> Value<'static> {
    if value == null { Value::Null } else { made(value) }
}

/// A stretch of a column being made.
#[derive(Debug)]
pub struct Stretch {
    column: Column,
    interner: Interner,
}

impl Stretch {
    /// An empty stretch of a column of this type.
    pub fn new(kind: FieldType) -> Stretch {
        let column = match kind {
            FieldType::Text => Column::Text(Dictionary::default(), Vec::new()),
            FieldType::Integer => Column::Integer(Vec::new()),
            FieldType::Number => Column::Number(Vec::new()),
            FieldType::Date => Column::Date(Vec::new()),
            FieldType::DateTime => Column::DateTime(Vec::new()),
            FieldType::Boolean => Column::Boolean(Vec::new()),
            FieldType::Json => Column::Json,
        };
        Stretch { column, interner: Interner::default() }
    }

    /// Puts a value at the end. One of another type counts as null, except that whole numbers are
    /// numbers and dates are moments.
    pub fn push(&mut self, value: &Value) {
        match (&mut self.column, value) {
            (Column::Text(_, codes), Value::Text(text)) => codes.push(self.interner.code(text)),
            (Column::Text(_, codes), _) => codes.push(NULL),
            (Column::Integer(values), Value::Integer(number)) => values.push(*number),
            (Column::Integer(values), _) => values.push(i64::MIN),
            (Column::Number(values), Value::Number(number)) => values.push(*number),
            (Column::Number(values), Value::Integer(number)) => values.push(*number as f64),
            (Column::Number(values), _) => values.push(f64::NAN),
            (Column::Date(values), Value::Date(day)) => values.push(*day),
            (Column::Date(values), _) => values.push(i32::MIN),
            (Column::DateTime(values), Value::DateTime(moment)) => values.push(*moment),
            (Column::DateTime(values), Value::Date(day)) => values.push(i64::from(*day) * DAY),
            (Column::DateTime(values), _) => values.push(i64::MIN),
            (Column::Boolean(values), Value::Boolean(truth)) => values.push(u8::from(*truth)),
            (Column::Boolean(values), _) => values.push(2),
            (Column::Json, _) => {}
        }
    }

    /// Fills up with nulls to this many values.
    pub fn fill(&mut self, to: usize) {
        match &mut self.column {
            Column::Text(_, codes) => codes.resize(to, NULL),
            Column::Integer(values) | Column::DateTime(values) => values.resize(to, i64::MIN),
            Column::Number(values) => values.resize(to, f64::NAN),
            Column::Date(values) => values.resize(to, i32::MIN),
            Column::Boolean(values) => values.resize(to, 2),
            Column::Json => {}
        }
    }

    /// How many values stand in it.
    pub fn len(&self) -> usize {
        match &self.column {
            Column::Text(_, codes) => codes.len(),
            Column::Integer(values) | Column::DateTime(values) => values.len(),
            Column::Number(values) => values.len(),
            Column::Date(values) => values.len(),
            Column::Boolean(values) => values.len(),
            Column::Json => usize::MAX,
        }
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One column of stretches that follow each other; all of the type given.
    pub fn join(kind: FieldType, stretches: Vec<Stretch>) -> Column {
        let mut whole = Stretch::new(kind);
        for stretch in stretches {
            match (&mut whole.column, stretch.column) {
                (Column::Text(_, codes), Column::Text(_, more)) => {
                    let renamed = whole.interner.absorb(&stretch.interner);
                    codes.extend(more.iter().map(|c| renamed.get(*c as usize).copied().unwrap_or(NULL)));
                }
                (Column::Integer(values), Column::Integer(more))
                | (Column::DateTime(values), Column::DateTime(more)) => values.extend(more),
                (Column::Number(values), Column::Number(more)) => values.extend(more),
                (Column::Date(values), Column::Date(more)) => values.extend(more),
                (Column::Boolean(values), Column::Boolean(more)) => values.extend(more),
                _ => {}
            }
        }
        match whole.column {
            Column::Text(_, mut codes) => {
                let (dictionary, renamed) = whole.interner.finish();
                for code in &mut codes {
                    *code = renamed.get(*code as usize).copied().unwrap_or(NULL);
                }
                codes.shrink_to_fit();
                Column::Text(dictionary, codes)
            }
            other => other,
        }
    }
}
