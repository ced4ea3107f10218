//! The signs of the map, drawn for rows and records from the geometry the page's script also reads.
//!
//! [`geometry`] is that drawing; here it becomes markup for the pages.

pub mod geometry;

use std::fmt::{self, Write as _};
use std::sync::LazyLock;

use askama::filters::HtmlSafe;

use self::geometry::{GEOMETRY, Part, Stroke};
use crate::atlas::{Atlas, Entry, Precision, Project, Site};

/// Markup that was composed of ids and numbers alone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Svg(String);

impl Svg {
    /// From markup made of ids and numbers, never of a text of the record.
    pub(super) fn made(markup: String) -> Svg {
        Svg(markup)
    }
}

impl fmt::Display for Svg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Svg {}

/// What a sign says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign<'a> {
    /// The drawing of the layer.
    pub glyph: &'a str,
    /// The family, by which the hue is told.
    pub family: &'a str,
    /// Id of the status.
    pub status: &'a str,
    /// How well the place is known.
    pub precision: Precision,
    /// Decisions and allegations have no body.
    pub entry: Entry,
}

/// The sign as SVG, at the size it has in a row. It says nothing a reader of the row is not told in words.
pub fn row(sign: &Sign) -> Svg {
    let geometry = &*GEOMETRY;
    let (Some(shape), Some(status)) = (
        geometry.precisions.get(sign.precision.id()),
        geometry.statuses.get(sign.status).or_else(|| geometry.statuses.get("unknown")),
    ) else {
        return Svg::default();
    };
    let [x, y, width, height] = geometry.frame;
    let mut out = format!(
        "<svg class=\"sg f-{}{}\" width=\"{}\" height=\"{}\" viewBox=\"{x} {y} {width} {height}\" aria-hidden=\"true\">",
        sign.family,
        if status.gone { " gone" } else { "" },
        width * geometry.row_scale,
        height * geometry.row_scale,
    );
    for name in ["casing", "ring"] {
        out.push_str(&paths(shape.parts.get(name)));
    }
    let glyph = |[x, y, size]: [f64; 3], ink: &str| {
        let class = if ink == "hue" { "k-hue" } else { "k-on" };
        format!(
            "<use href=\"#g-{}\" x=\"{x}\" y=\"{y}\" width=\"{size}\" height=\"{size}\" class=\"{class}\"/>",
            sign.glyph
        )
    };
    if sign.entry.is_project() {
        for name in &status.draw {
            match name.as_str() {
                "glyph" => out.push_str(&glyph(shape.glyph, &status.ink)),
                "glyph_low" => out.push_str(&glyph(shape.glyph_low, &status.ink)),
                name => match geometry.badges.get(name) {
                    Some(badge) => {
                        let [x, y] = shape.badge;
                        let _ = write!(out, "<g transform=\"translate({x} {y})\">{}</g>", paths(Some(badge)));
                    }
                    None => out.push_str(&paths(shape.parts.get(name))),
                },
            }
        }
    } else {
        out.push_str(&glyph(shape.glyph, "hue"));
    }
    out.push_str("</svg>");
    Svg(out)
}

fn paths(part: Option<&Part>) -> String {
    part.into_iter().flatten().map(|(class, d)| format!("<path class=\"{class}\" d=\"{d}\"/>")).collect()
}

/// A layer's glyph on a disc of its hue: the toggle in the list of layers.
pub fn layer(glyph: &str, family: &str) -> Svg {
    Svg(format!(
        "<svg class=\"lg f-{family}\" width=\"20\" height=\"20\" viewBox=\"-10 -10 20 20\" aria-hidden=\"true\">\
         <circle r=\"10\" class=\"k-full\"/>\
         <use href=\"#g-{glyph}\" x=\"-6.5\" y=\"-6.5\" width=\"13\" height=\"13\" class=\"k-on\"/></svg>"
    ))
}

/// A mark in text: `s-operating`, `p-exact`, `g-sun`; `class` may name a family or `gone`.
pub fn mark(id: &str, class: &str, size: u32) -> Svg {
    let gap = if class.is_empty() { "" } else { " " };
    Svg(format!(
        "<svg class=\"mk{gap}{class}\" width=\"{size}\" height=\"{size}\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">\
         <use href=\"#{id}\"/></svg>"
    ))
}

