//! Reads features: their raw text becomes served bytes, places, times and columns.

use std::borrow::Cow;
use std::fmt;

use rayon::iter::{IndexedParallelIterator, ParallelIterator};
use rayon::slice::ParallelSlice;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::cells;
use super::infer::{IdRule, Learnt, STRETCH};
use super::split::File;
use crate::collection::geometry::Geometry;
use crate::collection::time::{Span, date_of, timestamp_of};
use crate::collection::{Batch, Value, json_inner};

/// Decimals of a position in degrees: a decimetre. More would be noise (RFC 7946, 11.2).
const DECIMALS: u8 = 6;

/// What is wrong with a file, and where.
#[derive(Debug)]
pub struct NoFeature {
    /// Byte of the text.
    pub at: usize,
    /// What is wrong, without a full stop.
    pub reason: String,
    /// What to do about it.
    pub remedy: &'static str,
}

impl NoFeature {
    /// At the beginning of a part of the text.
    pub fn new(text: &str, part: &str, reason: impl Into<String>, remedy: &'static str) -> NoFeature {
        let at = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        NoFeature { at, reason: reason.into(), remedy }
    }

    /// At the line and column that the parser of a part names.
    pub fn json(text: &str, part: &str, error: &serde_json::Error) -> NoFeature {
        let told = error.to_string();
        let reason = told.rfind(" at line ").map_or(told.as_str(), |at| &told[..at]);
        let start = NoFeature::new(text, part, reason, "mend the file at this place");
        let lines: usize =
            part.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        NoFeature { at: start.at + lines + error.column().saturating_sub(1), ..start }
    }
}

/// A feature's members, unread.
#[derive(Deserialize)]
pub struct Feature<'a> {
    #[serde(rename = "type", borrow, default)]
    kind: Option<&'a RawValue>,
    /// Text or number.
    #[serde(borrow, default)]
    pub id: Option<&'a RawValue>,
    #[serde(borrow, default)]
    geometry: Option<&'a RawValue>,
    #[serde(borrow, default)]
    properties: Option<&'a RawValue>,
}

/// The members of a feature; a geometry by itself is a feature without properties.
pub fn feature<'a>(file: &File<'a>, raw: &'a RawValue) -> Result<Feature<'a>, NoFeature> {
    if file.bare {
        return Ok(Feature { kind: None, id: None, geometry: Some(raw), properties: None });
    }
    let feature: Feature =
        serde_json::from_str(raw.get()).map_err(|e| NoFeature::json(file.text, raw.get(), &e))?;
    match feature.kind.map(RawValue::get) {
        Some("\"Feature\"") => Ok(feature),
        _ => Err(NoFeature::new(
            file.text,
            raw.get(),
            "is no Feature",
            "each element of `features` has the type Feature",
        )),
    }
}

impl<'a> Feature<'a> {
    /// Calls `visit` with the name and the raw text of each property, in their order.
    pub fn each_property(&self, file: &File, visit: impl FnMut(&str, &'a str)) -> Result<(), NoFeature> {
        let Some(raw) = self.properties.map(RawValue::get).filter(|raw| *raw != "null") else {
            return Ok(());
        };
        let mut parser = serde_json::Deserializer::from_str(raw);
        parser.deserialize_map(Each(visit)).map_err(|e| NoFeature::json(file.text, raw, &e))
    }

    /// The id of the file as JSON without quotes; none where it is neither text nor number.
    fn id(&self) -> Option<Cow<'a, str>> {
        let raw = self.id?.get();
        match raw.as_bytes().first()? {
            b'"' => {
                let inside = &raw[1..raw.len() - 1];
                // Written anew where it has escapes, so that each id has one form.
                match inside.contains('\\') {
                    true => serde_json::from_str::<String>(raw).ok().map(|id| Cow::Owned(json_inner(&id))),
                    false => Some(Cow::Borrowed(inside)),
                }
            }
            b'-' | b'0'..=b'9' => Some(Cow::Borrowed(raw)),
            _ => None,
        }
    }
}

/// Reads every feature.
pub fn batches(file: &File, learnt: &Learnt, ids: IdRule) -> Result<Vec<Batch>, NoFeature> {
    let keys: Vec<String> =
        learnt.schema.fields.iter().map(|f| format!("\"{}\":", json_inner(&f.name))).collect();
    let time = learnt.schema.time.as_deref().and_then(|name| learnt.places.get(name).copied());
    let stretches = file.features.par_chunks(STRETCH).enumerate();
    stretches
        .map(|(stretch, features)| {
            let mut batch = Batch::new(&learnt.schema);
            for (at, raw) in features.iter().enumerate() {
                let number = stretch * STRETCH + at + 1;
                push(
                    &mut batch,
                    file,
                    learnt,
                    &keys,
                    time,
                    raw,
                    (ids == IdRule::Numbered).then_some(number),
                )?;
            }
            Ok(batch)
        })
        .collect()
}

fn push<'a>(
    batch: &mut Batch,
    file: &File<'a>,
    learnt: &Learnt,
    keys: &[String],
    time: Option<usize>,
    raw: &'a RawValue,
    number: Option<usize>,
) -> Result<(), NoFeature> {
    let feature = feature(file, raw)?;
    let geometry = match feature.geometry {
        Some(raw) => Geometry::read(raw.get(), DECIMALS).map_err(|error| {
            NoFeature::new(file.text, raw.get(), error.to_string(), "mend the geometry at this place")
        })?,
        None => None,
    };
    let id = match number {
        Some(number) => Cow::Owned(number.to_string()),
        None => feature.id().ok_or_else(|| {
            NoFeature::new(file.text, raw.get(), "its id is neither text nor number", "write a text as id")
        })?,
    };
    batch.open(&id, geometry);
    batch.bytes().push(b'{');
    let start = batch.bytes().len();
    let mut span = Span::ALWAYS;
    let mut next = 0;
    feature.each_property(file, |name, raw| {
        let place = match learnt.schema.fields.get(next) {
            Some(field) if field.name == name => next,
            _ => match learnt.places.get(name) {
                Some(place) => *place,
                None => return,
            },
        };
        next = place + 1;
        let kind = learnt.schema.fields[place].kind;
        let (value, json) = cells::value(raw, kind);
        // A name that stands twice in one feature counts once.
        if kind != crate::collection::FieldType::Json && batch.has_value(place) {
            return;
        }
        if time == Some(place) {
            span = span_of(&value);
        }
        batch.value(place, &value);
        let out = batch.bytes();
        if out.len() > start {
            out.push(b',');
        }
        out.extend_from_slice(keys[place].as_bytes());
        out.extend_from_slice(json.as_deref().unwrap_or(raw).as_bytes());
    })?;
    batch.bytes().push(b'}');
    batch.close(span);
    Ok(())
}

fn span_of(value: &Value) -> Span {
    match value {
        Value::Date(day) => Span::of_days(Some(date_of(*day)), Some(date_of(*day))),
        Value::DateTime(moment) => Span::at(timestamp_of(*moment)),
        _ => Span::ALWAYS,
    }
}

/// Visits the members of an object without reading their values.
struct Each<F>(F);

impl<'de, F: FnMut(&str, &'de str)> Visitor<'de> for Each<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object of properties")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut members: A) -> Result<(), A::Error> {
        while let Some(name) = members.next_key::<Name<'de>>()? {
            let value: &'de RawValue = members.next_value()?;
            (self.0)(&name.0, value.get());
        }
        Ok(())
    }
}

/// The name of a member, copied only where it has escapes.
#[derive(Deserialize)]
#[serde(transparent)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);
