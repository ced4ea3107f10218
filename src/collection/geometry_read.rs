//! Reads a GeoJSON geometry as it stands (RFC 7946, 3.1).

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, IgnoredAny, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::geometry::{Geometry, Position};
use super::geometry_fault::{self as fault, NoGeometry, Told};

/// Collections stand in each other no deeper, as GDAL has it too: each level is one more call of all that walk a
/// geometry.
const MOST_DEEP: usize = 32;

/// The members of a geometry, unread.
#[derive(Deserialize)]
pub struct Members<'a> {
    #[serde(rename = "type", borrow)]
    kind: Option<&'a RawValue>,
    #[serde(borrow)]
    coordinates: Option<&'a RawValue>,
    #[serde(borrow)]
    geometries: Option<&'a RawValue>,
}

/// What a geometry holds, unread.
pub enum Content<'a> {
    /// `null`.
    Nothing,
    /// Of this type.
    Coordinates(Cow<'a, str>, &'a str),
    /// Of a GeometryCollection.
    Parts(Vec<&'a RawValue>),
}

impl Geometry {
    /// Reads a geometry as it stands. Coordinates without a position are no place, and so is `null`.
    pub fn parse(text: &str) -> Result<Option<Geometry>, NoGeometry> {
        geometry(text, 0).map_err(|told| told.within(text))
    }
}

/// Finds the members of a geometry.
pub fn content(text: &str) -> Result<Content<'_>, Told<'_>> {
    let text = text.trim();
    if text == "null" {
        return Ok(Content::Nothing);
    }
    if !text.starts_with('{') {
        return Err(Told::expected("a geometry", text));
    }
    let members: Members =
        serde_json::from_str(text).map_err(|error| Told::new(text, fault::said(&error)))?;
    let missing = |name: &str| Told::new(text, format!("`{name}` is missing"));
    let kind = members.kind.ok_or_else(|| missing("type"))?.get();
    let name = match kind.strip_prefix('"').and_then(|name| name.strip_suffix('"')) {
        Some(name) if name.contains('\\') => Cow::Owned(serde_json::from_str(kind).unwrap_or_default()),
        Some(name) => Cow::Borrowed(name),
        None => return Err(Told::expected("a type of geometry", kind)),
    };
    match &*name {
        "GeometryCollection" => {
            let parts = members.geometries.ok_or_else(|| missing("geometries"))?.get();
            fault::elements("a list of geometries", parts).map(Content::Parts)
        }
        "Point" | "MultiPoint" | "LineString" | "MultiLineString" | "Polygon" | "MultiPolygon" => {
            let raw = members.coordinates.ok_or_else(|| missing("coordinates"))?.get();
            Ok(Content::Coordinates(name, raw))
        }
        other => Err(Told::new(kind, format!("`{other}` is no type of geometry"))),
    }
}

fn geometry(text: &str, depth: usize) -> Result<Option<Geometry>, Told<'_>> {
    let (kind, raw) = match content(text)? {
        Content::Nothing => return Ok(None),
        Content::Parts(_) if depth == MOST_DEEP => {
            let reason = format!("geometry collections stand in each other more than {MOST_DEEP} deep");
            return Err(Told::new(text, reason));
        }
        Content::Parts(parts) => {
            let parts: Result<Vec<Option<Geometry>>, Told> =
                parts.into_iter().map(|part| geometry(part.get(), depth + 1)).collect();
            let parts: Vec<Geometry> = parts?.into_iter().flatten().collect();
            return Ok((!parts.is_empty()).then_some(Geometry::Collection(parts)));
        }
        Content::Coordinates(kind, raw) => (kind, raw),
    };
    if fault::is_empty(raw) {
        return Ok(None);
    }
    Ok(Some(match &*kind {
        "Point" => Geometry::Point(read(&kind, raw)?),
        "MultiPoint" => Geometry::MultiPoint(read(&kind, raw)?),
        "LineString" => Geometry::LineString(read(&kind, raw)?),
        "MultiLineString" => {
            let mut lines: Vec<Vec<Position>> = read(&kind, raw)?;
            lines.retain(|line| !line.is_empty());
            Geometry::MultiLineString(lines)
        }
        "Polygon" => Geometry::Polygon(whole(read(&kind, raw)?)),
        _ => {
            let areas: Vec<Vec<Vec<Position>>> = read(&kind, raw)?;
            let areas = areas.into_iter().map(whole);
            Geometry::MultiPolygon(areas.filter(|rings| !rings.is_empty()).collect())
        }
    }))
}

/// Without what has no position; an area whose outer ring alone has none stays, to be refused.
fn whole(mut rings: Vec<Vec<Position>>) -> Vec<Vec<Position>> {
    let mut outer = rings.iter().any(|ring| !ring.is_empty());
    rings.retain(|ring| std::mem::take(&mut outer) || !ring.is_empty());
    rings
}

/// What serde says of a fault is of no help to whoever keeps a file: it is looked for again.
fn read<'a, T: DeserializeOwned>(kind: &str, raw: &'a str) -> Result<T, Told<'a>> {
    serde_json::from_str(raw).map_err(|error| {
        fault::coordinates(kind, raw).err().unwrap_or_else(|| Told::new(raw, fault::said(&error)))
    })
}

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Numbers;
        impl<'de> Visitor<'de> for Numbers {
            type Value = Position;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a position: longitude, latitude")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Position, A::Error> {
                let missing = |n| serde::de::Error::invalid_length(n, &self);
                let x = seq.next_element()?.ok_or_else(|| missing(0))?;
                let y = seq.next_element()?.ok_or_else(|| missing(1))?;
                let z = seq.next_element()?;
                while seq.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Position { x, y, z })
            }
        }
        deserializer.deserialize_seq(Numbers)
    }
}
