//! The members of a feature, found without reading what they hold.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::fault::NoFeature;
use super::split::File;
use crate::collection::json_inner;

/// A feature's members, unread.
#[derive(Deserialize)]
pub struct Feature<'a> {
    #[serde(rename = "type", borrow, default)]
    kind: Option<&'a RawValue>,
    /// Text or number.
    #[serde(borrow, default)]
    pub id: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub geometry: Option<&'a RawValue>,
    #[serde(borrow, default)]
    properties: Option<&'a RawValue>,
}

/// The members of a feature; a geometry by itself is a feature without properties.
pub fn feature<'a>(file: &File<'a>, raw: &'a RawValue) -> Result<Feature<'a>, NoFeature> {
    if file.bare {
        return Ok(Feature { kind: None, id: None, geometry: Some(raw), properties: None });
    }
    let feature: Feature =
        serde_json::from_str(raw.get()).map_err(|e| NoFeature::json(file.text, raw.get(), &e))?;
    match feature.kind.map(RawValue::get) {
        Some("\"Feature\"") => Ok(feature),
        _ => Err(NoFeature::new(
            file.text,
            raw.get(),
            "is no Feature",
            "each element of `features` has the type Feature",
        )),
    }
}

impl<'a> Feature<'a> {
    /// Calls `visit` with the name and the raw text of each property, in their order.
    pub fn each_property(&self, file: &File, visit: impl FnMut(&str, &'a str)) -> Result<(), NoFeature> {
        let Some(raw) = self.properties.map(RawValue::get).filter(|raw| *raw != "null") else {
            return Ok(());
        };
        let mut parser = serde_json::Deserializer::from_str(raw);
        parser.deserialize_map(Each(visit)).map_err(|e| NoFeature::json(file.text, raw, &e))
    }

    /// Whether it has an id by which it can be reached: in an address these three mean another place.
    pub fn has_id(&self) -> bool {
        self.id.is_some_and(|raw| !matches!(raw.get(), r#""""# | r#"".""# | r#""..""#))
    }

    /// The id of the file as JSON without quotes; none where it is neither text nor number.
    pub fn own_id(&self) -> Option<Cow<'a, str>> {
        let raw = self.id?.get();
        match raw.as_bytes().first()? {
            b'"' => {
                let inside = &raw[1..raw.len() - 1];
                // Written anew where it has escapes, so that each id has one form.
                match inside.contains('\\') {
                    true => serde_json::from_str::<String>(raw).ok().map(|id| Cow::Owned(json_inner(&id))),
                    false => Some(Cow::Borrowed(inside)),
                }
            }
            b'-' | b'0'..=b'9' => Some(Cow::Borrowed(raw)),
            _ => None,
        }
    }
}

/// Visits the members of an object without reading their values.
struct Each<F>(F);

impl<'de, F: FnMut(&str, &'de str)> Visitor<'de> for Each<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object of properties")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut members: A) -> Result<(), A::Error> {
        while let Some(name) = members.next_key::<Name<'de>>()? {
            let value: &'de RawValue = members.next_value()?;
            (self.0)(&name.0, value.get());
        }
        Ok(())
    }
}

/// The name of a member, copied only where it has escapes.
#[derive(Deserialize)]
#[serde(transparent)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);
