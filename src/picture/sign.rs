//! A sign with its colours resolved: the same drawing that page and rows show, for an SVG that travels
//! alone. What is drawn in which order is said in `web/signs.json`, member `about`.

use std::fmt::Write as _;

use super::font::Face;
use super::palette::Palette;
use super::svg::{attribute, text};
use super::text::style;
use crate::atlas::Precision;
use crate::site::sign::geometry::{Drawing, GEOMETRY, Part, Shape, Stroke};

/// What a sign says.
#[derive(Debug, Clone, Copy)]
pub struct Sign<'a> {
    /// The drawing of the layer.
    pub glyph: &'a str,
    /// The family, by which the hue is told.
    pub family: &'a str,
    /// Id of the status.
    pub status: &'a str,
    /// How well the place is known.
    pub precision: Precision,
    /// Whether it is a project; a decision or an allegation has no body.
    pub built: bool,
    /// Drawn small and without a glyph.
    pub seed: bool,
    /// The site in hand.
    pub hand: bool,
    /// How many sites share the place.
    pub stack: usize,
}

fn drawing_of(status: &str) -> Option<&'static Drawing> {
    GEOMETRY.statuses.get(status).or_else(|| GEOMETRY.statuses.get("unknown"))
}

/// The sign at scale 1, the centre of its body at 0, 0.
pub fn sign(sign: &Sign, palette: &Palette) -> String {
    let (Some(shape), Some(status)) = (super::layout::shape_of(sign.precision), drawing_of(sign.status))
    else {
        return String::new();
    };
    let hue = palette.hue(sign.family, status.gone);
    let mut out = String::new();
    let part = |out: &mut String, name: &str| paths(out, shape.parts.get(name), palette, hue);
    if sign.seed {
        if sign.hand {
            part(&mut out, "seed_hand");
        }
        part(&mut out, &status.seed);
        return out;
    }
    if sign.hand {
        part(&mut out, "hand");
    }
    part(&mut out, "casing");
    part(&mut out, "ring");
    if sign.built {
        for name in &status.draw {
            match (name.as_str(), GEOMETRY.badges.get(name)) {
                ("glyph" | "glyph_low", _) => {
                    let ink = if status.ink == "hue" { hue } else { palette.get(&status.ink) };
                    out.push_str(&glyph(sign.glyph, square(shape, name), ink));
                }
                (_, Some(badge)) => moved(&mut out, badge, shape.badge, palette, hue),
                (name, None) => part(&mut out, name),
            }
        }
    } else {
        out.push_str(&glyph(sign.glyph, shape.glyph, hue));
    }
    if sign.stack > 1 {
        let ([x, y], [dx, dy, size, _]) = (shape.stack, GEOMETRY.stack.text);
        moved(&mut out, &GEOMETRY.stack.parts, shape.stack, palette, hue);
        let number = style(Face::Strong, size).outline(&sign.stack.to_string());
        out.push_str(&text(&number, x + dx - number.width / 2.0, y + dy, palette.get("on-ink")));
    }
    out
}

fn square(shape: &Shape, name: &str) -> [f64; 3] {
    if name == "glyph_low" { shape.glyph_low } else { shape.glyph }
}

/// A layer's glyph on a disc of its hue, 20 pixels across: the key's sign of a layer.
pub fn layer(name: &str, family: &str, palette: &Palette) -> String {
    let disc = format!("<circle r=\"10\" fill=\"{}\"/>", palette.hue(family, false));
    disc + &glyph(name, [-6.5, -6.5, 13.0], palette.get("sign-ink"))
}

/// A glyph of a layer in a square (left, top, size) in one colour.
pub fn glyph(name: &str, square: [f64; 3], colour: &str) -> String {
    GEOMETRY.glyphs.get(name).map(|strokes| drawn(strokes, square, colour)).unwrap_or_default()
}

/// A mark in text, such as `s-operating` or `p-exact`, in a square (left, top, size) in one colour.
pub fn mark(name: &str, square: [f64; 3], colour: &str) -> String {
    GEOMETRY.marks.get(name).map(|strokes| drawn(strokes, square, colour)).unwrap_or_default()
}

/// Whether a status is drawn in grey.
pub fn is_gone(status: &str) -> bool {
    GEOMETRY.statuses.get(status).is_some_and(|s| s.gone)
}

fn drawn(strokes: &[Stroke], [x, y, size]: [f64; 3], colour: &str) -> String {
    let mut out = format!("<g transform=\"translate({x} {y}) scale({})\">", size / 16.0);
    for stroke in strokes {
        let _ = write!(out, "<path d=\"{}\"", stroke.d);
        attribute(&mut out, "fill", if stroke.fill { colour } else { "none" });
        if let Some(rule) = &stroke.rule {
            attribute(&mut out, "fill-rule", rule);
        }
        if let Some(width) = stroke.stroke {
            attribute(&mut out, "stroke", colour);
            attribute(&mut out, "stroke-width", width);
        }
        if let Some(dash) = &stroke.dash {
            attribute(&mut out, "stroke-dasharray", listed(dash));
        }
        if let Some(cap) = &stroke.cap {
            attribute(&mut out, "stroke-linecap", cap);
        }
        if let Some(join) = &stroke.join {
            attribute(&mut out, "stroke-linejoin", join);
        }
        out.push_str("/>");
    }
    out.push_str("</g>");
    out
}

fn listed(numbers: &[f64]) -> String {
    numbers.iter().map(f64::to_string).collect::<Vec<_>>().join(" ")
}

fn moved(out: &mut String, part: &Part, [x, y]: [f64; 2], palette: &Palette, hue: &str) {
    let _ = write!(out, "<g transform=\"translate({x} {y})\">");
    paths(out, Some(part), palette, hue);
    out.push_str("</g>");
}

fn paths(out: &mut String, part: Option<&Part>, palette: &Palette, hue: &str) {
    for (class, d) in part.into_iter().flatten() {
        let Some(paint) = GEOMETRY.paints.get(class) else { continue };
        let colour =
            |token: &str| if token == "hue" { hue.to_owned() } else { palette.get(token).to_owned() };
        let _ = write!(out, "<path d=\"{d}\"");
        attribute(out, "fill", paint.fill.as_deref().map_or("none".to_owned(), colour));
        if let Some(stroke) = &paint.stroke {
            attribute(out, "stroke", colour(stroke));
        }
        if let Some(width) = paint.width {
            attribute(out, "stroke-width", width);
        }
        if let Some(dash) = &paint.dash {
            attribute(out, "stroke-dasharray", listed(dash));
        }
        if let Some(cap) = &paint.cap {
            attribute(out, "stroke-linecap", cap);
        }
        out.push_str("/>");
    }
}
