//! `datapackage.json` (Data Package 2.0, Table Schema 2.0).

use serde_json::{Map, Value, json};

use super::Resource;
use crate::atlas::Atlas;
use crate::collection::{Field, FieldType};
use crate::credit;
use crate::editions::sums::sha256;

/// The description of all tables, as text.
pub fn package(atlas: &Atlas, resources: &[Resource]) -> String {
    let about = &atlas.about;
    let mut sources =
        vec![json!({"title": "Every source of the record, with its address", "path": "sources.csv"})];
    sources.extend(
        credit::POSITIONS.iter().map(
            |credit| json!({"title": format!("{}: {}", credit.named(), credit.what), "path": credit.href}),
        ),
    );
    let mut package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": about.short_title.to_lowercase(),
        "title": about.title.en,
        "version": atlas.version(),
        "created": format!("{}T00:00:00Z", about.edition.day()),
        "licenses": [licence(&about.licence)],
        "contributors": [{"title": about.publisher, "roles": ["publisher"]}],
        "sources": sources,
        "resources": resources.iter().map(resource).collect::<Vec<Value>>(),
    });
    if let (Some(home), Some(members)) = (&about.home, package.as_object_mut()) {
        members.insert("homepage".to_owned(), home.as_str().into());
    }
    format!("{package:#}")
}

fn licence(spdx: &str) -> Value {
    json!({"name": spdx, "path": credit::licence_address(spdx)})
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
