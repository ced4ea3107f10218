//! What the columns mean.

use crate::atlas::Lang;
use crate::collection::{Catalogue, Field, FieldType};
use crate::format::dataset;
use crate::site::words::tables;

/// The columns of one kind of file.
#[derive(Debug)]
pub struct Columns {
    /// `projects`
    pub id: String,
    /// A few words about it.
    pub title: String,
    /// In their order.
    pub columns: Vec<Column>,
}

/// One column.
#[derive(Debug)]
pub struct Column {
    /// As files have it.
    pub name: String,
    /// `text`, `date` …
    pub kind: &'static str,
    /// What it means.
    pub meaning: String,
}

/// The dictionary, from the same schema that writes the files.
pub fn columns(catalogue: &Catalogue, lang: Lang) -> Vec<Columns> {
    let all = dataset::dictionary(catalogue).into_iter();
    all.map(|(id, title, fields)| Columns {
        title: tables::title(&id, lang).map_or(title, str::to_owned),
        columns: fields.iter().map(column).collect(),
        id,
    })
    .collect()
}

fn column(field: &Field) -> Column {
    let meaning = match field.description.is_empty() {
        true => field.title.clone(),
        false => field.description.clone(),
    };
    Column { name: field.name.clone(), kind: word(field.kind), meaning }
}

fn word(kind: FieldType) -> &'static str {
    match kind {
        FieldType::Text => "text",
        FieldType::Integer => "integer",
        FieldType::Number => "number",
        FieldType::Date => "date",
        FieldType::DateTime => "date-time",
        FieldType::Boolean => "boolean",
        FieldType::Json => "json",
    }
}
