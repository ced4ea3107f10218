//! The map page: the list, which is the interface, the box of the map, and the record in hand.

pub mod find;
mod other;
pub mod row;
mod view;

use std::collections::HashSet;
use std::sync::Arc;

use askama::Template;

use other::OtherLayer;
pub use row::Row;
use row::Shown;
pub use view::View;

use super::discovery;
use super::frame::{Context, Frame, Place, asset, parts};
use super::metadata::dataset::{Files, dataset};
use super::sign::{self, Svg};
use super::told::{LangAttribute, told};
use super::words::{self, Words, number};
use super::{error, record};
use crate::atlas::{Atlas, Lang, Precision, Project, status};
use crate::collection::Collection;

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

/// The numbers of the result line, with the words for one and for several.
#[derive(Debug)]
struct Result {
    projects: usize,
    project_word: &'static str,
    entries: usize,
    entry_word: String,
    unplaced: usize,
    unplaced_word: String,
}

#[derive(Template)]
#[template(path = "map.html")]
struct MapPage<'a> {
    f: Frame,
    w: &'static Words,
    layers: Vec<LayerToggle>,
    others: Vec<OtherLayer>,
    result: Result,
    rows: Vec<Row>,
    tray: Vec<Row>,
    statuses: Vec<Key>,
    precisions: Vec<Key>,
    panel: String,
    q: String,
    searched: String,
    clear: String,
    kept: Vec<(&'static str, String)>,
    /// The first and the last day that may be asked for, and the one that is.
    days: [String; 3],
    about: String,
    map_data: String,
    picture: String,
    picture_alt: String,
    base: String,
    fine: String,
    parts: String,
    /// The items of the projects, from which what is filtered is downloaded.
    items: String,
    root: &'a str,
    /// Where the script finds a record as a fragment, with `*` for its id.
    record: String,
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
        view.others.retain(|(name, _)| *name != "v");
    }
    let chosen = view.chosen(atlas);

    let mut projects: Vec<(&Project, String)> = atlas
        .projects
        .iter()
        .map(|p| (p, atlas.status_on(p, atlas.today()).map_or(status::UNKNOWN.to_owned(), |s| s.status)))
        .collect();
    projects.sort_by_key(|(p, _)| (std::cmp::Reverse(p.last_event()), p.id.as_str()));

    // A search answers for every row at once; the page's script keeps to the answer.
    let missed: HashSet<&str> = match &view.q {
        Some(q) => {
            projects.iter().filter(|(p, _)| !find::matches(atlas, p, q)).map(|(p, _)| p.id.as_str()).collect()
        }
        None => Default::default(),
    };
    let shown: Vec<&Project> = projects
        .iter()
        .filter(|(p, s)| view.shows(p, s) && !missed.contains(p.id.as_str()))
        .map(|(p, _)| *p)
        .collect();
    let rows = projects.iter().map(|(p, s)| {
        let current = chosen.is_some_and(|c| c.id == p.id);
        let missed = missed.contains(p.id.as_str());
        (is_placed(p), row::row(context, p, Shown { hidden: missed || !view.shows(p, s), missed, current }))
    });
    let (placed, tray): (Vec<_>, Vec<_>) = rows.partition(|(placed, _)| *placed);
    let rows_of = |part: Vec<(bool, Row)>| part.into_iter().map(|(_, row)| row).collect();

    let mut f = frame(context, &view, chosen);
    f.head.data(dataset(context, Files::Whole));
    f.theme = view.theme.unwrap_or_default();
    MapPage {
        w,
        layers: layers(context, &view, &projects, &missed),
        others: other::layers(context, collections),
        result: result(w, lang, &shown),
        rows: rows_of(placed),
        tray: rows_of(tray),
        statuses: statuses(context, &projects),
        precisions: precisions(context),
        panel: match (chosen, &view.sel) {
            (Some(project), _) => record::panel(context, project)?,
            (None, Some(id)) => error::unknown(context, id)?,
            (None, None) => String::new(),
        },
        searched: words::fill(w.searched, &[("q", view.q.as_deref().unwrap_or_default())]),
        clear: links.map(lang),
        kept: view.kept().into_iter().chain(links.edition_kept().map(|v| ("v", v.to_owned()))).collect(),
        days: [first_day(atlas), atlas.today().to_string(), view.day(atlas).to_string()],
        q: view.q.clone().unwrap_or_default(),
        about: format!("{}#entries", links.page(lang, "/about")),
        map_data: links.data("map.geojson"),
        picture: links.image(lang, "svg", &picture(&view)),
        picture_alt: w.tagline.to_owned(),
        base: asset(links, "base-coarse.json"),
        fine: asset(links, "base-fine.json"),
        parts: parts(links),
        // Of a frozen edition the service knows nothing.
        items: if links.edition_kept().is_some() { String::new() } else { links.items("projects", "") },
        root: &links.root(lang),
        record: links.any_panel(lang),
        f,
    }
    .render()
}

