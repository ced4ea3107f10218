//! `…/tiles/WebMercatorQuad`: what the tiles of a collection are (OGC 17-083r4, clause 8).

use serde_json::{Map, Value, json};

use super::{GEODATA, PARTS, address, matrix, tilejson, told};
use crate::collection::{Collection, GeometryType};
use crate::format::Link;
use crate::format::mvt::{MVT, count_name, id_name};
use crate::ogc::page::{Page, Part};
use crate::ogc::schema::property;
use crate::ogc::{JSON, Service, form};
use crate::query::crs::CRS84;
use crate::query::tile::{DEEPEST, SET, side};

/// A link to the tileset.
pub fn link(rel: &'static str, service: &Service, collection: &Collection) -> Link {
    let href = service.href(&service.links.collection(collection.id()).tile_set(SET));
    Link::new(rel, JSON, href, format!("{}, {SET}", collection.about.title.get(service.lang())))
}

/// As JSON.
pub fn json(service: &Service, collection: &Collection) -> Value {
    let about = &collection.about;
    let last = |z: u8| side(z) - 1;
    let limits: Vec<Value> = (0..=DEEPEST)
        .map(|z| {
            json!({
                "tileMatrix": z.to_string(),
                "minTileRow": 0, "maxTileRow": last(z), "minTileCol": 0, "maxTileCol": last(z),
            })
        })
        .collect();
    let mut set = json!({
        "title": about.title.get(service.lang()),
        "description": format!("{} {}", about.description.get(service.lang()), told(collection)),
        "dataType": "vector",
        "crs": matrix::CRS,
        "tileMatrixSetURI": matrix::URI,
        "tileMatrixSetLimits": limits,
        "mediaTypes": [MVT],
        "layers": [layer(service, collection)],
        "links": links(service, collection),
    });
    let known = [
        ("boundingBox", collection.extent().map(|[west, south, east, north]| {
            json!({"lowerLeft": [west, south], "upperRight": [east, north], "crs": CRS84})
        })),
        ("license", about.licence.as_deref().map(Value::from)),
        ("attribution", about.attribution.as_deref().map(Value::from)),
    ];
    if let Some(members) = set.as_object_mut() {
        members.extend(known.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    }
    set
}

fn layer(service: &Service, collection: &Collection) -> Value {
    let id_name = id_name(collection);
    let mut properties = Map::new();
    properties.insert(id_name.clone(), json!({"type": "string", "title": "Id"}));
    for field in collection.schema.fields.iter().filter(|f| f.name != id_name) {
        properties.insert(field.name.clone(), property(field));
    }
    let count = json!({
        "type": "integer", "minimum": 2, "title": "Features",
        "description": "How many features this one stands for; absent where it stands for itself.",
    });
    properties.insert(count_name(collection), count);
    let mut layer = json!({
        "id": collection.id(),
        "title": collection.about.title.get(service.lang()),
        "description": told(collection),
        "dataType": "vector",
        "minTileMatrix": "0",
        "maxTileMatrix": DEEPEST.to_string(),
        "propertiesSchema": {"type": "object", "properties": properties},
    });
    if let (Some(members), Some(dimension)) = (layer.as_object_mut(), dimension(collection.schema.geometry)) {
        members.insert("geometryDimension".to_owned(), dimension.into());
    }
    layer
}

/// Where all geometries have the same.
fn dimension(geometry: GeometryType) -> Option<u8> {
    match geometry {
        GeometryType::Point | GeometryType::MultiPoint => Some(0),
        GeometryType::LineString | GeometryType::MultiLineString => Some(1),
        GeometryType::Polygon | GeometryType::MultiPolygon => Some(2),
        GeometryType::None | GeometryType::Any => None,
    }
}

fn links(service: &Service, collection: &Collection) -> Vec<Link> {
    let title = collection.about.title.get(service.lang());
    let of = service.links.collection(collection.id());
    let own = of.tile_set(SET);
    let mut links = service.own(&own, JSON, title);
    let tile = address(service, collection, PARTS);
    links.extend([
        Link::new("alternate", tilejson::TILEJSON, service.href_as(&own, "tilejson"), "The same as TileJSON"),
        matrix::link(service),
        Link::new(GEODATA, JSON, service.href(&of.own()), title.to_owned()),
        Link::new("item", MVT, tile, "A vector tile").templated(),
    ]);
    links
}

/// As a page.
pub fn html(service: &Service, collection: &Collection) -> Result<String, askama::Error> {
    let title = collection.about.title.get(service.lang());
    let of = service.links.collection(collection.id());
    let own = of.tile_set(SET);
    let tile = address(service, collection, ["z", "y", "x"]);
    let tilejson = service.href_as(&own, "tilejson");
    let source =
        format!("map.addSource(\"{}\", {{ type: \"vector\", url: \"{tilejson}\" }});", collection.id());
    Page::new(service, &format!("Vector tiles of {title}"), &own)
        .crumb(service.links.collections(), "Collections")
        .crumb(of.own(), title)
        .crumb(of.tile_sets(), "Vector tiles")
        .lede(&told(collection))
        .part(Part::Facts(vec![
            ("Layer".to_owned(), collection.id().to_owned()),
            ("Zooms".to_owned(), format!("0 to {DEEPEST}; nearer views enlarge the last")),
            ("Form".to_owned(), MVT.to_owned()),
        ]))
        .heading("In QGIS")
        .part(Part::plain(
            "Layer, Add Layer, Add Vector Tile Layer, New Generic Connection: this address, zooms 0 to 16.",
        ))
        .part(Part::Code(tile))
        .heading("In MapLibre")
        .part(Part::Code(source))
        .heading("For programs")
        .part(Part::Links(vec![
            Part::link(form(&own, "tilejson"), "TileJSON", ""),
            Part::link(form(&own, "json"), "The tileset", "as OGC API - Tiles describes it"),
            Part::link(form(&service.links.tile_matrix_sets(), "html"), "The grid", ""),
        ]))
        .finish()
}
