//! How it leaves: the one module that knows HTTP, and the one that reads a clock.
//!
//! Handlers give an [`answer::Answer`] or a [`problem::Problem`]; one layer makes responses of
//! them. [`router::router`] lists every address; [`serve::serve`] runs from flags to the last answer.

pub mod address;
pub mod answer;
pub mod app;
mod around;
mod assets;
mod at;
mod beside;
pub mod cited;
mod complete;
mod compressor;
mod data;
mod diff;
mod drawn;
mod editions;
mod embed;
pub mod encoding;
mod found;
mod guide;
pub mod headers;
mod health;
mod held;
mod limits;
mod line;
mod listed;
pub mod listen;
mod live;
mod made;
mod metering;
mod negotiate;
mod oembed;
mod ogc;
mod outcome;
mod own;
pub mod packed;
mod pages;
pub mod past;
mod picture;
pub mod problem;
pub mod project;
mod range;
pub mod reload;
pub mod router;
pub mod serve;
pub mod serving;
mod shutdown;
pub mod source;
pub mod story;
mod tiles;
mod unsent;
mod waiting;
mod watch;
mod watching;
