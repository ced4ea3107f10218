//! Reads features: their raw text becomes served bytes, places, times and columns.

use std::borrow::Cow;

use rayon::iter::{IndexedParallelIterator, ParallelIterator};
use rayon::slice::ParallelSlice;
use serde_json::value::RawValue;

use super::cells;
use super::fault::NoFeature;
use super::feature::feature;
use super::infer::{IdRule, Learnt, STRETCH};
use super::split::File;
use crate::collection::geometry::Geometry;
use crate::collection::time::{Span, date_of, timestamp_of};
use crate::collection::{Batch, Value, json_inner};

/// Decimals of a position in degrees: a decimetre. More would be noise (RFC 7946, 11.2).
const DECIMALS: u8 = 6;

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
        None => feature.own_id().ok_or_else(|| {
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
