//! `/stories`: every story with its picture.

use askama::Template;

use super::metadata::{self, Metadata};
use crate::atlas::Lang;
use crate::site::frame::{Context, Frame, Place, asset};
use crate::site::words::{Words, date, fill, number};

#[derive(Template)]
#[template(path = "stories.html")]
struct Index {
    f: Frame,
    w: &'static Words,
    stories: Vec<Entry>,
}

struct Entry {
    facts: Metadata,
    /// Plain pictures of the first stop, light and dark.
    pictures: [String; 2],
    /// `9 stops, 56 sources`, and the day.
    counts: String,
    day: (String, String),
    /// The languages in which it is written, each by its own name with its address.
    tongues: Vec<(&'static str, &'static str, String)>,
}

/// The list of stories in the context's language.
pub fn index(context: &Context) -> Result<String, askama::Error> {
    let Context { atlas, links, .. } = *context;
    let w = context.words();
    let title = format!("{} · {}", w.stories, atlas.about.short_title);
    let path = |lang: Lang| links.page(lang, "/stories");
    let mut f = Frame::new(context, Place::Stories, title, w.stories_lede.to_owned(), path);
    f.css.push(asset(links, "story.css"));
    Index { stories: metadata::all(context).into_iter().map(|facts| entry(context, facts)).collect(), f, w }
        .render()
}

fn entry(context: &Context, facts: Metadata) -> Entry {
    let Context { links, lang, .. } = *context;
    let picture = |theme: &str| {
        links.drawn(&links.stop_picture(lang, &facts.id, 1, "svg"), &format!("{theme}plain=1&w=480&h=320"))
    };
    Entry {
        pictures: [picture(""), picture("theme=dark&")],
        counts: counts(context, facts.stops, facts.sources),
        day: (facts.date.to_string(), date::written(facts.date, lang)),
        tongues: facts
            .languages
            .iter()
            .map(|each| (each.tag(), each.own_name(), links.story(*each, &facts.id)))
            .collect(),
        facts,
    }
}

/// `9 stops, 56 sources`
pub fn counts(context: &Context, stops: usize, sources: usize) -> String {
    let n = |count: usize| number::count(count, context.lang);
    fill(context.words().story_counts, &[("n", &n(stops)), ("m", &n(sources))])
}
