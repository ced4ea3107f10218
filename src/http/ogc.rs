//! `/ogc/…`: which resource, in which form.

use axum::extract::{RawQuery, State};
use http::{HeaderMap, HeaderName, StatusCode, header};
use std::borrow::Cow;
use std::sync::Arc;

use super::address::Path;
use super::answer::{Answer, PAGE};
use super::app::Shared;
use super::headers::Kind;
use super::held::holds;
use super::negotiate::{Form, form};
use super::packed::tag_of;
use super::problem::Problem;
use super::project::withdrawn;
use super::serving::Serving;
use super::waiting::Waiting;
use crate::collection::Collection;
use crate::format::{Format, Unwritten};
use crate::nearest::nearest;
use crate::ogc::asked::Asked;
use crate::ogc::{self, JSON, OPENAPI_JSON, SCHEMA_JSON, Service};
use crate::query::{BadParameter, Crs, Query, Resource, select_while};

impl From<BadParameter> for Problem {
    fn from(bad: BadParameter) -> Problem {
        Problem::parameter(bad.name, bad.value, bad.reason).allowed(bad.allowed).nearest(bad.nearest)
    }
}

impl From<askama::Error> for Problem {
    fn from(error: askama::Error) -> Problem {
        tracing::error!(%error, "a page could not be written");
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "Something broke on our side.")
    }
}

impl From<Unwritten> for Problem {
    fn from(error: Unwritten) -> Problem {
        tracing::error!(%error, "features could not be written");
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "Something broke on our side.")
    }
}

/// A resource that has JSON and a page, and no features.
macro_rules! plain {
    ($name:ident, $resource:expr, $type:expr, $json:path, $html:path) => {
        #[doc = concat!("The resource `", stringify!($name), "`.")]
        pub async fn $name(
            State(app): State<Shared>,
            RawQuery(text): RawQuery,
            headers: HeaderMap,
        ) -> Result<Answer, Problem> {
            let serving = app.serving();
            let query = Query::read($resource, text.as_deref(), None)?;
            let service = Service { catalogue: &serving.catalogue, links: &app.links, query: &query };
            match form($resource, &query, &headers)? {
                Form::Page => Ok(page($html(&service)?)),
                _ => Ok(json($type, &$json(&service))),
            }
        }
    };
}

plain!(landing, Resource::Landing, JSON, ogc::landing::json, ogc::landing::html);
plain!(conformance, Resource::Conformance, JSON, ogc::conformance::json, ogc::conformance::html);
plain!(collections, Resource::Collections, JSON, ogc::collections::json, ogc::collections::html);
plain!(
    tile_matrix_sets,
    Resource::TileMatrixSets,
    JSON,
    ogc::tiles::matrix::list,
    ogc::tiles::matrix::list_html
);
plain!(api, Resource::Api, OPENAPI_JSON, ogc::openapi::json, ogc::api_page::html);

/// A resource of one collection that has JSON and a page, and no features.
macro_rules! of_collection {
    ($name:ident, $resource:expr, $type:expr, $json:path, $html:path) => {
        #[doc = concat!("The resource `", stringify!($name), "` of a collection.")]
        pub async fn $name(
            State(app): State<Shared>,
            Path(id): Path<String>,
            RawQuery(text): RawQuery,
            headers: HeaderMap,
        ) -> Result<Answer, Problem> {
            let serving = app.serving();
            let collection = find(&serving, &id)?;
            let query = Query::read($resource, text.as_deref(), Some(collection))?;
            let service = Service { catalogue: &serving.catalogue, links: &app.links, query: &query };
            match form($resource, &query, &headers)? {
                Form::Page => Ok(page($html(&service, collection)?)),
                _ => Ok(json($type, &$json(&service, collection))),
            }
        }
    };
}

of_collection!(
    collection,
    Resource::Collection,
    JSON,
    ogc::collections::one_json,
    ogc::collections::one_html
);
of_collection!(tile_sets, Resource::TileSets, JSON, ogc::tiles::list::json, ogc::tiles::list::html);
of_collection!(schema, Resource::Schema, SCHEMA_JSON, ogc::schema::json, ogc::schema::html);
of_collection!(
    queryables,
    Resource::Queryables,
    SCHEMA_JSON,
    ogc::schema::queryables_json,
    ogc::schema::queryables_html
);

