//! Citations as files: of the atlas, of a record, and of all sources.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{RawQuery, State};
use http::Uri;
use jiff::civil::Date;
use serde_json::Value;

use super::address::parameter;
use super::answer::Answer;
use super::app::Shared;
use super::at::At;
use super::data::wants_download;
use super::headers::Kind;
use super::problem::Problem;
use crate::atlas::{Atlas, Lang, PartialDate, Project, date::DatePrecision};
use crate::cite::style::{self, Style};
use crate::cite::{self, Cited, bibtex, csl, deposit, ris};
use crate::links::Links;

/// Forms of a citation, as endings.
pub const FORMS: [&str; 4] = ["bib", "ris", "csl.json", "txt"];

/// What there is below `/data/` beside the flat files.
pub const FILES: [&str; 8] = [
    "citation.bib",
    "citation.ris",
    "citation.csl.json",
    "citation.txt",
    "sources.bib",
    "sources.csl.json",
    "datacite.json",
    "zenodo.json",
];

/// `/data/citation.bib` and the others of [`FILES`].
pub async fn below_data(
    State(app): State<Shared>,
    at: At,
    uri: Uri,
    RawQuery(query): RawQuery,
) -> Result<Answer, Problem> {
    let name = uri.path().rsplit('/').next().unwrap_or_default();
    let answer = file(&at.exactly(&app)?, name, query.as_deref())
        .await?
        .ok_or_else(|| Problem::not_found(format!("There is no file `{name}`.")).allowed(FILES))?;
    Ok(if wants_download(query.as_deref()) { answer.download(name) } else { answer })
}

/// One of [`FILES`]; none for another name. `accessed` in the query is the day on which it was read.
pub async fn file(at: &At, name: &str, query: Option<&str>) -> Result<Option<Answer>, Problem> {
    let atlas = &at.serving.catalogue.atlas;
    if let Some(form) = name.strip_prefix("citation.") {
        let cited = dataset(atlas, &at.links, Lang::En).accessed(accessed(query)?);
        return Ok(told(&cited, form));
    }
    let indented = |value: Value| Some(Answer::made(Kind::Open, "application/json", format!("{value:#}\n")));
    Ok(match name {
        "sources.bib" => Some(sources(at, name, BIBTEX, bibtex::sources).await?),
        "sources.csl.json" => Some(sources(at, name, CSL, csl::sources).await?),
        "datacite.json" => indented(deposit::datacite(atlas)),
        "zenodo.json" => indented(deposit::zenodo(atlas)),
        _ => None,
    })
}

/// All sources, which are the same for whoever asks.
async fn sources(
    at: &At,
    name: &str,
    media_type: &'static str,
    write: fn(&Atlas) -> String,
) -> Result<Answer, Problem> {
    let of = Arc::clone(&at.serving);
    let write = move || Ok::<_, Infallible>(write(&of.catalogue.atlas).into());
    Ok(Answer::kept(Kind::Open, at.serving.made.file(name, media_type, write).await?))
}

/// A record in one of [`FORMS`]; none for another.
pub fn project(
    at: &At,
    lang: Lang,
    project: &Project,
    form: &str,
    query: Option<&str>,
) -> Result<Option<Answer>, Problem> {
    let (atlas, links) = (&at.serving.catalogue.atlas, &at.links);
    let address = links.absolute(&links.lasting(&links.project(lang, &project.id)));
    Ok(told(&cite::project(atlas, project, lang, address).accessed(accessed(query)?), form))
}

/// The atlas in the edition of these links.
pub fn dataset(atlas: &Atlas, links: &Links, lang: Lang) -> Cited {
    cite::dataset(atlas, lang, links.absolute(&links.lasting(&links.page(lang, "/data"))))
}

const BIBTEX: &str = "application/x-bibtex; charset=utf-8";
const CSL: &str = "application/vnd.citationstyles.csl+json";

fn told(cited: &Cited, form: &str) -> Option<Answer> {
    let (kind, body) = match form {
        "bib" => (BIBTEX, bibtex::entry(cited)),
        "ris" => ("application/x-research-info-systems; charset=utf-8", ris::reference(cited)),
        "csl.json" => (CSL, csl::file(&[csl::item(cited)])),
        "txt" => ("text/plain; charset=utf-8", styled(cited)),
        _ => return None,
    };
    Some(Answer::made(Kind::Open, kind, body))
}

fn styled(cited: &Cited) -> String {
    Style::ALL.map(|style| format!("{}: {}\n", style.name(), style::text(cited, style))).concat()
}

/// The day on which whoever cites has read it: the program knows no clock to tell it by.
fn accessed(query: Option<&str>) -> Result<Option<Date>, Problem> {
    let Some(value) = parameter(query, "accessed") else { return Ok(None) };
    let date = value.parse::<PartialDate>().ok().filter(|date| date.precision() == DatePrecision::Day);
    match date {
        Some(date) => Ok(Some(date.first_day())),
        None => Err(Problem::parameter(
            "accessed",
            value,
            "`accessed` is the day on which it was read: YYYY-MM-DD.",
        )),
    }
}
