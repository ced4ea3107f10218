//! Columns being made: a stretch of rows at a time, several at once, joined in their order.

use super::column::Column;
use super::dictionary::{Dictionary, Interner, NULL};
use super::lists::{Ends, Items, Lists};
use super::time::DAY;
use super::value::Value;
use super::{Field, FieldType};

/// A stretch of a column being made.
#[derive(Debug)]
pub struct Stretch {
    /// Of lists, their values one after the other.
    column: Column,
    interner: Interner,
    /// Where each list ends, in a column of lists.
    ends: Option<Ends>,
}

impl Stretch {
    /// An empty stretch of the column of a property.
    pub fn new(field: &Field) -> Stretch {
        let column = match field.items().unwrap_or(field.kind) {
            FieldType::Text => Column::Text(Dictionary::default(), Vec::new()),
            FieldType::Integer => Column::Integer(Vec::new()),
            FieldType::Number => Column::Number(Vec::new()),
            FieldType::Date => Column::Date(Vec::new()),
            FieldType::DateTime => Column::DateTime(Vec::new()),
            FieldType::Boolean => Column::Boolean(Vec::new()),
            FieldType::Json => Column::Json,
        };
        Stretch { column, interner: Interner::default(), ends: field.items().map(|_| Ends::default()) }
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
            (Column::Lists(_) | Column::Json, _) => {}
        }
    }

    /// Puts a value at the end of the open list. What is null is no value of it.
    pub fn item(&mut self, value: &Value) {
        if !value.is_null() {
            self.push(value);
        }
    }

    /// Ends the open list.
    pub fn end_list(&mut self) {
        let values = self.values();
        if let Some(ends) = &mut self.ends {
            ends.end(values);
        }
    }

    /// Fills up with nulls to this many rows.
    pub fn fill(&mut self, to: usize) {
        match (&mut self.ends, &mut self.column) {
            (Some(ends), _) => ends.fill(to),
            (None, Column::Text(_, codes)) => codes.resize(to, NULL),
            (None, Column::Integer(values) | Column::DateTime(values)) => values.resize(to, i64::MIN),
            (None, Column::Number(values)) => values.resize(to, f64::NAN),
            (None, Column::Date(values)) => values.resize(to, i32::MIN),
            (None, Column::Boolean(values)) => values.resize(to, 2),
            (None, Column::Lists(_) | Column::Json) => {}
        }
    }

    /// How many rows stand in it.
    pub fn len(&self) -> usize {
        self.ends.as_ref().map_or_else(|| self.values(), Ends::rows)
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many values stand in it.
    fn values(&self) -> usize {
        match &self.column {
            Column::Text(_, codes) => codes.len(),
            Column::Integer(values) | Column::DateTime(values) => values.len(),
            Column::Number(values) => values.len(),
            Column::Date(values) => values.len(),
            Column::Boolean(values) => values.len(),
            Column::Lists(_) | Column::Json => usize::MAX,
        }
    }

    /// One column of stretches that follow each other; all of the property given.
    pub fn join(field: &Field, stretches: Vec<Stretch>) -> Column {
        let mut whole = Stretch::new(field);
        for stretch in stretches {
            let values = whole.values();
            if let (Some(ends), Some(more)) = (&mut whole.ends, stretch.ends) {
                ends.extend(more, values);
            }
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
        let column = match whole.column {
            Column::Text(_, mut codes) => {
                let (dictionary, renamed) = whole.interner.finish();
                for code in &mut codes {
                    *code = renamed.get(*code as usize).copied().unwrap_or(NULL);
                }
                codes.shrink_to_fit();
                Column::Text(dictionary, codes)
            }
            other => other,
        };
        match (whole.ends, column) {
            (Some(ends), Column::Text(texts, codes)) => {
                Column::Lists(Lists::new(ends, Items::Text(texts, codes)))
            }
            (Some(ends), Column::Integer(values)) => Column::Lists(Lists::new(ends, Items::Integer(values))),
            (Some(ends), Column::Number(values)) => Column::Lists(Lists::new(ends, Items::Number(values))),
            (Some(ends), Column::Boolean(values)) => Column::Lists(Lists::new(ends, Items::Boolean(values))),
            (_, column) => column,
        }
    }
}