/// Searches that may look at more rows than this run beside the threads that serve.
const HEAVY: usize = 100_000;

/// `/ogc/collections/{collection}/items`
pub async fn items(
    State(app): State<Shared>,
    Path(id): Path<String>,
    RawQuery(text): RawQuery,
    headers: HeaderMap,
) -> Result<Answer, Problem> {
    let serving = app.serving();
    let collection = find(&serving, &id)?;
    let mut query = Query::read(Resource::Items, text.as_deref(), Some(collection))?;
    let form = form(Resource::Items, &query, &headers)?;
    if matches!(form, Form::Page) {
        query.limit = query.limit.min(ogc::items::ROWS);
        // A page shows no positions, and its map wants longitude and latitude.
        query.crs = Crs::CRS84;
    }
    in_its_system(form, &query)?;
    let collection = serving.catalogue.told(collection, query.on, query.lang);
    let service = Service { catalogue: &serving.catalogue, links: &app.links, query: &query };
    let asked = Asked::items(&service, &collection);
    let tag = tag_of(asked.identity(&collection, form.name()).as_bytes());
    if holds(&headers, &tag, media_type(form)) {
        return Ok(varied(Answer::unchanged(form.kind(), media_type(form), tag)));
    }
    // GeoJSON is copied; the other formats write every value anew.
    let copied = !matches!(form, Form::Features(format) if !format.has_links());
    if copied && ogc::items::effort(&collection, &query) <= HEAVY {
        return items_answer(&service, &collection, &asked, form, tag, || true);
    }
    let (shared, serving) = (Arc::clone(&app), Arc::clone(&serving));
    let waiting = Waiting::new();
    let wanted = waiting.asked();
    let work = move || {
        let service = Service { catalogue: &serving.catalogue, links: &shared.links, query: &query };
        items_answer(&service, &collection, &asked, form, tag, wanted)
    };
    app.searches.run(work).await?
}

fn items_answer(
    service: &Service,
    collection: &Collection,
    asked: &Asked,
    form: Form,
    tag: String,
    wanted: impl Fn() -> bool,
) -> Result<Answer, Problem> {
    let Some(selection) = select_while(collection, service.query, wanted) else {
        return Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "Nobody waited for this answer."));
    };
    Ok(match form {
        Form::Features(format) => {
            let body = ogc::items::body(service, collection, asked, &selection, format)?;
            let answer = in_system(features(collection.id(), format, body), service.query).tag(tag);
            match format.has_links() {
                true => answer,
                false => answer
                    .header(
                        header::LINK,
                        &ogc::items::link_header(service, collection, asked, &selection, format),
                    )
                    .header(MATCHED, &selection.matched.to_string())
                    .header(RETURNED, &selection.rows.len().to_string()),
            }
        }
        Form::Page | Form::Json | Form::TileJson | Form::Tile => {
            in_system(page(ogc::items::html(service, collection, asked, &selection)?), service.query).tag(tag)
        }
    })
}

