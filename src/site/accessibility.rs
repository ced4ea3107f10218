//! The accessibility statement: how far everyone can use the atlas, and what still falls short.

use askama::Template;

use super::frame::{Context, Frame, Place};
use super::words::Words;
use super::words::guide::{self, Guide};
use crate::atlas::Lang;

#[derive(Template)]
#[template(path = "accessibility.html")]
struct AccessibilityPage {
    f: Frame,
    w: &'static Words,
    g: &'static Guide,
    contact: String,
}

/// The page in the context's language.
pub fn render(context: &Context) -> Result<String, askama::Error> {
    let Context { atlas, links, lang } = *context;
    let g = guide::of(lang);
    let title = format!("{} · {}", g.accessibility, atlas.about.short_title);
    let path = |lang: Lang| links.page(lang, "/accessibility");
    AccessibilityPage {
        f: Frame::new(context, Place::Elsewhere, title, g.accessibility_told.to_owned(), path),
        w: context.words(),
        g,
        contact: atlas.about.contact.clone().unwrap_or_default(),
    }
    .render()
}
