//! Layers, families and the signs that show them.

use super::record::{Record, stands_twice};
use super::vocabulary::in_four_languages;
use crate::atlas::{Fault, LayersFile};

const FILE: &str = "layers.json";

/// Refuses a layer without its family, in another colour than it, without a drawing or a title in four
/// languages, and a colour that is none.
pub fn layers(record: &Record, faults: &mut Vec<Fault>) {
    let Some(file) = &record.written.layers else { return };
    let ids = |list: &'static str, ids: Vec<String>| -> Vec<(String, String)> {
        ids.into_iter().enumerate().map(|(i, id)| (format!("/{list}/{i}/id"), id)).collect()
    };
    for list in [
        ids("families", file.families.iter().map(|f| f.id.clone()).collect()),
        ids("layers", file.layers.iter().map(|l| l.id.clone()).collect()),
    ] {
        let named = list.iter().map(|(pointer, id)| (pointer.clone(), id.as_str()));
        stands_twice(FILE, named, "give one of the two another id", faults);
    }
    for (i, family) in file.families.iter().enumerate() {
        in_four_languages(FILE, format!("/families/{i}/title"), &family.title, faults);
        for (ground, colour) in [("light", &family.colour.light), ("dark", &family.colour.dark)] {
            let hex = colour.strip_prefix('#').filter(|hex| hex.len() == 6);
            if !hex.is_some_and(|hex| hex.chars().all(|c| c.is_ascii_digit() || ('A'..='F').contains(&c))) {
                let pointer = format!("/families/{i}/colour/{ground}");
                let reason = format!("`{colour}` is no colour");
                faults.push(Fault::new(FILE, pointer, reason, "write #RRGGBB, in capitals"));
            }
        }
    }
    drawn(file, record, faults);
}

fn drawn(file: &LayersFile, record: &Record, faults: &mut Vec<Fault>) {
    for (i, layer) in file.layers.iter().enumerate() {
        let at = |key: &str| format!("/layers/{i}/{key}");
        in_four_languages(FILE, at("title"), &layer.title, faults);
        in_four_languages(FILE, at("description"), &layer.description, faults);
        match file.family_of(layer) {
            None => {
                let known: Vec<&str> = file.families.iter().map(|f| f.id.as_str()).collect();
                let remedy = format!("use one of: {}", known.join(", "));
                faults.push(Fault::new(FILE, at("family"), format!("no family `{}`", layer.family), remedy));
            }
            Some(family) if family.colour != layer.colour => {
                let reason = format!("`{}` has another colour than its family `{}`", layer.id, family.id);
                faults.push(Fault::new(
                    FILE,
                    at("colour"),
                    reason,
                    "a hue names a family: write the family's colour",
                ));
            }
            Some(_) => {}
        }
        if !record.signs.glyphs.contains_key(&layer.glyph) {
            let known: Vec<&str> = record.signs.glyphs.keys().map(String::as_str).collect();
            let remedy = format!("use one of: {}", known.join(", "));
            faults.push(Fault::new(
                FILE,
                at("glyph"),
                format!("nothing draws the glyph `{}`", layer.glyph),
                remedy,
            ));
        }
    }
}
