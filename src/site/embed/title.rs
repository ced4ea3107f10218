//! The title of a view that was given none.

use crate::atlas::Project;
use crate::site::country;
use crate::site::frame::Context;
use crate::site::page::View;

/// The project in hand, what is filtered, or the atlas.
pub fn of(context: &Context, view: &View) -> String {
    let (atlas, lang, w) = (context.atlas, context.lang, context.words());
    if let Some(project) = view.chosen(atlas) {
        return of_project(context, project);
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

/// A project's name.
pub fn of_project(context: &Context, project: &Project) -> String {
    project.name.get(context.lang).to_owned()
}
