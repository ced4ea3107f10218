//! `/image.svg`, `/image.png` and the card of a project: drawn off the threads that serve, kept in bounded
//! memory, and known by their ETag before they are drawn.

use std::sync::Arc;

use axum::Extension;
use axum::extract::{RawQuery, State};
use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::answer::Answer;
use super::app::Shared;
use super::at::At;
use super::data::wants_download;
use super::headers::Kind;
use super::held::holds;
use super::packed::tag_of;
use super::problem::Problem;
use super::serving::Serving;
use crate::atlas::Lang;
use crate::picture::{self, NoPicture, NoSize, View};
use crate::program;

/// As what a picture leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Lines and areas.
    Svg,
    /// Pixels.
    Png,
}

impl Form {
    /// From the ending of an address.
    pub fn of(ending: &str) -> Option<Form> {
        match ending {
            "svg" => Some(Form::Svg),
            "png" => Some(Form::Png),
            _ => None,
        }
    }

    fn media_type(self) -> &'static str {
        match self {
            Form::Svg => "image/svg+xml",
            Form::Png => "image/png",
        }
    }
}

/// What is drawn.
enum Subject {
    View(Box<View>),
    Card(String),
    Story(String),
}

/// `/image.svg`: the view that the query asks for.
pub async fn svg(
    state: State<Shared>,
    at: At,
    lang: Extension<Lang>,
    query: RawQuery,
    asked: HeaderMap,
) -> Result<Answer, Problem> {
    image(state, at, lang, query, asked, Form::Svg).await
}

/// `/image.png`: the same in pixels.
pub async fn png(
    state: State<Shared>,
    at: At,
    lang: Extension<Lang>,
    query: RawQuery,
    asked: HeaderMap,
) -> Result<Answer, Problem> {
    image(state, at, lang, query, asked, Form::Png).await
}

async fn image(
    State(app): State<Shared>,
    at: At,
    Extension(lang): Extension<Lang>,
    RawQuery(query): RawQuery,
    asked: HeaderMap,
    form: Form,
) -> Result<Answer, Problem> {
    let serving = at.exactly(&app)?.serving;
    let query = query.unwrap_or_default();
    let view = View::read(&query, &serving.catalogue.atlas).map_err(refused)?;
    // Where it stands in an article, a picture that says so is shown all the same.
    let missing = view.missing.as_ref().map(|id| match serving.catalogue.atlas.gone(id) {
        Some(_) => StatusCode::GONE,
        None => StatusCode::NOT_FOUND,
    });
    let answer = drawn(&app, serving, Subject::View(Box::new(view)), lang, form, &asked).await?;
    let answer = if let Some(status) = missing { answer.status(status) } else { answer };
    let name = if form == Form::Svg { "map.svg" } else { "map.png" };
    Ok(if wants_download(Some(&query)) { answer.download(name) } else { answer })
}

/// The card of a project that the record has.
pub async fn card(
    app: &Shared,
    serving: Arc<Serving>,
    id: &str,
    lang: Lang,
    form: Form,
    asked: &HeaderMap,
) -> Result<Answer, Problem> {
    drawn(app, serving, Subject::Card(id.to_owned()), lang, form, asked).await
}

/// The card of a story that the record has.
pub async fn story_card(
    app: &Shared,
    serving: Arc<Serving>,
    id: &str,
    lang: Lang,
    form: Form,
    asked: &HeaderMap,
) -> Result<Answer, Problem> {
    drawn(app, serving, Subject::Story(id.to_owned()), lang, form, asked).await
}

/// The picture of a view that another address names.
pub async fn of_view(
    app: &Shared,
    serving: Arc<Serving>,
    view: View,
    lang: Lang,
    form: Form,
    asked: &HeaderMap,
) -> Result<Answer, Problem> {
    drawn(app, serving, Subject::View(Box::new(view)), lang, form, asked).await
}

/// A size that cannot be drawn, as a problem.
pub fn refused(NoSize { parameter, value, rule }: NoSize) -> Problem {
    let detail = format!("`{parameter}` cannot be `{value}`: {rule}.");
    Problem::parameter(parameter, value, detail)
}

async fn drawn(
    app: &Shared,
    serving: Arc<Serving>,
    subject: Subject,
    lang: Lang,
    form: Form,
    asked: &HeaderMap,
) -> Result<Answer, Problem> {
    let what = match &subject {
        Subject::View(view) => format!("view {}", view.canonical()),
        Subject::Card(id) => format!("card {id}"),
        Subject::Story(id) => format!("story {id}"),
    };
    let content = &serving.catalogue.atlas.content;
    let tag = tag_of(format!("{} {content} {} {form:?} {what}", *program::HASH, lang.tag()).as_bytes());
    if holds(asked, &tag, form.media_type()) {
        return Ok(Answer::unchanged(Kind::Open, form.media_type(), tag));
    }
    let bytes = match app.pictures.kept.get(&tag) {
        Some(bytes) => bytes,
        None => {
            let (kept, key) = (app.pictures.kept.clone(), tag.clone());
            // Whoever asks for the same picture meanwhile waits for this one.
            let work =
                move || kept.try_get_with(key, || draw(&serving, &subject, lang, form).map(Bytes::from));
            app.pictures.beside.run(work).await?.map_err(failed)?
        }
    };
    Ok(Answer::made(Kind::Open, form.media_type(), bytes).tag(tag))
}

fn draw(serving: &Serving, subject: &Subject, lang: Lang, form: Form) -> Result<Vec<u8>, NoPicture> {
    let atlas = &serving.catalogue.atlas;
    let svg = match subject {
        Subject::View(view) => picture::svg(atlas, view, lang),
        Subject::Card(id) => atlas.project(id).map(|p| picture::card(atlas, p, lang)).unwrap_or_default(),
        Subject::Story(id) => {
            atlas.story(id).map(|s| picture::story_card(atlas, s, lang)).unwrap_or_default()
        }
    };
    match form {
        Form::Svg => Ok(svg.into_bytes()),
        Form::Png => picture::png(&svg),
    }
}

fn failed(error: impl std::fmt::Display) -> Problem {
    tracing::error!(%error, "a picture could not be drawn");
    Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "The picture could not be drawn.")
}
