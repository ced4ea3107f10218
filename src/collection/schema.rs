//! What a collection's properties are called, of what type they are and what they mean. The source
//! of queryables, schema, API description and column dictionaries.

use serde::Serialize;

/// The type of a property.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldType {
    /// Unicode text.
    Text,
    /// A whole number that fits 64 bits.
    Integer,
    /// A number in double precision.
    Number,
    /// `YYYY-MM-DD`.
    Date,
    /// A moment, RFC 3339.
    DateTime,
    /// True or false.
    Boolean,
    /// A list or an object: returned as it stands. Only lists of plain values can be asked for ([`Field::items`]).
    Json,
}

/// What a property of lists and objects holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Nested {
    /// Lists, objects or both.
    #[default]
    Either,
    /// Lists alone.
    List,
    /// Lists of values of one type alone.
    ListOf(FieldType),
    /// Lists of texts, numbers and what is true or false, which filters take as texts.
    ListOfAny,
    /// Objects alone.
    Object,
}

impl Nested {
    /// Their types in JSON Schema.
    pub fn types(self) -> serde_json::Value {
        match self {
            Nested::Either => serde_json::json!(["array", "object"]),
            Nested::List | Nested::ListOf(_) | Nested::ListOfAny => "array".into(),
            Nested::Object => "object".into(),
        }
    }
}

/// One property.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name in features and in queries.
    pub name: String,
    /// Its type.
    pub kind: FieldType,
    /// A few words for people.
    pub title: String,
    /// What it means, in one or two sentences; may be empty.
    pub description: String,
    /// The only values it takes, with a label each; empty where it is free.
    pub codes: Vec<(String, String)>,
    /// Several values in one text, joined by [`SEPARATOR`]; a query matches any one of them.
    pub list: bool,
    /// Of lists and objects, which.
    pub nested: Nested,
}

/// What stands between the values of a list.
pub const SEPARATOR: &str = "; ";

impl Field {
    /// Whether `name=value`, `sortby` and filters may name it. No parameter and no filter has an empty name.
    pub fn is_queryable(&self) -> bool {
        (self.kind != FieldType::Json || self.items().is_some()) && !self.name.is_empty()
    }

    /// What filters take the values of its lists for; none where it holds no lists, or more than plain values in them.
    pub fn items(&self) -> Option<FieldType> {
        match (self.kind, self.nested) {
            (FieldType::Json, Nested::ListOf(items)) => Some(items),
            (FieldType::Json, Nested::ListOfAny) => Some(FieldType::Text),
            _ => None,
        }
    }
}

/// The geometries of a collection, as far as one word can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GeometryType {
    /// No feature has a place.
    #[default]
    None,
    /// Points only.
    Point,
    /// Points and sets of points.
    MultiPoint,
    /// Lines only.
    LineString,
    /// Lines and sets of lines.
    MultiLineString,
    /// Areas only.
    Polygon,
    /// Areas and sets of areas.
    MultiPolygon,
    /// Of several kinds.
    Any,
}

impl GeometryType {
    /// The narrowest word for both.
    pub fn and(self, other: GeometryType) -> GeometryType {
        use GeometryType::{
            Any, LineString, MultiLineString, MultiPoint, MultiPolygon, None, Point, Polygon,
        };
        match (self, other) {
            (a, b) if a == b => a,
            (None, x) | (x, None) => x,
            (Point, MultiPoint) | (MultiPoint, Point) => MultiPoint,
            (LineString, MultiLineString) | (MultiLineString, LineString) => MultiLineString,
            (Polygon, MultiPolygon) | (MultiPolygon, Polygon) => MultiPolygon,
            _ => Any,
        }
    }

    /// The `format` that OGC API - Features - Part 5 (OGC 23-058r1) gives a geometry in a schema.
    pub fn format(self) -> &'static str {
        match self {
            GeometryType::Point => "geometry-point",
            GeometryType::MultiPoint => "geometry-point-or-multipoint",
            GeometryType::LineString => "geometry-linestring",
            GeometryType::MultiLineString => "geometry-linestring-or-multilinestring",
            GeometryType::Polygon => "geometry-polygon",
            GeometryType::MultiPolygon => "geometry-polygon-or-multipolygon",
            GeometryType::None | GeometryType::Any => "geometry-any",
        }
    }
}

/// The properties of a collection in their order, and the kind of its geometries.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Schema {
    /// In the order in which features and tables have them.
    pub fields: Vec<Field>,
    /// Of its geometries.
    pub geometry: GeometryType,
    /// Whether any geometry has heights throughout.
    pub heights: bool,
    /// The property that gives a feature its time, where one alone does.
    pub time: Option<String>,
}

impl Schema {
    /// The place of a property in the order.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|f| f.name == name)
    }

    /// The property of this name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|f| f.name == name)
    }

    /// The name by which filters and schemas reach the geometry: one that no property has.
    pub fn geometry_name(&self) -> &'static str {
        let names = ["geometry", "geom", "_geometry"];
        names.into_iter().find(|name| self.field(name).is_none()).unwrap_or("__geometry")
    }

    /// Every property that may be asked for.
    pub fn queryables(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|f| f.is_queryable())
    }
}
