//! Splits a GeoJSON file into features, by their raw text.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::fault::NoFeature;
use super::sequence;

/// A file, split.
#[derive(Debug, Default)]
pub struct File<'a> {
    /// The whole text, from which all else is borrowed.
    pub text: &'a str,
    /// Its features.
    pub features: Vec<&'a RawValue>,
    /// Whether the file is a geometry by itself, and `features` holds that.
    pub bare: bool,
    /// The member `title` or `name`.
    pub title: Option<String>,
    /// The member `description`.
    pub description: Option<String>,
    /// The member `licence` or `license`.
    pub licence: Option<String>,
    /// The member `attribution`.
    pub attribution: Option<String>,
}

/// Splits the text of a FeatureCollection, a Feature, a geometry or a sequence of features.
pub fn split(text: &str) -> Result<File<'_>, NoFeature> {
    let fault = |error: serde_json::Error| NoFeature::json(text, text, &error);
    let sequence = || sequence::features(text).map(|features| File { text, features, ..File::default() });
    if text.starts_with(sequence::SEPARATOR) {
        return sequence();
    }
    if !text.trim_start().starts_with('{') {
        let remedy = "convert it, for example with ogr2ogr -t_srs EPSG:4326 layer.geojson FILE";
        return Err(NoFeature::new(text, text, "is no GeoJSON object", remedy));
    }
    let mut parser = serde_json::Deserializer::from_str(text);
    let members = parser.deserialize_map(Members::default()).map_err(fault)?;
    if let Err(error) = parser.end() {
        return match members.kind.as_deref() {
            Some("Feature") => sequence(),
            _ => Err(fault(error)),
        };
    }
    let whole = || serde_json::from_str::<&RawValue>(text.trim()).map(|raw| vec![raw]);
    let mut file = File {
        text,
        title: members.title.or(members.name),
        description: members.description,
        licence: members.licence,
        attribution: members.attribution,
        ..File::default()
    };
    match (members.kind.as_deref(), members.features) {
        (Some("FeatureCollection"), Some(features)) => file.features = features,
        (Some("Feature"), _) => file.features = whole().map_err(fault)?,
        (
            Some(
                "Point" | "MultiPoint" | "LineString" | "MultiLineString" | "Polygon" | "MultiPolygon"
                | "GeometryCollection",
            ),
            _,
        ) => {
            file.features = whole().map_err(fault)?;
            file.bare = true;
        }
        (Some("FeatureCollection"), None) => {
            return Err(NoFeature::new(
                text,
                text,
                "has no `features`",
                "a FeatureCollection lists its features",
            ));
        }
        (other, _) => {
            let reason = match other {
                Some(word) => format!("`{word}` is no type of GeoJSON"),
                None => "has no `type`".to_owned(),
            };
            return Err(NoFeature::new(text, text, reason, "serve a GeoJSON FeatureCollection (RFC 7946)"));
        }
    }
    if let Some(crs) = members.crs.filter(|crs| !is_wgs84(crs.get())) {
        let reason = "its coordinates are of another system than WGS 84 longitude and latitude";
        return Err(NoFeature::new(
            text,
            crs.get(),
            reason,
            "convert it, for example with ogr2ogr -t_srs EPSG:4326",
        ));
    }
    Ok(file)
}

/// Whether a `crs` of the GeoJSON of 2008 names what RFC 7946 has.
fn is_wgs84(crs: &str) -> bool {
    #[derive(Deserialize)]
    struct Crs {
        properties: Properties,
    }
    #[derive(Deserialize)]
    struct Properties {
        name: String,
    }
    let Ok(crs) = serde_json::from_str::<Option<Crs>>(crs) else { return false };
    crs.is_none_or(|crs| {
        // urn:ogc:def:crs:EPSG::4326, EPSG:4326, http://www.opengis.net/def/crs/OGC/1.3/CRS84: the authority, a
        // version perhaps, the code.
        let parts: Vec<&str> = crs.properties.name.split([':', '/']).collect();
        let code = parts.last().copied().unwrap_or_default();
        let epsg = parts.iter().any(|part| part.eq_ignore_ascii_case("EPSG"));
        matches!(code, "CRS84" | "CRS84h") || (epsg && code == "4326")
    })
}

/// The members of the outermost object that say something.
#[derive(Default)]
struct Members<'a> {
    kind: Option<Cow<'a, str>>,
    features: Option<Vec<&'a RawValue>>,
    crs: Option<&'a RawValue>,
    name: Option<String>,
    title: Option<String>,
    description: Option<String>,
    licence: Option<String>,
    attribution: Option<String>,
}

impl<'de> Visitor<'de> for Members<'de> {
    type Value = Members<'de>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a GeoJSON object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut members: A) -> Result<Members<'de>, A::Error> {
        // Foreign members may be of any type: only texts are taken.
        let text = |raw: &RawValue| serde_json::from_str::<String>(raw.get()).ok().filter(|t| !t.is_empty());
        while let Some(name) = members.next_key::<String>()? {
            match name.as_str() {
                "type" => self.kind = text(members.next_value()?).map(Cow::Owned),
                "features" => self.features = Some(members.next_value()?),
                "crs" => self.crs = Some(members.next_value()?),
                "name" => self.name = text(members.next_value()?),
                "title" => self.title = text(members.next_value()?),
                "description" => self.description = text(members.next_value()?),
                "licence" | "license" => self.licence = text(members.next_value()?),
                "attribution" => self.attribution = text(members.next_value()?),
                _ => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(self)
    }
}
