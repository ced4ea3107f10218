//! Pages, and what is said where there is none.

use std::any::Any;

use axum::Extension;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use http::StatusCode;

use super::answer::Answer;
use super::app::Shared;
use super::problem::Problem;
use crate::atlas::Lang;

/// `/`, `/es/` …: the map.
pub async fn map(State(app): State<Shared>, Extension(lang): Extension<Lang>) -> Answer {
    let serving = app.serving();
    Answer::page(format!("<!doctype html><title>{}</title>", serving.catalogue.atlas.about.title.get(lang)))
}

/// An address that leads nowhere.
pub async fn nothing_here(request: Request) -> Problem {
    Problem::not_found(format!("There is nothing at `{}`.", request.uri().path()))
}

/// A method that is not served.
pub async fn not_allowed(request: Request) -> Problem {
    let detail = format!("`{}` is not served here; the atlas is read with GET.", request.method());
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, detail).allowed(["GET", "HEAD", "OPTIONS"])
}

/// A fault of ours; the log has it, the client learns nothing inner.
pub fn broken(_: Box<dyn Any + Send + 'static>) -> Response {
    tracing::error!("a handler panicked");
    Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "Something broke on our side.").into_response()
}
