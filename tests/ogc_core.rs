//! OGC API - Features - Part 1: Core (OGC 17-069r4), a test for each requirement, named by its id.

use crate::server::Server;
use crate::service::{CORE, follow, ids, json, links, refused, reply};
use crate::wire::{ask, get};

const GEOJSON: &str = "application/geo+json";
const PARAMETERS: &str = "/components/parameters";

#[test]
fn req_core_http() {
    let reply = ask(Server::shared(), "HEAD", "/ogc", &[]);
    assert_eq!((reply.status, reply.body.len()), (200, 0));
    let options = ask(Server::shared(), "OPTIONS", "/ogc/collections", &[("Origin", "https://a.example")]);
    assert!(options.status < 300, "{}", options.status);
    assert_eq!(ask(Server::shared(), "POST", "/ogc", &[]).status, 405);
}

#[test]
fn req_core_root_op_with_and_without_a_slash() {
    for path in ["", "/", "//", "?f=json", "/?f=json"] {
        assert_eq!(reply(path).status, 200, "{path}");
    }
    assert_eq!(reply("//conformance").status, 200);
    assert_eq!(reply("/collections/sites/items/").status, 200);
}

#[test]
fn req_core_root_success() {
    let landing = json("");
    for rel in ["self", "alternate", "service-desc", "service-doc", "conformance", "data"] {
        let found = links(&landing, rel);
        assert!(!found.is_empty(), "{rel}");
        for link in found {
            assert!(link["type"].is_string(), "every link says its type: {link}");
            let href = link["href"].as_str().expect("an address");
            assert_eq!(follow(href).status, 200, "{href}");
        }
    }
}

#[test]
fn req_core_api_definition_op_and_success() {
    let landing = json("");
    let link = links(&landing, "service-desc")[0].clone();
    assert_eq!(link["type"], "application/vnd.oai.openapi+json;version=3.0");
    let reply = follow(link["href"].as_str().expect("an address"));
    assert_eq!(reply.header("content-type"), Some("application/vnd.oai.openapi+json;version=3.0"));
    let api = reply.json();
    assert_eq!(api["openapi"], "3.0.3");
    let server = api["servers"][0]["url"].as_str().expect("an address");
    assert_eq!(server, format!("http://{}/ogc", Server::shared()), "absolute, without a slash at its end");
    for path in ["/", "/conformance", "/collections", "/collections/solar", "/collections/solar/items"] {
        assert!(api["paths"][path]["get"].is_object(), "{path}");
    }
    // Every reference leads somewhere.
    let text = api.to_string();
    for reference in text.split("\"#").skip(1).map(|rest| rest.split('"').next().expect("a reference")) {
        assert!(api.pointer(reference).is_some(), "{reference}");
    }
}

#[test]
fn req_core_conformance_op_and_success() {
    let classes = json("/conformance")["conformsTo"].clone();
    for class in ["core", "geojson", "html", "oas30"] {
        let class = format!("{CORE}/{class}");
        assert!(classes.as_array().expect("classes").iter().any(|c| *c == class), "{class}");
    }
}

#[test]
fn req_core_fc_md_op_and_success() {
    let all = json("/collections");
    assert_eq!(links(&all, "self").len(), 1);
    assert_eq!(links(&all, "alternate")[0]["type"], "text/html");
    let collections = all["collections"].as_array().expect("collections");
    assert_eq!(collections.len(), 14);
    for collection in collections {
        let id = collection["id"].as_str().expect("an id");
        let items = links(collection, "items");
        assert_eq!(items[0]["type"], GEOJSON, "{id}");
        assert!(items.iter().any(|link| link["type"] == "text/html"), "{id}");
        assert!(collection["extent"]["spatial"]["bbox"][0].as_array().is_some_and(|b| b.len() == 4), "{id}");
        let interval = &collection["extent"]["temporal"]["interval"][0];
        assert!(interval[0].as_str().is_some_and(|t| t.ends_with("T00:00:00Z")), "{interval}");
        assert!(collection["title"].is_string() && collection["description"].is_string());
        assert!(collection["license"].is_string() && collection["attribution"].is_string());
        let file = follow(links(collection, "enclosure")[0]["href"].as_str().expect("an address"));
        assert_eq!((file.status, file.header("content-type")), (200, Some(GEOJSON)));
    }
}

