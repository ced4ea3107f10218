//! `huella release`: freezes the record as an edition.

pub mod command;
mod files;
mod name;
mod write;

pub use files::{Unmade, files};
