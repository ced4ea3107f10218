//! The map page: the list, which is the interface, the box of the map, and the record in hand.

pub mod as_query;
mod chips;
pub mod filter;
pub mod find;
pub mod label;
mod other;
mod panel;
mod read;
pub mod result;
pub mod row;
mod seen;
mod sort;
mod spelled;
mod survey;
pub mod title;
mod view;

use std::sync::Arc;

use askama::Template;

use chips::{Chip, Nothing};
use filter::Condition;
use other::OtherLayer;
use panel::Panel;
use result::Result;
pub use row::Row;
use row::Shown;
pub use seen::Seen;
pub use sort::Sort;
pub use survey::{Counts, Survey};
pub use view::View;

use super::discovery;
use super::frame::{Context, Frame, Place, asset, parts};
use super::metadata::dataset::{Files, dataset};
use super::sign::{self, Svg};
use super::told::LangAttribute;
use super::words::find::FindWords;
use super::words::{self, Words, date, number};
use super::{error, record};
use crate::atlas::{Atlas, Lang, Precision, Project, status};
use crate::collection::Collection;
use crate::links::{Links, Pin};

/// A toggle of the list of layers.
#[derive(Debug)]
struct LayerToggle {
    id: String,
    sign: Svg,
    name: String,
    lang: LangAttribute,
    count: String,
    on: bool,
}

/// A mark of the legend with its word and what it means.
#[derive(Debug)]
struct Key {
    mark: Svg,
    word: String,
    meaning: String,
}

/// An order of the list, to choose from.
#[derive(Debug)]
struct Order {
    id: &'static str,
    label: &'static str,
    chosen: bool,
    /// Without a search there is no best match.
    offered: bool,
}

