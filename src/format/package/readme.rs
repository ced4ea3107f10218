//! The texts that go with the tables, and with an edition.

use askama::Template;

use super::Resource;
use crate::atlas::Atlas;
use crate::credit::{self, Credit};

/// What both texts say.
struct Facts<'a> {
    title: &'a str,
    state: String,
    credits: &'a [Credit],
    licence: &'a str,
    publisher: &'a str,
    tables: &'a [Resource],
    precisions: Vec<(&'a str, &'a str, &'a str)>,
}

#[derive(Template)]
#[template(path = "package/tables.md", escape = "none")]
struct Tables<'a> {
    f: Facts<'a>,
}

#[derive(Template)]
#[template(path = "package/edition.md", escape = "none")]
struct Edition<'a> {
    f: Facts<'a>,
}

#[derive(Template)]
#[template(path = "package/licence.txt", escape = "none")]
struct Licence<'a> {
    f: Facts<'a>,
    licence_name: String,
    licence_address: Option<String>,
}

fn facts<'a>(atlas: &'a Atlas, tables: &'a [Resource]) -> Facts<'a> {
    let about = &atlas.about;
    let precisions = atlas.vocabulary.precisions.iter();
    Facts {
        title: &about.title.en,
        state: atlas.state(),
        credits: &credit::POSITIONS,
        licence: &about.licence,
        publisher: &about.publisher,
        tables,
        precisions: precisions.map(|p| (p.id.id(), &*p.label.en, &*p.definition.en)).collect(),
    }
}

/// README.md of the tables. A template that fails would leave it empty; a test reads it.
pub fn tables(atlas: &Atlas, tables: &[Resource]) -> String {
    Tables { f: facts(atlas, tables) }.render().unwrap_or_default()
}

/// README.md of an edition.
pub fn edition(atlas: &Atlas, tables: &[Resource]) -> String {
    Edition { f: facts(atlas, tables) }.render().unwrap_or_default()
}

/// LICENSE of an edition.
pub fn licence(atlas: &Atlas) -> String {
    let licence = &atlas.about.licence;
    let (licence_name, licence_address) = (credit::licence_name(licence), credit::licence_address(licence));
    Licence { f: facts(atlas, &[]), licence_name, licence_address }.render().unwrap_or_default()
}
