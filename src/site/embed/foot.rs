//! The line of trust: how much is shown, as of which day, of which data.

use super::Ask;
use super::since::{Since, since};
use crate::atlas::{Atlas, Project};
use crate::site::frame::Context;
use crate::site::listing;
use crate::site::page::filter::Condition;
use crate::site::page::{Survey, result};
use crate::site::words::{date, fill};

/// `6 projects · 2 without a place · As it stood on 5 Jul 2019 · Data of 24 Nov 2026`
#[derive(Debug)]
pub struct Foot {
    /// All of it, or what stands before the sentence about the record as it is now.
    pub said: String,
    /// That sentence, in the place of the date of the data.
    pub since: Option<Since>,
}

/// The foot of a frame; `now` is the record as it stands.
pub fn foot(context: &Context, ask: &Ask, now: &Atlas, shown: &[&Project]) -> Foot {
    let Context { atlas, lang, .. } = *context;
    let (w, view) = (context.words(), &ask.view);
    let mut parts = Vec::new();
    // Around a project in hand all others stand as context, unless they were asked for.
    let asked = Condition::ALL.into_iter().any(|c| c != Condition::On && view.asks(c));
    if (view.chosen(atlas).is_none() || asked) && ask.gone(atlas).is_none() {
        parts.push(listing::counted(context, shown));
        let counts = Survey::new(atlas, view, lang).counts();
        let others = result::result(context, view, counts).parts;
        parts.extend(others.into_iter().map(|part| part.said).filter(|said| !said.is_empty()));
    }
    parts.extend(view.on.map(|day| fill(w.story_as_of, &[("date", &date::day(day, lang))])));
    let since = since(context, ask, now, shown);
    if since.is_none() {
        parts.push(fill(w.data_of, &[("date", &date::day(atlas.today(), lang))]));
    }
    Foot { said: parts.join(" · "), since }
}
