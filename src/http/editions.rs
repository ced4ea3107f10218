//! `/data/editions.json` and the files of frozen editions.

use axum::extract::{RawQuery, State};
use serde_json::{Value, json};

use super::address::Path;
use super::answer::{Answer, Keep};
use super::app::{App, Shared};
use super::at::{at, no_edition, unreadable};
use super::cited;
use super::data::{self, wants_download};
use super::headers::Kind;
use super::problem::Problem;
use crate::editions::{Entry, Files, Frozen, SUMS, Sums};
use crate::nearest::nearest;

/// `/data/editions.json`: every edition, newest first, and the record as it stands now.
pub async fn index(State(app): State<Shared>) -> Answer {
    let (editions, serving) = (app.past.editions(), app.serving());
    let atlas = &serving.catalogue.atlas;
    let released = editions.iter().find(|frozen| frozen.entry.content == atlas.content);
    let list: Vec<Value> = editions.iter().rev().map(|frozen| entry(&app, &frozen.entry)).collect();
    let body = json!({
        "current": {
            "edition": atlas.about.edition,
            "version": atlas.version(),
            "content": atlas.content,
            "released": released.is_some(),
            "projects": atlas.projects.len(),
            "sites": atlas.projects.iter().map(|project| project.sites.len()).sum::<usize>(),
            "sources": atlas.sources.len(),
        },
        "doi": atlas.about.doi,
        "licence": atlas.about.licence,
        "editions": list,
    });
    Answer::made(Kind::Open, "application/json", body.to_string())
}

fn entry(app: &App, entry: &Entry) -> Value {
    let links = &app.links;
    let name = entry.edition.to_string();
    let mut told = serde_json::to_value(entry).unwrap_or_default();
    let whole = |path: String| json!(links.absolute(&path));
    told["files_url"] = whole(links.edition(&name));
    told["sums_url"] = whole(links.edition_file(&name, SUMS));
    told["changes_url"] = whole(links.difference(&name, "current"));
    told
}

/// `/data/edition/{edition}`: its files with size and checksum.
pub async fn files(State(app): State<Shared>, Path(edition): Path<String>) -> Result<Answer, Problem> {
    let editions = app.past.editions();
    let frozen = editions.get(&edition).ok_or_else(|| no_edition(&editions, &edition))?;
    let files = app.past.files(frozen).await.map_err(unreadable)?;
    let sums = sums(&files);
    let list: Vec<Value> = (files.iter())
        .map(|(path, bytes)| {
            json!({
                "path": path,
                "bytes": bytes.len(),
                "sha256": if path == SUMS { Some(frozen.entry.sums.as_str()) } else { sums.get(path) },
                "href": app.links.absolute(&app.links.edition_file(&edition, path)),
            })
        })
        .collect();
    let body = json!({ "edition": edition, "files": list });
    Ok(Answer::made(Kind::Open, "application/json", body.to_string()))
}

/// `/data/edition/{edition}/{file}`: a frozen file, byte for byte; or another form of it, made again from
/// the frozen record by this program.
pub async fn file(
    State(app): State<Shared>,
    Path((edition, path)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Answer, Problem> {
    let editions = app.past.editions();
    let frozen = editions.get(&edition).ok_or_else(|| no_edition(&editions, &edition))?;
    let files = app.past.files(frozen).await.map_err(unreadable)?;
    let answer = match files.get(&path) {
        Some(bytes) => {
            let answer = Answer::made(Kind::Open, media_type(&path), bytes.clone()).keep(Keep::Forever);
            // The first half of its SHA-256 is enough to tell versions of one address apart.
            match sum(&files, frozen, &path) {
                Some(sum) => answer.tag(sum[..32].to_owned()),
                None => answer,
            }
        }
        None => made_again(&app, &edition, &path, query.as_deref(), &files).await?,
    };
    let name = path.rsplit('/').next().unwrap_or(&path);
    Ok(if wants_download(query.as_deref()) { answer.download(name) } else { answer })
}

async fn made_again(
    app: &Shared,
    edition: &str,
    path: &str,
    query: Option<&str>,
    files: &Files,
) -> Result<Answer, Problem> {
    let missing = || {
        let top = files.keys().map(String::as_str).filter(|path| !path.contains('/'));
        let near = nearest(path, files.keys().map(String::as_str));
        Problem::not_found(format!("The edition {edition} has no file `{path}`.")).nearest(near).allowed(top)
    };
    let at = at(app, edition).await?.ok_or_else(missing)?;
    if let Some(answer) = cited::file(&at, path, query).await? {
        return Ok(answer);
    }
    // Only frozen files stand in folders.
    if path.contains('/') {
        return Err(missing());
    }
    Ok(Answer::kept(Kind::Open, data::found(&at.serving, path).await?))
}

fn sums(files: &Files) -> Sums {
    Sums::read(&String::from_utf8_lossy(files.get(SUMS).map_or(&[][..], |list| list)))
}

fn sum(files: &Files, frozen: &Frozen, path: &str) -> Option<String> {
    if path == SUMS { Some(frozen.entry.sums.clone()) } else { sums(files).get(path).map(str::to_owned) }
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("geojson") => super::serving::GEOJSON,
        Some("json") => "application/json",
        Some("csv") => "text/csv; charset=utf-8; header=present",
        Some("md") => "text/markdown; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    }
}
