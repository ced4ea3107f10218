//! `/data/…`: whole files.

use std::sync::Arc;

use axum::extract::{Path, RawQuery, State};

use super::answer::Answer;
use super::app::Shared;
use super::headers::Kind;
use super::problem::Problem;
use crate::nearest::nearest;

/// `/data/{file}`.
pub async fn file(
    State(app): State<Shared>,
    Path(name): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Answer, Problem> {
    let serving = app.serving();
    let Some(file) = serving.files.get(&name) else {
        let mut names: Vec<&str> = serving.files.keys().map(String::as_str).collect();
        names.sort_unstable();
        let near = nearest(&name, names.iter().copied());
        return Err(Problem::not_found(format!("There is no file `{name}`.")).nearest(near).allowed(names));
    };
    let answer = Answer::kept(Kind::Open, Arc::clone(file));
    Ok(if wants_download(query.as_deref()) { answer.download(&name) } else { answer })
}

/// `?download`, with or without a value: shown otherwise, so that a link opens in the browser and
/// a tool finds plain data.
pub fn wants_download(query: Option<&str>) -> bool {
    form_urlencoded::parse(query.unwrap_or_default().as_bytes()).any(|(name, _)| name == "download")
}
