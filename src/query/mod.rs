//! What is asked: text becomes one typed value at the edge, and every link is rebuilt from it.

pub mod bbox;
pub mod bits;
pub mod cql2;
pub mod crs;
pub mod datetime;
mod fault;
pub mod filter;
mod link;
pub mod page;
pub mod params;
mod read;
pub mod select;
pub mod sortby;
pub mod tile;

pub use bbox::Bbox;
pub use crs::Crs;
pub use datetime::Interval;
pub use fault::BadParameter;
pub use filter::Filter;
pub use params::{PARAMETERS, Parameter, Resource};
pub use select::{Selection, select, select_while};
pub use sortby::SortKey;
pub use tile::Tile;

use jiff::civil::Date;

use crate::atlas::Lang;

/// Items on a page where the request does not say.
pub const DEFAULT_LIMIT: usize = 1000;
/// Items on a page at most; a larger `limit` counts as this (OGC 17-069r4, /req/core/fc-limit-response).
pub const MOST: usize = 10_000;

/// A whole request, parsed. What a resource does not take is at its default.
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    /// Features that share a point with it, and those without a place.
    pub bbox: Option<Bbox>,
    /// Features whose time shares a moment with it, and those without a time.
    pub datetime: Option<Interval>,
    /// The day the record is told as of.
    pub on: Option<Date>,
    /// The language of prose.
    pub lang: Lang,
    /// Properties to return, by their place in the schema, ascending; `None` is all.
    pub properties: Option<Vec<usize>>,
    /// What to order by; ties keep the order of the collection.
    pub sortby: Vec<SortKey>,
    /// `name=value` of properties; all must hold.
    pub filters: Vec<Filter>,
    /// `filter`: what else must hold.
    pub condition: Option<cql2::Condition>,
    /// `bbox-crs`: the system in which the box was given.
    pub bbox_crs: Crs,
    /// The box itself, where its system is a projected one; `bbox` then holds it and a little more.
    pub bbox_area: Option<crs::Area>,
    /// `crs`: the system of what is returned.
    pub crs: Crs,
    /// `filter-crs`: the system of geometries in `filter`.
    pub filter_crs: Crs,
    /// `filter-lang`: how `filter` is written.
    pub filter_lang: cql2::Language,
    /// From 1 to [`MOST`].
    pub limit: usize,
    /// How many items stand on the pages before.
    pub offset: usize,
    /// The form of the answer by its name; whether there is such a form is for the answer to say.
    pub f: Option<String>,
}

impl Default for Query {
    fn default() -> Query {
        Query {
            bbox: None,
            datetime: None,
            on: None,
            lang: Lang::En,
            properties: None,
            sortby: Vec::new(),
            filters: Vec::new(),
            condition: None,
            bbox_crs: Crs::CRS84,
            bbox_area: None,
            crs: Crs::CRS84,
            filter_crs: Crs::CRS84,
            filter_lang: cql2::Language::Text,
            limit: DEFAULT_LIMIT,
            offset: 0,
            f: None,
        }
    }
}