/// The query of the picture that stands in the map's box until the script draws there. What is in hand is
/// left out: the map, too, begins with the whole region.
fn picture(view: &View) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, ids) in [("layer", &view.layer), ("status", &view.status), ("country", &view.country)] {
        if !ids.is_empty() {
            query.append_pair(name, &ids.join(","));
        }
    }
    for (name, value) in [("q", view.q.as_deref()), ("theme", view.theme)] {
        if let Some(value) = value {
            query.append_pair(name, value);
        }
    }
    query.append_pair("plain", "1").append_pair("w", "720").append_pair("h", "760").finish()
}

/// The first day on which anything of the record has happened.
fn first_day(atlas: &Atlas) -> String {
    let first = atlas.projects.iter().filter_map(|p| p.first_event()).map(|date| date.first_day()).min();
    first.unwrap_or(atlas.today()).to_string()
}

/// Whether it stands on the map; else in the tray.
fn is_placed(project: &Project) -> bool {
    project.sites.iter().any(|site| site.is_placed())
}

fn frame(context: &Context, view: &View, chosen: Option<&Project>) -> Frame {
    let Context { atlas, links, lang } = *context;
    let short = &atlas.about.short_title;
    let (title, description) = match chosen {
        Some(project) => {
            (format!("{} · {short}", project.name.get(lang)), project.summary.get(lang).to_owned())
        }
        None => (atlas.about.title.get(lang).to_owned(), context.words().tagline.to_owned()),
    };
    // Another language shows the same view; for search engines a record has one address of its own,
    // and the map one for all its views.
    let asked = View {
        others: view.others.iter().filter(|(name, _)| *name != "v").cloned().collect(),
        ..view.clone()
    };
    let path = |lang: Lang| links.page(lang, &format!("/{}", asked.query()));
    let mut frame = Frame::new(context, Place::Map, title, description, path);
    frame.canonical = links.absolute(&match chosen {
        Some(project) => links.project(lang, &project.id),
        None => links.map(lang),
    });
    discovery::tell(&mut frame.head, links, &path(lang), None);
    if let Some(project) = chosen {
        frame.preview = links.absolute(&links.project_picture(lang, &project.id, "png"));
    }
    frame
}

fn layers(
    context: &Context,
    view: &View,
    projects: &[(&Project, String)],
    missed: &HashSet<&str>,
) -> Vec<LayerToggle> {
    let any = View { layer: Vec::new(), ..view.clone() };
    let toggle = |layer: &crate::atlas::Layer| {
        let title = told(&layer.title, context.lang);
        let short = context.words().layer(&layer.id).map(str::to_owned);
        let of_layer = |(p, s): &&(&Project, String)| {
            p.layer == layer.id && p.entry.is_project() && any.shows(p, s) && !missed.contains(p.id.as_str())
        };
        LayerToggle {
            id: layer.id.clone(),
            sign: sign::layer(&layer.glyph, &layer.family),
            lang: if short.is_some() { LangAttribute::default() } else { title.lang },
            name: short.unwrap_or(title.text),
            count: number::count(projects.iter().filter(of_layer).count(), context.lang),
            on: view.layer.is_empty() || view.layer.contains(&layer.id),
        }
    };
    context.atlas.layers.layers.iter().map(toggle).collect()
}

fn result(w: &'static Words, lang: Lang, shown: &[&Project]) -> Result {
    let count = |keep: &dyn Fn(&Project) -> bool| shown.iter().filter(|p| keep(p)).count();
    let worded = |n: usize, one: &str, other: &str| {
        (if n == 1 { one } else { other }).replace('#', &number::count(n, lang))
    };
    let projects = count(&|p| p.entry.is_project());
    let entries = count(&|p| !p.entry.is_project());
    let unplaced = count(&|p| !is_placed(p));
    Result {
        projects,
        project_word: if projects == 1 { w.project_one } else { w.project_other },
        entries,
        entry_word: worded(entries, w.entry_one, w.entry_other),
        unplaced,
        unplaced_word: worded(unplaced, w.unplaced_one, w.unplaced_other),
    }
}

fn statuses(context: &Context, projects: &[(&Project, String)]) -> Vec<Key> {
    let vocabulary = &context.atlas.vocabulary;
    // "Unknown" is explained only where some project is drawn so.
    let used = |id: &str| id != status::UNKNOWN || projects.iter().any(|(_, s)| s == id);
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
