//! The title of a view that was given none.

use super::Ask;
use crate::site::country;
use crate::site::frame::Context;

/// The stop of the story, the project in hand, what is filtered, or the atlas.
pub fn of(context: &Context, ask: &Ask) -> String {
    let (atlas, lang, w) = (context.atlas, context.lang, context.words());
    let view = &ask.view;
    if let Some(stop) = &ask.stop
        && let Some(telling) = atlas.story(&stop.story).and_then(|story| story.told(lang))
        && let Some(told) = telling.stops.get(stop.number - 1)
    {
        return format!("{}: {}", telling.title, told.title);
    }
    if let Some(project) = view.chosen(atlas) {
        return project.name.get(lang).to_owned();
    }
    let layers = view.layer.iter().filter_map(|id| {
        let title = atlas.layer(id).map(|layer| layer.title.get(lang));
        w.layer(id).or(title)
    });
    let statuses = view.status.iter().filter_map(|id| atlas.vocabulary.status(id)).map(|s| s.label.get(lang));
    let parts = [
        layers.collect::<Vec<_>>().join(", "),
        statuses.collect::<Vec<_>>().join(", "),
        country::names(&view.country, lang),
    ];
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if said.is_empty() { w.tagline.to_owned() } else { said.join(" · ") }
}
