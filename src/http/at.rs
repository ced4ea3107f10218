//! The edition that a request asks for with `v`.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use http::StatusCode;
use http::request::Parts;

use super::address::parameter;
use super::app::{App, Shared};
use super::past::NoEdition;
use super::problem::Problem;
use super::serving::Serving;
use crate::editions::Editions;
use crate::links::{Links, Pin};
use crate::nearest::nearest;

/// What is served, and links that stay in that edition. One that does not exist gives the current record,
/// and the links know, so that a page can say so.
pub struct At {
    /// The record as it stood then.
    pub serving: Arc<Serving>,
    /// Every address, of this edition.
    pub links: Links,
}

impl FromRequestParts<Shared> for At {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<At, Problem> {
        let Some(name) = asked(parts.uri.query()) else {
            return Ok(current(app));
        };
        match at(app, &name).await? {
            Some(at) => Ok(at),
            None => Ok(At { serving: app.serving(), links: app.links.pinned(Pin::Missing(name)) }),
        }
    }
}

impl At {
    /// For data and pictures: an edition that does not exist is a problem, since such an answer has no room
    /// to say that it is another one.
    pub fn exactly(self, app: &App) -> Result<At, Problem> {
        match self.links.pin() {
            Pin::Missing(name) => Err(no_edition(&app.past.editions(), name)),
            Pin::Current | Pin::At { .. } => Ok(self),
        }
    }
}

/// The current record.
pub fn current(app: &App) -> At {
    let serving = app.serving();
    let links = app.links.released(app.past.released(&serving.catalogue.atlas.content));
    At { serving, links }
}

/// The edition that a query names.
pub fn asked(query: Option<&str>) -> Option<String> {
    let name = parameter(query, "v")?;
    // Longer than any edition's name; what is told back to the reader has an end.
    Some(name.chars().take(40).collect()).filter(|name: &String| !name.is_empty())
}

/// What is served of an edition; none where there is no such edition.
pub async fn at(app: &Shared, name: &str) -> Result<Option<At>, Problem> {
    let editions = app.past.editions();
    let Some(frozen) = editions.get(name) else { return Ok(None) };
    let now = app.serving();
    // The working record may say what the edition says: then it is served at once.
    let latest = frozen.entry.content == now.catalogue.atlas.content;
    let links = app.links.pinned(Pin::At { edition: name.to_owned(), latest });
    let serving =
        if latest { now } else { app.past.serving(frozen, &app.links).await.map_err(unreadable)? };
    Ok(Some(At { serving, links }))
}

/// An edition that does not exist, with those that do.
pub fn no_edition(editions: &Editions, name: &str) -> Problem {
    let names = editions.names();
    let near =
        nearest(name, names.iter().map(String::as_str)).into_iter().map(str::to_owned).collect::<Vec<_>>();
    Problem::not_found(format!("There is no edition `{name}`.")).nearest(near).allowed(names)
}

/// An edition that is there but cannot be read.
pub fn unreadable(no: NoEdition) -> Problem {
    match no {
        NoEdition::Undone(undone) => undone.into(),
        NoEdition::Unreadable => {
            Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "The edition cannot be read.")
        }
    }
}
