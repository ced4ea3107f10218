//! `/project/{id}` and its other forms.

use std::sync::Arc;

use axum::Extension;
use axum::extract::{RawQuery, State};
use http::{HeaderMap, StatusCode};
use serde_json::Value;

use super::address::Named;
use super::answer::Answer;
use super::app::Shared;
use super::at::At;
use super::cited;
use super::data::wants_download;
use super::headers::Kind;
use super::oembed;
use super::pages::{context, drawn};
use super::picture::{self, Form};
use super::problem::Problem;
use super::serving::GEOJSON;
use crate::atlas::{Atlas, Lang, Project};
use crate::nearest::nearest;
use crate::site::oembed::of_project;
use crate::site::{error, record};

/// What may stand after the dot.
pub const ENDINGS: [&str; 9] =
    ["json", "geojson", "png", "svg", "bib", "ris", "csl.json", "txt", "oembed.json"];

/// `/project/{id}` the article, `.json` the full record, `.geojson` its sites, `.png` and `.svg` its
/// card, `.bib`, `.ris`, `.csl.json` and `.txt` how it is cited, `.oembed.json` how to embed it.
pub async fn project(
    State(app): State<Shared>,
    Extension(lang): Extension<Lang>,
    at: At,
    name: Named,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Answer, Problem> {
    // A page says that the edition asked for does not exist; a file has no room for that.
    let at = if name.ending.is_some() { at.exactly(&app)? } else { at };
    if let Some((id, form)) = cited_form(&name) {
        let project = find(&at.serving.catalogue.atlas, id)?;
        if let Some(answer) = cited::project(&at, lang, project, form, query.as_deref())? {
            let save_as = format!("{id}.{form}");
            return Ok(if wants_download(query.as_deref()) { answer.download(&save_as) } else { answer });
        }
    }
    let At { serving, links } = at;
    let atlas = &serving.catalogue.atlas;
    let context = context(atlas, &links, lang);
    if let Some((id, "json")) = name.stem.strip_suffix(".oembed").zip(name.ending.as_deref()) {
        let id = &find(atlas, id)?.id;
        let bounds = oembed::bounds(query.as_deref().unwrap_or_default())?;
        let rich = of_project(atlas, &links, id, lang, bounds);
        return rich.map(|rich| oembed::answer(&rich, "json")).ok_or_else(|| no_project(atlas, id));
    }
    let Some(ending) = &name.ending else {
        return match atlas.project(&name.stem) {
            Some(project) => drawn(record::article(&context, project)),
            None => match atlas.gone(&name.stem).filter(|gone| gone.id == name.stem) {
                Some(gone) => Ok(drawn(error::withdrawn(&context, gone))?.status(StatusCode::GONE)),
                None => {
                    let page = drawn(error::no_project(&context, &name.stem))?;
                    Ok(page.status(StatusCode::NOT_FOUND))
                }
            },
        };
    };
    let answer = match (ending.as_str(), Form::of(ending)) {
        (_, Some(form)) => {
            let id = &find(atlas, &name.stem)?.id;
            picture::card(&app, Arc::clone(&serving), id, lang, form, &asked).await?
        }
        ("json", _) => file("application/json", record::json(atlas, find(atlas, &name.stem)?))?,
        ("geojson", _) => file(GEOJSON, record::geojson(atlas, find(atlas, &name.stem)?))?,
        _ => {
            let detail = format!("A project has no form `.{ending}`.");
            return Err(Problem::not_found(detail).allowed(ENDINGS));
        }
    };
    let save_as = format!("{}.{ending}", name.stem);
    Ok(if wants_download(query.as_deref()) { answer.download(&save_as) } else { answer })
}

/// The project and the form of its citation, where a name asks for one: `csl.json` has a dot of its own.
fn cited_form(name: &Named) -> Option<(&str, &str)> {
    match (name.ending.as_deref()?, name.stem.strip_suffix(".csl")) {
        ("json", Some(id)) => Some((id, "csl.json")),
        ("json", None) => None,
        (form, _) => Some((name.stem.as_str(), form)).filter(|_| cited::FORMS.contains(&form)),
    }
}

/// `/project/{id}/panel`: the record as a fragment, which the map page puts beside the map.
pub async fn panel(
    At { serving, links }: At,
    Extension(lang): Extension<Lang>,
    name: Named,
) -> Result<Answer, Problem> {
    let atlas = &serving.catalogue.atlas;
    drawn(record::panel(&context(atlas, &links, lang), find(atlas, &name.stem)?))
}

fn file(media_type: &'static str, written: serde_json::Result<Value>) -> Result<Answer, Problem> {
    let written = written.map_err(|error| {
        tracing::error!(%error, "a record could not be written");
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "The record could not be written.")
    })?;
    Ok(Answer::made(Kind::Open, media_type, written.to_string()))
}

fn find<'a>(atlas: &'a Atlas, id: &str) -> Result<&'a Project, Problem> {
    atlas.project(id).ok_or_else(|| no_project(atlas, id))
}

fn no_project(atlas: &Atlas, id: &str) -> Problem {
    if let Some(gone) = withdrawn(atlas, id) {
        return gone;
    }
    let near = nearest(id, atlas.projects.iter().map(|p| p.id.as_str()));
    Problem::not_found(format!("There is no project `{id}`.")).nearest(near)
}

/// Why the record no longer tells of a project, or of a site of it.
pub fn withdrawn(atlas: &Atlas, id: &str) -> Option<Problem> {
    let gone = atlas.gone(id)?;
    let detail = format!("The project `{}` was withdrawn on {}: {}", gone.id, gone.date, gone.reason.en);
    Some(Problem::new(StatusCode::GONE, detail))
}
