//! The files below `/data/` that are made from a catalogue: which there are, and how each is written.

use bytes::Bytes;

use super::{FORMATS, Format, Unwritten};
use crate::collection::{Catalogue, Collection};

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
}

/// Every file, one's own layers after those of the record.
pub fn files(catalogue: &Catalogue) -> Vec<DataFile> {
    catalogue.collections.iter().flat_map(|c| of_collection(c)).collect()
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
        }
    }
}
