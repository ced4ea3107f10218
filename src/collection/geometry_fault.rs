//! What is wrong with a geometry, in words, and where in its text.

use serde_json::value::RawValue;

use super::geometry::{Position, is_ring};

/// Why a text is no geometry that can be served.
#[derive(Debug, thiserror::Error)]
#[error("{reason}")]
pub struct NoGeometry {
    /// Byte of the text.
    pub at: usize,
    reason: String,
}

/// The same by the part of the text.
pub struct Told<'a> {
    part: &'a str,
    reason: String,
}

/// A ring that bounds no area.
pub const RING: &str = "a ring has at least four positions, the last equal to the first";
/// A line without length.
pub const LINE: &str = "a line has at least two positions";
/// Coordinates of another system, or in the wrong order.
pub const RANGE: &str = "longitude and latitude in degrees were expected";

impl<'a> Told<'a> {
    /// Of a part.
    pub fn new(part: &'a str, reason: impl Into<String>) -> Told<'a> {
        Told { part, reason: reason.into() }
    }

    /// Something else stands there.
    pub fn expected(what: &str, part: &'a str) -> Told<'a> {
        let stands = match part.as_bytes().first() {
            Some(b'"') => "text",
            Some(b'[') => "a list",
            Some(b'{') => "an object",
            Some(b't' | b'f') => "true or false",
            Some(b'n') => "null",
            _ => "a number",
        };
        Told::new(part, format!("{what} was expected, not {stands}"))
    }

    /// Its place in the text of which it is a part.
    pub fn within(self, text: &str) -> NoGeometry {
        let at = (self.part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
        NoGeometry { at, reason: self.reason }
    }
}

/// What serde_json says, without the place, which is one within a part.
pub fn said(error: &serde_json::Error) -> String {
    let told = error.to_string();
    told.rfind(" at line ").map_or(told.as_str(), |at| &told[..at]).to_owned()
}

/// Whether coordinates hold no position.
pub fn is_empty(raw: &str) -> bool {
    raw.starts_with('[')
        && raw.bytes().all(|b| matches!(b, b'[' | b']' | b',' | b' ' | b'\n' | b'\r' | b'\t'))
}

/// Holds coordinates against what their type needs.
pub fn coordinates<'a>(kind: &str, raw: &'a str) -> Result<(), Told<'a>> {
    match kind {
        "Point" => position(raw),
        "MultiPoint" => each(raw, position),
        "LineString" => line(raw),
        "MultiLineString" => each(raw, line),
        "Polygon" => each(raw, ring),
        _ => each(raw, |area| each(area, ring)),
    }
}

/// The elements of a list.
pub fn elements<'a>(what: &str, raw: &'a str) -> Result<Vec<&'a RawValue>, Told<'a>> {
    if !raw.starts_with('[') {
        return Err(Told::expected(what, raw));
    }
    serde_json::from_str(raw).map_err(|error| Told::new(raw, said(&error)))
}

fn each<'a>(raw: &'a str, part: impl Fn(&'a str) -> Result<(), Told<'a>>) -> Result<(), Told<'a>> {
    elements("a list", raw)?.into_iter().try_for_each(|raw| part(raw.get()))
}

fn line(raw: &str) -> Result<(), Told<'_>> {
    each(raw, position)?;
    match is_empty(raw) || positions(raw).len() >= 2 {
        true => Ok(()),
        false => Err(Told::new(raw, LINE)),
    }
}

fn ring(raw: &str) -> Result<(), Told<'_>> {
    each(raw, position)?;
    match is_empty(raw) || is_ring(&positions(raw)) {
        true => Ok(()),
        false => Err(Told::new(raw, RING)),
    }
}

fn positions(raw: &str) -> Vec<Position> {
    serde_json::from_str(raw).unwrap_or_default()
}

fn position(raw: &str) -> Result<(), Told<'_>> {
    let values = elements("a position", raw)?;
    let [x, y, ..] = values.as_slice() else {
        let reason = format!("a position has a longitude and a latitude; {} stands here", values.len());
        return Err(Told::new(raw, reason));
    };
    let (x, y) = (number(x)?, number(y)?);
    values.get(2).map_or(Ok(0.0), |z| number(z))?;
    match x.abs() <= 180.0 && y.abs() <= 90.0 {
        true => Ok(()),
        false => Err(Told::new(raw, format!("{RANGE}, not [{x}, {y}]"))),
    }
}

fn number(value: &RawValue) -> Result<f64, Told<'_>> {
    let raw = value.get();
    match raw.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(number),
        Ok(_) => Err(Told::new(raw, "this number is beyond the range of doubles")),
        Err(_) => Err(Told::expected("a number", raw)),
    }
}
