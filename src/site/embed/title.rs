//! The title of a frame: the one given, else one made from what it shows.

use super::Ask;
use crate::site::frame::Context;
use crate::site::page::title;

/// The title; one that is made says the day, where it is not the edition's.
pub fn of(context: &Context, ask: &Ask) -> String {
    let given = ask.title.as_deref().filter(|given| !given.is_empty());
    given.map_or_else(|| title::dated(context, &ask.view, made(context, ask)), str::to_owned)
}

/// The title without the day, for sentences that say it.
pub fn bare(context: &Context, ask: &Ask) -> String {
    let given = ask.title.as_deref().filter(|given| !given.is_empty());
    given.map_or_else(|| made(context, ask), str::to_owned)
}

/// The stop of the story, the project in hand, what is filtered, or the atlas.
fn made(context: &Context, ask: &Ask) -> String {
    if let Some(stop) = &ask.stop
        && let Some(telling) = context.atlas.story(&stop.story).and_then(|story| story.told(context.lang))
        && let Some(told) = telling.stops.get(stop.number - 1)
    {
        return format!("{}: {}", telling.title, told.title);
    }
    match ask.gone(context.atlas) {
        Some(gone) => gone.id.clone(),
        None => title::bare(context, &ask.view),
    }
}
