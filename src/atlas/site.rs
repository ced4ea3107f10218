//! A site: one place of a project, and how well it is known.

use geojson::Geometry;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{PartialDate, Text};

/// How well a place is known. The outer shape of a sign, and the decimals of a coordinate, follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// The very site, within 500 m.
    Exact,
    /// Within about 5 km.
    Near,
    /// A town's or city's centre stands for it.
    Settlement,
    /// Somewhere in a province or district.
    Region,
    /// Only the country is known.
    Country,
    /// A line drawn only to show what it joins.
    Schematic,
}

impl Precision {
    /// All of them, the best known first.
    pub const ALL: [Precision; 6] = [
        Precision::Exact,
        Precision::Near,
        Precision::Settlement,
        Precision::Region,
        Precision::Country,
        Precision::Schematic,
    ];

    /// The word that columns and addresses use.
    pub fn id(self) -> &'static str {
        match self {
            Precision::Exact => "exact",
            Precision::Near => "near",
            Precision::Settlement => "settlement",
            Precision::Region => "region",
            Precision::Country => "country",
            Precision::Schematic => "schematic",
        }
    }
}

/// A site as it stands in a project's file: a GeoJSON Feature.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SiteFeature {
    /// Always `Feature`.
    #[serde(rename = "type")]
    pub kind: FeatureTag,
    /// `<project>.<site>`.
    #[schemars(regex(pattern = r"^[a-z0-9-]+\.[a-z0-9-]+$"))]
    pub id: String,
    /// Longitude, latitude (RFC 7946); null where the place, or all but the country, is not known.
    #[serde(default)]
    #[schemars(with = "Option<GeometrySchema>")]
    pub geometry: Option<Geometry>,
    /// Its facts.
    pub properties: SiteProperties,
}

/// The word `Feature`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum FeatureTag {
    /// RFC 7946, 3.2.
    Feature,
}

/// What editors are told of a geometry; the loader reads it with the geojson crate.
#[derive(JsonSchema)]
#[schemars(rename = "Geometry", deny_unknown_fields)]
#[expect(dead_code, reason = "describes a shape and is never made")]
struct GeometrySchema {
    /// The kind of geometry.
    #[schemars(rename = "type")]
    kind: GeometryKind,
    /// Longitude, latitude in degrees (WGS 84), as RFC 7946 nests them.
    coordinates: Vec<serde_json::Value>,
}

/// The geometries a site may have.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "describes a shape and is never made")]
enum GeometryKind {
    Point,
    MultiPoint,
    LineString,
    MultiLineString,
    Polygon,
    MultiPolygon,
}

/// The `properties` of a site.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SiteProperties {
    /// Its name.
    pub name: Text,
    /// A short name for the map.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// A site kind of the vocabulary.
    pub kind: String,
    /// How well the place is known.
    pub precision: Precision,
    /// Part of the project only from this date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    /// Part of the project only until this date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
    /// Where the position comes from.
    pub located_by: Text,
    /// Ids of the sources that state the position, or of the gazetteer it was taken from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub position_sources: Vec<String>,
    /// Ids of the sources that say the project is there; at least one.
    #[schemars(length(min = 1))]
    pub sources: Vec<String>,
}

/// A site, flat.
#[derive(Debug, Clone, PartialEq)]
pub struct Site {
    /// `<project>.<site>`.
    pub id: String,
    /// Longitude, latitude; none where the place is not known.
    pub geometry: Option<Geometry>,
    /// Its name.
    pub name: Text,
    /// A short name for the map.
    pub label: Option<Text>,
    /// A site kind of the vocabulary.
    pub kind: String,
    /// How well the place is known.
    pub precision: Precision,
    /// Part of the project only from this date.
    pub from: Option<PartialDate>,
    /// Part of the project only until this date.
    pub until: Option<PartialDate>,
    /// Where the position comes from.
    pub located_by: Text,
    /// Ids of the sources that state the position.
    pub position_sources: Vec<String>,
    /// Ids of the sources that say the project is there.
    pub sources: Vec<String>,
}

impl Site {
    /// Whether it is part of its project on a day, by `from` and `until`.
    pub fn stands_on(&self, day: jiff::civil::Date) -> bool {
        self.from.is_none_or(|from| from.first_day() <= day)
            && self.until.is_none_or(|until| day <= until.last_day())
    }

    /// Whether it may be drawn: a place known only by its country never is.
    pub fn is_placed(&self) -> bool {
        self.geometry.is_some() && self.precision != Precision::Country
    }
}

impl From<SiteFeature> for Site {
    fn from(feature: SiteFeature) -> Site {
        let SiteFeature { id, geometry, properties: p, .. } = feature;
        Site {
            id,
            geometry,
            name: p.name,
            label: p.label,
            kind: p.kind,
            precision: p.precision,
            from: p.from,
            until: p.until,
            located_by: p.located_by,
            position_sources: p.position_sources,
            sources: p.sources,
        }
    }
}

impl From<Site> for SiteFeature {
    fn from(site: Site) -> SiteFeature {
        SiteFeature {
            kind: FeatureTag::Feature,
            id: site.id,
            geometry: site.geometry,
            properties: SiteProperties {
                name: site.name,
                label: site.label,
                kind: site.kind,
                precision: site.precision,
                from: site.from,
                until: site.until,
                located_by: site.located_by,
                position_sources: site.position_sources,
                sources: site.sources,
            },
        }
    }
}
