//! `/data/…`: whole files; some are ready, the others are made when somebody first asks for them.

use std::sync::Arc;

use axum::extract::{RawQuery, State};

use super::address::{Named, Path, parameter};
use super::answer::Answer;
use super::app::Shared;
use super::at::At;
use super::headers::Kind;
use super::packed::Packed;
use super::problem::Problem;
use super::serving::Serving;
use crate::format::dataset;
use crate::nearest::nearest;

/// `/data/{file}`.
pub async fn file(
    State(app): State<Shared>,
    at: At,
    Path(name): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Answer, Problem> {
    let answer = Answer::kept(Kind::Open, found(&at.exactly(&app)?.serving, &name).await?);
    Ok(if wants_download(query.as_deref()) { answer.download(&name) } else { answer })
}

/// The file of this name, made if it is not ready.
pub async fn found(serving: &Arc<Serving>, name: &str) -> Result<Arc<Packed>, Problem> {
    match serving.files.get(name) {
        Some(ready) => Ok(Arc::clone(ready)),
        None => match dataset::find(&serving.catalogue, name) {
            Some(file) => {
                let (of, media_type) = (Arc::clone(serving), file.content_type);
                serving.made.file(name, media_type, move || file.write(&of.catalogue)).await
            }
            None => Err(no_file(serving, name)),
        },
    }
}

/// Where the layer is there but not in this format, its formats; else every file.
fn no_file(serving: &Serving, name: &str) -> Problem {
    let Named { stem, ending } = Named::of(name);
    let of =
        serving.catalogue.collection(&stem).filter(|_| ending.is_some()).map(|c| dataset::of_collection(c));
    let detail = match &of {
        Some(_) => format!("`{stem}` is not there as `.{}`.", ending.unwrap_or_default()),
        None => format!("There is no file `{name}`."),
    };
    let ready = serving.files.keys().map(String::as_str).filter(|_| of.is_none());
    let mut names: Vec<&str> = ready.collect();
    let files = of.unwrap_or_else(|| dataset::files(&serving.catalogue));
    names.extend(files.iter().map(|file| file.name.as_str()));
    names.sort_unstable();
    names.dedup();
    Problem::not_found(detail).nearest(nearest(name, names.iter().copied())).allowed(names)
}

/// `?download`, with or without a value: shown otherwise, so that a link opens in the browser and
/// a tool finds plain data.
pub fn wants_download(query: Option<&str>) -> bool {
    parameter(query, "download").is_some()
}
