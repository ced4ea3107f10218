//! The table of the parameters below `/ogc`. Parsing, the API description, the messages of a 400 and the
//! documentation come from it, so they cannot disagree.

use serde_json::{Value, json};

use super::cql2::{Condition, LONGEST, Language};
use super::crs::{Area, CRS84, Crs};
use super::{BadParameter, DEFAULT_LIMIT, Interval, MOST, Query, datetime, sortby};
use crate::atlas::Lang;
use crate::collection::{Collection, Kind};

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Resource {
    /// `/ogc`
    Landing,
    /// `/ogc/conformance`
    Conformance,
    /// `/ogc/api`
    Api,
    /// `/ogc/collections`
    Collections,
    /// `/ogc/collections/{collection}`
    Collection,
    /// `…/queryables`
    Queryables,
    /// `…/schema`
    Schema,
    /// `…/items`
    Items,
    /// `…/items/{id}`
    Item,
    /// `…/tiles`
    TileSets,
    /// `…/tiles/{tileMatrixSet}`
    TileSet,
    /// `…/tiles/{tileMatrixSet}/{tileMatrix}/{tileRow}/{tileCol}`
    Tile,
    /// `/ogc/tileMatrixSets`
    TileMatrixSets,
    /// `/ogc/tileMatrixSets/{tileMatrixSet}`
    TileMatrixSet,
}

use Resource::{
    Api, Conformance, Item, Items, Landing, Queryables, Schema, Tile, TileMatrixSet, TileMatrixSets, TileSet,
    TileSets,
};

/// One parameter.
pub struct Parameter {
    /// Its name in the query.
    pub name: &'static str,
    /// Where it may stand.
    pub at: &'static [Resource],
    /// What it does, for people; Markdown.
    pub description: &'static str,
    /// What may be given, in a few words.
    pub form: &'static str,
    /// A value to try.
    pub example: &'static str,
    /// JSON Schema in the dialect of OpenAPI 3.0.
    pub schema: fn() -> Value,
    /// Reads a value into the query. The collection is the one asked for, where there is one.
    pub read: fn(&mut Query, &str, Option<&Collection>) -> Result<(), BadParameter>,
}

impl Parameter {
    /// Whether it may stand in a request for this.
    pub fn applies(&self, resource: Resource, collection: Option<&Collection>) -> bool {
        // One's own layers do not know what the atlas was on a day.
        let own = collection.is_some_and(|c| c.about.kind == Kind::Own);
        self.at.contains(&resource) && !(own && self.name == "on")
    }

    fn bad(&self, value: &str, reason: impl Into<String>) -> BadParameter {
        BadParameter::value(self.name, value, reason).form(self.form)
    }
}

const EVERYWHERE: &[Resource] = &[
    Landing,
    Conformance,
    Api,
    Resource::Collections,
    Resource::Collection,
    Queryables,
    Schema,
    Items,
    Item,
    TileSets,
    TileSet,
    Tile,
    TileMatrixSets,
    TileMatrixSet,
];

/// Every parameter, in the order in which they are read: what says how another is written stands before it.
pub static PARAMETERS: &[Parameter] = &[
    BBOX_CRS,
    BBOX,
    DATETIME,
    FILTER_LANG,
    FILTER_CRS,
    FILTER,
    CRS,
    ON,
    PROPERTIES,
    SORTBY,
    LANG,
    FORM,
    LIMIT,
    OFFSET,
];

/// The parameter of this name.
pub fn parameter(name: &str) -> Option<&'static Parameter> {
    PARAMETERS.iter().find(|p| p.name == name)
}

const BBOX: Parameter = Parameter {
    name: "bbox",
    at: &[Items],
    description: "Only features that share a point with this box, edges included, and features without a place. \
        Longitude and latitude in degrees unless `bbox-crs` says otherwise: west, south, east, north; with heights: west, south, lowest, \
        east, north, highest, where heights take no effect. If west is greater than east, or one of them beyond 180, the box \
        crosses the 180th meridian.",
    form: "four or six numbers with commas between them: west,south,east,north in degrees",
    example: "-70,-30,-60,-20",
    // Not the `oneOf` of the corrigendum: validators look for minItems and maxItems here.
    schema: || json!({"type": "array", "minItems": 4, "maxItems": 6, "items": {"type": "number"}}),
    read: |query, value, _| {
        let (bbox, area) = Area::read(value, query.bbox_crs).map_err(|reason| {
            BadParameter::value(BBOX.name, value, reason).form(&Area::form(query.bbox_crs))
        })?;
        (query.bbox, query.bbox_area) = (Some(bbox), area);
        Ok(())
    },
};

