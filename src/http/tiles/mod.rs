//! `/ogc/…/tiles/…` and `/ogc/tileMatrixSets/…`: tilesets and their tiles.

pub mod kept;

use axum::extract::{RawQuery, State};
use http::{HeaderMap, StatusCode};

use super::address::Path;
use super::answer::Answer;
use super::app::Shared;
use super::headers::Kind;
use super::negotiate::{Form, form};
use super::ogc::{find, json, page, varied};
use super::problem::Problem;
use crate::nearest::nearest;
use crate::ogc::tiles::{matrix, set, tilejson};
use crate::ogc::{JSON, Service};
use crate::query::tile::SET;
use crate::query::{Query, Resource, Tile};

/// `/ogc/tileMatrixSets/{tileMatrixSet}`
pub async fn matrix_set(
    State(app): State<Shared>,
    Path(name): Path<String>,
    RawQuery(text): RawQuery,
    headers: HeaderMap,
) -> Result<Answer, Problem> {
    known(&name)?;
    let serving = app.serving();
    let query = Query::read(Resource::TileMatrixSet, text.as_deref(), None)?;
    let service = Service { catalogue: &serving.catalogue, links: &app.links, query: &query };
    match form(Resource::TileMatrixSet, &query, &headers)? {
        Form::Page => Ok(page(matrix::html(&service)?)),
        _ => Ok(json(JSON, &matrix::json(&service))),
    }
}

/// `/ogc/collections/{collection}/tiles/{tileMatrixSet}`
pub async fn tile_set(
    State(app): State<Shared>,
    Path((id, name)): Path<(String, String)>,
    RawQuery(text): RawQuery,
    headers: HeaderMap,
) -> Result<Answer, Problem> {
    let serving = app.serving();
    let collection = find(&serving, &id)?;
    known(&name)?;
    let query = Query::read(Resource::TileSet, text.as_deref(), Some(collection))?;
    let service = Service { catalogue: &serving.catalogue, links: &app.links, query: &query };
    match form(Resource::TileSet, &query, &headers)? {
        Form::Page => Ok(page(set::html(&service, collection)?)),
        Form::TileJson => Ok(json(tilejson::TILEJSON, &tilejson::json(&service, collection))),
        _ => Ok(json(JSON, &set::json(&service, collection))),
    }
}

/// `/ogc/collections/{collection}/tiles/{tileMatrixSet}/{tileMatrix}/{tileRow}/{tileCol}`
pub async fn tile(
    State(app): State<Shared>,
    Path([id, name, matrix, row, column]): Path<[String; 5]>,
    RawQuery(text): RawQuery,
    headers: HeaderMap,
) -> Result<Answer, Problem> {
    let serving = app.serving();
    let collection = find(&serving, &id)?;
    known(&name)?;
    let query = Query::read(Resource::Tile, text.as_deref(), Some(collection))?;
    form(Resource::Tile, &query, &headers)?;
    // OGC 20-057, /req/core/tc-error, A: out of range is 404 or 400.
    let tile =
        Tile::read(&matrix, &row, &column).map_err(|bad| Problem::from(bad).status(StatusCode::NOT_FOUND))?;
    let collection = serving.catalogue.told(collection, query.on, query.lang);
    Ok(varied(Answer::kept(Kind::Open, serving.tiles.get(&collection, tile, &headers).await?)))
}

fn known(name: &str) -> Result<(), Problem> {
    match name {
        SET => Ok(()),
        _ => Err(Problem::not_found(format!("There is no tile matrix set `{name}`."))
            .allowed([SET])
            .nearest(nearest(name, [SET]))),
    }
}
