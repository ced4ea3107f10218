//! The key to the signs, with only what is shown; the page's script narrows it to what is in view.

use crate::atlas::{Precision, Project};
use crate::site::frame::Context;
use crate::site::sign::{self, Svg};
use crate::site::told::{LangAttribute, told};

/// A sign with its word.
#[derive(Debug)]
pub struct Key {
    /// What it tells: `layer`, `status` or `precision`.
    pub of: &'static str,
    /// Its id.
    pub id: String,
    /// How it is drawn.
    pub mark: Svg,
    /// What it means.
    pub word: String,
    /// The language of the word, where it is another.
    pub lang: LangAttribute,
    /// Whether only what stands around the project in hand has it: then it waits for the script, which knows
    /// what is in view.
    pub around: bool,
}

/// The layers that are shown, and what fill and outline of their signs mean.
pub fn keys(
    context: &Context,
    shown: &[(&Project, String)],
    chosen: Option<&Project>,
) -> (Vec<Key>, Vec<Key>) {
    let (atlas, lang) = (context.atlas, context.lang);
    let hand = chosen.and_then(|chosen| shown.iter().find(|(project, _)| project.id == chosen.id));
    let around = |test: &dyn Fn(&(&Project, String)) -> bool| hand.is_some_and(|hand| !test(hand));
    let used = |test: &dyn Fn(&(&Project, String)) -> bool| shown.iter().any(test);
    let layers = atlas.layers.layers.iter().filter(|l| used(&|(p, _)| p.layer == l.id)).map(|layer| {
        let title = told(&layer.title, lang);
        let short = context.words().layer(&layer.id).map(str::to_owned);
        Key {
            of: "layer",
            id: layer.id.clone(),
            mark: sign::layer(&layer.glyph, &layer.family),
            lang: if short.is_some() { LangAttribute::default() } else { title.lang },
            word: short.unwrap_or(title.text),
            around: around(&|(p, _)| p.layer == layer.id),
        }
    });
    let statuses = atlas.vocabulary.statuses.iter().filter(|s| used(&|(_, status)| *status == s.id));
    let statuses = statuses.map(|s| Key {
        of: "status",
        id: s.id.clone(),
        mark: sign::status_mark(&s.id, None, 15),
        word: s.label.get(lang).to_owned(),
        lang: LangAttribute::default(),
        around: around(&|(_, status)| *status == s.id),
    });
    let stands = |p: &Project, precision| p.sites.iter().any(|s| s.precision == precision && s.is_placed());
    let drawn =
        |precision: Precision| precision != Precision::Country && used(&|(p, _)| stands(p, precision));
    let precisions = atlas.vocabulary.precisions.iter().filter(|p| drawn(p.id)).map(|p| Key {
        of: "precision",
        id: p.id.id().to_owned(),
        mark: sign::mark(&format!("p-{}", p.id.id()), "", 15),
        word: p.label.get(lang).to_owned(),
        lang: LangAttribute::default(),
        around: around(&|(project, _)| stands(project, p.id)),
    });
    (layers.collect(), statuses.chain(precisions).collect())
}
