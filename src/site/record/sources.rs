//! The sources of a record, numbered in order of appearance.

use crate::site::frame::Context;
use crate::site::told::{LangAttribute, web};
use crate::site::words::{date, fill};

use super::numbering::Numbering;

/// One source; also what the source card shows.
#[derive(Debug)]
pub struct Source {
    /// Its number in this record.
    pub number: usize,
    /// Its id in the bibliography.
    pub id: String,
    /// Its address.
    pub url: String,
    /// In its own language.
    pub title: String,
    /// That language, where it is not the page's.
    pub lang: LangAttribute,
    /// `ES`; empty where it is the page's language.
    pub tag: String,
    /// The newspaper, journal or site.
    pub venue: String,
    /// When it was published: machine form (empty where no date is known) and words.
    pub date: (String, String),
    /// The host of its address.
    pub host: String,
    /// What is to be known of it, in English; empty where there is nothing.
    pub note: String,
    /// The language of that note, where it is not the page's.
    pub note_lang: LangAttribute,
    /// Address of an archived copy; empty where none is known.
    pub archive: String,
    /// `The page is gone since 2025.`; empty where it is not known to be gone.
    pub gone: String,
}

/// The sources that have been given numbers.
pub fn sources(context: &Context, numbering: &Numbering) -> Vec<Source> {
    let Context { atlas, lang, .. } = *context;
    let w = context.words();
    numbering
        .ids()
        .filter_map(|(number, id)| {
            let source = atlas.sources.get(id)?;
            let custom = source.custom.as_ref();
            let gone = custom.and_then(|c| c.gone);
            Some(Source {
                number,
                id: id.to_owned(),
                url: web(&source.url),
                title: source.title.clone(),
                lang: LangAttribute::of(&source.language, lang),
                tag: match source.language.as_str() {
                    tag if tag == lang.tag() => String::new(),
                    tag => tag.to_uppercase(),
                },
                venue: source.venue().unwrap_or_default().to_owned(),
                date: source.date().map_or((String::new(), w.undated.to_owned()), |d| {
                    (d.to_string(), date::written(d, lang))
                }),
                host: host(&source.url).to_owned(),
                note: source.note.clone().unwrap_or_default(),
                note_lang: LangAttribute::of("en", lang),
                archive: custom.and_then(|c| c.archive.as_deref()).map(web).unwrap_or_default(),
                gone: gone.map(|d| fill(w.gone, &[("date", &date::written(d, lang))])).unwrap_or_default(),
            })
        })
        .collect()
}

/// The host of an address, without `www.`.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}
