//! Borders and names: the base map of `geodata/basemap`, embedded, so that the program needs no folder.
//!
//! The same two files serve three ends: the page draws them, pictures draw them ([`Drawing`]), and the check of
//! the record asks them whether a site lies in its project's country ([`Borders`]). Nothing is decoded before it
//! is asked for. What the files hold is said in `geodata/basemap/README.md`.

mod borders;
mod drawing;
mod labels;
mod names;
pub mod topojson;

pub use borders::{Area, Borders, Country, Placing, Region};
pub use drawing::{Detail, Dispute, DisputedLine, Drawing, Land};
pub use labels::{Label, LabelKind, Town};
pub use names::CountryNames;

/// The first paint: the region as it looks at zoom 3 to 5, the rest of the world for context. TopoJSON.
pub static COARSE: &[u8] = include_bytes!("../../geodata/basemap/coarse.json");

/// Closer: finer countries, regions, lakes, rivers, towns. TopoJSON.
pub static FINE: &[u8] = include_bytes!("../../geodata/basemap/fine.json");

/// Every country of ISO 3166-1 by code, its name by language.
pub static NAMES: &[u8] = include_bytes!("../../geodata/basemap/names.json");
