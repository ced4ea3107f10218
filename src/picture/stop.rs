//! The picture of a stop: the state of its map, under the stop's own title.

use super::view::{NoSize, View};
use crate::atlas::{Atlas, Lang, Tour};
use crate::site::story::state;

/// The view of a stop, counted from 1, at the size and in the theme that a query asks for; none where the
/// story has no such stop.
pub fn view(
    atlas: &Atlas,
    story: &Tour,
    number: usize,
    lang: Lang,
    query: &str,
) -> Option<Result<View, NoSize>> {
    // Chinese is not drawn: its pictures are in English.
    let telling = story.told(if lang == Lang::Zh { Lang::En } else { lang })?;
    let at = number.checked_sub(1)?;
    let stop = telling.stops.get(at)?;
    let of_stop = match View::read(&state::of(atlas, telling, at), atlas) {
        Ok(view) => view,
        Err(wrong) => return Some(Err(wrong)),
    };
    let asked = View::read(query, atlas);
    Some(asked.map(|View { size, theme, plain, .. }| View {
        size,
        theme,
        plain,
        title: Some(stop.title.clone()),
        ..of_stop
    }))
}
