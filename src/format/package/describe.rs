//! `datapackage.json` (Data Package 2.0, Table Schema 2.0).

use serde_json::{Map, Value, json};

use super::Resource;
use crate::atlas::AtlasFile;
use crate::collection::{Field, FieldType};
use crate::editions::sums::sha256;

/// The description of all tables, as text.
pub fn package(about: &AtlasFile, resources: &[Resource]) -> String {
    let mut package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": about.short_title.to_lowercase(),
        "title": about.title.en,
        "version": about.edition,
        "created": format!("{}T00:00:00Z", about.edition.day()),
        "licenses": [licence(&about.licence)],
        "contributors": [{"title": about.publisher, "roles": ["publisher"]}],
        "sources": [
            {"title": "Every source of the record, with its address", "path": "sources.csv"},
            {"title": "GeoNames, positions of towns (CC-BY-4.0)", "path": "https://www.geonames.org/"},
        ],
        "resources": resources.iter().map(resource).collect::<Vec<Value>>(),
    });
    if let (Some(home), Some(members)) = (&about.home, package.as_object_mut()) {
        members.insert("homepage".to_owned(), home.as_str().into());
    }
    format!("{package:#}")
}

fn licence(spdx: &str) -> Value {
    json!({"name": spdx, "path": format!("https://spdx.org/licenses/{spdx}.html")})
}

fn resource(resource: &Resource) -> Value {
    json!({
        "name": resource.id,
        "type": "table",
        "path": format!("{}.csv", resource.id),
        "title": resource.title,
        "description": resource.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": resource.bytes.len(),
        "hash": format!("sha256:{}", sha256(&resource.bytes)),
        "schema": schema(resource),
    })
}

fn schema(resource: &Resource) -> Value {
    let mut schema = Map::new();
    let fields: Vec<Value> =
        resource.fields.iter().map(|f| field(f, resource.key == Some(&f.name))).collect();
    schema.insert("fields".to_owned(), fields.into());
    schema.insert("missingValues".to_owned(), json!([""]));
    if let Some(key) = resource.key {
        schema.insert("primaryKey".to_owned(), json!([key]));
    }
    if !resource.references.is_empty() {
        let keys = resource.references.iter().map(|(column, table)| {
            // A table that refers to itself is not named (Table Schema 2.0, foreignKeys).
            let to = match *table == resource.id {
                true => json!({"fields": ["id"]}),
                false => json!({"resource": table, "fields": ["id"]}),
            };
            json!({"fields": [column], "reference": to})
        });
        schema.insert("foreignKeys".to_owned(), keys.collect());
    }
    Value::Object(schema)
}

fn field(field: &Field, key: bool) -> Value {
    let kind = match field.kind {
        FieldType::Text => "string",
        FieldType::Integer => "integer",
        FieldType::Number => "number",
        FieldType::Date => "date",
        FieldType::DateTime => "datetime",
        FieldType::Boolean => "boolean",
        FieldType::Json => "any",
    };
    let mut told =
        json!({"name": field.name, "type": kind, "title": field.title, "description": field.description});
    let mut constraints = Map::new();
    if key {
        constraints.extend([("required".to_owned(), true.into()), ("unique".to_owned(), true.into())]);
    }
    if !field.codes.is_empty() {
        let codes: Vec<&str> = field.codes.iter().map(|(code, _)| code.as_str()).collect();
        constraints.insert("enum".to_owned(), codes.into());
    }
    if let (false, Some(members)) = (constraints.is_empty(), told.as_object_mut()) {
        members.insert("constraints".to_owned(), constraints.into());
    }
    told
}
