//! A name can be drawn in a picture.

use std::io::Read as _;

use skrifa::{FontRef, MetadataProvider};

use super::record::Record;
use crate::assets::FONTS;
use crate::atlas::{Fault, Lang, Text};

/// Warns of a name with a character that the pictures' fonts lack. Pictures speak the languages in
/// Latin script; Chinese pages show the English picture.
pub fn lettering(record: &Record, faults: &mut Vec<Fault>) {
    // The last face letters waters, which the base map names.
    let [faces @ .., _] = FONTS;
    let unpacked: Vec<Vec<u8>> = faces.iter().filter_map(|packed| unpacked(packed)).collect();
    let fonts: Vec<FontRef> = unpacked.iter().filter_map(|bytes| FontRef::new(bytes).ok()).collect();
    let missing = |text: &str| {
        let drawn = |c: char| fonts.iter().all(|font| font.charmap().map(c).is_some());
        text.chars().find(|c| !drawn(*c))
    };
    let mut look = |file: &str, pointer: String, name: &Text| {
        for (lang, text) in name.all().filter(|(lang, _)| *lang != Lang::Zh) {
            if let Some(c) = missing(text) {
                let reason = format!("the pictures' fonts cannot draw `{c}` (U+{:04X})", u32::from(c));
                let remedy = "write the name in Latin script; a Chinese one belongs under `zh`";
                faults.push(Fault::new(file, format!("{pointer}/{}", lang.tag()), reason, remedy).warning());
            }
        }
    };
    for (file, project) in record.projects() {
        look(file, "/project/name".to_owned(), &project.name);
        for (i, site) in project.sites.iter().enumerate() {
            look(file, format!("/features/{i}/properties/name"), &site.name);
            if let Some(label) = &site.label {
                look(file, format!("/features/{i}/properties/label"), label);
            }
        }
    }
    for (i, layer) in record.written.layers.iter().flat_map(|file| &file.layers).enumerate() {
        look("layers.json", format!("/layers/{i}/title"), &layer.title);
    }
}

fn unpacked(packed: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    brotli::Decompressor::new(packed, 4096).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}