/// `/ogc/collections/{collection}/items/{id}`
pub async fn item(
    State(app): State<Shared>,
    Path((id, feature)): Path<(String, String)>,
    RawQuery(text): RawQuery,
    headers: HeaderMap,
) -> Result<Answer, Problem> {
    let serving = app.serving();
    let whole = find(&serving, &id)?;
    let mut query = Query::read(Resource::Item, text.as_deref(), Some(whole))?;
    let form = form(Resource::Item, &query, &headers)?;
    if matches!(form, Form::Page) {
        query.crs = Crs::CRS84;
    }
    in_its_system(form, &query)?;
    let collection = serving.catalogue.told(whole, query.on, query.lang);
    let Some(row) = collection.find(&feature) else {
        if let Some(day) = query.on.filter(|_| whole.find(&feature).is_some()) {
            let detail = format!(
                "`{feature}` was no part of `{id}` on {day}: not yet, or no longer. Ask without `on`, or for another day."
            );
            return Err(Problem::parameter("on", day.to_string(), detail).status(StatusCode::NOT_FOUND));
        }
        if let Some(gone) = withdrawn(&serving.catalogue.atlas, &feature) {
            return Err(gone);
        }
        let detail = format!("There is no feature `{feature}` in `{id}`.");
        return Err(Problem::not_found(detail).nearest(near_ids(&collection, &feature)));
    };
    let service = Service { catalogue: &serving.catalogue, links: &app.links, query: &query };
    let tag = tag_of(ogc::item::identity(&service, &collection, &feature, form.name()).as_bytes());
    if holds(&headers, &tag, media_type(form)) {
        return Ok(varied(Answer::unchanged(form.kind(), media_type(form), tag)));
    }
    Ok(match form {
        Form::Features(format) => {
            let body = ogc::item::body(&service, &collection, row, format)?;
            in_system(features(&feature, format, body), &query).tag(tag)
        }
        Form::Page | Form::Json | Form::TileJson | Form::Tile => {
            in_system(page(ogc::item::html(&service, &collection, row)?), &query).tag(tag)
        }
    })
}

/// Of features in a form.
fn media_type(form: Form) -> &'static str {
    match form {
        Form::Features(format) => format.content_type(),
        Form::Page | Form::Json | Form::TileJson | Form::Tile => PAGE,
    }
}

/// The counts of a page whose format cannot say them (OGC 17-069r5, 7.16.3).
const MATCHED: HeaderName = HeaderName::from_static("ogc-numbermatched");
const RETURNED: HeaderName = HeaderName::from_static("ogc-numberreturned");

/// Features in a format, to be saved under the name of what they are from.
fn features(of: &str, format: &dyn Format, body: Vec<u8>) -> Answer {
    let answer = varied(Answer::made(Kind::Open, format.content_type(), body));
    let plain = of.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'));
    if format.has_links() || !plain {
        return answer;
    }
    answer.header(header::CONTENT_DISPOSITION, &format!("inline; filename=\"{of}.{}\"", format.name()))
}

/// With the system in which positions stand (OGC 18-058r1, /req/crs/ogc-crs-header).
fn in_system(answer: Answer, query: &Query) -> Answer {
    answer.header(HeaderName::from_static("content-crs"), &["<", &query.crs.to_string(), ">"].concat())
}

/// Formats other than GeoJSON say or presume that positions are longitude and latitude.
fn in_its_system(form: Form, query: &Query) -> Result<(), BadParameter> {
    match form {
        Form::Features(format) if query.crs != Crs::CRS84 && !format.has_systems() => {
            let reason = format!("{} is written in longitude and latitude (CRS84) alone.", format.title());
            Err(BadParameter::value("crs", &query.crs.to_string(), reason).form("f=geojson with this system"))
        }
        _ => Ok(()),
    }
}

/// Ids like the one asked for. Only small collections are looked through: a slip must stay cheap.
fn near_ids(collection: &Collection, given: &str) -> Vec<String> {
    const FEW: usize = 2000;
    if collection.len() > FEW {
        return Vec::new();
    }
    let ids: Vec<Cow<str>> = (0..collection.len() as u32).map(|row| collection.feature_id(row)).collect();
    nearest(given, ids.iter().map(AsRef::as_ref)).into_iter().map(str::to_owned).collect()
}

/// The collection of this name.
pub fn find<'s>(serving: &'s Serving, id: &str) -> Result<&'s Arc<Collection>, Problem> {
    serving.catalogue.collection(id).ok_or_else(|| {
        let ids = || serving.catalogue.collections.iter().map(|c| c.id());
        Problem::not_found(format!("There is no collection `{id}`."))
            .allowed(ids())
            .nearest(nearest(id, ids()))
    })
}

/// JSON of a resource that has a page, too.
pub fn json(media_type: &'static str, value: &serde_json::Value) -> Answer {
    varied(Answer::made(Kind::Open, media_type, value.to_string()))
}

/// A page of a resource that has JSON, too.
pub fn page(html: String) -> Answer {
    varied(Answer::page(html))
}

/// Which form is sent depends on `Accept`.
pub fn varied(answer: Answer) -> Answer {
    answer.header(header::VARY, "accept")
}
