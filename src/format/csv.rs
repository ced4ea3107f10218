//! CSV (RFC 4180) in UTF-8, with a head: the id, the properties, then the place as longitude, latitude
//! (points only) and well-known text. It has no place for a licence beside the columns' own.

use super::rows::free;
use super::{Format, Rows, Unwritten, geometry};
use crate::collection::geometry::Geometry;
use crate::collection::tables::Table;
use crate::collection::{Collection, Field, FieldType, Value};

/// `text/csv`
pub struct Csv;

/// Names of the columns of the place; GDAL and QGIS know them without being told.
pub const PLACE: [&str; 3] = ["lon", "lat", "wkt"];

impl Format for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn media_type(&self) -> &'static str {
        "text/csv"
    }

    fn content_type(&self) -> &'static str {
        "text/csv; charset=utf-8; header=present"
    }

    fn title(&self) -> &'static str {
        "CSV"
    }

    fn write(&self, rows: &Rows) -> Result<Vec<u8>, Unwritten> {
        let collection = rows.collection;
        let mut sheet = Sheet::default();
        sheet.name(&rows.id);
        rows.columns().for_each(|field| sheet.name(&field.name));
        PLACE.into_iter().for_each(|name| sheet.name(&free(collection, name)));
        sheet.end();
        for row in rows.rows.iter() {
            sheet.cell(&Value::Text(collection.feature_id(*row)));
            rows.values(*row).for_each(|value| sheet.cell(&value));
            let place = geometry::of(collection, *row);
            let point = match &place {
                Some(Geometry::Point(at)) => [Value::Number(at.x), Value::Number(at.y)],
                _ => [Value::Null, Value::Null],
            };
            point.iter().for_each(|value| sheet.cell(value));
            match place {
                Some(place) => sheet.raw(&place.wkt()),
                None => sheet.cell(&Value::Null),
            }
            sheet.end();
        }
        Ok(sheet.bytes)
    }
}

/// The columns of a collection's file, as they stand in its head.
pub fn fields(collection: &Collection) -> Vec<Field> {
    let rows = Rows::new(collection, Vec::new(), None);
    let field = |name: &str, kind: FieldType, words: [&str; 2]| Field {
        name: name.to_owned(),
        kind,
        title: words[0].to_owned(),
        description: words[1].to_owned(),
        codes: Vec::new(),
        list: false,
        nested: Default::default(),
    };
    let own = collection.schema.field("id").filter(|_| rows.id == "id").cloned();
    let id = own.unwrap_or_else(|| field(&rows.id, FieldType::Text, ["Id", "The id of the feature."]));
    let places = [
        (FieldType::Number, ["Longitude", "In degrees, WGS 84; null unless the place is a point."]),
        (FieldType::Number, ["Latitude", "In degrees, WGS 84; null unless the place is a point."]),
        (
            FieldType::Text,
            ["Place", "Well-known text, WGS 84, longitude first; null where no place is known."],
        ),
    ];
    let places = PLACE.into_iter().zip(places);
    std::iter::once(id)
        .chain(rows.columns().cloned())
        .chain(places.map(|(name, (kind, words))| field(&free(collection, name), kind, words)))
        .collect()
}

/// A table of the record.
pub fn table(table: &Table) -> Vec<u8> {
    let mut sheet = Sheet::default();
    table.fields.iter().for_each(|field| sheet.name(&field.name));
    sheet.end();
    for at in 0..table.len() {
        table.row(at).for_each(|value| sheet.cell(value));
        sheet.end();
    }
    sheet.bytes
}

/// Lines being written.
#[derive(Default)]
struct Sheet {
    bytes: Vec<u8>,
    begun: bool,
}

impl Sheet {
    /// The name of a column.
    fn name(&mut self, name: &str) {
        self.cell(&Value::Text(name.into()));
    }

    /// The next cell of the line: nothing where the value is null, and `""` where it is a text without letters.
    fn cell(&mut self, value: &Value) {
        match value {
            Value::Text(text) if is_formula(text) => self.raw(&format!("'{text}")),
            Value::Text(text) if text.is_empty() => {
                self.open();
                self.bytes.extend_from_slice(b"\"\"");
            }
            other => self.raw(&other.plain()),
        }
    }

    /// A cell whose text is none that a spreadsheet would run.
    fn raw(&mut self, text: &str) {
        self.open();
        let quoted = text.contains(['"', ',', '\r', '\n']) || text.starts_with(' ') || text.ends_with(' ');
        if !quoted {
            return self.bytes.extend_from_slice(text.as_bytes());
        }
        self.bytes.push(b'"');
        self.bytes.extend_from_slice(text.replace('"', "\"\"").as_bytes());
        self.bytes.push(b'"');
    }

    fn open(&mut self) {
        if self.begun {
            self.bytes.push(b',');
        }
        self.begun = true;
    }

    /// Ends the line.
    fn end(&mut self) {
        self.bytes.extend_from_slice(b"\r\n");
        self.begun = false;
    }
}

/// Whether a spreadsheet would take a text for a formula, which may call other programs. Such a text gets
/// an apostrophe before it; so does one that has apostrophes before such a beginning already, so that
/// taking one away always gives the text back.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}
