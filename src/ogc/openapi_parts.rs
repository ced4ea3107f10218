//! Pieces of the API description.

use serde_json::{Map, Value, json};

use crate::collection::{Collection, Field, Kind};
use crate::format;
use crate::query::{PARAMETERS, Parameter, Resource, params};

/// Names under which the values of `f` differ: features come in more forms than the rest, tiles in one.
fn key(parameter: &Parameter, resource: Resource) -> String {
    match (parameter.name, resource) {
        ("f", Resource::Items | Resource::Item) => "f-features".to_owned(),
        ("f", Resource::TileSet) => "f-tileset".to_owned(),
        ("f", Resource::Tile) => "f-tile".to_owned(),
        (name, _) => name.to_owned(),
    }
}

/// The values of `f` for a resource.
pub fn forms(resource: Resource) -> Vec<&'static str> {
    match resource {
        Resource::Items | Resource::Item => {
            let names =
                format::paged().flat_map(|f| [f.name()].into_iter().chain(f.other_names().iter().copied()));
            names.chain(["html"]).collect()
        }
        Resource::TileSet => vec!["json", "tilejson", "html"],
        Resource::Tile => vec!["mvt", "pbf"],
        _ => vec!["json", "html"],
    }
}

/// The parameters of a resource, by name under `components`.
pub fn definitions(resource: Resource) -> Vec<(String, Value)> {
    let all = PARAMETERS.iter().filter(|p| p.applies(resource, None));
    all.map(|p| (key(p, resource), definition(p, resource))).collect()
}

fn definition(parameter: &Parameter, resource: Resource) -> Value {
    let mut schema = (parameter.schema)();
    if let (Some(schema), "f") = (schema.as_object_mut(), parameter.name) {
        schema.insert("enum".to_owned(), json!(forms(resource)));
    }
    json!({
        "name": parameter.name, "in": "query", "required": false, "style": "form", "explode": false,
        "description": parameter.description, "schema": schema,
    })
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/parameters/{name}")})
}

/// References to the parameters of a resource.
pub fn parameters(resource: Resource, collection: Option<&Collection>) -> Vec<Value> {
    let all = PARAMETERS.iter().filter(|p| p.applies(resource, collection));
    all.map(|p| reference(&key(p, resource))).collect()
}

/// References to the properties that may be asked for as `name=value`.
pub fn property_parameters(collection: &Collection) -> Vec<Value> {
    let fields = collection.schema.queryables().filter(|f| params::parameter(&f.name).is_none());
    fields.map(|f| reference(&component_name(collection, f))).collect()
}

/// The name of a property under `components`: layers share theirs, and one's own names may hold
/// characters that are not allowed there.
pub fn component_name(collection: &Collection, field: &Field) -> String {
    match collection.about.kind {
        Kind::Layer | Kind::Sites => format!("site.{}", field.name),
        Kind::Projects => format!("project.{}", field.name),
        Kind::Own => {
            let at = collection.schema.position(&field.name).unwrap_or_default();
            format!("{}.{at}", collection.id())
        }
    }
}

/// A GET.
pub fn operation(tag: &str, id: &str, summary: &str, parameters: Vec<Value>, types: &[&str]) -> Value {
    let content: Map<String, Value> =
        types.iter().map(|t| ((*t).to_owned(), json!({"schema": schema_of(t)}))).collect();
    json!({
        "tags": [tag],
        "operationId": id,
        "summary": summary,
        "parameters": parameters,
        "responses": {
            "200": {"description": "The answer", "content": content},
            "304": {"description": "What the client holds, by its ETag, is still right"},
            "400": {"$ref": "#/components/responses/BadRequest"},
            "404": {"$ref": "#/components/responses/NotFound"},
            "406": {"$ref": "#/components/responses/NotAcceptable"},
        },
    })
}

fn schema_of(media_type: &str) -> Value {
    match media_type {
        text if text.starts_with("text/") || text.ends_with("xml") => json!({"type": "string"}),
        json if json.contains("json") && !json.ends_with("seq") => json!({"type": "object"}),
        _ => json!({"type": "string", "format": "binary"}),
    }
}

/// What goes wrong, as RFC 9457 tells it.
pub fn responses() -> Value {
    let problem = |about: &str| {
        json!({"description": about, "content": {"application/problem+json": {"schema": {
            "type": "object",
            "required": ["title", "status", "detail"],
            "properties": {
                "type": {"type": "string"},
                "title": {"type": "string"},
                "status": {"type": "integer"},
                "detail": {"type": "string"},
                "parameter": {"type": "string", "description": "The parameter at fault"},
                "value": {"type": "string", "description": "What was given"},
                "allowed": {"type": "array", "items": {"type": "string"}, "description": "What may stand there"},
                "nearest": {"type": "array", "items": {"type": "string"}, "description": "What may have been meant"},
            },
        }}}})
    };
    json!({
        "BadRequest": problem("A parameter or its value is not known"),
        "NotFound": problem("There is nothing at this address"),
        "NotAcceptable": problem("There is no form that the client accepts"),
    })
}
