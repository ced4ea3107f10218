//! The record as a Data Package: its tables as CSV, what their columns mean and how they belong together.

mod describe;
mod readme;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{Format, Unwritten, csv};
use crate::collection::tables::TABLES;
use crate::collection::{Catalogue, Field};

/// One table of the package.
pub struct Resource {
    /// Stem of its file.
    pub id: String,
    /// A few words for people.
    pub title: String,
    /// What a row is.
    pub description: String,
    /// Its columns.
    pub fields: Vec<Field>,
    /// The column whose values differ in every row.
    pub key: Option<&'static str>,
    /// Columns that name rows of other tables, or of the table itself.
    pub references: Vec<(&'static str, &'static str)>,
    /// How many rows it has.
    pub rows: usize,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Every table: the flat files of projects and sites, then those in normal form.
pub fn resources(catalogue: &Catalogue) -> Result<Vec<Resource>, Unwritten> {
    let flat: [(&str, &[(&'static str, &'static str)]); 2] =
        [("projects", &[]), ("sites", &[("project", "projects")])];
    let mut all = Vec::new();
    for (id, references) in flat {
        let Some(collection) = catalogue.collection(id) else { continue };
        all.push(Resource {
            id: id.to_owned(),
            title: collection.about.title.en.clone(),
            description: collection.about.description.en.clone(),
            fields: csv::fields(collection),
            key: Some("id"),
            references: references.to_vec(),
            rows: collection.len(),
            bytes: csv::Csv.file(collection)?.to_vec(),
        });
    }
    for (_, make) in &TABLES {
        let table = make(&catalogue.atlas);
        all.push(Resource {
            id: table.id.to_owned(),
            title: table.title.to_owned(),
            description: table.description.to_owned(),
            rows: table.len(),
            bytes: csv::table(&table),
            fields: table.fields,
            key: table.key,
            references: table.references,
        });
    }
    Ok(all)
}

/// `datapackage.json` (Data Package 2.0).
pub fn json(catalogue: &Catalogue) -> Result<Vec<u8>, Unwritten> {
    let mut text = describe::package(&catalogue.atlas, &resources(catalogue)?);
    text.push('\n');
    Ok(text.into_bytes())
}

/// What makes a frozen edition one that stands alone: README.md, LICENSE and datapackage.json.
pub fn of_edition(catalogue: &Catalogue) -> Result<[(&'static str, Vec<u8>); 3], Unwritten> {
    let atlas = &catalogue.atlas;
    Ok([
        ("README.md", readme::edition(atlas, &resources(catalogue)?).into_bytes()),
        ("LICENSE", readme::licence(atlas).into_bytes()),
        ("datapackage.json", json(catalogue)?),
    ])
}

/// `tables.zip`: the tables, their description and a text that says how to read and count them.
pub fn zip(catalogue: &Catalogue) -> Result<Vec<u8>, Unwritten> {
    let resources = resources(catalogue)?;
    let failed = Unwritten::of("zip");
    let day = catalogue.atlas.today();
    // The edition's day, so that the same edition always gives the same bytes.
    let day = DateTime::from_date_and_time(day.year() as u16, day.month() as u8, day.day() as u8, 0, 0, 0);
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(day.unwrap_or_default())
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, bytes: &[u8]| -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        writer.start_file(name, options)?;
        Ok(writer.write_all(bytes)?)
    };
    put("README.md", readme::tables(&catalogue.atlas, &resources).as_bytes()).map_err(&failed)?;
    let mut package = describe::package(&catalogue.atlas, &resources);
    package.push('\n');
    put("datapackage.json", package.as_bytes()).map_err(&failed)?;
    for resource in &resources {
        put(&format!("{}.csv", resource.id), &resource.bytes).map_err(&failed)?;
    }
    writer.finish().map(Cursor::into_inner).map_err(Unwritten::of("zip"))
}
