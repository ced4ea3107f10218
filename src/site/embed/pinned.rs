//! What a frame that keeps to an edition says of the record as it stands now.

use crate::atlas::{Atlas, Project};
use crate::links::Pin;
use crate::site::frame::Context;
use crate::site::words::{date, embed, fill};

/// The sentence in place of the count: that something the frame shows was corrected since, else that a
/// newer edition exists. None where the frame follows the record, or the record still says the same.
pub fn sentence(context: &Context, now: &Atlas, shown: &[&Project]) -> Option<String> {
    let Context { atlas, links, lang } = *context;
    let Pin::At { latest: false, .. } = links.pin() else { return None };
    let e = embed::of(lang);
    let day = date::day(atlas.today(), lang);
    let concerns = |id: &str| shown.iter().any(|project| project.id == id);
    let since = now.corrections.iter().filter(|c| c.date.first_day() > atlas.today());
    let corrected = since.filter(|c| concerns(&c.project)).map(|c| c.date).max_by_key(|d| d.first_day());
    Some(match corrected {
        Some(on) => fill(e.corrected, &[("date", &day), ("day", &date::written(on, lang))]),
        None => fill(e.newer, &[("date", &day)]),
    })
}