const BBOX_CRS: Parameter = Parameter {
    name: "bbox-crs",
    at: &[Items],
    description: "The coordinate system of `bbox`, whose numbers then stand in the order of its axes.",
    form: CRS_FORM,
    example: CRS84,
    schema: crs_schema,
    read: |query, value, _| {
        query.bbox_crs = crs("bbox-crs", value)?;
        Ok(())
    },
};

const FILTER_CRS: Parameter = Parameter {
    name: "filter-crs",
    at: &[Items],
    description: "The coordinate system of the geometries in `filter`, whose numbers then stand in the order of its axes.",
    form: CRS_FORM,
    example: CRS84,
    schema: crs_schema,
    read: |query, value, _| {
        query.filter_crs = crs("filter-crs", value)?;
        Ok(())
    },
};

const CRS: Parameter = Parameter {
    name: "crs",
    at: &[Items, Item],
    description: "The coordinate system of the positions that are returned, in the order of its axes: EPSG:4326 is latitude \
        first. GeoJSON alone is written in others than CRS84. What has no place in the system is returned without a geometry.",
    form: CRS_FORM,
    example: "http://www.opengis.net/def/crs/EPSG/0/3857",
    schema: crs_schema,
    read: |query, value, _| {
        query.crs = crs("crs", value)?;
        Ok(())
    },
};

const CRS_FORM: &str = "the address of a coordinate system from the list `crs` of a collection";

fn crs_schema() -> Value {
    json!({"type": "string", "format": "uri", "default": CRS84})
}

fn crs(name: &str, value: &str) -> Result<Crs, BadParameter> {
    Crs::read(value).ok_or_else(|| {
        let known: Vec<String> = Crs::all().map(|crs| crs.to_string()).collect();
        let reason = format!("`{value}` is no coordinate system that is served.");
        BadParameter::value(name, value, reason).allowed(value, known.iter().map(String::as_str))
    })
}

const DATETIME: Parameter = Parameter {
    name: "datetime",
    at: &[Items],
    description: "Only features whose time shares a moment with this one, and features without a time. A moment of \
        RFC 3339, a date, or two of them with `/` between; `..` or nothing is an open end. For the atlas the time of \
        a feature runs from its first event to the day it was closed or cancelled; it leaves the status alone (see `on`).",
    form: "a date, a moment of RFC 3339, or an interval such as 2015-01-01/2019-12-31, 2019-01-01/.. or ../2019-12-31",
    example: "2015-01-01/2019-12-31",
    schema: || json!({"type": "string"}),
    read: |query, value, _| {
        query.datetime = Some(Interval::read(value).map_err(|reason| DATETIME.bad(value, reason))?);
        Ok(())
    },
};

const FILTER_LANG: Parameter = Parameter {
    name: "filter-lang",
    at: &[Items],
    description: "The language of `filter`.",
    form: "cql2-text or cql2-json",
    example: "cql2-text",
    schema: || json!({"type": "string", "enum": Language::ALL.map(Language::name), "default": "cql2-text"}),
    read: |query, value, _| {
        let names = Language::ALL.map(Language::name);
        let language = Language::ALL.into_iter().find(|language| language.name() == value);
        query.filter_lang = language.ok_or_else(|| {
            let reason = format!("`{value}` is no language for filters.");
            BadParameter::value("filter-lang", value, reason).allowed(value, names)
        })?;
        Ok(())
    },
};

const FILTER: Parameter = Parameter {
    name: "filter",
    at: &[Items],
    description: "Only features for which this is true: CQL2 (OGC 21-065r2), as text or as JSON. Comparisons, AND, OR, \
        NOT, LIKE, IN, BETWEEN, IS NULL, CASEI, ACCENTI, arithmetic, spatial (`S_INTERSECTS` …), temporal (`T_DURING` …) \
        and array functions (`A_CONTAINS` …). Property names with other characters than letters, digits, `_`, `.` and \
        `:` stand in double quotes. Where a property holds several values, a comparison holds if it holds for one of them.",
    form: "a filter in CQL2",
    example: "status = 'operating' AND S_INTERSECTS(geometry, BBOX(-70, -30, -60, -20))",
    schema: || json!({"type": "string", "maxLength": LONGEST}),
    read: |query, value, collection| {
        let Some(collection) = collection else { return Ok(()) };
        let condition = Condition::read(query.filter_crs, query.filter_lang, value, &collection.schema);
        query.condition = Some(condition.map_err(|fault| fault.of("filter", value))?);
        Ok(())
    },
};