#[test]
fn req_core_crs84() {
    for collection in json("/collections")["collections"].as_array().expect("collections") {
        assert_eq!(collection["crs"][0], "http://www.opengis.net/def/crs/OGC/1.3/CRS84");
    }
}

#[test]
fn req_core_sfc_md_op_and_success() {
    for listed in json("/collections")["collections"].as_array().expect("collections") {
        let id = listed["id"].as_str().expect("an id");
        assert_eq!(&json(&format!("/collections/{id}")), listed, "the same here and in the list");
    }
    let missing = reply("/collections/solr");
    assert_eq!(missing.status, 404);
    assert_eq!(missing.json()["nearest"][0], "solar");
    assert_eq!(reply("/collections/dUmmYColLection").status, 404);
}

#[test]
fn req_core_fc_op_and_fc_response() {
    for collection in json("/collections")["collections"].as_array().expect("collections") {
        let path = format!("/collections/{}/items", collection["id"].as_str().expect("an id"));
        let answer = reply(&path);
        assert_eq!(answer.header("content-type"), Some(GEOJSON));
        let answer = answer.json();
        assert_eq!(answer["type"], "FeatureCollection");
        assert!(answer["features"].as_array().expect("features").iter().all(|f| f["type"] == "Feature"));
    }
}

#[test]
fn req_core_fc_links_and_fc_rel_type() {
    let page = json("/collections/sites/items?limit=10&offset=10&status=operating");
    for rel in ["self", "collection", "next", "prev"] {
        assert_eq!(links(&page, rel).len(), 1, "{rel}");
    }
    for link in page["links"].as_array().expect("links") {
        assert!(link["rel"].is_string() && link["type"].is_string() && link["title"].is_string());
        assert_eq!(follow(link["href"].as_str().expect("an address")).status, 200, "{link}");
    }
    assert_eq!(links(&page, "self")[0]["type"], GEOJSON);
    for other in ["text/html", "text/csv", "application/geo+json-seq"] {
        assert_eq!(links(&page, "alternate").iter().filter(|l| l["type"] == other).count(), 1, "{other}");
    }
    assert_eq!(links(&page, "next")[0]["type"], GEOJSON);
}

#[test]
fn req_core_fc_timestamp_is_left_out_so_that_etags_hold() {
    let path = "/ogc/collections/sites/items?limit=3";
    let first = get(Server::shared(), path, &[]);
    assert!(first.json().get("timeStamp").is_none());
    let tag = first.header("etag").expect("an ETag").to_owned();
    let again = get(Server::shared(), path, &[("If-None-Match", &tag)]);
    assert_eq!((again.status, again.body.len()), (304, 0));
    assert_eq!(again.header("etag"), Some(tag.as_str()));
    // Another way to write the same request is the same answer.
    let same = get(Server::shared(), "/ogc/collections/sites/items?offset=0&limit=3", &[]);
    assert_eq!(same.header("etag"), Some(tag.as_str()));
    let other = get(Server::shared(), "/ogc/collections/sites/items?limit=4", &[]);
    assert_ne!(other.header("etag"), Some(tag.as_str()));
}

#[test]
fn req_core_fc_numbermatched_and_numberreturned() {
    let all = json("/collections/sites/items");
    assert_eq!((all["numberMatched"].as_u64(), all["numberReturned"].as_u64()), (Some(248), Some(248)));
    let some = json("/collections/sites/items?limit=7&offset=245");
    assert_eq!((some["numberMatched"].as_u64(), some["numberReturned"].as_u64()), (Some(248), Some(3)));
    assert_eq!(ids(&some).len(), 3);
    assert!(links(&some, "next").is_empty(), "no next after the last");
    let exactly = json("/collections/sites/items?limit=248");
    assert!(links(&exactly, "next").is_empty(), "no next after a page that is exactly full");
}

#[test]
fn req_core_fc_bbox_definition() {
    let api = json("/api");
    let bbox = &api.pointer(PARAMETERS).expect("parameters")["bbox"];
    let schema = &bbox["schema"];
    assert_eq!(
        (bbox["in"].as_str(), bbox["style"].as_str(), &bbox["explode"]),
        (Some("query"), Some("form"), &false.into())
    );
    assert_eq!(
        (schema["type"].as_str(), schema["minItems"].as_u64(), schema["maxItems"].as_u64()),
        (Some("array"), Some(4), Some(6))
    );
    assert_eq!(schema["items"]["type"], "number");
}

