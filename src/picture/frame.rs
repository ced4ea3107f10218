//! The sheet: title above, the map, its key, and a foot with date, credit and licence.

use super::caption;
use super::chart::Chart;
use super::font::Face;
use super::key::Key;
use super::palette::Palette;
use super::svg::{escaped, text};
use super::text::style;
use super::view::{Size, View};
use crate::atlas::{Atlas, Lang, Project};
use crate::site::frame::licence;
use crate::site::sign::geometry::GEOMETRY;
use crate::site::words::{self, fill};

/// From the edges of the sheet to what is written.
const SIDE: f64 = 16.0;
/// Lower sheets have no key, and still lower ones no title.
const KEY_FROM: f64 = 300.0;
const TITLE_FROM: f64 = 220.0;
/// Part of the height that the key may take.
const KEY_PART: f64 = 0.3;
/// Towns, and with them the credit for their places, appear from this zoom.
const TOWNS_FROM: f64 = 6.0;

/// The picture of a view. Chinese is not drawn: its pictures are in English, with a Chinese sentence.
pub fn sheet(atlas: &Atlas, view: &View, lang: Lang) -> String {
    let drawn = if lang == Lang::Zh { Lang::En } else { lang };
    let palette = Palette::new(view.theme, atlas);
    let shown = view.shown(atlas);
    let Size { width, height, scale } = view.size;
    let (w, h) = (f64::from(width), f64::from(height));
    let mut out = opened(
        (width, height, scale),
        &caption::title(view, atlas, lang),
        &caption::sentence(view, atlas, &shown, lang),
    );
    let ground = |x: f64, y: f64, w: f64, h: f64, token: &str| {
        format!("<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" fill=\"{}\"/>", palette.get(token))
    };
    let strips = if view.plain { Strips::none() } else { Strips::new(view, atlas, &shown, drawn, (w, h)) };
    // The key is of what is seen, and what is seen depends on the room that the key leaves.
    let room = h - strips.head - strips.foot;
    let key = |chart: &Chart| {
        let seeds = GEOMETRY.size_at(chart.camera.zoom).seed;
        Key::new(atlas, &chart.in_view(), &palette, words::of(drawn), drawn, w - 2.0 * SIDE, seeds)
    };
    let whole = Chart::new(atlas, view, drawn, &shown, (w, room));
    let least = key(&whole).height();
    let wanted = !view.plain && h >= KEY_FROM && least <= room * KEY_PART;
    let (chart, key) = if wanted {
        let chart = Chart::new(atlas, view, drawn, &shown, (w, room - least));
        let key = key(&chart);
        (chart, Some(key))
    } else {
        (whole, None)
    };
    let (top, map) = (strips.head, chart.seen.height());
    out += &ground(0.0, 0.0, w, h, "sea");
    out += &format!("<g transform=\"translate(0 {top})\">{}</g>", chart.draw(&palette));
    if !view.plain {
        let below = top + map;
        out += &ground(0.0, 0.0, w, top, "paper");
        out += &ground(0.0, below, w, h - below, "paper");
        for y in [top, below, h - strips.foot].into_iter().filter(|y| *y > 0.0) {
            out += &ground(0.0, y, w, 1.0, "rule");
        }
        if let Some(key) = key {
            out += &key.draw(SIDE, below);
        }
        let credits =
            if chart.camera.zoom >= TOWNS_FROM { "Natural Earth, GeoNames" } else { "Natural Earth" };
        out += &strips.draw(&palette, (w, h), atlas, credits, drawn);
    }
    out + "</svg>"
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

/// What stands above and below the map.
struct Strips {
    head: f64,
    foot: f64,
    title: Vec<String>,
    size: f64,
    dated: String,
    /// The foot in two lines.
    narrow: bool,
}

impl Strips {
    fn none() -> Strips {
        Strips { head: 0.0, foot: 0.0, title: Vec::new(), size: 0.0, dated: String::new(), narrow: false }
    }

    fn new(view: &View, atlas: &Atlas, shown: &[&Project], lang: Lang, (w, h): (f64, f64)) -> Strips {
        let size = if w < 520.0 { 17.0 } else { 22.0 };
        let title = caption::title(view, atlas, lang);
        let lines = style(Face::Title, size).wrapped(&title, w - 2.0 * SIDE, 2);
        let title = if h < TITLE_FROM { Vec::new() } else { lines };
        let head = if title.is_empty() { 0.0 } else { title.len() as f64 * (size + 5.0) + 17.0 };
        let narrow = w < 700.0;
        let foot = if narrow { 54.0 } else { 38.0 };
        Strips { head, foot, title, size, dated: caption::dated(view, atlas, shown, lang), narrow }
    }

    fn draw(
        &self,
        palette: &Palette,
        (w, h): (f64, f64),
        atlas: &Atlas,
        credits: &str,
        lang: Lang,
    ) -> String {
        let mut out = String::new();
        for (i, line) in self.title.iter().enumerate() {
            let y = 8.0 + self.size + i as f64 * (self.size + 5.0);
            out += &text(&style(Face::Title, self.size).outline(line), SIDE, y, palette.get("ink"));
        }
        let note = style(Face::Sans, 12.0);
        let name = style(Face::Title, 17.0).outline(&atlas.about.short_title);
        let first = h - self.foot + 24.5;
        out += &text(&name, SIDE, first, palette.get("ink"));
        let dated = note.wrapped(&self.dated, w - 3.0 * SIDE - name.width, 1).concat();
        out += &text(&note.outline(&dated), SIDE + name.width + 12.0, first - 0.5, palette.get("ink-2"));
        let base = fill(words::of(lang).picture_base, &[("sources", credits)]);
        let home = atlas.about.home.as_deref().map(|home| home.split("//").last().unwrap_or(home));
        let parts = [Some(base.as_str()), home, Some(&licence(&atlas.about.licence).0)];
        let credit = note.outline(&parts.into_iter().flatten().collect::<Vec<_>>().join("  ·  "));
        let (x, y) = if self.narrow { (SIDE, first + 17.5) } else { (w - SIDE - credit.width, first - 0.5) };
        out + &text(&credit, x, y, palette.get("ink-2"))
    }
}
