//! One sheet with every sign, for the eye and for comparison.

use huella::atlas::{Atlas, Precision};
use huella::picture::palette::{Palette, Theme};
use huella::picture::sign::{Sign, sign};

/// The sheet as SVG: a row for each status, then variants by precision, then the glyphs of all layers.
pub fn sheet(atlas: &Atlas, theme: Theme) -> String {
    let palette = Palette::new(theme, atlas);
    let plain = Sign {
        glyph: "sun",
        family: "energy",
        status: "operating",
        precision: Precision::Near,
        built: true,
        seed: false,
        hand: false,
        stack: 1,
    };
    let drawn = Precision::ALL.into_iter().filter(|p| *p != Precision::Country);
    let mut rows: Vec<Vec<Sign>> = Vec::new();
    for status in &atlas.vocabulary.statuses {
        rows.push(drawn.clone().map(|precision| Sign { status: &status.id, precision, ..plain }).collect());
    }
    for variant in [
        Sign { hand: true, ..plain },
        Sign { seed: true, ..plain },
        Sign { seed: true, status: "planned", ..plain },
        Sign { seed: true, hand: true, ..plain },
        Sign { built: false, ..plain },
        Sign { stack: 12, ..plain },
    ] {
        rows.push(drawn.clone().map(|precision| Sign { precision, ..variant }).collect());
    }
    for layers in atlas.layers.layers.chunks(5) {
        rows.push(layers.iter().map(|l| Sign { glyph: &l.glyph, family: &l.family, ..plain }).collect());
    }
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 250 {0}\" width=\"500\" height=\"{1}\">\n\
         <rect width=\"250\" height=\"{0}\" fill=\"{2}\"/>\n",
        rows.len() * 50,
        rows.len() * 100,
        palette.get("land")
    );
    for (y, row) in rows.iter().enumerate() {
        for (x, each) in row.iter().enumerate() {
            let (x, y) = (25 + 50 * x, 22 + 50 * y);
            out += &format!("<g transform=\"translate({x} {y})\">{}</g>\n", sign(each, &palette));
        }
    }
    out + "</svg>\n"
}