#[test]
fn req_core_fc_bbox_response() {
    let boxes = ["-80,-5,-70,5", "177,65,-177,70", "-180,-90,180,90", "-180,85,180,90", "-180,-90,180,-85"];
    for bbox in boxes {
        let [west, south, east, north]: [f64; 4] = bbox
            .split(',')
            .map(|n| n.parse().expect("a number"))
            .collect::<Vec<_>>()
            .try_into()
            .expect("four");
        let answer = json(&format!("/collections/sites/items?bbox={bbox}"));
        for feature in answer["features"].as_array().expect("features") {
            let geometry = &feature["geometry"];
            // "SHALL match all features that are not associated with a spatial geometry, too"
            if geometry["type"] == "Point" {
                let (x, y) = (geometry["coordinates"][0].as_f64(), geometry["coordinates"][1].as_f64());
                let (x, y) = (x.expect("longitude"), y.expect("latitude"));
                let within = if west <= east { west <= x && x <= east } else { x >= west || x <= east };
                assert!(within && south <= y && y <= north, "{feature}");
            }
        }
        let nowhere =
            answer["features"].as_array().expect("features").iter().filter(|f| f["geometry"].is_null());
        assert_eq!(nowhere.count(), 16, "{bbox}");
    }
    let sites = json("/collections/sites/items?bbox=-80,-5,-70,5");
    assert!(ids(&sites).len() > 20);
    assert_eq!(
        json("/collections/sites/items?bbox=-80,-5,0,-70,5,9000")["numberMatched"],
        sites["numberMatched"]
    );
}

#[test]
fn req_core_fc_limit_definition() {
    let limit = json("/api").pointer(PARAMETERS).expect("parameters")["limit"].clone();
    assert_eq!(
        (limit["style"].as_str(), &limit["explode"], &limit["required"]),
        (Some("form"), &false.into(), &false.into())
    );
    let schema = &limit["schema"];
    assert_eq!(schema["type"], "integer");
    assert_eq!(
        (schema["minimum"].as_u64(), schema["maximum"].as_u64(), schema["default"].as_u64()),
        (Some(1), Some(10_000), Some(1000))
    );
}

#[test]
fn req_core_fc_limit_response() {
    assert_eq!(ids(&json("/collections/sites/items?limit=1")).len(), 1);
    let clamped = json("/collections/sites/items?limit=99999999999999999999999");
    assert_eq!(ids(&clamped).len(), 248);
    assert!(links(&clamped, "self")[0]["href"].as_str().expect("an address").contains("limit=10000"));
}

#[test]
fn req_core_fc_time_definition() {
    let time = json("/api").pointer(PARAMETERS).expect("parameters")["datetime"].clone();
    assert_eq!((time["in"].as_str(), time["style"].as_str()), (Some("query"), Some("form")));
    assert_eq!(time["schema"]["type"], "string");
}

#[test]
fn req_core_query_param_invalid() {
    for query in [
        "limit=unlimited",
        "limit=0",
        "limit=-1",
        "offset=-1",
        "bbox=1,2,3",
        "bbox=a,b,c,d",
        "bbox=0,10,10,0",
        "bbox=nan,0,1,1",
        "datetime=yesterday",
        "datetime=2019-13-01",
        "datetime=2020-01-01/2019-01-01",
        "f=pdf",
        "lang=xx",
        "on=2019",
        "sortby=nothing",
        "properties=nothing",
        "status=gone",
        "source_count=few",
        "first_event=2019",
        "limit=1&limit=2",
    ] {
        let problem = refused(&format!("/collections/sites/items?{query}"));
        let (name, value) = query.rsplit('&').next().expect("a pair").split_once('=').expect("a pair");
        assert_eq!((problem["parameter"].as_str(), problem["value"].as_str()), (Some(name), Some(value)));
        assert!(problem["detail"].as_str().is_some_and(|d| !d.is_empty()));
    }
    assert_eq!(refused("/collections/sites/items?status=operatin")["nearest"][0], "operating");
    assert_eq!(refused("/collections/sites/items?sortby=nam")["nearest"][0], "name");
    assert!(
        refused("/collections/sites/items?bbox=1,2,3")["allowed"][0]
            .as_str()
            .is_some_and(|a| a.contains("west"))
    );
}

