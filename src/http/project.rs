//! `/project/{id}` and its other forms.

use axum::Extension;
use axum::extract::{RawQuery, State};

use super::address::Named;
use super::answer::Answer;
use super::app::Shared;
use super::problem::Problem;
use crate::atlas::{Atlas, Lang, Project};
use crate::nearest::nearest;

/// `/project/{id}`, `/project/{id}.json` …
pub async fn project(
    State(app): State<Shared>,
    Extension(_lang): Extension<Lang>,
    name: Named,
    RawQuery(_query): RawQuery,
) -> Result<Answer, Problem> {
    let serving = app.serving();
    let project = find(&serving.catalogue.atlas, &name.stem)?;
    Ok(Answer::page(project.name.en.clone()))
}

/// `/project/{id}/panel`
pub async fn panel(
    State(app): State<Shared>,
    Extension(_lang): Extension<Lang>,
    name: Named,
) -> Result<Answer, Problem> {
    let serving = app.serving();
    let project = find(&serving.catalogue.atlas, &name.stem)?;
    Ok(Answer::page(project.name.en.clone()))
}

fn find<'a>(atlas: &'a Atlas, id: &str) -> Result<&'a Project, Problem> {
    atlas.project(id).ok_or_else(|| {
        let near = nearest(id, atlas.projects.iter().map(|p| p.id.as_str()));
        Problem::not_found(format!("There is no project `{id}`.")).nearest(near)
    })
}
