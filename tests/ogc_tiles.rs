//! OGC API - Tiles - Part 1: Core (OGC 20-057), a test for each requirement, named by its id; and TileJSON.

use std::path::Path;
use std::sync::Arc;

use huella::atlas::{RecordFiles, load};
use huella::collection::{Catalogue, OwnLayer};
use huella::http::app::{App, Shared};
use huella::http::listen::Patience;
use huella::http::router::router;
use huella::links::Links;
use metrics_exporter_prometheus::PrometheusBuilder;

use crate::server::Server;
use crate::service::{follow, json, links, refused, reply};
use crate::vector_tile;
use crate::wire::{ask, get};

const MVT: &str = "application/vnd.mapbox-vector-tile";
const TILES: &str = "/ogc/collections/sites/tiles/WebMercatorQuad";
const CLASS: &str = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf";
const SCHEME: &str = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";
const URI: &str = "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad";

#[test]
fn req_core_conformance_success() {
    let classes = json("/conformance")["conformsTo"].clone();
    for class in ["core", "tileset", "tilesets-list", "geodata-tilesets", "mvt", "oas30"] {
        assert!(classes.as_array().expect("classes").contains(&format!("{CLASS}/{class}").into()), "{class}");
    }
}

#[test]
fn req_core_tc_op_and_tc_success_and_mvt_content() {
    let tile = get(Server::shared(), &format!("{TILES}/0/0/0"), &[]);
    assert_eq!((tile.status, tile.header("content-type")), (200, Some(MVT)));
    let layers = vector_tile::read(&tile.body);
    assert_eq!((layers.len(), layers[0].name.as_str()), (1, "sites"));
    let items = json("/collections/sites/items");
    let with_geometry =
        items["features"].as_array().expect("features").iter().filter(|f| !f["geometry"].is_null());
    assert_eq!(layers[0].features.len(), with_geometry.count());
    // Row before column: the south of the continent lies in the lower left of the world.
    let south = get(Server::shared(), &format!("{TILES}/2/2/1"), &[]);
    let elsewhere = get(Server::shared(), &format!("{TILES}/2/1/2"), &[]);
    assert!(south.body.len() > 10 * elsewhere.body.len().max(1), "{}", elsewhere.body.len());
}

#[test]
fn req_core_tc_error_out_of_range_says_what_is_there() {
    for (at, name, range) in [
        ("17/0/0", "tileMatrix", "0 to 16"),
        ("3/8/0", "tileRow", "0 to 7"),
        ("3/0/8", "tileCol", "0 to 7"),
        ("3/0/-1", "tileCol", "0 to 7"),
        ("a/0/0", "tileMatrix", "0 to 16"),
    ] {
        let answer = get(Server::shared(), &format!("{TILES}/{at}"), &[]);
        assert_eq!((answer.status, answer.header("content-type")), (404, Some("application/problem+json")));
        let problem = answer.json();
        assert_eq!((&problem["parameter"], &problem["allowed"][0]), (&name.into(), &range.into()), "{at}");
        assert_eq!(problem["status"], 404);
    }
    let set = reply("/collections/sites/tiles/WorldMercatorQuad/0/0/0");
    assert_eq!((set.status, &set.json()["allowed"][0]), (404, &"WebMercatorQuad".into()));
    assert_eq!(reply("/collections/site/tiles/WebMercatorQuad/0/0/0").json()["nearest"][0], "sites");
    assert_eq!(refused("/collections/sites/tiles/WebMercatorQuad/0/0/0?x=1")["parameter"], "x");
    assert_eq!(refused("/collections/sites/tiles/WebMercatorQuad/0/0/0?f=png")["allowed"][0], "mvt");
}

#[test]
fn req_core_tc_error_an_empty_tile_is_a_blank_answer() {
    let empty = get(Server::shared(), &format!("{TILES}/4/1/15"), &[("Accept-Encoding", "gzip")]);
    assert_eq!((empty.status, empty.header("content-type"), empty.body.len()), (200, Some(MVT), 0));
    assert!(empty.header("etag").is_some());
}

