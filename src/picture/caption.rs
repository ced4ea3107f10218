//! What a picture says in words: its title, what it counts, and the sentence that stands for it where it
//! cannot be seen. They are those of a frame of the same view.

use super::view::View;
use crate::atlas::{Atlas, Lang, Project};
use crate::links::Links;
use crate::site::frame::Context;
use crate::site::listing;
use crate::site::page::title as page;
use crate::site::words::{self, date, fill};

/// The title: the one asked for, the project in hand, what is filtered, or the atlas; none where it shall
/// have none.
pub fn title(view: &View, atlas: &Atlas, lang: Lang) -> String {
    let context = Context { atlas, links: &Links::nowhere(), lang };
    match (&view.title, &view.missing) {
        (Some(title), _) => title.clone(),
        (None, Some(id)) => id.clone(),
        (None, None) => page::dated(&context, &view.state, page::bare(&context, &view.state)),
    }
}

/// `20 projects, as of 5 Jul 2019. Data of 24 Nov 2026.`; of a project in hand its status instead.
pub fn dated(view: &View, atlas: &Atlas, shown: &[&Project], lang: Lang) -> String {
    let context = Context { atlas, links: &Links::nowhere(), lang };
    let w = words::of(lang);
    let data = fill(w.data_of, &[("date", &date::day(atlas.today(), lang))]);
    let state = &view.state;
    let said = match &view.missing {
        Some(id) => Some(page::missing(atlas, id, lang)),
        None => page::not_begun(&context, state),
    };
    if let Some(said) = said {
        return format!("{}. {data}.", said.trim_end_matches('.'));
    }
    let standing = state.chosen(atlas).and_then(|project| atlas.status_on(project, state.day(atlas)));
    let told = match &standing {
        Some(standing) => {
            let label = atlas.vocabulary.status(&standing.status).map_or("", |s| s.label.get(lang));
            format!("{label} {} {}", w.since, date::written(standing.since, lang))
        }
        None => listing::counted(&context, shown),
    };
    let as_of =
        state.on.map(|day| format!(", {}", fill(w.picture_as_of, &[("date", &date::day(day, lang))])));
    format!("{told}{}. {data}.", as_of.unwrap_or_default())
}

/// The sentence that stands for the picture.
pub fn sentence(view: &View, atlas: &Atlas, shown: &[&Project], lang: Lang) -> String {
    let context = Context { atlas, links: &Links::nowhere(), lang };
    if let Some(id) = &view.missing {
        return page::missing(atlas, id, lang);
    }
    let given = view.title.clone().filter(|title| !title.is_empty());
    let title = given.unwrap_or_else(|| page::bare(&context, &view.state));
    page::alternative(&context, &view.state, &title, shown, false)
}
