//! `/ogc/tileMatrixSets`: how the world is cut into tiles (OGC 17-083r4, annex D.1).

use std::f64::consts::PI;

use serde_json::{Value, json};

use super::SCHEME;
use crate::format::Link;
use crate::ogc::page::{Page, Part, Table};
use crate::ogc::{JSON, Service, form};
use crate::query::tile::{DEEPEST, SET, side};

/// The name of the set in the register of OGC.
pub const URI: &str = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";
/// Its coordinate system.
pub const CRS: &str = "http://www.opengis.net/def/crs/EPSG/0/3857";

/// Pixels along a side of a tile, of which the register speaks.
const PIXELS: u32 = 256;
/// Half the way around the Earth in metres of the system.
const HALF: f64 = PI * 6_378_137.0;
/// The side of a pixel of which scales speak, in metres (OGC 17-083r4, 6.2.4).
const PIXEL: f64 = 0.000_28;

/// The link from a tileset.
pub fn link(service: &Service) -> Link {
    Link::new(
        SCHEME,
        JSON,
        service.href(&service.links.tile_matrix_set(SET)),
        "How the world is cut into tiles",
    )
}

/// Metres of the system along a side of a pixel.
fn cell(z: u8) -> f64 {
    2.0 * HALF / f64::from(side(z)) / f64::from(PIXELS)
}

/// All sets, as JSON.
pub fn list(service: &Service) -> Value {
    json!({
        "links": service.own(&service.links.tile_matrix_sets(), JSON, "Tile matrix sets"),
        "tileMatrixSets": [{
            "id": SET,
            "title": "Google Maps Compatible for the World",
            "uri": URI,
            "crs": CRS,
            "links": [Link::new("self", JSON, service.href(&service.links.tile_matrix_set(SET)), SET)],
        }],
    })
}

/// All sets, as a page.
pub fn list_html(service: &Service) -> Result<String, askama::Error> {
    let entry =
        Part::link(form(&service.links.tile_matrix_set(SET), "html"), SET, "the grid of most web maps");
    Page::new(service, "Tile matrix sets", &service.links.tile_matrix_sets())
        .part(Part::Links(vec![entry]))
        .finish()
}

/// The set, as JSON.
pub fn json(service: &Service) -> Value {
    let matrices: Vec<Value> = (0..=DEEPEST)
        .map(|z| {
            json!({
                "id": z.to_string(),
                "scaleDenominator": cell(z) / PIXEL,
                "cellSize": cell(z),
                "cornerOfOrigin": "topLeft",
                "pointOfOrigin": [-HALF, HALF],
                "tileWidth": PIXELS,
                "tileHeight": PIXELS,
                "matrixWidth": side(z),
                "matrixHeight": side(z),
            })
        })
        .collect();
    json!({
        "id": SET,
        "title": "Google Maps Compatible for the World",
        "uri": URI,
        "crs": CRS,
        "orderedAxes": ["X", "Y"],
        "wellKnownScaleSet": "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
        "tileMatrices": matrices,
        "links": service.own(&service.links.tile_matrix_set(SET), JSON, SET),
    })
}

/// The set, as a page.
pub fn html(service: &Service) -> Result<String, askama::Error> {
    let row = |z: u8| {
        let cells = [z.to_string(), format!("{:.2}", cell(z)), side(z).to_string()];
        Vec::from(cells.map(|text| Part::plain(&text)))
    };
    let head = ["Zoom", "Metres a pixel at the equator", "Rows and columns"].map(str::to_owned).to_vec();
    Page::new(service, SET, &service.links.tile_matrix_set(SET))
        .crumb(service.links.tile_matrix_sets(), "Tile matrix sets")
        .lede("Web Mercator (EPSG:3857), cut into squares: four of a zoom for each of the zoom before.")
        .part(Part::Table(Table { head, rows: (0..=DEEPEST).map(row).collect() }))
        .finish()
}
