//! CSL-JSON 1.0, which Zotero, Pandoc and citation processors read.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::Cited;
use crate::atlas::Atlas;

/// One item.
pub fn item(cited: &Cited) -> Value {
    let mut item = json!({
        "id": cited.key,
        "type": "dataset",
        "title": cited.title,
        "author": [{ "literal": cited.author }],
        "issued": date(cited.issued),
        "version": cited.version,
        "publisher": cited.publisher,
        "URL": cited.url,
        "language": cited.lang.tag(),
    });
    let known = [
        ("container-title", cited.container.as_ref().map(|title| json!(title))),
        ("DOI", cited.doi.as_ref().map(|doi| json!(doi))),
        ("accessed", cited.accessed.map(date)),
    ];
    for (name, value) in known {
        if let Some(value) = value {
            item[name] = value;
        }
    }
    item
}

/// A file with these items: CSL-JSON is always a list.
pub fn file(items: &[Value]) -> String {
    format!("{:#}\n", Value::from(items.to_vec()))
}

/// The bibliography of the record, as it is written there.
pub fn sources(atlas: &Atlas) -> String {
    let items: Vec<Value> =
        atlas.sources.values().filter_map(|source| serde_json::to_value(source).ok()).collect();
    file(&items)
}

fn date(day: Date) -> Value {
    json!({ "date-parts": [[day.year(), day.month(), day.day()]] })
}
