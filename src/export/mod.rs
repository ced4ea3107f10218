//! The whole site as files, for any host that serves files: every address is asked of the router, in this
//! process, and each answer is written under the name by which such a host finds it again.
//!
//! [`addresses`] fills the list of routes with what the catalogue holds; [`ask`] asks and follows what only
//! pages name; [`folder`] writes what changed; [`manifest`] says at the end what is there.

pub mod addresses;
pub mod ask;
pub mod command;
pub mod folder;
pub mod manifest;
pub(crate) mod progress;

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its path below the folder, `/` between parts.
    pub path: String,
    /// Its address below the public one, by which a server that knows the whole list would serve it.
    pub address: String,
    /// Value of `Content-Type`.
    pub media_type: String,
    /// Value of `Cache-Control`.
    pub cache: String,
    /// The bytes.
    pub body: bytes::Bytes,
}
