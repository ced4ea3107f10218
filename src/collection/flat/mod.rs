//! The record as flat tables: scalars only, and the same columns, order and types in every layer,
//! extract and format, an empty one included.

mod collections;
mod columns;
mod figures;
mod projects;
mod row;
mod sites;

pub use collections::{LayerOf, Made, collection, place};
pub use row::Row;

use super::{Field, FieldType, Nested, Schema, Value};
use crate::atlas::date::DatePrecision;
use crate::atlas::{Atlas, Entry, Lang, Precision, Text};

/// One column: what it is called, what it means, and how its value follows from a row.
#[derive(Clone, Copy)]
pub struct FlatColumn {
    name: &'static str,
    kind: FieldType,
    title: &'static str,
    description: &'static str,
    codes: Codes,
    list: bool,
    value: Get,
}

type Get = for<'r> fn(&'r Row<'r>) -> Value<'r>;

/// Where the only values of a column are listed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Codes {
    None,
    Layers,
    Entries,
    SiteKinds,
    Statuses,
    Precisions,
    DatePrecisions,
}

/// A column of a type.
const fn column(
    name: &'static str,
    kind: FieldType,
    title: &'static str,
    description: &'static str,
    value: Get,
) -> FlatColumn {
    FlatColumn { name, kind, title, description, codes: Codes::None, list: false, value }
}

/// A text column.
const fn text(name: &'static str, title: &'static str, description: &'static str, value: Get) -> FlatColumn {
    column(name, FieldType::Text, title, description, value)
}

impl FlatColumn {
    const fn coded(self, codes: Codes) -> FlatColumn {
        FlatColumn { codes, ..self }
    }

    const fn list(self) -> FlatColumn {
        FlatColumn { list: true, ..self }
    }

    /// The value of a row.
    pub fn value<'r>(&self, row: &'r Row<'r>) -> Value<'r> {
        (self.value)(row)
    }

    fn field(&self, atlas: &Atlas) -> Field {
        Field {
            name: self.name.to_owned(),
            kind: self.kind,
            title: self.title.to_owned(),
            description: self.description.to_owned(),
            codes: self.codes.of(atlas),
            list: self.list,
            nested: Nested::default(),
        }
    }
}

impl Codes {
    fn of(self, atlas: &Atlas) -> Vec<(String, String)> {
        fn told<'a>(codes: impl IntoIterator<Item = (&'a str, &'a Text)>) -> Vec<(String, String)> {
            codes.into_iter().map(|(id, label)| (id.to_owned(), label.get(Lang::En).to_owned())).collect()
        }
        let words = &atlas.vocabulary;
        match self {
            Codes::None => Vec::new(),
            Codes::Layers => told(atlas.layers.layers.iter().map(|l| (l.id.as_str(), &l.title))),
            Codes::SiteKinds => told(words.site_kinds.iter().map(|k| (k.id.as_str(), &k.label))),
            Codes::Statuses => told(words.statuses.iter().map(|s| (s.id.as_str(), &s.label))),
            Codes::Precisions => {
                let terms = Precision::ALL.iter().filter_map(|p| words.precision(*p));
                told(terms.map(|p| (p.id.id(), &p.label)))
            }
            Codes::Entries => {
                let entries = [
                    (Entry::Project, "Project"),
                    (Entry::Decision, "Decision about suppliers"),
                    (Entry::Allegation, "Disputed Chinese part"),
                ];
                entries.map(|(entry, label)| (entry.id().to_owned(), label.to_owned())).to_vec()
            }
            Codes::DatePrecisions => {
                let all = [DatePrecision::Year, DatePrecision::Month, DatePrecision::Day];
                all.map(|p| (p.id().to_owned(), format!("Known to the {}", p.id()))).to_vec()
            }
        }
    }
}

/// The schema of a table.
fn schema(columns: &[FlatColumn], atlas: &Atlas) -> Schema {
    Schema { fields: columns.iter().map(|c| c.field(atlas)).collect(), ..Schema::default() }
}
