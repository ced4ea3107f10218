//! Features as rows of a table: the same columns in the same order in every format.

use std::borrow::Cow;
use std::collections::HashMap;

use serde_json::value::RawValue;

use crate::collection::{Collection, Field, FieldType, Kind, Value};

/// Features to be written, and which of their properties.
pub struct Rows<'a> {
    /// Where they are from.
    pub collection: &'a Collection,
    /// Which, in their order.
    pub rows: Cow<'a, [u32]>,
    /// Places of the properties in the schema, ascending; the one that is the id is not among them.
    pub fields: Vec<usize>,
    /// The name of the column that holds the id, which comes first.
    pub id: String,
    /// The properties as they were chosen, the id among them; `None` is all.
    pub chosen: Option<&'a [usize]>,
}

impl<'a> Rows<'a> {
    /// Some features, with some of their properties where these are chosen.
    pub fn new(
        collection: &'a Collection,
        rows: impl Into<Cow<'a, [u32]>>,
        chosen: Option<&'a [usize]>,
    ) -> Rows<'a> {
        let own = collection.about.kind == Kind::Own;
        let every: Vec<usize> = (0..collection.schema.fields.len()).collect();
        let mut fields = chosen.map_or(every, <[usize]>::to_vec);
        // In the record's own tables the first column is the feature's id; a stranger's `id` may be anything.
        fields.retain(|at| own || collection.schema.fields.get(*at).is_none_or(|f| f.name != "id"));
        let id = if own { free(collection, "id") } else { "id".to_owned() };
        Rows { collection, rows: rows.into(), fields, id, chosen }
    }

    /// All features with all their properties.
    pub fn all(collection: &'a Collection) -> Rows<'a> {
        Rows::new(collection, (0..collection.len() as u32).collect::<Vec<u32>>(), None)
    }

    /// The properties in their order, without the id.
    pub fn columns(&self) -> impl Iterator<Item = &'a Field> {
        self.fields.iter().filter_map(|at| self.collection.schema.fields.get(*at))
    }

    /// The values of a feature in the order of [`Rows::columns`]; a list or an object is its JSON, as text.
    pub fn values(&self, row: u32) -> impl Iterator<Item = Value<'a>> {
        let collection = self.collection;
        let mut members = HashMap::new();
        if self.columns().any(|field| field.kind == FieldType::Json) {
            // The bytes were written by this program: they are an object.
            members = serde_json::from_slice(collection.features.properties(row)).unwrap_or_default();
        }
        self.fields.iter().map(move |at| match collection.schema.fields.get(*at) {
            Some(field) if field.kind == FieldType::Json => json(&members, &field.name),
            _ => collection.value(row, *at),
        })
    }
}

/// A list or an object as text.
fn json<'a>(members: &HashMap<Cow<'a, str>, &'a RawValue>, name: &str) -> Value<'a> {
    match members.get(name).map(|raw| raw.get()) {
        None | Some("null") => Value::Null,
        Some(raw) => Value::Text(raw.into()),
    }
}

/// A name that no property of a collection has, in whatever letters: many formats do not tell `ID` from `id`.
pub fn free(collection: &Collection, wanted: &str) -> String {
    let taken = |name: &str| collection.schema.fields.iter().any(|f| f.name.eq_ignore_ascii_case(name));
    let mut name = wanted.to_owned();
    while taken(&name) {
        name.insert(0, '_');
    }
    name
}
