//! GeoJSON text sequences (RFC 8142): a feature a line, each behind a record separator, so that a reader
//! may take one after the other. It has no place for a licence beside the features' own.

use super::geojson::chosen;
use super::{Format, Rows, Unwritten};

/// RS of RFC 7464.
const BEFORE: u8 = 0x1e;

/// `application/geo+json-seq`
pub struct GeoJsonSeq;

impl Format for GeoJsonSeq {
    fn name(&self) -> &'static str {
        "geojsonseq"
    }

    fn media_type(&self) -> &'static str {
        "application/geo+json-seq"
    }

    fn title(&self) -> &'static str {
        "GeoJSON text sequence"
    }

    fn write(&self, rows: &Rows) -> Result<Vec<u8>, Unwritten> {
        let features = &rows.collection.features;
        let mut out = Vec::with_capacity(features.whole().len() / features.len().max(1) * rows.rows.len());
        for row in rows.rows.iter() {
            out.push(BEFORE);
            match &rows.chosen {
                None => out.extend_from_slice(features.get(*row)),
                Some(fields) => chosen(rows.collection, *row, fields, &mut out),
            }
            out.push(b'\n');
        }
        Ok(out)
    }
}
