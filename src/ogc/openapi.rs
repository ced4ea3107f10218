//! `/ogc/api`: the API description, OpenAPI 3.0.3, made from the table of parameters and the schemas.
//!
//! Clients and validators read it strictly: the server's address is absolute and has no slash at its
//! end, paths are relative to it, and each collection has its own paths, because each has its own
//! properties to ask for.

use serde_json::{Map, Value, json};

use super::openapi_parts::{component_name, operation, parameters, property_parameters, responses};
use super::{HTML, JSON, OPENAPI_JSON, SCHEMA_JSON, Service, tiles};
use crate::collection::Collection;
use crate::credit::licence_address;
use crate::format;
use crate::query::Resource;

/// The document.
pub fn json(service: &Service) -> Value {
    let atlas = &service.catalogue.atlas;
    let about = &atlas.about;
    let mut info = json!({
        "title": about.title.get(service.lang()),
        "description": format!(
            "Layers of the atlas as OGC API - Features and Tiles; {}, {}.", atlas.state(), about.licence
        ),
        "version": atlas.version(),
    });
    if let Some(info) = info.as_object_mut() {
        info.insert("license".to_owned(), licence(&about.licence));
    }
    json!({
        "openapi": "3.0.3",
        "info": info,
        "servers": [{"url": service.href(&service.links.ogc())}],
        "tags": [
            {"name": "Service", "description": "What is served, and how to ask"},
            {"name": "Data", "description": "Collections and their features"},
        ],
        "paths": paths(service),
        "components": components(service),
    })
}

fn licence(spdx: &str) -> Value {
    match licence_address(spdx) {
        Some(url) => json!({"name": spdx, "url": url}),
        None => json!({"name": spdx}),
    }
}

fn paths(service: &Service) -> Map<String, Value> {
    let plain = |resource, id: &str, summary: &str, json: &str| json!({"get": operation("Service", id, summary, parameters(resource, None), &[json, HTML])});
    let mut paths = Map::new();
    let links = service.links;
    let mut put = |address: &str, value: Value| {
        paths.insert(links.below_ogc(address).to_owned(), value);
    };
    put("/", plain(Resource::Landing, "landing", "Where to begin", JSON));
    put(&links.api(), plain(Resource::Api, "api", "This description", OPENAPI_JSON));
    put(
        &links.conformance(),
        plain(Resource::Conformance, "conformance", "Conformance classes that are kept", JSON),
    );
    put(&links.collections(), plain(Resource::Collections, "collections", "All collections", JSON));
    for (address, value) in tiles::openapi::sets(service) {
        put(&address, value);
    }
    for collection in &service.catalogue.collections {
        for (address, value) in of_collection(service, collection) {
            put(&address, value);
        }
        for (address, value) in tiles::openapi::of_collection(service, collection) {
            put(&address, value);
        }
    }
    paths
}

fn of_collection(service: &Service, collection: &Collection) -> Vec<(String, Value)> {
    let id = collection.id();
    let of = service.links.collection(id);
    let title = collection.about.title.get(service.lang());
    let get = |resource, name: &str, summary: &str, types: &[&str], more: Vec<Value>| {
        let mut all = parameters(resource, Some(collection));
        all.extend(more);
        json!({"get": operation("Data", &format!("{name}-{id}"), &format!("{title}: {summary}"), all, types)})
    };
    let features: Vec<&str> = format::paged().map(|f| f.media_type()).chain([HTML]).collect();
    let feature_id = json!({
        "name": "featureId", "in": "path", "required": true,
        "description": "The id of a feature", "schema": {"type": "string"},
    });
    vec![
        (of.own(), get(Resource::Collection, "collection", "what it is", &[JSON, HTML], Vec::new())),
        (
            of.queryables(),
            get(
                Resource::Queryables,
                "queryables",
                "what may be asked for",
                &[SCHEMA_JSON, HTML],
                Vec::new(),
            ),
        ),
        (of.schema(), get(Resource::Schema, "schema", "what is returned", &[SCHEMA_JSON, HTML], Vec::new())),
        (of.items(), get(Resource::Items, "items", "features", &features, property_parameters(collection))),
        (of.any_item("featureId"), get(Resource::Item, "item", "one feature", &features, vec![feature_id])),
    ]
}

fn components(service: &Service) -> Value {
    let mut all = Map::new();
    for resource in [Resource::Landing, Resource::Items, Resource::Item, Resource::TileSet, Resource::Tile] {
        for (name, parameter) in super::openapi_parts::definitions(resource) {
            all.insert(name, parameter);
        }
    }
    all.extend(tiles::openapi::address_parts());
    for collection in &service.catalogue.collections {
        for field in collection.schema.queryables() {
            let schema = super::schema::parameter(field);
            let name = component_name(collection, field);
            all.entry(name).or_insert_with(|| {
                json!({
                    "name": field.name, "in": "query", "required": false, "style": "form", "explode": false,
                    "description": format!("Only features with this value. {}", field.description),
                    "schema": schema,
                })
            });
        }
    }
    json!({"parameters": all, "responses": responses()})
}