#[test]
fn req_core_query_param_unknown() {
    for path in [
        "",
        "/conformance",
        "/api",
        "/collections",
        "/collections/solar",
        "/collections/solar/schema",
        "/collections/solar/queryables",
        "/collections/solar/items",
    ] {
        let problem = refused(&format!("{path}?unknownQueryParameter12345=1"));
        assert_eq!(problem["parameter"], "unknownQueryParameter12345");
        assert!(problem["allowed"].as_array().is_some_and(|a| a.iter().any(|p| p == "f")));
    }
    assert_eq!(refused("/collections/sites/items?limt=1")["nearest"][0], "limit");
}

#[test]
fn identical_keys_may_be_repeated() {
    let once = json("/collections/sites/items?limit=2&status=operating");
    let twice = json("/collections/sites/items?limit=2&status=operating&limit=2&status=operating");
    assert_eq!(once, twice);
}

#[test]
fn req_core_f_op_and_f_success() {
    let listed = json("/collections/sites/items?limit=1")["features"][0].clone();
    let id = listed["id"].as_str().expect("an id");
    let reply = reply(&format!("/collections/sites/items/{id}"));
    assert_eq!(reply.header("content-type"), Some(GEOJSON));
    let item = reply.json();
    for member in ["type", "id", "geometry", "properties"] {
        assert_eq!(item[member], listed[member]);
    }
    let missing = crate::service::reply("/collections/sites/items/jujuy-seguro.san-salvado");
    assert_eq!((missing.status, &missing.json()["nearest"][0]), (404, &"jujuy-seguro.san-salvador".into()));
}

#[test]
fn req_core_f_links() {
    let item = json("/collections/sites/items/jujuy-seguro.san-salvador?properties=name");
    for rel in ["self", "alternate", "collection"] {
        let link = links(&item, rel)[0];
        assert_eq!(follow(link["href"].as_str().expect("an address")).status, 200, "{link}");
    }
    assert_eq!(links(&item, "self")[0]["type"], GEOJSON);
    assert_eq!(item["properties"].as_object().map(serde_json::Map::len), Some(1));
}

#[test]
fn req_html_every_resource_is_a_page_for_people() {
    for path in [
        "",
        "/conformance",
        "/api",
        "/collections",
        "/collections/solar",
        "/collections/solar/queryables",
        "/collections/solar/schema",
        "/collections/solar/items",
        "/collections/sites/items/jujuy-seguro.san-salvador",
    ] {
        let accept = [("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")];
        let page = get(Server::shared(), &format!("/ogc{path}"), &accept);
        assert_eq!(
            (page.status, page.header("content-type")),
            (200, Some("text/html; charset=utf-8")),
            "{path}"
        );
        assert!(page.header("content-security-policy").is_some_and(|p| p.contains("script-src 'self'")));
        assert!(page.header("vary").is_some_and(|v| v.contains("accept")), "{:?}", page.header("vary"));
        assert!(page.text().contains("<h1>") && !page.text().contains(" style="), "{path}");
    }
    let rows = reply("/collections/sites/items?f=html").text().matches("<tr>").count();
    assert_eq!(rows, 101, "a head and at most a hundred rows");
}

#[test]
fn a_feature_that_was_not_there_on_a_day_is_told_with_the_day() {
    let path = "/collections/projects/items/jujuy-seguro?on=1990-01-01";
    let problem = reply(path);
    assert_eq!(problem.status, 404, "{}", problem.text());
    let problem = problem.json();
    assert_eq!((&problem["parameter"], &problem["value"]), (&"on".into(), &"1990-01-01".into()));
    assert!(reply("/collections/projects/items/jujuy-secure?on=1990-01-01").json()["parameter"].is_null());
}

#[test]
fn anyone_may_read_answers_and_their_headers_from_another_site() {
    let reply = get(Server::shared(), "/ogc/collections/solar/items", &[("Origin", "https://a.example")]);
    assert_eq!(reply.header("access-control-allow-origin"), Some("*"));
    let exposed = reply.header("access-control-expose-headers").unwrap_or_default().to_lowercase();
    assert!(exposed.contains("etag") && exposed.contains("link"), "{exposed}");
    assert!(reply.header("cache-control").is_some());
}
