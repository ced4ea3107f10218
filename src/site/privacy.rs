//! The privacy statement: what the program learns of its readers, which `tests/` hold true.

use askama::Template;

use super::frame::{Context, Frame, Place};
use super::words::Words;
use super::words::guide::{self, Guide};
use crate::atlas::Lang;

#[derive(Template)]
#[template(path = "privacy.html")]
struct PrivacyPage {
    f: Frame,
    w: &'static Words,
    g: &'static Guide,
    contact: String,
    corrections: String,
}

/// The page in the context's language.
pub fn render(context: &Context) -> Result<String, askama::Error> {
    let Context { atlas, links, lang } = *context;
    let g = guide::of(lang);
    let title = format!("{} · {}", g.privacy, atlas.about.short_title);
    let path = |lang: Lang| links.page(lang, "/privacy");
    PrivacyPage {
        f: Frame::new(context, Place::Elsewhere, title, g.privacy_told.to_owned(), path),
        w: context.words(),
        g,
        corrections: links.page(lang, "/corrections"),
        contact: atlas.about.contact.clone().unwrap_or_default(),
    }
    .render()
}
