//! The card of a story, 1200 × 630: what a link to it shows.

use super::card::{HEIGHT, LEFT, MEASURE, WIDTH, beside_map};
use super::font::Face;
use super::frame::opened;
use super::palette::{Palette, Theme};
use super::svg::text;
use super::text::style;
use super::view::View;
use super::{caption, stop};
use crate::atlas::{Atlas, Lang, Telling, Tour};
use crate::site::words::{self, Words, fill, number};

/// The lowest baseline of what is told: the foot stands below.
const LAST_LINE: f64 = HEIGHT as f64 - 120.0;

/// The card, with the map of the first stop; Chinese is not drawn, so its cards are in English.
pub fn story_card(atlas: &Atlas, story: &Tour, lang: Lang) -> String {
    let drawn = if lang == Lang::Zh { Lang::En } else { lang };
    let palette = Palette::new(Theme::Light, atlas);
    let first = stop::view(atlas, story, 1, drawn, "");
    let (Some(telling), Some(Ok(view))) = (story.told(drawn), first) else { return String::new() };
    let view = View { title: None, ..view };
    let shown = view.shown(atlas);
    let title = story.told(lang).unwrap_or(telling).title.as_str();
    let head = opened((WIDTH, HEIGHT, 1), title, &caption::sentence(&view, atlas, &shown, lang));
    let told = told(telling, words::of(drawn), drawn, &palette);
    beside_map(atlas, (&view, drawn, &shown), head, &told, &palette)
}

/// What it is, its title, and as much of its summary as there is room for.
fn told(telling: &Telling, w: &'static Words, lang: Lang, palette: &Palette) -> String {
    let (ink, soft) = (palette.get("ink"), palette.get("ink-2"));
    let n = |count: usize| number::count(count, lang);
    let counts = fill(w.story_counts, &[("n", &n(telling.stops.len())), ("m", &n(telling.cited().len()))]);
    let kicker = format!("{} · {counts}", w.story);
    let mut out = text(&style(Face::Sans, 25.0).outline(&kicker), LEFT, 76.0, soft);
    let fits = |size: &f64| style(Face::Title, *size).wrapped(&telling.title, MEASURE, 4).len() <= 3;
    let size = [60.0, 54.0, 48.0].into_iter().find(fits).unwrap_or(42.0);
    let title = style(Face::Title, size);
    let mut y = 96.0;
    for line in title.wrapped(&telling.title, MEASURE, 4) {
        y += size * 1.12;
        out += &text(&title.outline(&line), LEFT, y, ink);
    }
    y += 30.0;
    out += &format!("<rect x=\"{LEFT}\" y=\"{y}\" width=\"{MEASURE}\" height=\"3\" fill=\"{ink}\"/>");
    let (summary, line) = (style(Face::Sans, 25.0), 36.0);
    y += 14.0;
    let room = ((LAST_LINE - y) / line).floor().max(0.0) as usize;
    for each in summary.wrapped(&telling.summary, MEASURE, room) {
        y += line;
        out += &text(&summary.outline(&each), LEFT, y, soft);
    }
    out
}