#[derive(Template)]
#[template(path = "map.html")]
struct MapPage<'a> {
    f: Frame,
    w: &'static Words,
    fw: &'static FindWords,
    layers: Vec<LayerToggle>,
    others: Vec<OtherLayer>,
    filters: Panel,
    chips: Vec<Chip>,
    dropped: String,
    result: Result,
    sorts: Vec<Order>,
    nothing: Nothing,
    rows: Vec<Row>,
    tray: Vec<Row>,
    /// Whether any of these is shown.
    tray_shows: bool,
    statuses: Vec<Key>,
    precisions: Vec<Key>,
    panel: String,
    q: String,
    clear: String,
    kept: Vec<(&'static str, String)>,
    of_day: Vec<(&'static str, String)>,
    /// The first and the last day that may be asked for, and the one that is.
    days: [String; 3],
    /// `As of 24 Nov 2026`
    day_word: String,
    /// Where a frame of the view is made, and what that is called.
    embed: String,
    embed_word: &'static str,
    about: String,
    map_data: String,
    picture: String,
    picture_alt: String,
    base: String,
    fine: String,
    parts: String,
    /// The items of the projects, from which what is filtered is downloaded.
    items: String,
    /// The same view as a request to the service; empty in an older edition, which the service does not serve.
    as_query: String,
    as_query_word: &'static str,
    /// Of the atlas, as it stands where nothing is chosen.
    title: &'a str,
    /// What stands beside the search where no script runs and nobody answers; else empty.
    no_search: &'static str,
    /// Where the script finds a record as a fragment, and its article, with `*` for its id.
    record: String,
    article: String,
}

/// The map page in the context's language, as the view asks; those of the collections that are the
/// operator's own are offered as context.
pub fn render(
    context: &Context,
    view: &View,
    collections: &[Arc<Collection>],
) -> std::result::Result<String, askama::Error> {
    let Context { atlas, links, lang } = *context;
    let w = context.words();
    let mut view = view.clone().known(atlas);
    if links.edition_kept().is_none() {
        view.v = None;
    }
    let chosen = view.chosen(atlas);
    let survey = Survey::new(atlas, &view, lang);
    let result = result::result(context, &view, survey.counts());
    let is_empty = survey.shown().next().is_none();

    let day = view.day(atlas);
    let row = |seen: &Seen| {
        let current = chosen.is_some_and(|c| c.id == seen.project.id);
        // The page's script keeps to what the search here has found.
        let missed = seen.failed.fails(Condition::Q);
        (
            seen.placed,
            row::row(context, seen.project, Shown { hidden: !seen.failed.none(), missed, current, day }),
        )
    };
    let (placed, tray): (Vec<_>, Vec<_>) = survey.0.iter().map(row).partition(|(placed, _)| *placed);
    let tray_shows = tray.iter().any(|(_, row)| !row.shown.hidden);
    let rows_of = |part: Vec<(bool, Row)>| part.into_iter().map(|(_, row)| row).collect();

    let shown: Vec<_> = survey.shown().map(|seen| seen.project).collect();
    let mut f = frame(context, &view, &result, &shown);
    f.head.data(dataset(context, Files::Whole));
    f.theme = view.theme.unwrap_or_default();
    MapPage {
        w,
        fw: words::find::of(lang),
        layers: layers(context, &view, &survey),
        others: other::layers(context, collections),
        filters: panel::panel(context, &view, &survey),
        chips: chips::chips(context, &view),
        dropped: dropped(lang, &view),
        result,
        sorts: sorts(lang, &view),
        nothing: if is_empty { chips::nothing(context, &view) } else { Nothing::default() },
        rows: rows_of(placed),
        tray: rows_of(tray),
        tray_shows,
        statuses: statuses(context, &survey),
        precisions: precisions(context),
        panel: match (chosen, &view.sel) {
            (Some(project), _) => record::panel(context, project)?,
            (None, Some(id)) => error::unknown(context, id)?,
            (None, None) => String::new(),
        },
        clear: bare(&view).address(links, lang),
        kept: kept(links, &view, &["on", "theme"]),
        // Another day leaves all else as it is, but for where the map stood.
        of_day: kept(
            links,
            &view,
            &View::NAMES.iter().copied().filter(|n| !["on", "map", "v"].contains(n)).collect::<Vec<_>>(),
        ),
        days: [first_day(atlas), atlas.today().to_string(), view.day(atlas).to_string()],
        q: view.q.clone().unwrap_or_default(),
        day_word: words::fill(words::find::of(lang).as_of_day, &[("date", &date::day(day, lang))]),
        embed: links.embed_builder(lang, view.query().trim_start_matches('?')),
        embed_word: words::embed::of(lang).embed,
        about: format!("{}#entries", links.page(lang, "/about")),
        map_data: links.data("map.geojson"),
        picture: links.image(lang, "svg", &picture(&view)),
        picture_alt: w.tagline.to_owned(),
        base: asset(links, "base-coarse.json"),
        fine: asset(links, "base-fine.json"),
        parts: parts(links),
        // Of a frozen edition the service knows nothing.
        items: if links.edition_kept().is_some() || links.are_files() {
            String::new()
        } else {
            links.collection("projects").items()
        },
        as_query: match links.pin() {
            Pin::At { latest: false, .. } => String::new(),
            _ if links.are_files() => String::new(),
            _ => links.as_query(lang, &View { v: None, ..view.clone() }.query()),
        },
        as_query_word: words::query::of(lang).link,
        title: atlas.about.title.get(lang),
        record: links.any_panel(lang),
        article: links.any_project(lang),
        no_search: if links.are_files() { words::copy::of(lang).no_search } else { "" },
        f,
    }
    .render()
}

/// The query of the picture that stands in the map's box until the script draws there. What is in hand is
/// left out: the map, too, begins with the whole region.
fn picture(view: &View) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in view.pairs() {
        if !["sel", "map", "sort", "v"].contains(&name) {
            query.append_pair(name, &value);
        }
    }
    query.append_pair("plain", "1").append_pair("w", "720").append_pair("h", "760").finish()
}

/// The first day on which anything of the record has happened.
fn first_day(atlas: &Atlas) -> String {
    let first = atlas.projects.iter().filter_map(|p| p.first_event()).map(|date| date.first_day()).min();
    first.unwrap_or(atlas.today()).to_string()
}

/// What a form hands on of the view, with the edition of the addresses.
fn kept(links: &Links, view: &View, names: &[&str]) -> Vec<(&'static str, String)> {
    let pairs = view.pairs().into_iter().filter(|(name, _)| names.contains(name));
    pairs.chain(links.edition_kept().map(|v| ("v", v.to_owned()))).collect()
}

