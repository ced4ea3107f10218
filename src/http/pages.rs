//! Pages, and what is said where there is none.

use axum::Extension;
use axum::extract::{RawQuery, Request, State};
use axum::response::{IntoResponse, Response};
use http::header::{
    ACCEPT, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_MAX_AGE, ALLOW,
};
use http::{Method, StatusCode};

use super::answer::{Answer, Keep};
use super::app::Shared;
use super::at::At;
use super::headers::Kind;
use super::problem::Problem;
use crate::atlas::{Atlas, Lang};
use crate::links::Links;
use crate::site::frame::Context;
use crate::site::page::{self, View};
use crate::site::{TemplateError, about, data, error, query};

/// `/`, `/es/` …: the map.
pub async fn map(
    At { serving, links }: At,
    Extension(lang): Extension<Lang>,
    RawQuery(query): RawQuery,
) -> Result<Answer, Problem> {
    let view = View::read(query.as_deref().unwrap_or_default());
    let catalogue = &serving.catalogue;
    drawn(page::render(&context(&catalogue.atlas, &links, lang), &view, &catalogue.collections))
}

/// `/about`, `/es/about` …
pub async fn about(At { serving, links }: At, Extension(lang): Extension<Lang>) -> Result<Answer, Problem> {
    drawn(about::render(&context(&serving.catalogue.atlas, &links, lang)))
}

/// `/data`, `/es/data` …: the page about the files.
pub async fn data(
    State(app): State<Shared>,
    At { serving, links }: At,
    Extension(lang): Extension<Lang>,
) -> Result<Answer, Problem> {
    let catalogue = &serving.catalogue;
    drawn(data::render(&context(&catalogue.atlas, &links, lang), catalogue, &app.past.editions()))
}

/// `/query`, `/es/query` …: a view of the map as a request to the service.
pub async fn query(
    At { serving, links }: At,
    Extension(lang): Extension<Lang>,
    RawQuery(query): RawQuery,
) -> Result<Answer, Problem> {
    let view = View::read(query.as_deref().unwrap_or_default());
    drawn(query::render(&context(&serving.catalogue.atlas, &links, lang), &view))
}

/// What every page is made from.
pub fn context<'a>(atlas: &'a Atlas, links: &'a Links, lang: Lang) -> Context<'a> {
    Context { atlas, links, lang }
}

/// A page as a template gave it. A template that fails is a fault of ours: the log has it.
pub fn drawn(html: Result<String, TemplateError>) -> Result<Answer, Problem> {
    made(html).map(Answer::page)
}

/// What a template gave.
pub fn made(html: Result<String, TemplateError>) -> Result<String, Problem> {
    html.map_err(|error| {
        tracing::error!(%error, "a page could not be made");
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "The page could not be made.")
    })
}

/// An address that leads nowhere: a page for people, a problem for programs.
pub async fn nothing_here(State(app): State<Shared>, request: Request) -> Result<Answer, Problem> {
    let path = request.uri().path();
    let accept = request.headers().get(ACCEPT).and_then(|v| v.to_str().ok());
    let kinds = ["application/problem+json", "text/html"];
    if negotiator::preferred_media_types(accept, Some(&kinds)).first().is_none_or(|kind| kind == kinds[0]) {
        return Err(Problem::not_found(format!("There is nothing at `{path}`.")));
    }
    let lang = path.split('/').nth(1).and_then(Lang::from_tag).unwrap_or_default();
    let serving = app.serving();
    let page = drawn(error::no_page(&context(&serving.catalogue.atlas, &app.links, lang)))?;
    Ok(page.status(StatusCode::NOT_FOUND))
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
pub fn broken() -> Response {
    tracing::error!("a handler panicked");
    Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "Something broke on our side.").into_response()
}
