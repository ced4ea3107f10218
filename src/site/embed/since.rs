//! What a frame that keeps to an edition says of the record as it stands now.

use super::{Ask, address_of};
use crate::atlas::{Atlas, Project};
use crate::links::Pin;
use crate::site::corrections;
use crate::site::frame::Context;
use crate::site::page::title;
use crate::site::words::{date, embed, fill};

/// A sentence, and where more about it is said.
#[derive(Debug)]
pub struct Since {
    /// The sentence, in the place of the date.
    pub text: String,
    /// The entry among the corrections, or the same view as it is now.
    pub href: String,
}

/// That something the frame shows was withdrawn or corrected since, else that a newer edition exists. None
/// where the frame follows the record, or the record still says the same.
pub fn since(context: &Context, ask: &Ask, now: &Atlas, shown: &[&Project]) -> Option<Since> {
    let Context { atlas, links, lang } = *context;
    let Pin::At { latest: false, .. } = links.pin() else { return None };
    let (e, now_at) = (embed::of(lang), links.pinned(Pin::Current));
    let day = date::day(atlas.today(), lang);
    // Around a project in hand all others stand as context.
    let chosen = ask.view.chosen(atlas);
    let concerns = |id: &str| match chosen {
        Some(project) => project.id == id,
        None => shown.iter().any(|project| project.id == id),
    };
    let page = |anchor: &str| format!("{}#{anchor}", now_at.page(lang, "/corrections"));
    let after = |day: &crate::atlas::PartialDate| day.first_day() > atlas.today();
    let gone = now.withdrawn.iter().filter(|gone| after(&gone.date) && concerns(&gone.id));
    let gone = gone.max_by_key(|gone| gone.date.first_day());
    if let (Some(gone), Some(_)) = (gone, chosen) {
        let said = title::missing(now, &gone.id, lang);
        let text = fill(e.data_and, &[("date", &day), ("what", &said)]);
        return Some(Since { text, href: page("withdrawn") });
    }
    let mended = now.corrections.iter().enumerate().filter(|(_, c)| after(&c.date) && concerns(&c.project));
    let mended = mended.map(|(at, c)| (c.date, corrections::anchor(now, at)));
    let all = gone.map(|gone| (gone.date, "withdrawn".to_owned())).into_iter().chain(mended);
    Some(match all.max_by_key(|(on, _)| on.first_day()) {
        Some((on, anchor)) => {
            let text = fill(e.corrected, &[("date", &day), ("day", &date::written(on, lang))]);
            Since { text, href: page(&anchor) }
        }
        None => Since {
            text: fill(e.newer, &[("date", &day)]),
            href: links.absolute(&address_of(&now_at, lang, ask)),
        },
    })
}