#[test]
fn a_tile_is_compressed_kept_by_its_etag_and_open_to_all() {
    let path = format!("{TILES}/2/2/1");
    let plain = get(Server::shared(), &path, &[]);
    for (token, least) in [("gzip", 2), ("zstd", 2), ("br", 2)] {
        let packed = get(Server::shared(), &path, &[("Accept-Encoding", token)]);
        assert_eq!((packed.status, packed.header("content-encoding")), (200, Some(token)));
        assert!(packed.body.len() * least < plain.body.len(), "{token}: {}", packed.body.len());
        let tag = packed.header("etag").expect("an ETag").to_owned();
        assert_ne!(Some(tag.as_str()), plain.header("etag"), "a tag for each encoding");
        let again = get(Server::shared(), &path, &[("Accept-Encoding", token), ("If-None-Match", &tag)]);
        assert_eq!((again.status, again.body.len()), (304, 0));
    }
    assert_eq!(plain.header("cache-control"), Some("public, no-cache"));
    assert_eq!(plain.header("access-control-allow-origin"), Some("*"));
    assert!(plain.header("vary").is_some_and(|vary| vary.contains("accept-encoding")));
    let head = ask(Server::shared(), "HEAD", &path, &[]);
    assert_eq!((head.status, head.body.len(), head.header("etag")), (200, 0, plain.header("etag")));
    let other = get(Server::shared(), &path, &[("Accept", "image/png")]);
    assert_eq!(other.status, 406);
    assert_eq!(get(Server::shared(), &path, &[("Accept", "application/x-protobuf")]).status, 200);
}

#[test]
fn req_tileset_description() {
    for id in ["sites", "projects", "lithium"] {
        let set = json(&format!("/collections/{id}/tiles/WebMercatorQuad"));
        assert_eq!((&set["dataType"], &set["tileMatrixSetURI"]), (&"vector".into(), &URI.into()));
        assert_eq!(set["crs"], "http://www.opengis.net/def/crs/EPSG/0/3857");
        let scheme = links(&set, SCHEME);
        assert_eq!(follow(scheme[0]["href"].as_str().expect("an address")).status, 200);
        let item = links(&set, "item")[0];
        assert_eq!((&item["templated"], &item["type"]), (&true.into(), &MVT.into()));
        let form = item["href"].as_str().expect("a form");
        let tile = form.replace("{tileMatrix}", "0").replace("{tileRow}", "0").replace("{tileCol}", "0");
        assert_eq!(follow(&tile).header("content-type"), Some(MVT), "{tile}");
        let limits = set["tileMatrixSetLimits"].as_array().expect("limits");
        assert_eq!((limits.len(), &limits[3]["maxTileRow"]), (17, &7.into()));
        assert_eq!(set["layers"][0]["id"], id);
        let properties = &set["layers"][0]["propertiesSchema"]["properties"];
        assert_eq!(
            (&properties["name"]["type"], &properties["feature_count"]["type"]),
            (&"string".into(), &"integer".into())
        );
        assert!(set["description"].as_str().is_some_and(|text| text.contains("`feature_count`")), "{set}");
    }
}

#[test]
fn req_tilesets_list_tileset_links_and_req_geodata_tilesets_desc_links() {
    for collection in json("/collections")["collections"].as_array().expect("collections") {
        let id = collection["id"].as_str().expect("an id");
        let link = links(collection, "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector")[0];
        let list = follow(link["href"].as_str().expect("an address")).json();
        assert!(link["href"].as_str().is_some_and(|href| href.ends_with(&format!("{id}/tiles"))));
        let set = &list["tilesets"][0];
        assert_eq!((&set["dataType"], &set["tileMatrixSetURI"]), (&"vector".into(), &URI.into()));
        let own = links(set, "self")[0]["href"].as_str().expect("an address").to_owned();
        assert!(own.ends_with(&format!("{id}/tiles/WebMercatorQuad")), "{own}");
        assert_eq!(follow(&own).json()["title"], collection["title"]);
        assert_eq!(links(set, SCHEME).len(), 1);
    }
}

