//! Fills the words of the vocabulary in, where the types know only that a word stands.

use serde_json::{Value, json};

use crate::atlas::{LayersFile, Vocabulary};

/// Lists the words that may stand in each place. A schema without that place is left as it is.
pub fn fill_in(schema: &mut Value, vocabulary: &Vocabulary, layers: &LayersFile) {
    let layer_ids: Vec<&str> = layers.layers.iter().map(|l| l.id.as_str()).collect();
    let families: Vec<&str> = layers.families.iter().map(|f| f.id.as_str()).collect();
    let event_kinds: Vec<&str> = vocabulary.event_kinds.iter().map(|k| k.id.as_str()).collect();
    let measures: Vec<&str> = vocabulary.measures.iter().map(|m| m.id.as_str()).collect();
    let unit_kinds: Vec<&str> = vocabulary.unit_kinds.iter().map(|k| k.id.as_str()).collect();
    let units: Vec<&str> = vocabulary.units.iter().map(|u| u.id.as_str()).collect();
    let terms = |list: &'_ [crate::atlas::vocabulary::Term]| -> Value {
        list.iter().map(|term| term.id.as_str()).collect()
    };
    let mut allow = |def: &str, property: &str, words: Value| {
        if let Some(place) = schema.pointer_mut(&format!("/$defs/{def}/properties/{property}")) {
            place["enum"] = words;
        }
    };
    allow("Project", "layer", json!(layer_ids));
    allow("Actor", "role", terms(&vocabulary.roles));
    allow("Event", "kind", json!(event_kinds));
    allow("Claim", "stance", terms(&vocabulary.stances));
    allow("SiteProperties", "kind", terms(&vocabulary.site_kinds));
    allow("Organisation", "kind", terms(&vocabulary.organisation_kinds));
    allow("Quantity", "measure", json!(measures));
    allow("Quantity", "unit", json!(units));
    allow("Layer", "family", json!(families));
    allow("Measure", "kind", json!(unit_kinds));
    let statuses = vocabulary.statuses.iter().map(|s| json!(s.id)).chain([Value::Null]).collect();
    allow("EventKind", "leads_to", statuses);
    units_of_measures(schema, vocabulary);
}

/// Which units a measure may be given in: one rule for each set of units.
fn units_of_measures(schema: &mut Value, vocabulary: &Vocabulary) {
    let Some(quantity) = schema.pointer_mut("/$defs/Quantity") else { return };
    let mut rules: Vec<(Vec<&str>, Vec<&str>)> = Vec::new();
    for measure in &vocabulary.measures {
        let units = vocabulary.units_of(measure);
        match rules.iter_mut().find(|(of, _)| *of == units) {
            Some((_, measures)) => measures.push(&measure.id),
            None => rules.push((units, vec![&measure.id])),
        }
    }
    quantity["allOf"] = rules
        .into_iter()
        .map(|(units, measures)| {
            json!({
                "if": { "properties": { "measure": { "enum": measures } } },
                "then": { "properties": { "unit": { "enum": units } } }
            })
        })
        .collect();
}
