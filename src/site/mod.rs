//! What a visitor gets: the map page, records, and the pages around them, as finished HTML.
//!
//! Views are built from the record in plain functions; the templates in `templates/` only lay them
//! out. Everything a reader sees is written here; the page's script shows, hides and moves it.

pub mod about;
pub mod accessibility;
pub mod cite;
pub mod corrections;
pub mod country;
pub mod credits;
pub mod data;
pub mod diff;
pub mod discovery;
pub mod editions;
pub mod embed;
pub mod error;
mod escaped;
pub mod frame;
pub mod gaps;
pub mod head;
pub mod listing;
pub mod metadata;
pub mod oembed;
pub mod organisation;
pub mod page;
pub mod privacy;
pub mod query;
pub mod record;
pub mod retold;
pub mod sign;
pub mod story;
pub mod told;
pub mod words;

pub use askama::Error as TemplateError;
