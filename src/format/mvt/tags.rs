//! The properties of a tile's features, as numbers of names and values (MVT 2.1, 4.4). They are looked up a property
//! at a time, as columns keep them.

use std::borrow::Cow;

use super::thin::One;
use super::values::Values;
use super::wire::{bytes, varint};
use crate::collection::{Column, FieldType, Value};
use crate::format::Rows;

/// Where a feature does not have the property.
const NONE: u32 = u32::MAX;

/// Names and values of a layer, and which of them each feature has.
pub struct Tags<'a> {
    /// Only properties that a feature has; their places are their numbers.
    properties: Vec<Property<'a>>,
    values: Values,
}

/// A property, and the numbers of its values in the order of the features.
struct Property<'a> {
    name: &'a str,
    numbers: Vec<u32>,
}

impl<'a> Tags<'a> {
    /// Of these features: one that stands by itself has its id and all its properties, others say how many they are.
    pub fn of(rows: &'a Rows<'a>, count_name: &'a str, ones: &[One]) -> Tags<'a> {
        let collection = rows.collection;
        let mut values = Values::with_room_for(4 * ones.len());
        let property = |name: &'a str| Property { name, numbers: Vec::new() };
        let mut properties: Vec<Property> = rows.columns().map(|field| property(&field.name)).collect();
        // What stands with many features gets a small number, which takes fewer bytes.
        let mut columns: Vec<(usize, &Column)> =
            rows.fields.iter().map(|at| &collection.columns[*at]).enumerate().collect();
        columns.sort_by_key(|(_, column)| variety(column, ones.len()));
        for (at, column) in columns {
            properties[at].numbers = of_column(&mut values, column, ones);
        }
        nested(&mut values, &mut properties, rows, ones);
        let count = |one: &One| match one.count {
            1 => NONE,
            count => values.number(&Value::Integer(i64::from(count))).unwrap_or(NONE),
        };
        properties.push(Property { name: count_name, numbers: ones.iter().map(count).collect() });
        let ids =
            gathered(ones, |row| Value::Text(collection.feature_id(row)), |id| Some(values.unshared(id)));
        properties.insert(0, Property { name: &rows.id, numbers: ids });
        properties.retain(|property| property.numbers.iter().any(|number| *number != NONE));
        Tags { properties, values }
    }

    /// Those of a feature, by its place among the features.
    pub fn write(&self, at: usize, out: &mut Vec<u8>) {
        for (key, property) in self.properties.iter().enumerate() {
            if let Some(number) = property.numbers.get(at).filter(|number| **number != NONE) {
                varint(out, key as u64);
                varint(out, u64::from(*number));
            }
        }
    }

    /// Names and values, as fields of their layer.
    pub fn fields(&self) -> [Cow<'_, [u8]>; 2] {
        let mut names = Vec::new();
        self.properties.iter().for_each(|property| bytes(&mut names, 3, property.name.as_bytes()));
        [names.into(), self.values.fields().into()]
    }
}

/// The number of each feature that stands by itself.
fn alone(ones: &[One], mut number: impl FnMut(u32) -> Option<u32>) -> Vec<u32> {
    let number = |one: &One| if one.count == 1 { number(one.row).unwrap_or(NONE) } else { NONE };
    ones.iter().map(number).collect()
}

/// The same of values. All are gone for before the first is written: they lie far apart in memory, and come together
/// as fast as one by itself.
fn gathered<'v>(
    ones: &[One],
    value: impl Fn(u32) -> Value<'v>,
    mut number: impl FnMut(&Value) -> Option<u32>,
) -> Vec<u32> {
    let value = |one: &One| if one.count == 1 { value(one.row) } else { Value::Null };
    let all: Vec<Value> = ones.iter().map(value).collect();
    all.iter().map(|value| if value.is_null() { None } else { number(value) }.unwrap_or(NONE)).collect()
}

/// About how many values a column has.
fn variety(column: &Column, features: usize) -> usize {
    match column {
        Column::Text(dictionary, _) => dictionary.len(),
        Column::Boolean(_) => 2,
        _ => features,
    }
}

fn of_column(values: &mut Values, column: &Column, ones: &[One]) -> Vec<u32> {
    match column {
        Column::Lists(_) | Column::Json => Vec::new(),
        Column::Text(dictionary, codes) if dictionary.len() <= ones.len() => {
            let mut known = vec![None; dictionary.len()];
            alone(ones, |row| {
                let code = codes[row as usize];
                let known = known.get_mut(code as usize)?;
                *known = known.or_else(|| values.number(&Value::Text(dictionary.get(code).into())));
                *known
            })
        }
        column => gathered(ones, |row| column.get(row), |value| values.number(value)),
    }
}

/// Lists and objects stand in no column: of each feature all of them are read at once.
fn nested(values: &mut Values, properties: &mut [Property], rows: &Rows, ones: &[One]) {
    let fields = rows.columns().enumerate().filter(|(_, field)| field.kind == FieldType::Json);
    let nested: Vec<usize> = fields.map(|(at, _)| at).collect();
    if nested.is_empty() {
        return;
    }
    for one in ones {
        let said: Vec<Value> = if one.count == 1 { rows.values(one.row).collect() } else { Vec::new() };
        for at in &nested {
            let number = said.get(*at).and_then(|value| values.number(value));
            properties[*at].numbers.push(number.unwrap_or(NONE));
        }
    }
}
