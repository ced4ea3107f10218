//! Frames for other people's pages: `/embed`. The server writes picture, list, key and foot; the script, where
//! it may run, puts the map in the picture's place.

mod ask;
pub mod builder;
mod card;
mod copied;
mod foot;
mod key;
mod note;
mod since;
mod snippet;
mod title;

use askama::Template;
use askama::filters::HtmlSafe;

pub use ask::{Ask, Stop};
use card::Card;
use copied::Copied;
use foot::Foot;
use key::Key;
use note::Note;
pub use snippet::{Framed, address_of};

use super::frame::{Context, asset, licence};
use super::page::View;
use super::page::title::alternative;
use super::sign::{self, Svg};
use super::words::Words;
use super::words::embed::{self, EmbedWords};
use crate::atlas::{Atlas, Project, status};
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
    /// The card of the project in hand.
    hand: Option<Card>,
    layers: Vec<Key>,
    marks: Vec<Key>,
    picture: Picture,
    data: DataBlock,
    sprite: &'static Svg,
    atlas: &'a str,
    foot: Foot,
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
    /// For the script of a frame that is a file.
    copied: Option<Copied>,
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
    let title = title::of(context, ask);
    let (layers, marks) = key::keys(context, &shown, ask.view.chosen(atlas));
    let (licence, licence_href) = licence(&atlas.about.licence);
    let projects: Vec<&Project> = shown.iter().map(|(project, _)| *project).collect();
    FramePage {
        w,
        e,
        lang: lang.tag(),
        heading: if ask.plain || ask.title.as_deref() == Some("") { String::new() } else { title.clone() },
        notes: note::notes(context, ask, shown.len()),
        cards: shown.iter().map(|(project, status)| card::card(context, ask, project, status)).collect(),
        hand: ask.view.chosen(atlas).map(|project| {
            let status = atlas.status_on(project, ask.day(atlas)).map(|standing| standing.status);
            card::card(context, ask, project, status.as_deref().unwrap_or(status::UNKNOWN))
        }),
        layers,
        marks,
        picture: picture(context, ask, &projects),
        data: data(context, ask, &projects),
        sprite: &sign::SPRITE,
        atlas: &atlas.about.short_title,
        foot: foot::foot(context, ask, now, &projects),
        edition: atlas.about.edition.to_string(),
        licence,
        licence_href,
        map_href: links.absolute(&address_of(links, lang, ask)),
        state: ask.view.query(),
        copied: copied::copied(context),
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

fn data(context: &Context, ask: &Ask, projects: &[&Project]) -> DataBlock {
    if ask.still {
        return DataBlock(String::new());
    }
    let json = map::part(context.atlas, projects, context.lang);
    DataBlock(String::from_utf8_lossy(&json).replace('<', "\\u003c"))
}

/// A wide one and one for narrow frames, each light and dark unless one is asked for.
fn picture(context: &Context, ask: &Ask, shown: &[&Project]) -> Picture {
    const NARROW: &str = "(max-width: 519px)";
    const DARK: &str = "(prefers-color-scheme: dark)";
    let Context { atlas, links, lang } = *context;
    // A picture of what was withdrawn says so.
    let gone = ask.gone(atlas).map(|gone| gone.id.clone());
    let state = View { sel: ask.view.sel.clone().or(gone), ..ask.view.clone() }.query();
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
    let alt = alternative(context, &ask.view, &title::bare(context, ask), shown, false);
    Picture { sources, address: address(wide, ""), alt }
}
