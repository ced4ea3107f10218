//! JSON Schemas (2020-12) of the record's files, for editors: generated from the types that read
//! the files, with the words of the vocabulary filled in, so that an editor offers them.

pub mod command;
mod words;

use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Value, json};

use crate::atlas::project::ProjectFile;
use crate::atlas::{AtlasFile, Correction, LayersFile, Organisation, Source, Vocabulary, Withdrawal};

/// The schema of each kind of file: the name of the schema's own file in `schemas/`, and its text.
pub fn schemas(vocabulary: &Vocabulary, layers: &LayersFile) -> Vec<(&'static str, String)> {
    let written = |what: &str, mut schema: Value| {
        schema["title"] = json!(what);
        words::fill_in(&mut schema, vocabulary, layers);
        // `{:#}` of a JSON value is its indented form.
        format!("{schema:#}\n")
    };
    vec![
        ("atlas.schema.json", written("The atlas as a publication", of::<AtlasFile>())),
        (
            "corrections.schema.json",
            written("What was wrong and is mended, newest first", of::<Vec<Correction>>()),
        ),
        ("layers.schema.json", written("Families and layers", of::<LayersFile>())),
        ("organisations.schema.json", written("Who takes part", of::<Vec<Organisation>>())),
        ("project.schema.json", written("A project and its sites", of::<ProjectFile>())),
        ("sources.schema.json", written("The bibliography", of::<Vec<Source>>())),
        ("vocabulary.schema.json", written("Every term the record may use", of::<Vocabulary>())),
        ("withdrawn.schema.json", written("Addresses that answer 410", of::<Vec<Withdrawal>>())),
    ]
}

fn of<T: JsonSchema>() -> Value {
    SchemaGenerator::default().into_root_schema_for::<T>().to_value()
}
