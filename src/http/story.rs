//! `/stories`, `/story/{id}` with its card, and the pictures of its stops.

use std::sync::Arc;

use axum::Extension;
use axum::extract::{RawQuery, State};
use http::{HeaderMap, StatusCode};

use super::address::{Named, Path, parameter};
use super::answer::Answer;
use super::app::Shared;
use super::at::At;
use super::data::wants_download;
use super::pages::{context, drawn};
use super::picture::{self, Form};
use super::problem::Problem;
use crate::atlas::{Atlas, Lang, Tour};
use crate::nearest::nearest;
use crate::picture::stop;
use crate::site::{error, story};

/// What may stand after the dot.
pub const ENDINGS: [&str; 2] = ["png", "svg"];

/// `/stories`, `/es/stories` …
pub async fn stories(At { serving, links }: At, Extension(lang): Extension<Lang>) -> Result<Answer, Problem> {
    drawn(story::index(&context(&serving.catalogue.atlas, &links, lang)))
}

/// `/story/{id}` the story; `.png` and `.svg` its card.
pub async fn story(
    State(app): State<Shared>,
    at: At,
    Extension(lang): Extension<Lang>,
    name: Named,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Answer, Problem> {
    let At { serving, links } = if name.ending.is_some() { at.exactly(&app)? } else { at };
    let atlas = &serving.catalogue.atlas;
    let context = context(atlas, &links, lang);
    let query = query.unwrap_or_default();
    let Some(ending) = &name.ending else {
        return match atlas.story(&name.stem) {
            Some(tour) => drawn(story::page(&context, tour, asked_stop(&query))),
            None => Ok(drawn(error::no_page(&context))?.status(StatusCode::NOT_FOUND)),
        };
    };
    let form = form_of(ending)?;
    let id = find(atlas, &name.stem)?.id.clone();
    let answer = picture::story_card(&app, Arc::clone(&serving), &id, lang, form, &asked).await?;
    Ok(if wants_download(Some(&query)) { answer.download(&format!("{id}.{ending}")) } else { answer })
}

/// `/story/{id}/{stop}.png`: the picture of a stop, counted from 1. Size, theme and `plain` are as in
/// `/image`; what it shows is the story's.
pub async fn stop_picture(
    State(app): State<Shared>,
    at: At,
    Extension(lang): Extension<Lang>,
    name: Named,
    Path((id, _)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
) -> Result<Answer, Problem> {
    let serving = at.exactly(&app)?.serving;
    let tour = find(&serving.catalogue.atlas, &id)?;
    let form = form_of(name.ending.as_deref().unwrap_or_default())?;
    let query = query.unwrap_or_default();
    let number = name.stem.parse::<usize>().unwrap_or_default();
    let Some(view) = stop::view(&serving.catalogue.atlas, tour, number, lang, &query) else {
        let stops = tour.told(lang).map_or(0, |telling| telling.stops.len());
        let detail = format!("The story `{id}` has the stops 1 to {stops}; there is no `{}`.", name.stem);
        return Err(Problem::not_found(detail));
    };
    let view = view.map_err(picture::refused)?;
    let answer = picture::of_view(&app, Arc::clone(&serving), view, lang, form, &asked).await?;
    let save_as = format!("{id}-{number}.{}", name.ending.unwrap_or_default());
    Ok(if wants_download(Some(&query)) { answer.download(&save_as) } else { answer })
}

/// `stop=3` of a link to a stop; what is no number is ignored.
fn asked_stop(query: &str) -> Option<usize> {
    let value = parameter(Some(query), "stop")?;
    value.parse().ok()
}

fn form_of(ending: &str) -> Result<Form, Problem> {
    Form::of(ending).ok_or_else(|| {
        let detail = format!("A story has no form `.{ending}`.");
        Problem::not_found(detail).allowed(ENDINGS)
    })
}

fn find<'a>(atlas: &'a Atlas, id: &str) -> Result<&'a Tour, Problem> {
    atlas.story(id).ok_or_else(|| {
        let near = nearest(id, atlas.stories.iter().map(|story| story.id.as_str()));
        Problem::not_found(format!("There is no story `{id}`.")).nearest(near)
    })
}
