//! The files, as the data page offers them.

use crate::collection::Catalogue;
use crate::collection::tables::TABLES;
use crate::format::{FORMATS, Format};
use crate::site::frame::Context;
use crate::site::sign::{self, Svg};
use crate::site::told::{Told, told};
use crate::site::words::data::DataWords;
use crate::site::words::number;

/// What harvesters read, below `/data/`.
pub const CATALOGUE: &str = "catalog.jsonld";

/// A link to a file.
#[derive(Debug)]
pub struct FileLink {
    /// Where it is.
    pub href: String,
    /// What it is called.
    pub name: String,
    /// Who it is for, or what it holds.
    pub note: &'static str,
}

/// Everything of one kind, in each format.
#[derive(Debug)]
pub struct Whole {
    /// What it is.
    pub title: &'static str,
    /// One file a format.
    pub files: Vec<FileLink>,
}

/// A layer in each format.
#[derive(Debug)]
pub struct LayerFiles {
    /// Its glyph.
    pub mark: Svg,
    /// Its name.
    pub title: Told,
    /// How many sites it has.
    pub count: String,
    /// One file a format.
    pub files: Vec<FileLink>,
}

/// Projects and sites.
pub fn whole(context: &Context, d: &'static DataWords) -> [Whole; 2] {
    let of = |id: &str| FORMATS.iter().map(|f| link(context, id, *f, f.title(), used(f.name(), d))).collect();
    [Whole { title: d.projects, files: of("projects") }, Whole { title: d.sites, files: of("sites") }]
}

/// The whole record in one file, one way each.
pub fn record(context: &Context, d: &'static DataWords) -> Vec<FileLink> {
    let file = |name: &str, note| FileLink { href: context.links.data(name), name: name.to_owned(), note };
    let mut files = vec![
        file("tables.zip", d.tables_zip),
        file("record.gpkg", d.record_gpkg),
        file("record.json", d.record_json),
        file("datapackage.json", d.datapackage),
    ];
    // Harvesters follow the current record.
    if context.links.edition_kept().is_none() {
        files.push(file(CATALOGUE, d.catalogue));
    }
    files
}

/// Each table.
pub fn tables(context: &Context) -> Vec<FileLink> {
    let file = |name: String| FileLink { href: context.links.data(&name), name, note: "" };
    TABLES.iter().map(|(id, _)| file(format!("{id}.csv"))).collect()
}

/// Each layer of the record.
pub fn layers(context: &Context, catalogue: &Catalogue) -> Vec<LayerFiles> {
    let layers = context.atlas.layers.layers.iter();
    let row = |layer: &crate::atlas::Layer| LayerFiles {
        mark: sign::mark(&format!("g-{}", layer.glyph), &format!("hue f-{}", layer.family), 16),
        title: told(&layer.title, context.lang),
        count: number::count(catalogue.collection(&layer.id).map_or(0, |c| c.len()), context.lang),
        files: FORMATS.iter().map(|f| link(context, &layer.id, *f, f.name(), "")).collect(),
    };
    layers.map(row).collect()
}

fn link(context: &Context, id: &str, format: &dyn Format, name: &str, note: &'static str) -> FileLink {
    let href = context.links.data(&format!("{id}.{}", format.name()));
    FileLink { href, name: name.to_owned(), note }
}

/// Who a format is for; every format has its readers.
fn used(format: &str, d: &'static DataWords) -> &'static str {
    match format {
        "geojson" => d.for_web,
        "csv" => d.for_tables,
        "gpkg" => d.for_gis,
        "fgb" => d.for_parts,
        "kml" => d.for_earth,
        "parquet" => d.for_columns,
        "geojsonseq" => d.for_streams,
        _ => "",
    }
}
