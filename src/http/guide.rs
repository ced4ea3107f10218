//! The pages around the record: organisations, countries, corrections, credits, statements.

use axum::Extension;
use axum::extract::State;
use http::StatusCode;

use super::address::Named;
use super::answer::Answer;
use super::app::Shared;
use super::pages::{context, drawn};
use super::problem::Problem;
use crate::atlas::Lang;
use crate::site::frame::Context;
use crate::site::{
    TemplateError, accessibility, corrections, country, credits, error, organisation, privacy,
};

/// `/organisation/{id}`, `/es/organisation/{id}` …
pub async fn organisation(
    State(app): State<Shared>,
    Extension(lang): Extension<Lang>,
    name: Named,
) -> Result<Answer, Problem> {
    let serving = app.serving();
    let context = context(&serving.catalogue.atlas, &app.links, lang);
    match context.atlas.organisations.get(&name.stem).filter(|_| name.ending.is_none()) {
        Some(known) => drawn(organisation::render(&context, known)),
        None => Ok(drawn(error::no_organisation(&context, &name.stem))?.status(StatusCode::NOT_FOUND)),
    }
}

/// `/country/{code}`, `/es/country/{code}` …
pub async fn country(
    State(app): State<Shared>,
    Extension(lang): Extension<Lang>,
    name: Named,
) -> Result<Answer, Problem> {
    let serving = app.serving();
    let context = context(&serving.catalogue.atlas, &app.links, lang);
    match country::page::known(&name.stem).filter(|_| name.ending.is_none()) {
        Some(code) => drawn(country::page::render(&context, code)),
        None => Ok(drawn(error::no_country(&context))?.status(StatusCode::NOT_FOUND)),
    }
}

/// `/organisations`: the index.
pub async fn organisations(app: State<Shared>, lang: Extension<Lang>) -> Result<Answer, Problem> {
    page(app, lang, organisation::index::render)
}

/// `/countries`: the index.
pub async fn countries(app: State<Shared>, lang: Extension<Lang>) -> Result<Answer, Problem> {
    page(app, lang, country::index::render)
}

/// `/corrections`
pub async fn corrections(app: State<Shared>, lang: Extension<Lang>) -> Result<Answer, Problem> {
    page(app, lang, corrections::render)
}

/// `/credits`
pub async fn credits(app: State<Shared>, lang: Extension<Lang>) -> Result<Answer, Problem> {
    page(app, lang, credits::render)
}

/// `/privacy`
pub async fn privacy(app: State<Shared>, lang: Extension<Lang>) -> Result<Answer, Problem> {
    page(app, lang, privacy::render)
}

/// `/accessibility`
pub async fn accessibility(app: State<Shared>, lang: Extension<Lang>) -> Result<Answer, Problem> {
    page(app, lang, accessibility::render)
}

fn page(
    State(app): State<Shared>,
    Extension(lang): Extension<Lang>,
    render: fn(&Context) -> Result<String, TemplateError>,
) -> Result<Answer, Problem> {
    drawn(render(&context(&app.serving().catalogue.atlas, &app.links, lang)))
}
