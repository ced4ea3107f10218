//! A record: the panel beside the map and the article at an address of its own, told from one set of
//! templates; and the record as data.

mod data;
mod figures;
pub mod numbering;
mod places;
mod ribbon;
mod said;
mod silence;
pub mod sources;
mod timeline;
mod view;
mod who;

use askama::Template;

pub use data::{geojson, json};
use view::RecordView;

use super::cite::{self, Cite};
use super::discovery;
use super::frame::{Context, Frame, Place};
use super::metadata;
use super::words::Words;
use super::words::embed::{self, EmbedWords};
use crate::atlas::{Lang, Project};

#[derive(Template)]
#[template(path = "panel.html")]
struct Panel {
    w: &'static Words,
    e: &'static EmbedWords,
    v: RecordView,
    /// The map page without a record: where closing leads without a script.
    home: String,
    /// Level of the record's heading; sections stand one below.
    level: u8,
    is_article: bool,
    cite: Cite,
}

#[derive(Template)]
#[template(path = "article.html")]
struct Article {
    f: Frame,
    w: &'static Words,
    e: &'static EmbedWords,
    v: RecordView,
    level: u8,
    is_article: bool,
    cite: Cite,
}

/// The record as the fragment that the map page shows beside the map.
pub fn panel(context: &Context, project: &Project) -> Result<String, askama::Error> {
    let home = context.links.map(context.lang);
    let (w, e) = (context.words(), embed::of(context.lang));
    let cite = cite::of_project(context, project);
    Panel { w, e, v: view::build(context, project), home, level: 2, is_article: false, cite }.render()
}

/// The record as a page of its own.
pub fn article(context: &Context, project: &Project) -> Result<String, askama::Error> {
    let Context { atlas, links, lang } = *context;
    let w = context.words();
    let name = project.name.get(lang);
    let title = format!("{name} · {}", atlas.about.short_title);
    let path = |lang: Lang| links.project(lang, &project.id);
    let cite = cite::of_project(context, project);
    let description = project.summary.get(lang).to_owned();
    let mut f = Frame::new(context, Place::Elsewhere, title, description, path);
    f.preview = links.absolute(&links.project_picture(lang, &project.id, "png"));
    f.preview_alt = name.to_owned();
    let told = metadata::article::of_project(context, project, f.canonical.clone(), f.preview.clone());
    f.head.data(told);
    cite.tell(&mut f.head);
    discovery::tell(&mut f.head, links, &path(lang), Some(&links.project_oembed(lang, &project.id)));
    let e = embed::of(lang);
    Article { f, w, e, v: view::build(context, project), level: 1, is_article: true, cite }.render()
}
