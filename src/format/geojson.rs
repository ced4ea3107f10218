//! GeoJSON. The default answer copies slices and serialises nothing; only `properties` and `crs` rewrite
//! features, and only those returned.

use std::borrow::Cow;
use std::fmt;
use std::io::Write;
use std::ops::Range;

use bytes::Bytes;
use serde::Deserializer;
use serde::de::{MapAccess, Visitor};
use serde_json::value::RawValue;

use super::projected::{projection, up_to_properties};
use super::{Format, Item, Link, Page, Rows, Unwritten};
use crate::collection::Collection;
use crate::query::crs::Projection;

/// `application/geo+json`
pub struct GeoJson;

impl Format for GeoJson {
    fn name(&self) -> &'static str {
        "geojson"
    }

    fn other_names(&self) -> &'static [&'static str] {
        &["json"]
    }

    fn media_type(&self) -> &'static str {
        "application/geo+json"
    }

    fn has_systems(&self) -> bool {
        true
    }

    fn title(&self) -> &'static str {
        "GeoJSON"
    }

    fn has_links(&self) -> bool {
        true
    }

    fn write(&self, rows: &Rows) -> Result<Vec<u8>, Unwritten> {
        let mut out = b"{\"type\":\"FeatureCollection\",\"features\":[".to_vec();
        features(rows.collection, &rows.rows, rows.chosen, None, &mut out);
        Ok(out)
    }

    fn file(&self, collection: &Collection) -> Result<Bytes, Unwritten> {
        Ok(collection.whole().clone())
    }

    fn items(&self, page: &Page) -> Result<Vec<u8>, Unwritten> {
        let Page { collection, query, selection, links } = page;
        let rows = &selection.rows;
        let links = Link::array(links);
        let bytes: usize = match query.properties {
            Some(_) => 0,
            None => runs(rows).map(|run| collection.features.run(run).len() + 2).sum(),
        };
        let mut out = Vec::with_capacity(bytes + links.len() + 128);
        // Writing to memory does not fail.
        let _ = write!(
            out,
            "{{\"type\":\"FeatureCollection\",\"numberMatched\":{},\"numberReturned\":{},\"links\":",
            selection.matched,
            rows.len()
        );
        out.extend_from_slice(&links);
        out.extend_from_slice(b",\"features\":[");
        let projection = projection(query);
        features(collection, rows, query.properties.as_deref(), projection.as_ref(), &mut out);
        Ok(out)
    }

    fn item(&self, item: &Item) -> Result<Vec<u8>, Unwritten> {
        let Item { collection, query, row, links } = item;
        let mut out = Vec::new();
        feature(collection, *row, query.properties.as_deref(), projection(query).as_ref(), &mut out);
        out.pop();
        out.extend_from_slice(b",\"links\":");
        out.extend_from_slice(&Link::array(links));
        out.extend_from_slice(b"}\n");
        Ok(out)
    }
}

/// Features with the end of the collection.
fn features(
    collection: &Collection,
    rows: &[u32],
    properties: Option<&[usize]>,
    projection: Option<&Projection>,
    out: &mut Vec<u8>,
) {
    match (properties, projection) {
        (None, None) => {
            for (at, run) in runs(rows).enumerate() {
                out.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
                out.extend_from_slice(collection.features.run(run));
            }
        }
        _ => {
            for (at, row) in rows.iter().enumerate() {
                out.extend_from_slice(if at == 0 { b"\n" } else { b",\n" });
                feature(collection, *row, properties, projection, out);
            }
        }
    }
    out.extend_from_slice(b"\n]}\n");
}

/// Features that follow each other in the collection, which are copied in one piece.
fn runs(rows: &[u32]) -> impl Iterator<Item = Range<u32>> {
    rows.chunk_by(|row, next| row + 1 == *next).map(|run| run[0]..run[0] + run.len() as u32)
}

/// A feature with some of its properties.
pub(super) fn chosen(collection: &Collection, row: u32, fields: &[usize], out: &mut Vec<u8>) {
    feature(collection, row, Some(fields), None, out);
}

/// A feature, perhaps in another system, perhaps with some of its properties alone.
fn feature(
    collection: &Collection,
    row: u32,
    fields: Option<&[usize]>,
    projection: Option<&Projection>,
    out: &mut Vec<u8>,
) {
    up_to_properties(collection, row, projection, out);
    match fields {
        None => out.extend_from_slice(collection.features.properties(row)),
        Some(fields) => members(collection, row, fields, out),
    }
    out.push(b'}');
}

/// Some of the properties of a feature, in the order in which they stand in it.
fn members(collection: &Collection, row: u32, fields: &[usize], out: &mut Vec<u8>) {
    let names: Vec<&str> =
        fields.iter().filter_map(|at| collection.schema.fields.get(*at)).map(|f| f.name.as_str()).collect();
    out.push(b'{');
    let start = out.len();
    let keep = Keep { names: &names, out, start };
    // The bytes were written by this program: they are an object.
    let _ = serde_json::Deserializer::from_slice(collection.features.properties(row)).deserialize_map(keep);
    out.push(b'}');
}

/// Copies the members that are wanted, without reading their values.
struct Keep<'o> {
    names: &'o [&'o str],
    out: &'o mut Vec<u8>,
    start: usize,
}

impl<'de> Visitor<'de> for Keep<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(name) = members.next_key::<Name<'de>>()? {
            let value: &RawValue = members.next_value()?;
            if self.names.contains(&&*name.0) {
                if self.out.len() > self.start {
                    self.out.push(b',');
                }
                let _ = serde_json::to_writer(&mut *self.out, &*name.0);
                self.out.push(b':');
                self.out.extend_from_slice(value.get().as_bytes());
            }
        }
        Ok(())
    }
}

/// The name of a member, copied only where it has escapes.
#[derive(serde::Deserialize)]
#[serde(transparent)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);
