//! `/oembed`: the frame that belongs to an address (oEmbed 1.0).

use axum::extract::{RawQuery, State};
use http::StatusCode;

use super::address::parameter;
use super::answer::Answer;
use super::app::Shared;
use super::at::{self, At};
use super::headers::Kind;
use super::problem::Problem;
use crate::site::oembed::{Bounds, Rich, of_address};

/// `/oembed?url=…&maxwidth=&maxheight=&format=json|xml`.
pub async fn oembed(State(app): State<Shared>, RawQuery(query): RawQuery) -> Result<Answer, Problem> {
    let query = query.unwrap_or_default();
    let asked = |wanted: &str| parameter(Some(&query), wanted);
    let format = asked("format").unwrap_or("json".into());
    if !["json", "xml"].contains(&&*format) {
        // oEmbed 1.0, 2.3.5: 501 where the form asked for is not made.
        let detail = format!("The answer cannot be given as `{format}`.");
        return Err(Problem::new(StatusCode::NOT_IMPLEMENTED, detail).allowed(["json", "xml"]));
    }
    let Some(address) = asked("url") else {
        return Err(Problem::parameter("url", "", "`url` is needed: an address of this atlas."));
    };
    let bounds = bounds(&query)?;
    // The address names the edition it is of, as it does when a reader opens it.
    let edition = address.split_once('?').and_then(|(_, query)| at::asked(query.split('#').next()));
    let pinned = match &edition {
        Some(edition) => at::at(&app, edition).await?,
        None => None,
    };
    let At { serving, links } = pinned.unwrap_or_else(|| at::current(&app));
    let found = of_address(&serving.catalogue.atlas, &links, &address, bounds);
    let rich = found.ok_or_else(|| {
        let detail = "Only views of the map, projects, countries and stories of this atlas can be embedded.";
        Problem::not_found(detail)
    })?;
    Ok(answer(&rich, &format))
}

/// As JSON or XML.
pub fn answer(rich: &Rich, format: &str) -> Answer {
    match format {
        "xml" => Answer::made(Kind::Open, "text/xml; charset=utf-8", rich.xml()),
        _ => Answer::made(Kind::Open, "application/json", rich.json()),
    }
}

/// `maxwidth` and `maxheight`: whole numbers of pixels.
pub fn bounds(query: &str) -> Result<Bounds, Problem> {
    let mut bounds = Bounds::default();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        let side = match name.as_ref() {
            "maxwidth" => &mut bounds.width,
            "maxheight" => &mut bounds.height,
            _ => continue,
        };
        let pixels = value.parse().ok().filter(|pixels: &u32| *pixels > 0);
        *side = Some(pixels.ok_or_else(|| {
            let detail = format!("`{name}` cannot be `{value}`: it is a whole number of pixels from 1.");
            Problem::parameter(name.as_ref(), value.as_ref(), detail)
        })?);
    }
    Ok(bounds)
}
