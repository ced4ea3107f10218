//! `…/schema` and `…/queryables`: JSON Schema of what is returned and of what may be asked for
//! (OGC 23-058r1 and OGC 19-079r2).

use serde_json::{Map, Value, json};

use super::Service;
use super::page::{Page, Part, Table};
use crate::collection::{Collection, Field, FieldType, Kind, Nested};

/// JSON Schema of one property.
pub fn property(field: &Field) -> Value {
    let mut schema = of_type(field.kind);
    if field.kind == FieldType::Json {
        schema = json!({"type": field.nested.types()});
    }
    let items = match field.nested {
        Nested::ListOf(items) => Some(of_type(items)),
        Nested::ListOfAny => Some(json!({"type": ["string", "number", "boolean"]})),
        _ => None,
    };
    describe(&mut schema, field);
    if let (Some(members), Some(items)) = (schema.as_object_mut(), items) {
        members.insert("items".to_owned(), items);
    }
    schema
}

/// JSON Schema of what `name=value` takes: of several values, one.
pub fn parameter(field: &Field) -> Value {
    let Some(items) = field.items() else { return property(field) };
    let mut schema = of_type(items);
    describe(&mut schema, field);
    schema
}

fn of_type(kind: FieldType) -> Value {
    match kind {
        FieldType::Text => json!({"type": "string"}),
        FieldType::Integer => json!({"type": "integer"}),
        FieldType::Number => json!({"type": "number"}),
        FieldType::Boolean => json!({"type": "boolean"}),
        FieldType::Date => json!({"type": "string", "format": "date"}),
        FieldType::DateTime => json!({"type": "string", "format": "date-time"}),
        FieldType::Json => json!({"type": Nested::Either.types()}),
    }
}

fn describe(schema: &mut Value, field: &Field) {
    if let Some(members) = schema.as_object_mut() {
        members.insert("title".to_owned(), field.title.as_str().into());
        if !field.description.is_empty() {
            members.insert("description".to_owned(), field.description.as_str().into());
        }
        if !field.codes.is_empty() {
            members.insert("enum".to_owned(), field.codes.iter().map(|(code, _)| code.as_str()).collect());
        }
    }
}

/// JSON Schema of one property as filters take it: several values, which are served in one text, are an array
/// there.
fn queryable(field: &Field) -> Value {
    let mut schema = property(field);
    let items = if field.list { Some(FieldType::Text) } else { field.items() };
    if let (Some(members), Some(items)) = (schema.as_object_mut(), items) {
        members.insert("type".to_owned(), "array".into());
        members.insert("items".to_owned(), of_type(items));
    }
    schema
}

fn document(
    service: &Service,
    collection: &Collection,
    address: &str,
    mut properties: Map<String, Value>,
    geometry_name: &str,
) -> Value {
    let geometry = json!({
        "title": "Geometry",
        "x-ogc-role": "primary-geometry",
        "format": collection.schema.geometry.format(),
    });
    properties.insert(geometry_name.to_owned(), geometry);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": service.href(address),
        "type": "object",
        "title": collection.about.title.get(service.lang()),
        "description": collection.about.description.get(service.lang()),
        "properties": properties,
        "additionalProperties": false,
    })
}

/// What is returned, with the roles of Part 5, as JSON.
pub fn json(service: &Service, collection: &Collection) -> Value {
    let mut properties = Map::new();
    for (at, field) in collection.schema.fields.iter().enumerate() {
        let mut schema = property(field);
        if let Some(members) = schema.as_object_mut() {
            members.insert("x-ogc-propertySeq".to_owned(), (at + 1).into());
            if let Some(role) = role(collection, field) {
                members.insert("x-ogc-role".to_owned(), role.into());
            }
        }
        properties.insert(field.name.clone(), schema);
    }
    let address = service.links.collection(collection.id()).schema();
    document(service, collection, &address, properties, collection.schema.geometry_name())
}

/// What may be asked for, as JSON.
pub fn queryables_json(service: &Service, collection: &Collection) -> Value {
    let fields = collection.schema.queryables().map(|f| (f.name.clone(), queryable(f))).collect();
    let address = service.links.collection(collection.id()).queryables();
    document(service, collection, &address, fields, collection.schema.geometry_name())
}

fn role(collection: &Collection, field: &Field) -> Option<&'static str> {
    match (&collection.about.kind, field.name.as_str()) {
        (Kind::Own, name) if collection.schema.time.as_deref() == Some(name) => Some("primary-instant"),
        (Kind::Own, _) => None,
        (_, "id") => Some("id"),
        _ => None,
    }
}

/// What is returned, as a page: the dictionary of columns.
pub fn html(service: &Service, collection: &Collection) -> Result<String, askama::Error> {
    let address = service.links.collection(collection.id()).schema();
    page(service, collection, "Columns", &address, &mut collection.schema.fields.iter())
}

/// What may be asked for, as a page.
pub fn queryables_html(service: &Service, collection: &Collection) -> Result<String, askama::Error> {
    let address = service.links.collection(collection.id()).queryables();
    page(service, collection, "What may be asked for", &address, &mut collection.schema.queryables())
}

fn page(
    service: &Service,
    collection: &Collection,
    heading: &str,
    address: &str,
    fields: &mut dyn Iterator<Item = &Field>,
) -> Result<String, askama::Error> {
    let title = collection.about.title.get(service.lang());
    let rows = fields.map(|field| {
        let codes: Vec<&str> = field.codes.iter().map(|(code, _)| code.as_str()).collect();
        vec![
            Part::code(&field.name),
            Part::plain(type_name(field)),
            Part::plain(&match codes.is_empty() {
                true => field.description.clone(),
                false => format!("{} One of: {}.", field.description, codes.join(", ")),
            }),
        ]
    });
    let table = Table { head: ["Name", "Type", "Meaning"].map(str::to_owned).to_vec(), rows: rows.collect() };
    Page::new(service, heading, address)
        .crumb(service.links.collections(), "Collections")
        .crumb(service.links.collection(collection.id()).own(), title)
        .part(Part::Table(table))
        .finish()
}

fn type_name(field: &Field) -> &'static str {
    match field.items() {
        Some(FieldType::Integer) => return "list of whole numbers",
        Some(FieldType::Number) => return "list of numbers",
        Some(FieldType::Boolean) => return "list of true or false",
        Some(_) => return "list of texts",
        None => {}
    }
    match field.kind {
        FieldType::Text => "text",
        FieldType::Integer => "whole number",
        FieldType::Number => "number",
        FieldType::Date => "date",
        FieldType::DateTime => "moment",
        FieldType::Boolean => "true or false",
        FieldType::Json => "list or object",
    }
}
