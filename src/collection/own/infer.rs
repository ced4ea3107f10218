//! Learns the schema of a file: which properties there are, of what type, and whether ids can be kept.

use std::collections::HashMap;

use rayon::iter::ParallelIterator;
use rayon::slice::ParallelSlice;

use super::cells::Seen;
use super::fault::NoFeature;
use super::feature::feature;
use super::readable::readable;
use super::split::File;
use crate::collection::{Field, FieldType, Schema};

/// Features looked at in one go.
pub const STRETCH: usize = 4096;

/// How features get their ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdRule {
    /// Those of the file.
    Kept,
    /// Their place in the file, from 1.
    Numbered,
}

/// What was learnt.
#[derive(Debug)]
pub struct Learnt {
    /// The properties.
    pub schema: Schema,
    /// Their places by name.
    pub places: HashMap<String, usize>,
    /// Ids.
    pub ids: IdRule,
    /// What is to be said about it.
    pub notes: Vec<String>,
}

/// What a stretch of features showed.
#[derive(Default)]
struct Found {
    /// In order of first appearance.
    fields: Vec<(String, Seen)>,
    places: HashMap<String, usize>,
    with_id: usize,
    without_id: usize,
}

impl Found {
    fn see(&mut self, at: usize, name: &str, seen: impl FnOnce(&mut Seen)) -> usize {
        // Most features have the same properties in the same order.
        let place = match self.fields.get(at) {
            Some((known, _)) if known == name => at,
            _ => match self.places.get(name) {
                Some(place) => *place,
                None => {
                    self.fields.push((name.to_owned(), Seen::default()));
                    self.places.insert(name.to_owned(), self.fields.len() - 1);
                    self.fields.len() - 1
                }
            },
        };
        seen(&mut self.fields[place].1);
        place
    }
}

/// Looks at every feature.
pub fn infer(file: &File, time: Option<&str>) -> Result<Learnt, NoFeature> {
    let found: Result<Vec<Found>, NoFeature> = file
        .features
        .par_chunks(STRETCH)
        .map(|features| {
            let mut found = Found::default();
            for raw in features {
                let feature = feature(file, raw)?;
                match feature.has_id() {
                    true => found.with_id += 1,
                    false => found.without_id += 1,
                }
                let (mut at, mut fault) = (0, None);
                feature.each_property(file, |name, raw| {
                    at = found.see(at, name, |seen| seen.see(raw)) + 1;
                    if let (None, Err(error)) = (&fault, readable(raw)) {
                        fault = Some(NoFeature::json(file.text, raw, &error));
                    }
                })?;
                if let Some(fault) = fault {
                    return Err(fault);
                }
            }
            Ok(found)
        })
        .collect();
    let mut all = Found::default();
    for stretch in found? {
        for (name, seen) in stretch.fields {
            all.see(usize::MAX, &name, |known| *known = known.and(seen));
        }
        all.with_id += stretch.with_id;
        all.without_id += stretch.without_id;
    }
    Ok(settle(all, time))
}

fn settle(found: Found, time: Option<&str>) -> Learnt {
    let mut notes = Vec::new();
    let ids = match (found.with_id, found.without_id) {
        (_, 0) => IdRule::Kept,
        (0, _) => {
            notes.push("Features have no ids; they are numbered in the order of the file.".to_owned());
            IdRule::Numbered
        }
        (_, without) => {
            let who = match without {
                1 => "One feature has".to_owned(),
                _ => format!("{without} features have"),
            };
            notes.push(format!("{who} no id; all are numbered in the order of the file."));
            IdRule::Numbered
        }
    };
    let fields: Vec<Field> = found
        .fields
        .into_iter()
        .map(|(name, seen)| {
            let (kind, widened) = seen.settle();
            if let Some(note) = &widened {
                notes.push(format!("`{name}`: {note}"));
            }
            Field {
                title: name.clone(),
                name,
                kind,
                description: widened.unwrap_or_default(),
                codes: Vec::new(),
                list: false,
                nested: seen.nested(),
            }
        })
        .collect();
    let named = fields.iter().find(|f| time == Some(f.name.as_str()) && is_time(f));
    let time = named.map(|f| f.name.clone());
    Learnt { places: found.places, schema: Schema { fields, time, ..Schema::default() }, ids, notes }
}

/// Whether a property may give features their time.
pub fn is_time(field: &Field) -> bool {
    matches!(field.kind, FieldType::Date | FieldType::DateTime)
}