#[test]
fn req_oas30_completeness_and_operation_id() {
    let api = json("/api");
    let paths = &api["paths"];
    for (path, end) in [
        ("/collections/solar/tiles", ".collection.vector.getTileSetsList"),
        ("/collections/solar/tiles/WebMercatorQuad", ".collection.vector.getTileSet"),
        (
            "/collections/solar/tiles/WebMercatorQuad/{tileMatrix}/{tileRow}/{tileCol}",
            ".collection.vector.getTile",
        ),
        ("/tileMatrixSets", ".getTileMatrixSetsList"),
        ("/tileMatrixSets/WebMercatorQuad", ".getTileMatrixSet"),
    ] {
        let id = paths[path]["get"]["operationId"].as_str().unwrap_or_default();
        assert!(id.ends_with(end), "{path}: {id}");
    }
    // /req/core/tc-tilematrix-definition, tc-tilerow-definition, tc-tilecol-definition
    for name in ["tileMatrix", "tileRow", "tileCol"] {
        let parameter = &api["components"]["parameters"][name];
        assert_eq!((&parameter["in"], &parameter["required"]), (&"path".into(), &true.into()), "{name}");
    }
}

#[test]
fn the_tile_matrix_set_is_the_registered_one() {
    let list = json("/tileMatrixSets");
    assert_eq!(
        (&list["tileMatrixSets"][0]["id"], &list["tileMatrixSets"][0]["uri"]),
        (&"WebMercatorQuad".into(), &URI.into())
    );
    let landing = json("");
    let link = links(&landing, "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes")[0];
    assert_eq!(follow(link["href"].as_str().expect("an address")).json(), list);
    let set = json("/tileMatrixSets/WebMercatorQuad");
    let matrices = set["tileMatrices"].as_array().expect("matrices");
    // Figures of the register.
    for (z, scale, cell) in
        [(0, 559_082_264.028_717, 156_543.033_928_041), (16, 8_530.918_335_399, 2.388_657_133)]
    {
        let near = |value: &serde_json::Value, wanted: f64| {
            (value.as_f64().unwrap_or_default() / wanted - 1.0).abs() < 1e-8
        };
        assert!(near(&matrices[z]["scaleDenominator"], scale), "{}", matrices[z]);
        assert!(near(&matrices[z]["cellSize"], cell), "{}", matrices[z]);
        assert_eq!(matrices[z]["matrixWidth"], 1 << z);
    }
    let corner = &matrices[0]["pointOfOrigin"];
    assert!((corner[0].as_f64().unwrap_or_default() + 20_037_508.342_789_244).abs() < 1e-6, "{corner}");
    assert_eq!(reply("/tileMatrixSets/WebMercator").json()["nearest"][0], "WebMercatorQuad");
}

#[test]
fn tilejson_says_where_tiles_are_and_what_is_in_them() {
    let document = json("/collections/sites/tiles/WebMercatorQuad?f=tilejson");
    assert_eq!((&document["tilejson"], &document["scheme"]), (&"3.0.0".into(), &"xyz".into()));
    assert_eq!((&document["minzoom"], &document["maxzoom"]), (&0.into(), &16.into()));
    let form = document["tiles"][0].as_str().expect("a form");
    let tile = form.replace("{z}", "2").replace("{y}", "2").replace("{x}", "1");
    assert_eq!(follow(&tile).body, get(Server::shared(), &format!("{TILES}/2/2/1"), &[]).body);
    let layer = &document["vector_layers"][0];
    assert_eq!(layer["id"], "sites");
    for (name, kind) in
        [("id", "String"), ("name", "String"), ("source_count", "Number"), ("feature_count", "Number")]
    {
        assert!(layer["fields"][name].as_str().is_some_and(|text| text.starts_with(kind)), "{name}: {layer}");
    }
    assert!(
        document["description"].as_str().is_some_and(|text| text.contains("have no place")),
        "{document}"
    );
    assert_eq!(document["bounds"].as_array().map(Vec::len), Some(4));
}

