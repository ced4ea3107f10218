//! Huella: an atlas server. One binary carries the record of Chinese technology projects in Latin
//! America, serves it as GeoJSON layers and OGC API - Features, and shows it on a map.
//!
//! # Layout
//!
//! A module imports only what stands above it in this list. Up to `format` nothing knows HTTP, and
//! nothing but `http` reads a clock.
//!
//! - [`log`]: what the program tells its operator.
//! - [`written`]: files that are never half there.
//! - [`assets`]: the page's files, as compiled into the program.
//! - [`fold`]: texts made alike that differ only in case, accents or width.
//! - [`nearest`]: what may have been meant by a name that does not exist.
//! - [`atlas`]: what we know. The record as types, read from `geodata/`; status on a day.
//! - [`program`]: which program this is, and which record it carries.
//! - [`basemap`]: borders and names, from Natural Earth: which country a place lies in, and what to draw.
//! - [`cite`]: how atlas, edition and record are cited, and the bibliography for reference managers.
//! - [`credit`]: whose work stands in the record beside its sources, and where licences can be read.
//! - [`diff`]: what changed between two states of the record.
//! - [`links`]: every address of the program.
//! - [`editions`]: the record as it stood on a date, frozen.
//! - [`check`]: the rules of the record; what is refused, where it stands, what to do about it.
//! - [`canonical`]: one way to write a file of the record.
//! - [`editor_schemas`]: JSON Schemas of the record's files, for editors.
//! - [`collection`]: what we serve. Immutable features, ready to be sent.
//! - [`cli`]: the command line, as it may be typed.
//! - [`query`]: what is asked. The table of parameters, and the search that answers them.
//! - [`format`]: how it is written. One file a format.
//! - [`release`]: how an edition is frozen.
//! - [`site`]: what a visitor gets: the map page, records and the pages around them.
//! - [`ogc`]: the resources of OGC API - Features, as JSON and as pages.
//! - [`picture`]: a view of the map as SVG and PNG.
//! - [`http`]: how it leaves. Routes, caching, headers, limits, the accept loop.
//! - [`export`]: the whole site as files, asked of the routes.
//! - `publish`, a feature: that site carried to object storage.

pub mod assets;
pub mod atlas;
pub mod basemap;
pub mod canonical;
pub mod check;
pub mod cite;
pub mod cli;
pub mod collection;
pub mod credit;
pub mod diff;
pub mod editions;
pub mod editor_schemas;
pub mod export;
pub mod fold;
pub mod format;
pub mod http;
pub mod links;
pub mod log;
pub mod nearest;
pub mod ogc;
pub mod picture;
pub mod program;
#[cfg(feature = "publish")]
pub mod publish;
pub mod query;
pub mod release;
pub mod site;
pub mod written;
