//! `filter` over HTTP: OGC API - Features - Part 3 (OGC 19-079r2), a test for each requirement that concerns it,
//! named by its id.

use crate::server::Server;
use crate::service::{follow, ids, json, links, refused};
use crate::wire::get;

const PARAMETERS: &str = "/components/parameters";

#[test]
fn req_filter_filter_param() {
    let api = json("/api");
    let filter = &api.pointer(PARAMETERS).expect("parameters")["filter"];
    assert_eq!((filter["in"].as_str(), filter["schema"]["type"].as_str()), (Some("query"), Some("string")));
    let items = api["paths"]["/collections/solar/items"]["get"]["parameters"].to_string();
    for name in ["filter", "filter-lang", "filter-crs"] {
        assert!(items.contains(&format!("{PARAMETERS}/{name}\"")), "{name}");
    }
    assert_eq!(refused("/collections?filter=TRUE")["parameter"], "filter");
}

#[test]
fn req_filter_filter_lang_param() {
    let api = json("/api");
    let schema = &api.pointer(PARAMETERS).expect("parameters")["filter-lang"]["schema"];
    assert_eq!(schema["enum"], serde_json::json!(["cql2-text", "cql2-json"]));
    assert_eq!(schema["default"], "cql2-text");
    let text = json("/collections/sites/items?filter=status='operating'");
    let same = json("/collections/sites/items?filter-lang=cql2-text&filter=status='operating'");
    let other = json(
        "/collections/sites/items?filter=%7B%22op%22:%22=%22,%22args%22:[%7B%22property%22:%22status%22%7D,%22operating%22]%7D&filter-lang=cql2-json",
    );
    assert_eq!(ids(&text), ids(&json("/collections/sites/items?status=operating")));
    assert_eq!((ids(&text), ids(&text)), (ids(&same), ids(&other)));
    let wrong = refused("/collections/sites/items?filter-lang=cql2-txt&filter=TRUE");
    assert_eq!((&wrong["nearest"][0], &wrong["allowed"][1]), (&"cql2-text".into(), &"cql2-json".into()));
}

#[test]
fn req_filter_filter_crs_wgs84() {
    let crs = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    let filter = "S_INTERSECTS(geometry,BBOX(-70,-30,-60,-20))";
    let with = json(&format!("/collections/sites/items?filter={filter}&filter-crs={crs}"));
    let without = json(&format!("/collections/sites/items?filter={filter}"));
    assert_eq!(ids(&with), ids(&without));
    assert!(!ids(&with).is_empty());
    assert_eq!(
        refused(&format!("/collections/sites/items?filter={filter}&filter-crs=urn:none"))["parameter"],
        "filter-crs"
    );
}

#[test]
fn req_filter_mixing_expressions() {
    let answer = json(
        "/collections/sites/items?filter=S_INTERSECTS(geometry,BBOX(-80,-40,-50,0))%20AND%20source_count%3E3&status=operating&datetime=2015-01-01/..&bbox=-70,-56,-50,0&sortby=-name",
    );
    let expected = json(
        "/collections/sites/items?filter=S_INTERSECTS(geometry,BBOX(-70,-40,-50,0))%20AND%20source_count%3E3%20AND%20status='operating'&datetime=2015-01-01/..&sortby=-name",
    );
    assert!(!ids(&answer).is_empty());
    assert_eq!(ids(&answer), ids(&expected));
}

#[test]
fn req_filter_response_links_keep_the_filter() {
    let filter = "CASEI(name)%20LIKE%20'%25o%25'%20AND%20NOT%20status='cancelled'";
    let whole = ids(&json(&format!("/collections/sites/items?limit=1000&filter={filter}")));
    assert!(whole.len() > 40);
    let mut page = json(&format!("/collections/sites/items?limit=17&sortby=id&filter={filter}"));
    let mut found = ids(&page);
    while let Some(next) = links(&page, "next").first() {
        page = follow(next["href"].as_str().expect("an address")).json();
        found.extend(ids(&page));
    }
    let before = follow(links(&page, "prev")[0]["href"].as_str().expect("an address")).json();
    assert_eq!(before["numberMatched"], page["numberMatched"]);
    let own = follow(links(&page, "self")[0]["href"].as_str().expect("an address")).json();
    assert_eq!(ids(&own), ids(&page));
    let mut sorted = whole;
    sorted.sort_unstable();
    assert_eq!(found, sorted);
    for alternate in links(&page, "alternate") {
        let other = follow(alternate["href"].as_str().expect("an address"));
        let kind = other.header("content-type").unwrap_or_default();
        assert!(
            other.status == 200 && kind.starts_with(alternate["type"].as_str().expect("a type")),
            "{alternate}"
        );
    }
}

#[test]
fn req_queryables_response_lists_what_filters_reach() {
    for collection in ["sites", "projects", "solar"] {
        let queryables = json(&format!("/collections/{collection}/queryables"));
        let properties = queryables["properties"].as_object().expect("properties");
        for (name, schema) in properties {
            let geometry = schema["x-ogc-role"] == "primary-geometry";
            let filter = if geometry {
                format!("S_INTERSECTS({name},POINT(0%200))")
            } else {
                format!("{name}%20IS%20NULL")
            };
            json(&format!("/collections/{collection}/items?limit=1&filter={filter}"));
        }
    }
}

#[test]
fn conf_classes_are_declared_in_the_words_of_the_standard_and_of_qgis() {
    let classes = json("/conformance")["conformsTo"].clone();
    let declared = |class: &str| classes.as_array().expect("classes").iter().any(|c| c == class);
    for class in ["queryables", "filter", "features-filter"] {
        assert!(
            declared(&format!("http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/{class}")),
            "{class}"
        );
    }
    for class in [
        "cql2-text",
        "cql2-json",
        "basic-cql2",
        "advanced-comparison-operators",
        "case-insensitive-comparison",
        "accent-insensitive-comparison",
        "basic-spatial-functions",
        "basic-spatial-functions-plus",
        "basic-spatial-operators",
        "spatial-functions",
        "temporal-functions",
        "array-functions",
        "property-property",
        "arithmetic",
    ] {
        assert!(declared(&format!("http://www.opengis.net/spec/cql2/1.0/conf/{class}")), "{class}");
    }
}

#[test]
fn a_filter_reaches_other_days_and_languages_and_is_part_of_the_tag() {
    let now = json("/collections/sites/items?filter=status='operating'");
    let then = json("/collections/sites/items?filter=status='operating'&on=2015-01-01");
    assert_eq!(ids(&then), ids(&json("/collections/sites/items?status=operating&on=2015-01-01")));
    assert_ne!(ids(&now), ids(&then));
    let tag = |query: &str| {
        let reply = get(Server::shared(), &format!("/ogc/collections/sites/items?{query}"), &[]);
        reply.header("etag").expect("an ETag").to_owned()
    };
    assert_eq!(tag("filter=status%3D'operating'"), tag("filter=(status%20%20=%20'operating')"));
    assert_ne!(tag("filter=status='operating'"), tag("filter=status='closed'"));
}