#[test]
fn tiles_speak_the_language_and_of_the_day_that_is_asked_for() {
    let document = json("/collections/sites/tiles/WebMercatorQuad?f=tilejson&lang=es");
    let form = document["tiles"][0].as_str().expect("a form").to_owned();
    let spanish = follow(&form.replace("{z}", "2").replace("{y}", "2").replace("{x}", "1"));
    let english = get(Server::shared(), &format!("{TILES}/2/2/1"), &[]);
    let names = |tile: &[u8]| -> Vec<String> {
        let features = vector_tile::read(tile).remove(0).features;
        features.iter().filter_map(|f| f.text("name")).map(str::to_owned).collect()
    };
    let (es, en) = (names(&spanish.body), names(&english.body));
    assert!(es.len() == en.len() && es != en);
    let early = get(Server::shared(), &format!("{TILES}/2/2/1?on=2010-01-01"), &[]);
    assert!((1..en.len()).contains(&names(&early.body).len()));
}

#[test]
fn a_reload_forgets_the_tiles_of_what_was_served_before() {
    let links = Links::at("http://127.0.0.1").expect("links");
    let catalogue = |place: &str| {
        let atlas = load::load(&RecordFiles::embedded()).atlas.expect("the record loads");
        let point = format!(r#"{{"type":"Point","coordinates":{place}}}"#);
        let feature = format!(r#"{{"type":"Feature","properties":{{"n":1}},"geometry":{point}}}"#);
        let text = format!(r#"{{"type":"FeatureCollection","features":[{feature}]}}"#);
        let own = OwnLayer::new("own", Path::new("own.geojson"), None).expect("a layer");
        let own = own.read(text.into_bytes()).expect("a collection");
        Catalogue::build(atlas, &links, vec![Arc::new(own)]).expect("a catalogue")
    };
    let app: Shared = App::new(catalogue("[1,1]"), links.clone()).into();
    let metrics = PrometheusBuilder::new().build_recorder().handle();
    let server = Server::routes(router(Arc::clone(&app), metrics), Patience::default());
    let tile = || get(server.address, "/ogc/collections/own/tiles/WebMercatorQuad/0/0/0", &[]);
    let before = tile();
    assert_eq!(tile().body, before.body);
    app.swap(catalogue("[50,50]"));
    let after = tile();
    assert_eq!((before.status, after.status), (200, 200));
    assert!(before.body != after.body && before.header("etag") != after.header("etag"));
}

#[test]
fn every_resource_of_tiles_but_a_tile_is_a_page_for_people() {
    for path in [
        "/tileMatrixSets",
        "/tileMatrixSets/WebMercatorQuad",
        "/collections/solar/tiles",
        "/collections/solar/tiles/WebMercatorQuad",
    ] {
        let page = get(Server::shared(), &format!("/ogc{path}"), &[("Accept", "text/html")]);
        assert_eq!(
            (page.status, page.header("content-type")),
            (200, Some("text/html; charset=utf-8")),
            "{path}"
        );
        assert!(page.text().contains("<h1>"), "{path}");
    }
    assert!(reply("/collections/solar?f=html").text().contains("/ogc/collections/solar/tiles?f=html"));
    assert!(
        reply("/collections/solar/tiles/WebMercatorQuad?f=html")
            .text()
            .contains("WebMercatorQuad/{z}/{y}/{x}")
    );
}
