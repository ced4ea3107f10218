//! Queryables and schema: what they say is what is served.

use crate::service::{json, links, reply};

const SCHEMA: &str = "http://www.opengis.net/def/rel/ogc/1.0/schema";
const QUERYABLES: &str = "http://www.opengis.net/def/rel/ogc/1.0/queryables";

#[test]
fn every_collection_links_its_schema_and_its_queryables() {
    for collection in json("/collections")["collections"].as_array().expect("collections") {
        for rel in [SCHEMA, QUERYABLES] {
            let link = links(collection, rel)[0];
            assert_eq!(link["type"], "application/schema+json");
            let document = crate::service::follow(link["href"].as_str().expect("an address"));
            assert_eq!(document.header("content-type"), Some("application/schema+json"));
            let document = document.json();
            assert_eq!(document["$schema"], "https://json-schema.org/draft/2020-12/schema");
            assert_eq!(document["$id"], link["href"], "the schema is named by its own address");
            assert_eq!(document["type"], "object");
        }
    }
}

#[test]
fn what_is_returned_is_what_the_schema_says() {
    for id in ["solar", "sites", "projects", "nuclear"] {
        let schema = json(&format!("/collections/{id}/schema"));
        let properties = schema["properties"].as_object().expect("properties");
        assert_eq!(properties["geometry"]["x-ogc-role"], "primary-geometry");
        assert_eq!(properties["id"]["x-ogc-role"], "id");
        for feature in json(&format!("/collections/{id}/items"))["features"].as_array().expect("features") {
            let named = feature["properties"].as_object().expect("properties");
            assert!(named.keys().eq(properties.keys().filter(|k| *k != "geometry")));
            for (name, value) in named {
                let said = &properties[name];
                let fits = match said["type"].as_str().expect("a type") {
                    _ if value.is_null() => true,
                    "string" => value.is_string(),
                    "integer" => value.is_i64(),
                    "number" => value.is_number(),
                    "boolean" => value.is_boolean(),
                    other => panic!("{other}"),
                };
                assert!(fits, "{name}: {value} is no {said}");
                if said["format"] == "date" && !value.is_null() {
                    assert!(value.as_str().expect("a date").parse::<jiff::civil::Date>().is_ok());
                }
            }
        }
    }
}

#[test]
fn every_queryable_is_a_parameter_of_the_api_description() {
    let api = json("/api");
    for id in ["solar", "projects"] {
        let takes: Vec<String> = api["paths"][format!("/collections/{id}/items")]["get"]["parameters"]
            .as_array()
            .expect("parameters")
            .iter()
            .map(|p| {
                let pointer = p["$ref"].as_str().expect("a reference").trim_start_matches('#');
                api.pointer(pointer).expect("a parameter")["name"].as_str().expect("a name").to_owned()
            })
            .collect();
        for name in json(&format!("/collections/{id}/queryables"))["properties"]
            .as_object()
            .expect("properties")
            .keys()
        {
            assert!(name == "geometry" || takes.contains(name), "{name}");
        }
        for name in ["bbox", "datetime", "limit", "offset", "sortby", "properties", "on", "lang", "f"] {
            assert!(takes.iter().any(|t| t == name), "{name}");
        }
    }
}

#[test]
fn the_page_of_the_api_names_every_parameter_and_loads_nothing_from_elsewhere() {
    let page = reply("/api?f=html");
    for parameter in huella::query::PARAMETERS {
        assert!(page.text().contains(&format!("<h2>{}</h2>", parameter.name)), "{}", parameter.name);
    }
    assert!(!page.text().contains("src=\"http"));
}

#[test]
fn several_values_are_an_array_to_filters_and_a_text_in_features() {
    let properties = |last: &str| json(&format!("/collections/projects/{last}"))["properties"].clone();
    let (asked, served) = (properties("queryables"), properties("schema"));
    for name in ["country", "region", "vendors", "owners", "source_urls"] {
        assert_eq!(
            (&asked[name]["type"], &served[name]["type"]),
            (&"array".into(), &"string".into()),
            "{name}"
        );
        assert_eq!(asked[name]["items"]["type"], "string", "{name}");
    }
    assert_eq!(asked["name"]["type"], "string");
}
