//! Pages, and what is said where there is none.

use std::any::Any;

use axum::Extension;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_MAX_AGE, ALLOW,
};
use http::{Method, StatusCode};

use super::answer::{Answer, Keep};
use super::app::Shared;
use super::headers::Kind;
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

/// Any method but GET and HEAD. OPTIONS is answered for every address alike: anyone's script may
/// read what is open, credentials play no part (Fetch standard, CORS preflight).
pub async fn other_method(request: Request) -> Answer {
    const METHODS: &str = "GET, HEAD, OPTIONS";
    if request.method() == Method::OPTIONS {
        return Answer::made(Kind::Open, "text/plain; charset=utf-8", "")
            .status(StatusCode::NO_CONTENT)
            .keep(Keep::Never)
            .header(ALLOW, METHODS)
            .header(ACCESS_CONTROL_ALLOW_METHODS, METHODS)
            .header(ACCESS_CONTROL_ALLOW_HEADERS, "*")
            .header(ACCESS_CONTROL_MAX_AGE, "86400");
    }
    let detail = format!("`{}` is not served here; the atlas is read with GET.", request.method());
    let problem = Problem::new(StatusCode::METHOD_NOT_ALLOWED, detail).allowed(["GET", "HEAD", "OPTIONS"]);
    Answer::from(problem).header(ALLOW, METHODS)
}

/// A fault of ours; the log has it, the client learns nothing inner.
pub fn broken(_: Box<dyn Any + Send + 'static>) -> Response {
    tracing::error!("a handler panicked");
    Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "Something broke on our side.").into_response()
}
