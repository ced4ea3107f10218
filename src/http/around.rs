//! What stands around every answer. One layer, not one for each concern: a layer of axum costs two allocations and
//! moves request and answer about, together more than most searches do.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

use super::answer::{Asking, finish};
use super::limits::{Places, limit};
use super::watch::Watched;

/// Answers that may be made at the same time, and the routes that are outside of it and of all limits.
#[derive(Debug, Clone)]
pub struct Around {
    /// One a request.
    pub places: Arc<Places>,
    /// An operator must see a busy server, too.
    pub inner: &'static [&'static str],
}

/// The layer.
pub async fn around(State(around): State<Around>, request: Request, next: Next) -> Response {
    let watched = Watched::begin(&request);
    let asking = Asking::of(&request);
    let response = match around.inner.contains(&watched.route()) {
        true => next.run(request).await,
        false => limit(&around.places, request, next).await,
    };
    watched.end(finish(response, &asking).await)
}
