//! What the script of a frame that is a file needs to know, for such a frame was written without its address:
//! names of what may be filtered, and words for what a copy made of files cannot do.

use crate::atlas::{Entry, Precision};
use crate::site::country;
use crate::site::frame::{Context, asset};
use crate::site::page::label;
use crate::site::told::Told;
use crate::site::words::embed::{self, EmbedWords};
use crate::site::words::{Words, copy, date, fill};

/// Names and words, which stand in the frame as a template.
#[derive(Debug)]
pub struct Copied {
    /// Parameter, value, and what it is called.
    pub names: Vec<(&'static str, String, Told)>,
    /// Roles of organisations: id and label.
    pub roles: Vec<(String, String)>,
    /// The script that reads the address.
    pub script: String,
    /// `Data of 24 Nov 2026`
    pub data_of: String,
    /// What is said where another edition is asked for.
    pub other_edition: String,
    /// What is said of options that need a server: `{values}`.
    pub cannot: &'static str,
    /// Where articles are, with `*` for the id.
    pub article: String,
    /// The words of frames and of pages.
    pub e: &'static EmbedWords,
    /// The words of pages.
    pub w: &'static Words,
}

/// Names and words in the context's language; none where a server answers.
pub fn copied(context: &Context) -> Option<Copied> {
    let Context { atlas, links, lang } = *context;
    if !links.are_files() {
        return None;
    }
    let plain = |text: &str| Told { lang: Default::default(), text: text.to_owned() };
    let layers = atlas.layers.layers.iter().map(|l| ("layer", l.id.clone(), label::layer(context, &l.id)));
    let statuses = atlas.vocabulary.statuses.iter();
    let statuses = statuses.map(|s| ("status", s.id.clone(), label::status(context, &s.id)));
    let countries = country::offered(atlas, lang).into_iter();
    let countries = countries.map(|code| ("country", code.to_owned(), plain(country::name(code, lang))));
    let precisions = Precision::ALL.into_iter().map(Precision::id);
    let precisions = precisions.map(|id| ("precision", id.to_owned(), label::precision(context, id)));
    let actors = atlas.organisations.keys();
    let actors = actors.map(|id| ("actor", id.clone(), label::actor(context, &(id.clone(), None))));
    let entries = Entry::ALL.into_iter().map(Entry::id);
    let entries = entries.map(|id| ("entry", id.to_owned(), plain(label::entry(context, id))));
    let c = copy::of(lang);
    let day = date::day(atlas.today(), lang);
    Some(Copied {
        names: layers
            .chain(statuses)
            .chain(countries)
            .chain(precisions)
            .chain(actors)
            .chain(entries)
            .collect(),
        roles: atlas.vocabulary.roles.iter().map(|r| (r.id.clone(), r.label.get(lang).to_owned())).collect(),
        script: asset(links, "embed-copy.js"),
        data_of: fill(context.words().data_of, &[("date", &day)]),
        other_edition: fill(c.other_edition, &[("date", &day)]),
        cannot: c.cannot,
        article: links.absolute(&links.any_project(lang)),
        e: embed::of(lang),
        w: context.words(),
    })
}
