//! The record as tables in normal form, beside the flat files of projects and sites: what happened, was
//! counted and was said, a row each, and the source of every value.

mod actors;
mod claims;
mod events;
mod maker;
mod organisations;
mod provenance;
mod quantities;
mod sources;

use super::{Field, Value};
use crate::atlas::{Atlas, Text};

/// One table.
#[derive(Debug)]
pub struct Table<'a> {
    /// Stem of its file.
    pub id: &'static str,
    /// A few words for people.
    pub title: &'static str,
    /// What a row is.
    pub description: &'static str,
    /// Its columns.
    pub fields: Vec<Field>,
    /// The column whose values differ in every row and are never null.
    pub key: Option<&'static str>,
    /// Columns that name rows of other tables by their key, or of the table itself.
    pub references: Vec<(&'static str, &'static str)>,
    /// The values, column by column.
    pub columns: Vec<Vec<Value<'a>>>,
}

impl<'a> Table<'a> {
    /// How many rows it has.
    pub fn len(&self) -> usize {
        self.columns.first().map_or(0, Vec::len)
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The values of a row.
    pub fn row(&self, at: usize) -> impl Iterator<Item = &Value<'a>> {
        self.columns.iter().filter_map(move |column| column.get(at))
    }

    /// The values of a column.
    pub fn column(&self, name: &str) -> Option<&[Value<'a>]> {
        let at = self.fields.iter().position(|f| f.name == name)?;
        self.columns.get(at).map(Vec::as_slice)
    }
}

/// How a table is made.
type Make = for<'a> fn(&'a Atlas) -> Table<'a>;

/// Names of the tables beside `projects` and `sites`, and how each is made.
pub static TABLES: [(&str, Make); 7] = [
    ("events", events::table),
    ("quantities", quantities::table),
    ("claims", claims::table),
    ("actors", actors::table),
    ("organisations", organisations::table),
    ("sources", sources::table),
    ("provenance", provenance::table),
];

/// The table of this name.
pub fn table<'a>(atlas: &'a Atlas, id: &str) -> Option<Table<'a>> {
    TABLES.iter().find(|(name, _)| *name == id).map(|(_, make)| make(atlas))
}

/// The id of a row that stands `at`-th, from 0, among a project's own of this kind. It holds within an
/// edition: who adds an event before others moves them.
fn row_id(project: &str, kind: &str, at: usize) -> String {
    format!("{project}:{kind}:{}", at + 1)
}

/// Terms with their English labels.
fn codes<'t>(terms: impl IntoIterator<Item = (&'t str, &'t Text)>) -> Vec<(String, String)> {
    terms.into_iter().map(|(id, label)| (id.to_owned(), label.en.clone())).collect()
}
