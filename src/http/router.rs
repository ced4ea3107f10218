//! The list of routes.

use std::sync::Arc;

use axum::routing::get;
use axum::{Extension, Router, middleware};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

use super::app::Shared;
use super::around::{self, Around};
use super::limits::Places;
use super::listed::Listed;
use super::unsent::Unsent;
use super::{
    assets, cited, data, diff, editions, embed, found, guide, health, live, oembed, ogc, pages, picture,
    project, story, tiles,
};
use crate::atlas::Lang;

/// Answers made at the same time; further ones are turned away with 503.
const AT_ONCE: usize = 512;

/// What an operator asks, and what pages wait at for the next reload.
const INNER: [&str; 4] = ["/healthz", "/readyz", "/live", "/metrics"];

/// Every address of the server.
pub fn router(app: Shared, metrics: PrometheusHandle) -> Router {
    let around = Around { places: Arc::new(Places::new(AT_ONCE)), unsent: Unsent::default(), inner: &INNER };
    listed(metrics)
        .0
        .fallback(pages::nothing_here)
        .method_not_allowed_fallback(pages::other_method)
        .layer(middleware::from_fn_with_state(around, around::around))
        .with_state(app)
}

/// The patterns of all routes, as the router reads them.
pub fn routes() -> Vec<String> {
    let metrics = PrometheusBuilder::new().build_recorder().handle();
    listed(metrics).1
}

fn listed(metrics: PrometheusHandle) -> (Router<Shared>, Vec<String>) {
    let open = Listed::new()
        .route("/data/{file}", get(data::file))
        .merge(cited::FILES.into_iter().fold(Listed::new(), |router, file| {
            router.route(&format!("/data/{file}"), get(cited::below_data))
        }))
        .route("/data/editions.json", get(editions::index))
        .route("/data/edition/{edition}", get(editions::files))
        .route("/data/edition/{edition}/{*file}", get(editions::file))
        .route("/assets/{name}", get(assets::asset))
        .route("/data/catalog.jsonld", get(found::catalogue))
        .route("/sitemap.xml", get(found::sitemap))
        .route("/robots.txt", get(found::robots))
        .route("/icon.svg", get(found::icon_svg))
        .route("/icon.png", get(found::icon_png));

    let pages = Lang::ALL.into_iter().fold(Listed::new(), |router, lang| router.merge(pages(lang)));

    let [healthy, ready, reloads, counted] = INNER;
    let inner = Listed::new()
        .route(healthy, get(health::healthz))
        .route(ready, get(health::readyz))
        .route(reloads, get(live::live))
        .route(counted, get(health::metrics).with_state(metrics));

    let service = Listed::new()
        .route("/oembed", get(oembed::oembed))
        .route("/ogc", get(ogc::landing))
        .route("/ogc/conformance", get(ogc::conformance))
        .route("/ogc/api", get(ogc::api))
        .route("/ogc/collections", get(ogc::collections))
        .route("/ogc/collections/{collection}", get(ogc::collection))
        .route("/ogc/collections/{collection}/queryables", get(ogc::queryables))
        .route("/ogc/collections/{collection}/schema", get(ogc::schema))
        .route("/ogc/collections/{collection}/items", get(ogc::items))
        .route("/ogc/collections/{collection}/items/{id}", get(ogc::item))
        .route("/ogc/collections/{collection}/tiles", get(ogc::tile_sets))
        .route("/ogc/collections/{collection}/tiles/{set}", get(tiles::tile_set))
        .route("/ogc/collections/{collection}/tiles/{set}/{matrix}/{row}/{column}", get(tiles::tile))
        .route("/ogc/tileMatrixSets", get(ogc::tile_matrix_sets))
        .route("/ogc/tileMatrixSets/{set}", get(tiles::matrix_set));

    Listed::new().merge(open).merge(service).merge(pages).merge(inner).into_parts()
}

/// The pages in one language.
fn pages(lang: Lang) -> Listed {
    let (at, root) = match lang {
        Lang::En => (String::new(), "/".to_owned()),
        _ => (format!("/{}", lang.tag()), format!("/{}", lang.tag())),
    };
    Listed::new()
        .route(&root, get(pages::map))
        .route(&format!("{at}/about"), get(pages::about))
        .route(&format!("{at}/data"), get(pages::data))
        .route(&format!("{at}/query"), get(pages::query))
        .route(&format!("{at}/organisations"), get(guide::organisations))
        .route(&format!("{at}/organisation/{{id}}"), get(guide::organisation))
        .route(&format!("{at}/countries"), get(guide::countries))
        .route(&format!("{at}/country/{{code}}"), get(guide::country))
        .route(&format!("{at}/corrections"), get(guide::corrections))
        .route(&format!("{at}/credits"), get(guide::credits))
        .route(&format!("{at}/privacy"), get(guide::privacy))
        .route(&format!("{at}/accessibility"), get(guide::accessibility))
        .route(&format!("{at}/feed.atom"), get(found::feed))
        .route(&format!("{at}/corrections.atom"), get(found::corrections))
        .route(&format!("{at}/manifest.webmanifest"), get(found::manifest))
        .route(&format!("{at}/data/diff/{{name}}"), get(diff::diff))
        .route(&format!("{at}/embed"), get(embed::frame))
        .route(&format!("{at}/embed/builder"), get(embed::builder))
        .route(&format!("{at}/image.svg"), get(picture::svg))
        .route(&format!("{at}/image.png"), get(picture::png))
        .route(&format!("{at}/project/{{name}}"), get(project::project))
        .route(&format!("{at}/project/{{name}}/panel"), get(project::panel))
        .route(&format!("{at}/stories"), get(story::stories))
        .route(&format!("{at}/story/{{name}}"), get(story::story))
        .route(&format!("{at}/story/{{name}}/{{stop}}"), get(story::stop_picture))
        .layer(Extension(lang))
}