const ON: Parameter = Parameter {
    name: "on",
    at: &[Items, Item, Tile],
    description: "The atlas as of this day: without projects that had no event by then and sites that were not yet, \
        or no longer, part of them; status and its date as of that day. Without it: the edition's date, and every site.",
    form: "a date, YYYY-MM-DD",
    example: "2019-07-05",
    schema: || json!({"type": "string", "format": "date"}),
    read: |query, value, _| {
        let day = datetime::day(value).ok_or_else(|| ON.bad(value, format!("`{value}` is no date.")))?;
        query.on = Some(day);
        Ok(())
    },
};

const PROPERTIES: Parameter = Parameter {
    name: "properties",
    at: &[Items, Item],
    description: "Return only these properties. Id and geometry are always there.",
    form: "names of properties with commas between them",
    example: "name,status",
    schema: || json!({"type": "array", "items": {"type": "string"}}),
    read: |query, value, collection| {
        let Some(collection) = collection else { return Ok(()) };
        let fields = &collection.schema.fields;
        let mut chosen = Vec::new();
        for name in value.split(',').filter(|_| !value.is_empty()) {
            let Some(at) = collection.schema.position(name) else {
                let reason = format!("`{name}` is no property of `{}`.", collection.id());
                let names = fields.iter().map(|f| f.name.as_str());
                return Err(BadParameter::value("properties", value, reason).allowed(name, names));
            };
            chosen.push(at);
        }
        chosen.sort_unstable();
        chosen.dedup();
        query.properties = Some(chosen);
        Ok(())
    },
};

const SORTBY: Parameter = Parameter {
    name: "sortby",
    at: &[Items],
    description: "Order by these properties, each with `-` before it for the largest first. What has no value comes \
        last. Texts stand in the order of their Unicode code points. Without it: the order of the collection.",
    form: "names of properties with commas between them, each with `+`, `-` or nothing before it",
    example: "-first_event,name",
    schema: || json!({"type": "array", "minItems": 1, "items": {"type": "string", "pattern": "[+-]?.+"}}),
    read: |query, value, collection| {
        let Some(collection) = collection else { return Ok(()) };
        query.sortby = sortby::read("sortby", value, &collection.schema)?;
        Ok(())
    },
};

const LANG: Parameter = Parameter {
    name: "lang",
    at: EVERYWHERE,
    description: "The language of titles, names and summaries, where they are written in it; English otherwise.",
    form: "en, es, pt or zh",
    example: "es",
    schema: || json!({"type": "string", "enum": Lang::ALL.map(Lang::tag), "default": "en"}),
    read: |query, value, _| {
        query.lang = Lang::from_tag(value).ok_or_else(|| {
            let reason = format!("`{value}` is no language of the atlas.");
            BadParameter::value("lang", value, reason).allowed(value, Lang::ALL.map(Lang::tag))
        })?;
        Ok(())
    },
};

const FORM: Parameter = Parameter {
    name: "f",
    at: EVERYWHERE,
    description: "The form of the answer; it counts before the header `Accept`.",
    form: "the name of a form",
    example: "json",
    schema: || json!({"type": "string"}),
    read: |query, value, _| {
        query.f = Some(value.to_owned());
        Ok(())
    },
};

const LIMIT: Parameter = Parameter {
    name: "limit",
    at: &[Items],
    description: "How many features a page has at most. A number above the maximum counts as the maximum.",
    form: "a whole number from 1; more than 10000 counts as 10000",
    example: "100",
    schema: || json!({"type": "integer", "minimum": 1, "maximum": MOST, "default": DEFAULT_LIMIT}),
    read: |query, value, _| {
        let limit = whole(value).filter(|n| *n >= 1);
        let limit = limit.ok_or_else(|| LIMIT.bad(value, format!("`{value}` is no number of features.")))?;
        query.limit = limit.min(MOST);
        Ok(())
    },
};

const OFFSET: Parameter = Parameter {
    name: "offset",
    at: &[Items],
    description: "How many features to pass over; the links `next` and `prev` set it.",
    form: "a whole number from 0",
    example: "1000",
    schema: || json!({"type": "integer", "minimum": 0, "default": 0}),
    read: |query, value, _| {
        let offset = whole(value);
        query.offset =
            offset.ok_or_else(|| OFFSET.bad(value, format!("`{value}` is no number of features.")))?;
        Ok(())
    },
};

/// Digits only; what is too large for the machine is the largest number there is.
fn whole(text: &str) -> Option<usize> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().unwrap_or(usize::MAX / 2))
}
