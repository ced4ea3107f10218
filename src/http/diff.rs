//! `/data/diff/{a}..{b}`: what changed between two editions, as data and as a page.

use std::sync::Arc;

use axum::Extension;
use axum::extract::State;
use http::StatusCode;

use super::address::Path;
use super::answer::Answer;
use super::app::Shared;
use super::at::{at, no_edition};
use super::headers::Kind;
use super::pages::{context, drawn};
use super::problem::Problem;
use super::serving::Serving;
use crate::atlas::Lang;
use crate::diff::{self, CURRENT, Difference};
use crate::site;

/// `/data/diff/{a}..{b}.json`, and without the ending a page; either side an edition or `current`.
pub async fn diff(
    State(app): State<Shared>,
    Extension(lang): Extension<Lang>,
    Path(name): Path<String>,
) -> Result<Answer, Problem> {
    let pair = name.strip_suffix(".json");
    let (before, after) = pair.unwrap_or(&name).split_once("..").ok_or_else(|| {
        let detail =
            format!("`{name}` names no two editions: write A..B, either of them an edition or `current`.");
        Problem::not_found(detail).allowed(app.past.editions().names())
    })?;
    let sides = (side(&app, before).await?, side(&app, after).await?);
    let (old, new) = sides.clone();
    let (shared, is_data) = (Arc::clone(&app), pair.is_some());
    let work = move || {
        let difference = compared(&shared, &old, &new);
        match is_data {
            true => serde_json::to_vec(&*difference).map(|body| (difference, Some(body))).ok(),
            false => Some((difference, None)),
        }
    };
    let (difference, body) = app.past.beside.run(work).await?.ok_or_else(|| {
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "The two editions could not be compared.")
    })?;
    if let Some(body) = body {
        return Ok(Answer::made(Kind::Open, "application/json", body));
    }
    let context = context(&sides.1.catalogue.atlas, &app.links, lang);
    drawn(site::diff::render(&context, &sides.0.catalogue.atlas, &difference))
}

async fn side(app: &Shared, name: &str) -> Result<Arc<Serving>, Problem> {
    if name == CURRENT {
        return Ok(app.serving());
    }
    match at(app, name).await? {
        Some(at) => Ok(at.serving),
        None => {
            let editions = app.past.editions();
            Err(no_edition(&editions, name))
        }
    }
}

fn compared(app: &Shared, before: &Serving, after: &Serving) -> Arc<Difference> {
    let (before, after) = (&before.catalogue.atlas, &after.catalogue.atlas);
    let key = (before.content.clone(), after.content.clone());
    app.past.differences.get_with(key, || Arc::new(diff::between(before, after)))
}
