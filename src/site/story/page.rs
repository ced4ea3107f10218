//! `/story/{id}`: the text, stop by stop, and the box of the map beside it.

use askama::Template;

use super::caption::{Caption, caption};
use super::index::counts;
use super::metadata::{self, Metadata};
use super::prose::{Part, Piece, parts};
use super::state;
use crate::atlas::{Lang, Telling, Tour};
use crate::site::discovery;
use crate::site::frame::{Context, Frame, Place, asset};
use crate::site::metadata::article::{Article, article};
use crate::site::record::numbering::Numbering;
use crate::site::record::sources::{self, Source};
use crate::site::retold;
use crate::site::told::{Named, named};
use crate::site::words::{Words, date, fill};

#[derive(Template)]
#[template(path = "story.html")]
struct Page {
    f: Frame,
    w: &'static Words,
    facts: Metadata,
    counts: String,
    day: String,
    /// Why it is not in the page's language; empty where it is.
    untold: String,
    opening: Vec<Part>,
    stops: Vec<StopView>,
    sources: Vec<Source>,
    others: Vec<Metadata>,
    /// Where the script finds a project's article, with `*` for its id.
    article: String,
    map_data: String,
    base: String,
    fine: String,
}

/// A stop as its template lays it out.
struct StopView {
    /// From 1.
    number: usize,
    title: String,
    /// The plain state of its map, without `?`.
    state: String,
    /// That state on the map page.
    href: String,
    /// Plain pictures of it, light and dark.
    pictures: [String; 2],
    caption: Caption,
    body: Vec<Part>,
    /// The records it tells of: address and name.
    records: Vec<(String, Named)>,
}

/// The story in the context's language, or in the nearest it has. `stop`, from 1, is the one that a link
/// led to: previews of such a link show it.
pub fn page(context: &Context, story: &Tour, stop: Option<usize>) -> Result<String, askama::Error> {
    let Context { links, lang, .. } = *context;
    let w = context.words();
    let (Some(telling), Some(facts)) = (story.told(lang), metadata::of(context, story)) else {
        return Err(askama::Error::Fmt);
    };
    let mut numbering = Numbering::default();
    let opening = parts(&telling.opening, &mut numbering, w);
    let stops: Vec<StopView> =
        (0..telling.stops.len()).map(|at| stop_view(context, story, telling, at, &mut numbering)).collect();
    let untold = fill(w.story_untold, &[("language", telling.lang.own_name())]);
    Page {
        counts: counts(context, facts.stops, facts.sources),
        day: date::written(facts.date, lang),
        untold: if telling.lang == lang { String::new() } else { untold },
        f: frame(context, story, &facts, stops.iter().find(|each| Some(each.number) == stop)),
        opening,
        stops,
        sources: sources::sources(context, &numbering),
        others: metadata::all(context).into_iter().filter(|other| other.id != story.id).collect(),
        article: links.any_project(lang),
        map_data: links.data("map.geojson"),
        base: asset(links, "base-coarse.json"),
        fine: asset(links, "base-fine.json"),
        facts,
        w,
    }
    .render()
}

fn frame(context: &Context, story: &Tour, facts: &Metadata, stop: Option<&StopView>) -> Frame {
    let Context { atlas, links, lang } = *context;
    let short = &atlas.about.short_title;
    let path = |lang: Lang| links.story(lang, &story.id);
    let title = match stop {
        Some(stop) => format!("{} · {} · {short}", stop.title, facts.title),
        None => format!("{} · {short}", facts.title),
    };
    let mut frame = Frame::new(context, Place::Stories, title, facts.summary.clone(), path);
    frame.css.push(asset(links, "story.css"));
    frame.js = asset(links, "story.js");
    let (picture, alt) = match stop {
        Some(stop) => {
            (links.stop_picture(lang, &story.id, stop.number, "png"), stop.caption.sentence.clone())
        }
        None => (facts.picture.clone(), facts.title.clone()),
    };
    discovery::tell(&mut frame.head, links, &path(lang), None);
    frame.preview = links.absolute(&picture);
    frame.preview_alt = alt;
    if let Some(telling) = story.told(lang) {
        frame.head.data(told(context, facts, telling, frame.preview.clone()));
    }
    frame
}

/// The story as search engines read it.
fn told(context: &Context, facts: &Metadata, telling: &Telling, image: String) -> serde_json::Value {
    let Context { atlas, links, .. } = *context;
    let stops = (0..telling.stops.len()).flat_map(|stop| retold::of_stop(atlas, telling, stop));
    let mut countries: Vec<String> = stops.flat_map(|project| project.countries.clone()).collect();
    countries.sort_unstable();
    countries.dedup();
    let day = facts.date.first_day();
    article(
        context,
        &Article {
            headline: &facts.title,
            description: &facts.summary,
            lang: facts.lang,
            address: links.absolute(&facts.path),
            image,
            changed: if day <= atlas.today() { day } else { atlas.today() },
            countries: &countries,
            sources: telling.cited().into_iter().filter_map(|id| atlas.sources.get(id)).collect(),
        },
    )
}

fn stop_view(
    context: &Context,
    story: &Tour,
    telling: &Telling,
    at: usize,
    numbering: &mut Numbering,
) -> StopView {
    let Context { atlas, links, lang } = *context;
    let state = state::of(atlas, telling, at);
    let number = at + 1;
    let picture = |theme: &str| {
        links.drawn(
            &links.stop_picture(lang, &story.id, number, "svg"),
            &format!("{theme}plain=1&w=720&h=480"),
        )
    };
    let records = retold::of_stop(atlas, telling, at);
    StopView {
        number,
        title: telling.stops[at].title.clone(),
        href: links.map_in(lang, &state),
        pictures: [picture(""), picture("theme=dark&")],
        caption: caption(context, &state),
        body: parts(&telling.stops[at].body, numbering, context.words()),
        records: records.into_iter().map(|p| (links.project(lang, &p.id), named(&p.name, lang))).collect(),
        state,
    }
}
