//! What a frame says about what it was asked and cannot do: quietly, above the map, which stands all the same.

use super::Ask;
use super::ask::LONGEST_TITLE;
use crate::links::Pin;
use crate::site::error;
use crate::site::frame::Context;
use crate::site::page::title;
use crate::site::told::{Named, named};
use crate::site::words::{date, embed, fill};

/// A sentence, and names that may have been meant.
#[derive(Debug)]
pub struct Note {
    /// The sentence.
    pub text: String,
    /// What stands before the names; empty where there is none.
    pub before: &'static str,
    /// Addresses and names.
    pub near: Vec<(String, Named)>,
}

impl Note {
    fn plain(text: String) -> Note {
        Note { text, before: "", near: Vec::new() }
    }
}

/// All that is to be said; `shown` is the number of entries in the frame.
pub fn notes(context: &Context, ask: &Ask, shown: usize) -> Vec<Note> {
    let (w, e) = (context.words(), embed::of(context.lang));
    let mut notes = Vec::new();
    if let (Some(id), Some(_)) = (&ask.unknown, ask.gone(context.atlas)) {
        notes.push(Note::plain(title::missing(context.atlas, id, context.lang)));
    } else if let Some(id) = &ask.unknown {
        let near = error::nearest(context, id.split('.').next().unwrap_or(id));
        let near = near.into_iter().map(|project| {
            let href = context.links.embed(context.lang, &format!("sel={}", project.id));
            (href, named(&project.name, context.lang))
        });
        let near: Vec<(String, Named)> = near.collect();
        let before = if near.is_empty() { "" } else { w.nearest };
        notes.push(Note { text: fill(e.no_project, &[("id", id)]), before, near });
    }
    if let Some(id) = &ask.no_story {
        notes.push(Note::plain(fill(e.no_story, &[("id", id)])));
    }
    if let Pin::Missing(edition) = context.links.pin() {
        let day = date::day(context.atlas.today(), context.lang);
        notes.push(Note::plain(fill(e.no_edition, &[("edition", edition), ("date", &day)])));
    }
    if shown == 0 && ask.view.sel.is_none() && ask.gone(context.atlas).is_none() {
        notes.push(Note::plain(w.no_match.to_owned()));
    }
    if !ask.dropped.is_empty() {
        notes.push(Note::plain(fill(e.dropped, &[("values", &ask.dropped.join(", "))])));
    }
    if ask.cut {
        notes.push(Note::plain(fill(e.cut, &[("n", &LONGEST_TITLE.to_string())])));
    }
    notes
}