/// The mark of a status in text.
pub fn status_mark(status: &str, family: Option<&str>, size: u32) -> Svg {
    let gone = GEOMETRY.statuses.get(status).is_some_and(|s| s.gone);
    let class = match family {
        Some(family) => format!("hue f-{family}{}", if gone { " gone" } else { "" }),
        None => if gone { "gone" } else { "" }.to_owned(),
    };
    mark(&format!("s-{status}"), &class, size)
}

/// Whether a status is drawn in grey: cancelled, closed.
pub fn is_gone(status: &str) -> bool {
    GEOMETRY.statuses.get(status).is_some_and(|s| s.gone)
}

/// How well a project's best known site is known; what its row shows.
pub fn best_precision(project: &Project) -> Precision {
    best_precision_of(project.sites.iter())
}

/// The same of some of its sites.
pub fn best_precision_of<'a>(sites: impl Iterator<Item = &'a Site> + Clone) -> Precision {
    use Precision::{Country, Exact, Near, Region, Schematic, Settlement};
    [Exact, Near, Settlement, Region, Schematic]
        .into_iter()
        .find(|p| sites.clone().any(|s| s.precision == *p && s.is_placed()))
        .unwrap_or(Country)
}

/// Glyph and family of a layer; empty where the record names a layer that is not there.
pub fn layer_of<'a>(atlas: &'a Atlas, layer: &str) -> (&'a str, &'a str) {
    atlas.layer(layer).map_or(("", ""), |l| (&l.glyph, &l.family))
}

/// Every glyph and mark as a symbol, once a page; signs refer to them by `<use>`.
pub static SPRITE: LazyLock<Svg> = LazyLock::new(|| {
    let mut out = String::from("<svg class=\"sprite\" width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>");
    let glyphs = GEOMETRY.glyphs.iter().map(|(id, strokes)| (format!("g-{id}"), strokes));
    let marks = GEOMETRY.marks.iter().map(|(id, strokes)| (id.clone(), strokes));
    for (id, strokes) in glyphs.chain(marks) {
        let _ = write!(out, "<symbol id=\"{id}\" viewBox=\"0 0 16 16\">");
        for stroke in strokes {
            out.push_str(&drawn(stroke));
        }
        out.push_str("</symbol>");
    }
    out.push_str("</defs></svg>");
    Svg(out)
});

fn drawn(stroke: &Stroke) -> String {
    let mut out = format!("<path d=\"{}\"", stroke.d);
    out.push_str(if stroke.fill { " fill=\"currentColor\"" } else { " fill=\"none\"" });
    if let Some(rule) = &stroke.rule {
        let _ = write!(out, " fill-rule=\"{rule}\"");
    }
    if let Some(width) = stroke.stroke {
        let _ = write!(out, " stroke=\"currentColor\" stroke-width=\"{width}\"");
    }
    if let Some(dash) = &stroke.dash {
        let dash: Vec<String> = dash.iter().map(f64::to_string).collect();
        let _ = write!(out, " stroke-dasharray=\"{}\"", dash.join(" "));
    }
    for (name, value) in [("linecap", &stroke.cap), ("linejoin", &stroke.join)] {
        if let Some(value) = value {
            let _ = write!(out, " stroke-{name}=\"{value}\"");
        }
    }
    out.push_str("/>");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_geometry_is_read_and_every_layer_and_status_of_the_record_has_its_drawing() {
        let atlas = crate::atlas::load::load(&crate::atlas::RecordFiles::embedded()).atlas.expect("an atlas");
        for layer in &atlas.layers.layers {
            assert!(GEOMETRY.glyphs.contains_key(&layer.glyph), "{}", layer.id);
        }
        for status in &atlas.vocabulary.statuses {
            assert!(GEOMETRY.statuses.contains_key(&status.id), "{}", status.id);
            assert!(GEOMETRY.marks.contains_key(&format!("s-{}", status.id)), "{}", status.id);
        }
        for precision in Precision::ALL {
            assert!(GEOMETRY.precisions.contains_key(precision.id()), "{}", precision.id());
        }
    }
}
