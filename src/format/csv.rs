//! CSV (RFC 4180) in UTF-8, with a head: the id, the properties, then the place as longitude, latitude
//! (points only) and well-known text. It has no place for a licence beside the columns' own.

use super::rows::free;
use super::{Format, Rows, Unwritten, geometry};
use crate::collection::Value;
use crate::collection::geometry::Geometry;

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
            sheet.cell(&Value::Text(collection.feature_id(*row).into()));
            rows.values(*row).iter().for_each(|value| sheet.cell(value));
            let place = geometry::of(collection, *row);
            let point = match &place {
                Some(Geometry::Point(at)) => [Value::Number(at.x), Value::Number(at.y)],
                _ => [Value::Null, Value::Null],
            };
            point.iter().for_each(|value| sheet.cell(value));
            match place {
                Some(place) => sheet.raw(&geometry::wkt(&place)?),
                None => sheet.cell(&Value::Null),
            }
            sheet.end();
        }
        Ok(sheet.bytes)
    }
}

/// Lines being written.
#[derive(Default)]
pub struct Sheet {
    /// What is written so far.
    pub bytes: Vec<u8>,
    begun: bool,
}

impl Sheet {
    /// The name of a column.
    pub fn name(&mut self, name: &str) {
        self.cell(&Value::Text(name.into()));
    }

    /// The next cell of the line: nothing where the value is null, and `""` where it is a text without letters.
    pub fn cell(&mut self, value: &Value) {
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
    pub fn end(&mut self) {
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
