//! Frames for other people's pages: `/embed`. The server writes picture, list, key and foot; the script, where
//! it may run, puts the map in the picture's place.

mod ask;
pub mod builder;
mod card;
mod key;
mod note;
mod pinned;
mod snippet;
mod title;

use askama::Template;
use askama::filters::HtmlSafe;

pub use ask::{Ask, Stop};
use card::Card;
use key::Key;
use note::Note;
pub use snippet::{Framed, address_of};

use super::frame::{Context, asset, licence};
use super::sign::{self, Svg};
use super::words::embed::{self, EmbedWords};
use super::words::{Words, date, fill, number};
use crate::atlas::{Atlas, Project};
use crate::collection::map;

#[derive(Template)]
#[template(path = "embed/document.html")]
struct FramePage<'a> {
    w: &'static Words,
    e: &'static EmbedWords,
    lang: &'static str,
    ask: &'a Ask,
    /// The title line, and the title of the document.
    heading: String,
    title: String,
    notes: Vec<Note>,
    cards: Vec<Card>,
    layers: Vec<Key>,
    marks: Vec<Key>,
    picture: Picture,
    data: DataBlock,
    sprite: &'static Svg,
    atlas: &'a str,
    /// `20 projects, data of 24 Nov 2026`
    count: String,
    edition: String,
    licence: String,
    licence_href: String,
    /// The same view in the atlas, whole.
    map_href: String,
    /// Where an error is reported; empty where nobody is named.
    report: String,
    css: String,
    js: String,
    base: String,
    fine: String,
    /// The state of the map, which a stop of a story gives without naming it in the address.
    state: String,
}

/// The picture in place of the map, by the width of the frame and by theme.
struct Picture {
    /// Condition and address.
    sources: Vec<(String, String)>,
    address: String,
    alt: String,
}

/// What the map draws, as a block that no browser runs.
struct DataBlock(String);

impl std::fmt::Display for DataBlock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

// `<` is written as an escape of JSON, so that no text of the record can end the block.
impl HtmlSafe for DataBlock {}

/// The frame; `now` is the record as it stands, of which a pinned frame tells.
pub fn render(context: &Context, ask: &Ask, now: &Atlas) -> Result<String, askama::Error> {
    let Context { atlas, links, lang } = *context;
    let w = context.words();
    let e = embed::of(lang);
    let shown = ask.shown(atlas);
    let title = ask.title.clone().filter(|t| !t.is_empty()).unwrap_or_else(|| title::of(context, ask));
    let (layers, marks) = key::keys(context, &shown);
    let (licence, licence_href) = licence(&atlas.about.licence);
    let projects: Vec<&Project> = shown.iter().map(|(project, _)| *project).collect();
    FramePage {
        w,
        e,
        lang: lang.tag(),
        heading: if ask.plain || ask.title.as_deref() == Some("") { String::new() } else { title.clone() },
        notes: note::notes(context, ask, shown.len()),
        cards: shown.iter().map(|(project, status)| card::card(context, ask, project, status)).collect(),
        layers,
        marks,
        picture: picture(context, ask, &title),
        data: data(context, ask, &projects),
        sprite: &sign::SPRITE,
        atlas: &atlas.about.short_title,
        count: pinned::sentence(context, now, &projects)
            .unwrap_or_else(|| format!("{}, {}", counted(context, &projects), dated(context))),
        edition: atlas.about.edition.to_string(),
        licence,
        licence_href,
        map_href: links.absolute(&address_of(links, lang, ask)),
        state: ask.view.query(),
        report: atlas.about.contact.clone().unwrap_or_default(),
        css: asset(links, "embed.css"),
        js: asset(links, "embed.js"),
        base: asset(links, "base-coarse.json"),
        fine: asset(links, "base-fine.json"),
        ask,
        title,
    }
    .render()
}

/// `20 projects`, or of other entries where there are no projects.
fn counted(context: &Context, shown: &[&Project]) -> String {
    let w = context.words();
    let projects = shown.iter().filter(|p| p.entry.is_project()).count();
    let others = shown.len() - projects;
    if projects == 0 && others > 0 {
        let word = if others == 1 { w.entry_one } else { w.entry_other };
        return word.replace('#', &number::count(others, context.lang));
    }
    let word = if projects == 1 { w.project_one } else { w.project_other };
    let space = if context.lang == crate::atlas::Lang::Zh { "" } else { " " };
    format!("{}{space}{word}", number::count(projects, context.lang))
}

/// `data of 24 Nov 2026`, within a sentence.
fn dated(context: &Context) -> String {
    let day = date::day(context.atlas.today(), context.lang);
    let said = fill(context.words().data_of, &[("date", &day)]);
    let mut letters = said.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn data(context: &Context, ask: &Ask, projects: &[&Project]) -> DataBlock {
    if ask.still {
        return DataBlock(String::new());
    }
    let json = map::part(context.atlas, projects, context.lang);
    DataBlock(String::from_utf8_lossy(&json).replace('<', "\\u003c"))
}

/// A wide one and one for narrow frames, each light and dark unless one is asked for.
fn picture(context: &Context, ask: &Ask, title: &str) -> Picture {
    const NARROW: &str = "(max-width: 519px)";
    const DARK: &str = "(prefers-color-scheme: dark)";
    let Context { atlas, links, lang } = *context;
    let state = ask.view.query();
    let address = |(width, height): (u32, u32), theme: &str| {
        let gap = if state.is_empty() { "" } else { "&" };
        let state = state.trim_start_matches('?');
        links.image(lang, "svg", &format!("{state}{gap}plain=1&w={width}&h={height}{theme}"))
    };
    let (narrow, wide) = ((400, 400), (900, 560));
    let mut sources = Vec::new();
    if ask.view.theme.is_none() {
        sources.push((format!("{NARROW} and {DARK}"), address(narrow, "&theme=dark")));
        sources.push((DARK.to_owned(), address(wide, "&theme=dark")));
    }
    sources.push((NARROW.to_owned(), address(narrow, "")));
    let day = date::day(ask.day(atlas), lang);
    let alt = fill(context.words().picture_alt, &[("what", title), ("date", &day)]);
    Picture { sources, address: address(wide, ""), alt }
}
