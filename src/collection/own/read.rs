//! Reads features: their raw text becomes served bytes, places, times and columns.

use std::borrow::Cow;

use rayon::iter::{IndexedParallelIterator, ParallelIterator};
use rayon::slice::ParallelSlice;
use serde_json::value::RawValue;

use super::cells;
use super::fault::NoFeature;
use super::feature::{Feature, feature};
use super::infer::{IdRule, Learnt, STRETCH};
use super::list;
use super::split::File;
use super::wide::is_wide;
use crate::collection::geometry::Geometry;
use crate::collection::time::{Span, date_of, timestamp_of};
use crate::collection::{Batch, Value, json_inner};

/// Reads every feature; with the batches comes how many go further around the world than they should.
pub fn batches(file: &File, learnt: &Learnt, ids: IdRule) -> Result<(Vec<Batch>, usize), NoFeature> {
    let keys: Vec<String> =
        learnt.schema.fields.iter().map(|f| format!("\"{}\":", json_inner(&f.name))).collect();
    let time = learnt.schema.time.as_deref().and_then(|name| learnt.places.get(name).copied());
    let stretches = file.features.par_chunks(STRETCH).enumerate();
    let read: Result<Vec<(Batch, usize)>, NoFeature> = stretches
        .map(|(stretch, features)| {
            let mut batch = Batch::new(&learnt.schema);
            let mut held = Held::new(learnt);
            let mut wide = 0;
            for (at, raw) in features.iter().enumerate() {
                let number = (ids == IdRule::Numbered).then_some(stretch * STRETCH + at + 1);
                let feature = feature(file, raw)?;
                let geometry = geometry(file, &feature)?;
                wide += usize::from(geometry.as_ref().is_some_and(is_wide));
                batch.open(&id(file, raw, &feature, number)?, geometry);
                held.read(file, &feature)?;
                push(&mut batch, learnt, &keys, time, &held.values);
            }
            Ok((batch, wide))
        })
        .collect();
    let (batches, wide): (Vec<Batch>, Vec<usize>) = read?.into_iter().unzip();
    Ok((batches, wide.into_iter().sum()))
}

fn geometry(file: &File, feature: &Feature) -> Result<Option<Geometry>, NoFeature> {
    let Some(raw) = feature.geometry.map(RawValue::get) else { return Ok(None) };
    Geometry::read(raw, None).map_err(|error| {
        let start = NoFeature::new(file.text, raw, error.to_string(), "mend the geometry at this place");
        NoFeature { at: start.at + error.at, ..start }
    })
}

fn id<'a>(
    file: &File,
    raw: &RawValue,
    feature: &Feature<'a>,
    number: Option<usize>,
) -> Result<Cow<'a, str>, NoFeature> {
    match number {
        Some(number) => Ok(Cow::Owned(number.to_string())),
        None => feature.own_id().ok_or_else(|| {
            NoFeature::new(file.text, raw.get(), "its id is neither text nor number", "write a text as id")
        }),
    }
}

/// The properties of one feature after the other, by their places in the schema.
struct Held<'a, 'l> {
    learnt: &'l Learnt,
    values: Vec<(usize, &'a str)>,
    /// Where in `values` a property stands, by its place; what is left of features before is told by its place there.
    at: Vec<usize>,
}

impl<'a, 'l> Held<'a, 'l> {
    fn new(learnt: &'l Learnt) -> Held<'a, 'l> {
        Held { learnt, values: Vec::new(), at: vec![0; learnt.schema.fields.len()] }
    }

    /// Of a name that stands twice the last value counts, as most readers of JSON have it (RFC 8259, 4).
    fn read(&mut self, file: &File, feature: &Feature<'a>) -> Result<(), NoFeature> {
        self.values.clear();
        let mut next = 0;
        feature.each_property(file, |name, raw| {
            let place = match self.learnt.schema.fields.get(next) {
                Some(field) if field.name == name => next,
                _ => match self.learnt.places.get(name) {
                    Some(place) => *place,
                    None => return,
                },
            };
            next = place + 1;
            match self.values.get_mut(self.at[place]) {
                Some(known) if known.0 == place => known.1 = raw,
                _ => {
                    self.at[place] = self.values.len();
                    self.values.push((place, raw));
                }
            }
        })
    }
}

fn push(batch: &mut Batch, learnt: &Learnt, keys: &[String], time: Option<usize>, values: &[(usize, &str)]) {
    batch.bytes().push(b'{');
    let mut span = Span::ALWAYS;
    for (at, (place, raw)) in values.iter().enumerate() {
        let field = &learnt.schema.fields[*place];
        let (value, json) = cells::value(raw, field.kind);
        if time == Some(*place) {
            span = span_of(&value);
        }
        match field.items() {
            Some(items) if raw.starts_with('[') => batch.list(*place, |values| {
                list::each(raw, |item| values.item(&cells::value(item, items).0));
            }),
            // There is no list: the end of the feature says so.
            Some(_) => {}
            None => batch.value(*place, &value),
        }
        let out = batch.bytes();
        if at > 0 {
            out.push(b',');
        }
        out.extend_from_slice(keys[*place].as_bytes());
        out.extend_from_slice(json.as_deref().unwrap_or(raw).as_bytes());
    }
    batch.bytes().push(b'}');
    batch.close(span);
}

fn span_of(value: &Value) -> Span {
    match value {
        Value::Date(day) => Span::of_days(Some(date_of(*day)), Some(date_of(*day))),
        Value::DateTime(moment) => Span::at(timestamp_of(*moment)),
        _ => Span::ALWAYS,
    }
}
