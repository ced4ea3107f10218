//! The sheet: title above, the map, its key, and a foot with date, credit and licence.

use super::caption;
use super::chart::Chart;
use super::key::Key;
use super::palette::Palette;
use super::strips::{SIDE, Strips};
use super::svg::escaped;
use super::view::{Size, View};
use crate::atlas::{Atlas, Lang};
use crate::site::sign::geometry::GEOMETRY;
use crate::site::words;

/// Lower sheets have no key.
const KEY_FROM: f64 = 300.0;
/// Part of the height that the key may take.
const KEY_PART: f64 = 0.3;

/// The picture of a view. Chinese is not drawn: its pictures are in English, with a Chinese sentence.
pub fn sheet(atlas: &Atlas, view: &View, lang: Lang) -> String {
    let drawn = if lang == Lang::Zh { Lang::En } else { lang };
    let palette = Palette::new(view.theme, atlas);
    let shown = view.shown(atlas);
    let Size { width, height, scale } = view.size;
    let (w, h) = (f64::from(width), f64::from(height));
    let mut out = opened(
        (width, height, scale),
        &titled(view, atlas, lang),
        &caption::sentence(view, atlas, &shown, lang),
    );
    let ground = |x: f64, y: f64, w: f64, h: f64, token: &str| {
        format!("<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" fill=\"{}\"/>", palette.get(token))
    };
    // A map alone could not say that it is not what was asked for.
    let plain = view.plain && view.missing.is_none();
    let strips = if plain { Strips::none() } else { Strips::new(view, atlas, &shown, drawn, (w, h)) };
    // The key is of what is seen, and what is seen depends on the room that the key leaves.
    let room = h - strips.head - strips.foot;
    let key = |chart: &Chart| {
        let seeds = GEOMETRY.size_at(chart.camera.zoom).seed;
        Key::new(atlas, &chart.in_view(), &palette, words::of(drawn), drawn, w - 2.0 * SIDE, seeds)
    };
    let whole = Chart::new(atlas, view, drawn, &shown, (w, room));
    let least = key(&whole).height();
    let wanted = !plain && h >= KEY_FROM && least <= room * KEY_PART;
    let (chart, key) = if wanted {
        let chart = Chart::new(atlas, view, drawn, &shown, (w, room - least));
        // A lower map may show other signs: what has no room is left out.
        let key = key(&chart).within(least);
        (chart, Some(key))
    } else {
        (whole, None)
    };
    let (top, map) = (strips.head, chart.seen.height());
    out += &ground(0.0, 0.0, w, h, "sea");
    out += &format!("<g transform=\"translate(0 {top})\">{}</g>", chart.draw(&palette));
    if !plain {
        let below = top + map;
        out += &ground(0.0, 0.0, w, top, "paper");
        out += &ground(0.0, below, w, h - below, "paper");
        for y in [top, below, h - strips.foot].into_iter().filter(|y| *y > 0.0) {
            out += &ground(0.0, y, w, 1.0, "rule");
        }
        if let Some(key) = key {
            out += &key.draw(SIDE, below);
        }
        out += &strips.draw(&palette, h);
    }
    out + "</svg>"
}

/// What the document is called, whether or not that is written in it.
fn titled(view: &View, atlas: &Atlas, lang: Lang) -> String {
    let unnamed = view.title.as_ref().is_some_and(String::is_empty);
    caption::title(&if unnamed { View { title: None, ..view.clone() } } else { view.clone() }, atlas, lang)
}

/// The beginning of a document: its size, and what it shows in words.
pub fn opened((width, height, scale): (u32, u32, u32), title: &str, sentence: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {width} {height}\" role=\"img\">\
         <title>{}</title><desc>{}</desc>",
        width * scale,
        height * scale,
        escaped(title),
        escaped(sentence)
    )
}
