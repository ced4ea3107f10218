//! The text that goes with the tables.

use askama::Template;

use super::Resource;
use crate::atlas::Atlas;

#[derive(Template)]
#[template(path = "tables.md", escape = "none")]
struct Readme<'a> {
    title: &'a str,
    edition: String,
    licence: &'a str,
    publisher: &'a str,
    tables: &'a [Resource],
    precisions: Vec<(&'a str, &'a str, &'a str)>,
}

/// README.md. A template that fails would leave it empty; a test reads it.
pub fn text(atlas: &Atlas, tables: &[Resource]) -> String {
    let about = &atlas.about;
    let precisions = atlas.vocabulary.precisions.iter();
    let readme = Readme {
        title: &about.title.en,
        edition: about.edition.to_string(),
        licence: &about.licence,
        publisher: &about.publisher,
        tables,
        precisions: precisions.map(|p| (p.id.id(), &*p.label.en, &*p.definition.en)).collect(),
    };
    readme.render().unwrap_or_default()
}
