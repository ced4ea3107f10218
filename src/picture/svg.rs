//! Small pieces of SVG. Numbers are short, and nothing refers to anything outside.

use std::fmt::{Display, Write as _};

use super::text::Outline;

/// Appends an attribute whose value needs no escaping: a number, a colour, a word of the standard.
pub fn attribute(out: &mut String, name: &str, value: impl Display) {
    let _ = write!(out, " {name}=\"{value}\"");
}

/// A number with at most two decimals.
pub fn short(value: f64) -> f64 {
    let rounded = (value * 100.0).round() / 100.0;
    // No minus before nothing.
    if rounded == 0.0 { 0.0 } else { rounded }
}

/// A line of text whose baseline begins at x, y.
pub fn text(line: &Outline, x: f64, y: f64, colour: &str) -> String {
    placed(line, x, y, &format!(" fill=\"{colour}\""))
}

/// The same on a casing of another colour, `wide` pixels around each letter.
pub fn text_on(line: &Outline, x: f64, y: f64, colour: &str, casing: &str, wide: f64) -> String {
    if line.scale == 0.0 {
        return String::new();
    }
    let width = (2.0 * wide / line.scale).round();
    let paint = format!(
        " fill=\"{colour}\" stroke=\"{casing}\" stroke-width=\"{width}\" stroke-linejoin=\"round\" paint-order=\"stroke\""
    );
    placed(line, x, y, &paint)
}

fn placed(line: &Outline, x: f64, y: f64, paint: &str) -> String {
    if line.path.is_empty() {
        return String::new();
    }
    // Six decimals of a scale near 0.01 move the end of a line by less than a hundredth of a pixel.
    let scale = (line.scale * 1e6).round() / 1e6;
    format!(
        "<path transform=\"translate({} {}) scale({scale})\"{paint} d=\"{}\"/>",
        short(x),
        short(y),
        line.path
    )
}

/// A text of the record in an element or attribute.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // XML 1.0, 2.2: other control characters may not stand in a document.
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
