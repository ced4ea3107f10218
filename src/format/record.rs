//! `record.json` and `record.gpkg`: the whole record in one file.

use serde_json::json;

use super::geopackage::Package;
use super::{Rows, Unwritten};
use crate::atlas::Atlas;
use crate::atlas::project::ProjectFile;
use crate::collection::tables::TABLES;
use crate::collection::{Catalogue, Kind};

/// The files of the record in one, each under its own name; nothing is left out or derived.
pub fn json(atlas: &Atlas) -> Vec<u8> {
    let projects: Vec<ProjectFile> = atlas.projects.iter().cloned().map(ProjectFile::from).collect();
    let record = json!({
        "atlas": atlas.about,
        "layers": atlas.layers,
        "vocabulary": atlas.vocabulary,
        "organisations": atlas.organisations.values().collect::<Vec<_>>(),
        "sources": atlas.sources.values().collect::<Vec<_>>(),
        "projects": projects,
        "corrections": atlas.corrections,
        "withdrawn": atlas.withdrawn,
    });
    let mut text = record.to_string();
    text.push('\n');
    text.into_bytes()
}

/// Every layer of the record with its tree, and every table.
pub fn geopackage(catalogue: &Catalogue) -> Result<Vec<u8>, Unwritten> {
    let package = Package::new()?;
    for collection in catalogue.collections.iter().filter(|c| c.about.kind != Kind::Own) {
        package.features(&Rows::all(collection))?;
    }
    if let Some(sites) = catalogue.collection("sites") {
        for (_, make) in &TABLES {
            package.attributes(&make(&catalogue.atlas), &sites.about)?;
        }
    }
    package.finish()
}
