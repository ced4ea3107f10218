//! The same tileset as TileJSON 3.0, which MapLibre and others read.

use serde_json::{Map, Value, json};

use super::{address, told};
use crate::collection::{Collection, FieldType};
use crate::format::mvt::{count_name, id_name};
use crate::ogc::Service;
use crate::query::tile::{DEEPEST, Tile};

/// Its media type; it has none of its own.
pub const TILEJSON: &str = "application/json";

/// The document.
pub fn json(service: &Service, collection: &Collection) -> Value {
    let about = &collection.about;
    let tile = address(service, collection, ["z", "y", "x"]);
    let mut document = json!({
        "tilejson": "3.0.0",
        "name": about.title.get(service.lang()),
        "description": format!("{} {}", about.description.get(service.lang()), told(collection)),
        "scheme": "xyz",
        "tiles": [tile],
        "minzoom": 0,
        "maxzoom": DEEPEST,
        "vector_layers": [{
            "id": collection.id(),
            "description": about.description.get(service.lang()),
            "minzoom": 0,
            "maxzoom": DEEPEST,
            "fields": fields(collection),
        }],
    });
    let world = Tile::default().area();
    let known = [
        (
            "bounds",
            collection.extent().map(|[west, south, east, north]| {
                json!([west, south.clamp(world[1], world[3]), east, north.clamp(world[1], world[3])])
            }),
        ),
        ("attribution", about.attribution.as_deref().map(Value::from)),
    ];
    if let Some(members) = document.as_object_mut() {
        members.extend(known.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    }
    document
}

/// A sentence each (TileJSON 3.0, 3.3.2).
fn fields(collection: &Collection) -> Map<String, Value> {
    let id_name = id_name(collection);
    let mut fields = Map::new();
    fields.insert(id_name.clone(), "String. The id of the feature.".into());
    for field in collection.schema.fields.iter().filter(|f| f.name != id_name) {
        let kind = match field.kind {
            FieldType::Text => "String",
            FieldType::Integer | FieldType::Number => "Number",
            FieldType::Boolean => "Boolean",
            FieldType::Date => "String, a date",
            FieldType::DateTime => "String, a moment",
            FieldType::Json => "String, JSON",
        };
        let about = if field.description.is_empty() { &field.title } else { &field.description };
        fields.insert(field.name.clone(), format!("{kind}. {about}").into());
    }
    let count = "Number. How many features this one stands for; absent where it stands for itself.";
    fields.insert(count_name(collection), count.into());
    fields
}
