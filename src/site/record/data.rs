//! The record as data: everything the pages tell, with each source written out.

use serde::ser::Error;
use serde_json::{Map, Result, Value, json as object};

use crate::atlas::project::ProjectFile;
use crate::atlas::{Atlas, Project, Source};

/// The full record with status and sources resolved. Keys stand in one fixed order.
pub fn json(atlas: &Atlas, project: &Project) -> Result<Value> {
    let mut record = as_object(serde_json::to_value(project)?)?;
    let standing = atlas.status_on(project, atlas.today());
    let file = as_object(serde_json::to_value(ProjectFile::from(project.clone()))?)?;
    record.insert("entry".to_owned(), object!(project.entry.id()));
    record.insert("status".to_owned(), object!(standing.as_ref().map(|s| &s.status)));
    record.insert("status_since".to_owned(), object!(standing.as_ref().map(|s| s.since)));
    record.insert("sites".to_owned(), file.get("features").cloned().unwrap_or_default());
    let organisations: Map<String, Value> = {
        let mut ids: Vec<&str> = project.actors.iter().map(|a| a.organisation.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        let known = ids.into_iter().filter_map(|id| atlas.organisations.get(id));
        known.map(|o| Ok((o.id.clone(), serde_json::to_value(o)?))).collect::<Result<_>>()?
    };
    record.insert("organisations".to_owned(), Value::Object(organisations));
    record.insert("source_list".to_owned(), object!(cited(atlas, project)));
    record.insert("edition".to_owned(), object!(atlas.version()));
    record.insert("licence".to_owned(), object!(atlas.about.licence));
    Ok(Value::Object(record))
}

/// The project's file as it stands in the record (RFC 7946), with edition and licence.
pub fn geojson(atlas: &Atlas, project: &Project) -> Result<Value> {
    let mut file = as_object(serde_json::to_value(ProjectFile::from(project.clone()))?)?;
    file.insert("edition".to_owned(), object!(atlas.version()));
    file.insert("licence".to_owned(), object!(atlas.about.licence));
    Ok(Value::Object(file))
}

fn cited<'a>(atlas: &'a Atlas, project: &'a Project) -> Vec<&'a Source> {
    project.all_source_ids().into_iter().filter_map(|id| atlas.sources.get(id)).collect()
}

fn as_object(value: Value) -> Result<Map<String, Value>> {
    match value {
        Value::Object(map) => Ok(map),
        _ => Err(serde_json::Error::custom("a record is an object")),
    }
}