/// The view without any condition.
fn bare(view: &View) -> View {
    let without = |view: View, condition| view.without(condition, None);
    Condition::ALL.into_iter().filter(|c| *c != Condition::On).fold(view.clone(), without)
}

fn dropped(lang: Lang, view: &View) -> String {
    if view.dropped.is_empty() {
        return String::new();
    }
    words::fill(words::find::of(lang).dropped, &[("what", &view.dropped.join(", "))])
}

fn sorts(lang: Lang, view: &View) -> Vec<Order> {
    let (w, find) = (words::of(lang), words::find::of(lang));
    let order = |sort: Sort| Order {
        id: sort.id(),
        label: match sort {
            Sort::Event => w.sort_event,
            Sort::Name => find.sort_name,
            Sort::Status => find.sort_status,
            Sort::Relevance => find.sort_relevance,
        },
        chosen: sort == view.sort,
        offered: sort != Sort::Relevance || view.q.is_some() || sort == view.sort,
    };
    Sort::ALL.into_iter().map(order).collect()
}

fn frame(context: &Context, view: &View, result: &Result, shown: &[&Project]) -> Frame {
    let Context { atlas, links, lang } = *context;
    let chosen = view.chosen(atlas);
    let (title, description) = title::of(context, view, chosen, result);
    // Another language shows the same view; for search engines a record has one address of its own,
    // and the map one for all its views.
    let path = |lang: Lang| view.address(links, lang);
    let mut frame = Frame::new(context, Place::Map, title, description, path);
    frame.canonical = links.absolute(&match chosen {
        Some(project) => links.project(lang, &project.id),
        None => links.map(lang),
    });
    discovery::tell(&mut frame.head, links, &path(lang), None);
    // Order and colours are the reader's own: one view is told under one address.
    let plain = View { sort: Sort::default(), theme: None, v: None, dropped: Vec::new(), ..view.clone() };
    let only = View { sel: view.sel.clone(), ..View::default() };
    match chosen {
        Some(project) if plain == only => {
            frame.shared = frame.canonical.clone();
            frame.preview = links.absolute(&links.project_picture(lang, &project.id, "png"));
            frame.preview_alt = project.name.get(lang).to_owned();
        }
        _ => {
            frame.shared = links.absolute(&plain.address(links, lang));
            let query = plain.query();
            frame.preview = links.absolute(&links.image(lang, "png", query.trim_start_matches('?')));
            frame.preview_alt =
                title::alternative(context, &plain, &title::bare(context, &plain), shown, false);
        }
    }
    frame
}

fn layers(context: &Context, view: &View, survey: &Survey) -> Vec<LayerToggle> {
    let toggle = |layer: &crate::atlas::Layer| {
        let title = label::layer(context, &layer.id);
        let count = survey.would_give(Condition::Layer, |s| s.project.layer == layer.id);
        LayerToggle {
            id: layer.id.clone(),
            sign: sign::layer(&layer.glyph, &layer.family),
            lang: title.lang,
            name: title.text,
            count: number::count(count, context.lang),
            on: view.layer.is_empty() || view.layer.contains(&layer.id),
        }
    };
    context.atlas.layers.layers.iter().map(toggle).collect()
}

fn statuses(context: &Context, survey: &Survey) -> Vec<Key> {
    let vocabulary = &context.atlas.vocabulary;
    // "Unknown" is explained only where some project is drawn so.
    let used = |id: &str| id != status::UNKNOWN || survey.0.iter().any(|s| s.status == id);
    let key = |s: &crate::atlas::vocabulary::StatusTerm| Key {
        mark: sign::status_mark(&s.id, None, 15),
        word: s.label.get(context.lang).to_owned(),
        meaning: s.definition.get(context.lang).to_owned(),
    };
    vocabulary.statuses.iter().filter(|s| used(&s.id)).map(key).collect()
}

fn precisions(context: &Context) -> Vec<Key> {
    let vocabulary = &context.atlas.vocabulary;
    let drawn = vocabulary.precisions.iter().filter(|p| p.id != Precision::Country);
    let key = |p: &crate::atlas::vocabulary::PrecisionTerm| Key {
        mark: sign::mark(&format!("p-{}", p.id.id()), "", 15),
        word: p.label.get(context.lang).to_owned(),
        meaning: p.definition.get(context.lang).to_owned(),
    };
    drawn.map(key).collect()
}
