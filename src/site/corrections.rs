//! The corrections page: what was wrong and is mended, and what was withdrawn.

use askama::Template;

use super::frame::{Context, Frame, Place};
use super::told::{Told, told, web};
use super::words::guide::{self, Guide};
use super::words::{Words, date};
use crate::atlas::{Atlas, Correction, Lang, Withdrawal};

#[derive(Template)]
#[template(path = "corrections.html")]
struct CorrectionsPage {
    f: Frame,
    w: &'static Words,
    g: &'static Guide,
    corrections: Vec<Mended>,
    withdrawn: Vec<Gone>,
    feed: String,
    contact: String,
}

struct Mended {
    anchor: String,
    /// Machine form and words.
    date: (String, String),
    /// The record's page; empty where it is no longer there.
    href: String,
    subject: String,
    what: Told,
    was: Told,
    now: Told,
    /// Title and address of the source; empty where the bibliography lacks it.
    source: (String, String),
}

struct Gone {
    id: String,
    date: (String, String),
    reason: Told,
}

/// The page in the context's language.
pub fn render(context: &Context) -> Result<String, askama::Error> {
    let Context { atlas, links, lang } = *context;
    let g = guide::of(lang);
    let title = format!("{} · {}", g.corrections, atlas.about.short_title);
    let path = |lang: Lang| links.page(lang, "/corrections");
    let mended = |(index, correction)| mended(context, index, correction);
    let feed = links.page(lang, "/corrections.atom");
    let mut f = Frame::new(context, Place::Elsewhere, title, g.corrections_lede.to_owned(), path);
    f.head.titled("alternate", "application/atom+xml", feed.clone(), g.corrections_feed.to_owned());
    CorrectionsPage {
        corrections: atlas.corrections.iter().enumerate().map(mended).collect(),
        withdrawn: atlas.withdrawn.iter().map(|gone| withdrawn(gone, lang)).collect(),
        contact: atlas.about.contact.clone().unwrap_or_default(),
        feed,
        f,
        w: context.words(),
        g,
    }
    .render()
}

/// The fragment of a correction: its place counted from the oldest, so that a newer one moves none.
pub fn anchor(atlas: &Atlas, index: usize) -> String {
    format!("correction-{}", atlas.corrections.len() - index)
}

/// What a correction concerns: the record's name, or its id where it is no longer there.
pub fn subject(atlas: &Atlas, correction: &Correction, lang: Lang) -> String {
    atlas.project(&correction.project).map_or(correction.project.as_str(), |p| p.name.get(lang)).to_owned()
}

fn mended(context: &Context, index: usize, correction: &Correction) -> Mended {
    let Context { atlas, links, lang } = *context;
    let source = atlas.sources.get(&correction.source);
    Mended {
        anchor: anchor(atlas, index),
        date: (correction.date.to_string(), date::written(correction.date, lang)),
        href: atlas.project(&correction.project).map_or_else(String::new, |p| links.project(lang, &p.id)),
        subject: subject(atlas, correction, lang),
        what: told(&correction.what, lang),
        was: told(&correction.was, lang),
        now: told(&correction.is, lang),
        source: source.map(|s| (s.title.clone(), web(&s.url))).unwrap_or_default(),
    }
}

fn withdrawn(gone: &Withdrawal, lang: Lang) -> Gone {
    Gone {
        id: gone.id.clone(),
        date: (gone.date.to_string(), date::written(gone.date, lang)),
        reason: told(&gone.reason, lang),
    }
}
