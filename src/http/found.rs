//! What lets the atlas be found and followed: feeds, site map, robots.txt, manifest, icon.

use std::io;
use std::sync::LazyLock;

use axum::Extension;
use axum::extract::State;
use bytes::Bytes;
use http::StatusCode;

use super::answer::Answer;
use super::app::Shared;
use super::headers::Kind;
use super::pages::context;
use super::problem::Problem;
use crate::atlas::Lang;
use crate::picture::{self, NoPicture};
use crate::site::metadata::{catalogue, feed, manifest, robots, sitemap};

const ATOM: &str = "application/atom+xml; charset=utf-8";

/// `/feed.atom`, `/es/feed.atom` …: changed records.
pub async fn feed(State(app): State<Shared>, Extension(lang): Extension<Lang>) -> Result<Answer, Problem> {
    let serving = app.serving();
    xml(ATOM, feed::changes(&context(&serving.catalogue.atlas, &app.links, lang)))
}

/// `/corrections.atom`, `/es/corrections.atom` …
pub async fn corrections(
    State(app): State<Shared>,
    Extension(lang): Extension<Lang>,
) -> Result<Answer, Problem> {
    let serving = app.serving();
    xml(ATOM, feed::corrections(&context(&serving.catalogue.atlas, &app.links, lang)))
}

/// `/sitemap.xml`
pub async fn sitemap(State(app): State<Shared>) -> Result<Answer, Problem> {
    xml("application/xml; charset=utf-8", sitemap::sitemap(&app.serving().catalogue.atlas, &app.links))
}

/// `/data/catalog.jsonld`
pub async fn catalogue(State(app): State<Shared>) -> Answer {
    let serving = app.serving();
    let context = context(&serving.catalogue.atlas, &app.links, Lang::En);
    let catalogue = catalogue::catalogue(&context, &serving.catalogue);
    Answer::made(Kind::Open, "application/ld+json", catalogue.to_string())
}

/// `/robots.txt`
pub async fn robots(State(app): State<Shared>) -> Answer {
    Answer::made(Kind::Open, "text/plain; charset=utf-8", robots::robots(&app.links))
}

/// `/manifest.webmanifest`, `/es/manifest.webmanifest` …
pub async fn manifest(State(app): State<Shared>, Extension(lang): Extension<Lang>) -> Answer {
    let serving = app.serving();
    let manifest = manifest::manifest(&context(&serving.catalogue.atlas, &app.links, lang));
    Answer::made(Kind::Open, "application/manifest+json", manifest.to_string())
}

/// `/icon.svg`
pub async fn icon_svg() -> Answer {
    Answer::made(Kind::Open, "image/svg+xml", manifest::ICON)
}

/// `/icon.png`
pub async fn icon_png() -> Result<Answer, Problem> {
    static PNG: LazyLock<Result<Bytes, NoPicture>> =
        LazyLock::new(|| picture::png(manifest::ICON).map(Bytes::from));
    Ok(Answer::made(Kind::Open, "image/png", PNG.as_ref().map_err(failed)?.clone()))
}

fn xml(media_type: &'static str, text: io::Result<Vec<u8>>) -> Result<Answer, Problem> {
    Ok(Answer::made(Kind::Open, media_type, text.map_err(failed)?))
}

fn failed(error: impl std::fmt::Display) -> Problem {
    tracing::error!(%error, "a file that helps to find the atlas could not be made");
    Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "The file could not be made.")
}
