//! The key: what the signs of this picture mean, and nothing that is not in it.

use super::font::Face;
use super::palette::Palette;
use super::places::Place;
use super::sign;
use super::svg::text;
use super::text::{Outline, style};
use crate::atlas::{Atlas, Lang, Precision};
use crate::site::sign::layer_of;
use crate::site::words::Words;

/// A mark and its word.
struct Entry {
    mark: String,
    word: Outline,
}

/// Rows of entries, ready to be placed.
pub struct Key {
    rows: Vec<Vec<(f64, Entry)>>,
    colour: &'static str,
}

/// From one row to the next.
const ROW: f64 = 21.0;
/// Above the first and below the last row.
const PAD: f64 = 8.0;
/// From the left of a mark to its word.
const MARK: f64 = 20.0;
/// Between two entries.
const GAP: f64 = 14.0;
/// Narrower pictures say layers only.
const ALL_FROM: f64 = 420.0;

impl Key {
    /// The key of places, in lines no wider than `width`.
    pub fn new(
        atlas: &Atlas,
        places: &[&Place],
        palette: &Palette,
        words: &Words,
        lang: Lang,
        width: f64,
        seeds: bool,
    ) -> Key {
        let word = |said: &str| style(Face::Sans, 12.0).outline(said);
        let mut entries: Vec<Entry> = Vec::new();
        for layer in atlas.layers.layers.iter().filter(|l| places.iter().any(|p| p.project.layer == l.id)) {
            let (glyph, family) = layer_of(atlas, &layer.id);
            entries.push(Entry {
                mark: format!(
                    "<g transform=\"translate(7.5 7.5) scale(0.8)\">{}</g>",
                    sign::layer(glyph, family, palette)
                ),
                word: word(words.layer(&layer.id).unwrap_or_else(|| layer.title.get(lang))),
            });
        }
        // Seeds tell neither status nor precision.
        if width >= ALL_FROM && !seeds {
            let statuses = &atlas.vocabulary.statuses;
            for status in statuses.iter().filter(|s| places.iter().any(|p| p.status == s.id)) {
                let ink = palette.get(if sign::is_gone(&status.id) { "withdrawn" } else { "ink" });
                entries.push(Entry {
                    mark: sign::mark(&format!("s-{}", status.id), [0.0, 0.0, 15.0], ink),
                    word: word(status.label.get(lang)),
                });
            }
            let drawn = |p: &Precision| places.iter().any(|place| place.site.precision == *p);
            for precision in Precision::ALL.into_iter().filter(drawn) {
                let label = atlas.vocabulary.precision(precision).map_or("", |term| term.label.get(lang));
                entries.push(Entry {
                    mark: sign::mark(&format!("p-{}", precision.id()), [0.0, 0.0, 15.0], palette.get("ink")),
                    word: word(label),
                });
            }
        }
        Key { rows: rows(entries, width), colour: palette.get("ink-2") }
    }

    /// The rows of it that fit in this height.
    pub fn within(mut self, height: f64) -> Key {
        while self.height() > height {
            self.rows.pop();
        }
        self
    }

    /// Pixels it takes; none where there is nothing to tell.
    pub fn height(&self) -> f64 {
        if self.rows.is_empty() { 0.0 } else { self.rows.len() as f64 * ROW + 2.0 * PAD - 4.0 }
    }

    /// The markup, its upper left corner at x, y.
    pub fn draw(&self, x: f64, y: f64) -> String {
        let mut out = String::new();
        for (i, row) in self.rows.iter().enumerate() {
            let top = y + PAD - 1.0 + ROW * i as f64;
            for (at, Entry { mark, word }) in row {
                out.push_str(&format!("<g transform=\"translate({} {top})\">{mark}</g>", (x + at).round()));
                out.push_str(&text(word, (x + at).round() + MARK, top + 12.0, self.colour));
            }
        }
        out
    }
}

fn rows(entries: Vec<Entry>, width: f64) -> Vec<Vec<(f64, Entry)>> {
    let mut rows: Vec<Vec<(f64, Entry)>> = Vec::new();
    let mut at = f64::INFINITY;
    for entry in entries {
        let wide = MARK + entry.word.width;
        if at + wide > width {
            rows.push(Vec::new());
            at = 0.0;
        }
        if let Some(row) = rows.last_mut() {
            row.push((at, entry));
        }
        at += wide + GAP;
    }
    rows
}
