//! The pages around the record: organisations, countries, corrections, credits, statements.

use axum::Extension;
use http::StatusCode;

use super::address::Named;
use super::answer::Answer;
use super::at::At;
use super::pages::{context, drawn};
use super::problem::Problem;
use crate::atlas::Lang;
use crate::site::frame::Context;
use crate::site::{
    TemplateError, accessibility, corrections, country, credits, error, organisation, privacy,
};

/// `/organisation/{id}`, `/es/organisation/{id}` …
pub async fn organisation(
    At { serving, links }: At,
    Extension(lang): Extension<Lang>,
    name: Named,
) -> Result<Answer, Problem> {
    let context = context(&serving.catalogue.atlas, &links, lang);
    match context.atlas.organisations.get(&name.stem).filter(|_| name.ending.is_none()) {
        Some(known) => drawn(organisation::render(&context, known)),
        None => Ok(drawn(error::no_organisation(&context, &name.stem))?.status(StatusCode::NOT_FOUND)),
    }
}

/// `/country/{code}`, `/es/country/{code}` …
pub async fn country(
    At { serving, links }: At,
    Extension(lang): Extension<Lang>,
    name: Named,
) -> Result<Answer, Problem> {
    let context = context(&serving.catalogue.atlas, &links, lang);
    match country::page::known(&name.stem).filter(|_| name.ending.is_none()) {
        Some(code) => drawn(country::page::render(&context, code)),
        None => Ok(drawn(error::no_country(&context))?.status(StatusCode::NOT_FOUND)),
    }
}

/// `/organisations`: the index.
pub async fn organisations(at: At, lang: Extension<Lang>) -> Result<Answer, Problem> {
    page(at, lang, organisation::index::render)
}

/// `/countries`: the index.
pub async fn countries(at: At, lang: Extension<Lang>) -> Result<Answer, Problem> {
    page(at, lang, country::index::render)
}

/// `/corrections`
pub async fn corrections(at: At, lang: Extension<Lang>) -> Result<Answer, Problem> {
    page(at, lang, corrections::render)
}

/// `/credits`
pub async fn credits(at: At, lang: Extension<Lang>) -> Result<Answer, Problem> {
    page(at, lang, credits::render)
}

/// `/privacy`
pub async fn privacy(at: At, lang: Extension<Lang>) -> Result<Answer, Problem> {
    page(at, lang, privacy::render)
}

/// `/accessibility`
pub async fn accessibility(at: At, lang: Extension<Lang>) -> Result<Answer, Problem> {
    page(at, lang, accessibility::render)
}

fn page(
    At { serving, links }: At,
    Extension(lang): Extension<Lang>,
    render: fn(&Context) -> Result<String, TemplateError>,
) -> Result<Answer, Problem> {
    drawn(render(&context(&serving.catalogue.atlas, &links, lang)))
}
