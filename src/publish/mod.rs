//! An exported site carried to object storage, or to the folder of a host: what changed is put, in an order
//! by which readers never see half of it, and what is no longer part of it is removed.
//!
//! [`site`] is what is carried and [`place`] where to; [`plan`] compares the two; [`journal`] is what the
//! place itself knows of earlier runs, so that a run that was killed is completed by the next one.

mod address;
mod bucket;
pub mod carry;
pub mod command;
mod folder;
pub mod journal;
pub mod place;
pub mod plan;
mod reason;
pub mod site;

pub use folder::Folder;
