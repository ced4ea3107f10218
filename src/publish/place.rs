//! Where a site is carried to: four things that object storage and folders can do alike.

use std::collections::BTreeMap;

use bytes::Bytes;

/// What is put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Object {
    /// Its name, `/` between parts.
    pub path: String,
    /// Value of `Content-Type`.
    pub media_type: String,
    /// Value of `Cache-Control`.
    pub cache: String,
    /// Value of `Content-Encoding`, where the bytes are encoded.
    pub encoding: Option<&'static str>,
    /// The bytes as they are kept.
    pub body: Bytes,
}

/// A place refused: what, why, and what to do about it.
#[derive(Debug, Clone, thiserror::Error)]
#[error("cannot {what} {object}: {reason}; {remedy}")]
pub struct NoPlace {
    /// `put`, `read`, `list` or `remove`.
    pub what: &'static str,
    /// The whole address of the object.
    pub object: String,
    /// What the other side said.
    pub reason: String,
    /// For the operator.
    pub remedy: String,
}

/// A place. Names are below the place's own prefix; what stands beside it is not seen.
pub trait Place: Send + Sync + 'static {
    /// Whether it keeps headers with an object, so that bytes may be kept encoded.
    fn keeps_headers(&self) -> bool;
    /// Every object with its length.
    fn list(&self) -> impl Future<Output = Result<BTreeMap<String, u64>, NoPlace>> + Send;
    /// The bytes of an object that is there.
    fn get(&self, path: &str) -> impl Future<Output = Result<Bytes, NoPlace>> + Send;
    /// Puts an object whole, in the place of one that may be there.
    fn put(&self, object: Object) -> impl Future<Output = Result<(), NoPlace>> + Send;
    /// Removes an object; one that is gone already is no fault.
    fn remove(&self, path: &str) -> impl Future<Output = Result<(), NoPlace>> + Send;
}
