//! `/embed`: a frame for other people's pages; `/embed/builder`: where it is made.

use axum::Extension;
use axum::extract::{RawQuery, State};

use super::answer::Answer;
use super::app::Shared;
use super::at::At;
use super::headers::Kind;
use super::pages::{context, drawn, made};
use super::problem::Problem;
use crate::atlas::Lang;
use crate::site::embed::{self, Ask};

/// `/embed`, `/es/embed` …: whatever is asked, a whole frame comes back.
pub async fn frame(
    State(app): State<Shared>,
    At { serving, links }: At,
    Extension(lang): Extension<Lang>,
    RawQuery(query): RawQuery,
) -> Result<Answer, Problem> {
    let atlas = &serving.catalogue.atlas;
    let ask = Ask::read(query.as_deref().unwrap_or_default(), atlas);
    let now = app.serving();
    let html = made(embed::render(&context(atlas, &links, lang), &ask, &now.catalogue.atlas))?;
    Ok(Answer::made(Kind::Frame, "text/html; charset=utf-8", html))
}

/// `/embed/builder`, `/es/embed/builder` …
pub async fn builder(
    At { serving, links }: At,
    Extension(lang): Extension<Lang>,
    RawQuery(query): RawQuery,
) -> Result<Answer, Problem> {
    let context = context(&serving.catalogue.atlas, &links, lang);
    drawn(embed::builder::render(&context, query.as_deref().unwrap_or_default()))
}
