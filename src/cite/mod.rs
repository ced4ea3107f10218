//! How the atlas, an edition of it and a single record are cited, and the bibliography for reference
//! managers.
//!
//! Nothing here reads a clock: the day of access stands in a citation only where whoever cites gives it.

pub mod bibtex;
pub mod cff;
pub mod csl;
mod day;
pub mod deposit;
pub mod meta;
pub mod ris;
pub mod style;

use jiff::civil::Date;

use crate::atlas::{Atlas, Lang, Project};

/// What the atlas is, for catalogues and deposits.
pub const ABSTRACT: &str = "An open record of Chinese technology projects in Latin America and the Caribbean, \
     every value with its source, and the server that publishes it as GeoJSON layers, OGC API - Features and a map.";

/// What it is about.
pub const KEYWORDS: [&str; 7] =
    ["Latin America", "China", "technology", "infrastructure", "surveillance", "lithium", "GeoJSON"];

/// What is cited: the atlas in an edition, or one record of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Cited {
    /// A key for reference managers: `huella-2026-11-24`, `huella-jujuy-seguro-2026-11-24`; of a working
    /// record `huella-2026-11-24-f43a91d4`.
    pub key: String,
    /// Its title.
    pub title: String,
    /// The language it is cited in.
    pub lang: Lang,
    /// Who is named as its author.
    pub author: String,
    /// Who publishes it.
    pub publisher: String,
    /// The date of the edition.
    pub issued: Date,
    /// The edition, or what tells the working record from others.
    pub version: String,
    /// The same in words: `edition of 2026-11-24`.
    pub state: String,
    /// The title of the atlas, where a single record is cited.
    pub container: Option<String>,
    /// Where it is, whole address.
    pub url: String,
    /// The DOI of the edition, or of the atlas where the edition has none.
    pub doi: Option<String>,
    /// The day on which it was read, where that is given.
    pub accessed: Option<Date>,
}

/// The atlas in the edition of this record, at an address.
pub fn dataset(atlas: &Atlas, lang: Lang, url: String) -> Cited {
    let about = &atlas.about;
    Cited {
        key: key(atlas, ""),
        title: about.title.get(lang).to_owned(),
        lang,
        author: about.publisher.clone(),
        publisher: about.publisher.clone(),
        issued: about.edition.day(),
        version: atlas.version(),
        state: atlas.state(),
        container: None,
        url,
        // The DOI of an edition does not lead to a record that says something else.
        doi: about.version_doi.clone().filter(|_| !atlas.working).or_else(|| about.doi.clone()),
        accessed: None,
    }
}

/// One record, at an address.
pub fn project(atlas: &Atlas, project: &Project, lang: Lang, url: String) -> Cited {
    let whole = dataset(atlas, lang, url);
    Cited {
        key: key(atlas, &format!("{}-", project.id)),
        title: project.name.get(lang).to_owned(),
        container: Some(whole.title),
        // A DOI leads to the whole, the address to the record.
        doi: None,
        ..whole
    }
}

fn key(atlas: &Atlas, of: &str) -> String {
    format!("{}-{of}{}", atlas.about.short_title.to_lowercase(), atlas.version().replace('+', "-"))
}

impl Cited {
    /// The same, read on a day.
    pub fn accessed(self, day: Option<Date>) -> Cited {
        Cited { accessed: day, ..self }
    }
}
