//! One way to write a file of the record, so that a diff shows what changed and nothing else.
//!
//! Keys stand in the order of the types that read them, the bibliography and the organisations in
//! the order of their ids. Numbers stay as they are written, digit for digit.

pub mod command;
mod write;

use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::atlas::project::ProjectFile;
use crate::atlas::{
    AtlasFile, Correction, Fault, LayersFile, Organisation, Source, Vocabulary, Withdrawal, read,
};
use crate::check::keys;
use crate::check::locate::Located;

/// The text of a file as it is to be written; `file` is its path in the record's folder. Fails
/// with the faults of shape where there are some: such a file is left alone, because something of
/// it might be lost.
pub fn canonical(file: &str, text: &str) -> Result<String, Vec<Fault>> {
    let mut faults = Vec::new();
    keys::of_file(file, text, &mut faults);
    let order = match file {
        "atlas.json" => order::<AtlasFile>(file, text, &mut faults),
        "layers.json" => order::<LayersFile>(file, text, &mut faults),
        "vocabulary.json" => order::<Vocabulary>(file, text, &mut faults),
        "organisations.json" => order::<Vec<Organisation>>(file, text, &mut faults),
        "sources.json" => order::<Vec<Source>>(file, text, &mut faults),
        "corrections.json" => order::<Vec<Correction>>(file, text, &mut faults),
        "withdrawn.json" => order::<Vec<Withdrawal>>(file, text, &mut faults),
        _ => order::<ProjectFile>(file, text, &mut faults),
    };
    match (Located::parse(text), order) {
        (Some(located), Some(order)) if faults.is_empty() => {
            let by_id = matches!(file, "organisations.json" | "sources.json");
            Ok(write::write(located.root(), &order, by_id))
        }
        _ if faults.is_empty() => {
            let remedy = "mend the syntax as RFC 8259 has it";
            Err(vec![Fault::new(file, "", "is not JSON", remedy)])
        }
        _ => Err(faults),
    }
}

/// The file as its type writes it, for the order of its keys.
fn order<T: Serialize + DeserializeOwned + JsonSchema>(
    file: &str,
    text: &str,
    faults: &mut Vec<Fault>,
) -> Option<Value> {
    serde_json::to_value(read::json::<T>(file, text, faults).value?).ok()
}
