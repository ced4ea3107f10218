//! A story in a few facts: for its head, for link previews, for search engines and the list of stories.

use crate::atlas::{Lang, PartialDate, Tour};
use crate::site::frame::Context;
use crate::site::told::LangAttribute;

/// What is said of a story where it is not told.
#[derive(Debug)]
pub struct Metadata {
    /// Its id.
    pub id: String,
    /// Its title, in the language in which the page tells it.
    pub title: String,
    /// One or two sentences about it, in that language.
    pub summary: String,
    /// That language.
    pub lang: Lang,
    /// Its mark where that is not the page's.
    pub lang_attribute: LangAttribute,
    /// The languages in which it is written.
    pub languages: Vec<Lang>,
    /// The day on which it was last gone through.
    pub date: PartialDate,
    /// How many stops it has.
    pub stops: usize,
    /// How many sources it cites.
    pub sources: usize,
    /// Its path in the page's language.
    pub path: String,
    /// The path of its card, 1200 × 630.
    pub picture: String,
}

/// The facts of a story, as a page in the context's language says them; none for a story that is told in
/// no language, which the record does not hold.
pub fn of(context: &Context, story: &Tour) -> Option<Metadata> {
    let Context { links, lang, .. } = *context;
    let telling = story.told(lang)?;
    Some(Metadata {
        id: story.id.clone(),
        title: telling.title.clone(),
        summary: telling.summary.clone(),
        lang: telling.lang,
        lang_attribute: LangAttribute::of(telling.lang.tag(), lang),
        languages: story.tellings.iter().map(|telling| telling.lang).collect(),
        date: telling.date,
        stops: telling.stops.len(),
        sources: telling.cited().len(),
        path: links.story(lang, &story.id),
        picture: links.story_picture(lang, &story.id, "png"),
    })
}

/// All stories of the record, in its order.
pub fn all(context: &Context) -> Vec<Metadata> {
    context.atlas.stories.iter().filter_map(|story| of(context, story)).collect()
}
