//! The files below `/data/` that are made from a catalogue: which there are, and how each is written.

use bytes::Bytes;

use super::csv::{self, Csv};
use super::geopackage::GeoPackage;
use super::{FORMATS, Format, Unwritten, package, record};
use crate::collection::tables::{self, TABLES};
use crate::collection::{Catalogue, Collection, Field, Kind};

/// A file that can be made.
pub struct DataFile {
    /// Its name below `/data/`.
    pub name: String,
    /// What links call it.
    pub media_type: &'static str,
    /// Value of `Content-Type`.
    pub content_type: &'static str,
    /// The format in a few words for people.
    pub format: &'static str,
    what: What,
}

/// What it holds.
enum What {
    /// Of a collection, by its id.
    Features(String, &'static dyn Format),
    /// A table in normal form.
    Table(&'static str),
    /// All tables with their description.
    Tables,
    /// The description alone.
    Package,
    /// The files of the record in one.
    Record,
    /// All layers and tables in one.
    GeoPackage,
}

/// Every file, one's own layers after those of the record.
pub fn files(catalogue: &Catalogue) -> Vec<DataFile> {
    let (own, layers): (Vec<_>, Vec<_>) =
        catalogue.collections.iter().partition(|c| c.about.kind == Kind::Own);
    let layers = layers.into_iter().flat_map(|c| of_collection(c));
    layers.chain(of_record()).chain(own.into_iter().flat_map(|c| of_collection(c))).collect()
}

/// The tables, and the whole record in one file.
pub fn of_record() -> Vec<DataFile> {
    let (csv, package): (&dyn Format, &dyn Format) = (&Csv, &GeoPackage);
    let file = |name: &str, media_type, content_type, format, what| DataFile {
        name: name.to_owned(),
        media_type,
        content_type,
        format,
        what,
    };
    let table = |id: &'static str| {
        file(&format!("{id}.csv"), csv.media_type(), csv.content_type(), csv.title(), What::Table(id))
    };
    let mut files: Vec<DataFile> = TABLES.iter().map(|(id, _)| table(id)).collect();
    let (json, zip, media_type) = ("application/json", "application/zip", package.media_type());
    files.extend([
        file("tables.zip", zip, zip, "zip", What::Tables),
        file("datapackage.json", json, json, "JSON", What::Package),
        file("record.json", json, json, "JSON", What::Record),
        file("record.gpkg", media_type, media_type, package.title(), What::GeoPackage),
    ]);
    files
}

/// What the columns of every table mean: its name, its title, its columns.
pub fn dictionary(catalogue: &Catalogue) -> Vec<(String, String, Vec<Field>)> {
    let flat = ["projects", "sites"].into_iter().filter_map(|id| catalogue.collection(id));
    let flat = flat.map(|c| (c.id().to_owned(), c.about.title.en.clone(), csv::fields(c)));
    let tables = TABLES.iter().map(|(id, make)| {
        let table = make(&catalogue.atlas);
        ((*id).to_owned(), table.title.to_owned(), table.fields)
    });
    flat.chain(tables).collect()
}

/// The files of a collection, one a format, in the order of [`FORMATS`].
pub fn of_collection(collection: &Collection) -> Vec<DataFile> {
    let file = |format: &&'static dyn Format| DataFile {
        name: format!("{}.{}", collection.id(), format.name()),
        media_type: format.media_type(),
        content_type: format.content_type(),
        format: format.title(),
        what: What::Features(collection.id().to_owned(), *format),
    };
    FORMATS.iter().map(file).collect()
}

/// The file of this name.
pub fn find(catalogue: &Catalogue, name: &str) -> Option<DataFile> {
    files(catalogue).into_iter().find(|file| file.name == name)
}

impl DataFile {
    /// Its bytes: the same for the same catalogue, whenever and wherever they are made.
    pub fn write(&self, catalogue: &Catalogue) -> Result<Bytes, Unwritten> {
        match &self.what {
            What::Features(id, format) => {
                let gone = || Unwritten::of(format.title())(format!("there is no collection `{id}`"));
                format.file(catalogue.collection(id).ok_or_else(gone)?)
            }
            What::Table(id) => {
                let table = tables::table(&catalogue.atlas, id);
                Ok(table.map(|table| csv::table(&table)).unwrap_or_default().into())
            }
            What::Tables => package::zip(catalogue).map(Bytes::from),
            What::Package => package::json(catalogue).map(Bytes::from),
            What::Record => Ok(record::json(&catalogue.atlas).into()),
            What::GeoPackage => record::geopackage(catalogue).map(Bytes::from),
        }
    }
}
