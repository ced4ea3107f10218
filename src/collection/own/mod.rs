//! A layer of the operator's own, from any GeoJSON file.
//!
//! The file is split into features by their raw text, and these are read on all cores: once to learn
//! the schema, once to write bytes and columns. It never stands in memory as a tree of values.

mod cells;
mod compact;
mod fault;
mod feature;
mod infer;
mod list;
mod read;
mod readable;
mod sequence;
mod split;
mod text;
mod wide;

use std::path::{Path, PathBuf};

use super::{About, Collection, Kind, SameId};
use crate::atlas::{Fault, Text, files};

/// A layer to be loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnLayer {
    /// Its name in addresses: `[a-z0-9-]+`, none of [`TAKEN`].
    pub name: String,
    /// The file.
    pub path: PathBuf,
    /// The property that gives each feature its time.
    pub time_column: Option<String>,
}

/// SQLite, and with it GeoPackage, has tables of 2,000 columns: number, geometry and id are three of them.
const MOST_COLUMNS: usize = 1_997;
/// Features and texts are counted by 32 bits inside of a layer, and what is written of them is a little more than
/// what was read.
const MOST_BYTES: u64 = 4_000_000_000;

/// Names that mean something else below `/data/`.
pub const TAKEN: [&str; 21] = [
    "sites",
    "projects",
    "map",
    "search",
    "record",
    "events",
    "quantities",
    "claims",
    "actors",
    "organisations",
    "sources",
    "provenance",
    "tables",
    "edition",
    "editions",
    "catalog",
    "citation",
    "datacite",
    "datapackage",
    "diff",
    "zenodo",
];

/// Why a text after `--layer` is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoLayer {
    /// Not of the form.
    #[error("`{0}` is no layer: write NAME=FILE, or NAME=FILE,time=COLUMN")]
    Form(String),
    /// A name that cannot be one.
    #[error("`{0}` cannot name a layer: use a-z, 0-9 and -, such as my-layer")]
    Name(String),
    /// A name that means something else.
    #[error("the name `{0}` is taken by the atlas itself: give the layer another")]
    Taken(String),
}

impl std::str::FromStr for OwnLayer {
    type Err = NoLayer;

    /// `NAME=FILE[,time=COLUMN]`
    fn from_str(text: &str) -> Result<OwnLayer, NoLayer> {
        let form = || NoLayer::Form(text.to_owned());
        let (name, rest) = text.split_once('=').ok_or_else(form)?;
        let (file, time) = match rest.rsplit_once(",time=") {
            Some((file, column)) if !column.is_empty() => (file, Some(column.to_owned())),
            Some(_) => return Err(form()),
            None => (rest, None),
        };
        if file.is_empty() {
            return Err(form());
        }
        OwnLayer::new(name, Path::new(file), time)
    }
}

impl OwnLayer {
    /// A layer of this name.
    pub fn new(name: &str, path: &Path, time_column: Option<String>) -> Result<OwnLayer, NoLayer> {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if name.is_empty() || !name.bytes().all(plain) {
            return Err(NoLayer::Name(name.to_owned()));
        }
        if TAKEN.contains(&name) {
            return Err(NoLayer::Taken(name.to_owned()));
        }
        Ok(OwnLayer { name: name.to_owned(), path: path.to_owned(), time_column })
    }

    /// Reads the file and makes the collection.
    pub fn load(&self) -> Result<Collection, Box<Fault>> {
        let unreadable = |error: std::io::Error| {
            self.fault(format!("cannot be read: {error}"), "name a GeoJSON file that can be read")
        };
        let bytes = std::fs::metadata(&self.path).map_err(unreadable)?.len();
        if bytes > MOST_BYTES {
            let reason = format!("has {bytes} bytes; a layer is read from at most {MOST_BYTES}");
            return Err(Box::new(self.fault(reason, "split the file into several layers")));
        }
        self.read(files::bytes(&self.path).map_err(unreadable)?)
    }

    /// Makes the collection of the bytes of a file.
    pub fn read(&self, bytes: Vec<u8>) -> Result<Collection, Box<Fault>> {
        let text = text::text(bytes).map_err(|no| {
            let fault = self.fault(no.reason.to_owned(), no.remedy);
            Box::new(match no.place {
                Some((line, column)) => fault.at(line, column),
                None => fault,
            })
        })?;
        let body = text.trim_start_matches('\u{feff}');
        let told = |no: fault::NoFeature| self.told(body, no);
        let file = split::split(body).map_err(told)?;
        let learnt = infer::infer(&file, self.time_column.as_deref()).map_err(told)?;
        let columns = learnt.schema.fields.len();
        if columns > MOST_COLUMNS {
            let reason = format!("has {columns} different properties; a layer has at most {MOST_COLUMNS}");
            let remedy = "keep what varies in one property that is a list or object";
            return Err(Box::new(self.fault(reason, remedy)));
        }
        if let Some(column) = &self.time_column
            && learnt.schema.time.is_none()
        {
            let dates = learnt.schema.fields.iter().filter(|f| infer::is_time(f)).map(|f| f.name.as_str());
            let dates: Vec<&str> = dates.collect();
            let reason = format!("no column `{column}` holds dates");
            let remedy = match dates.is_empty() {
                true => "leave time= out: no column of the file holds dates or moments".to_owned(),
                false => format!("name one of these after time=: {}", dates.join(", ")),
            };
            return Err(Box::new(self.fault(reason, &remedy)));
        }
        let read = |ids| read::batches(&file, &learnt, ids).map_err(told);
        let mut about = self.about(&file, learnt.notes.clone());
        let (batches, wide) = read(learnt.ids)?;
        about.notes.extend(wide::note(wide));
        match Collection::new(about.clone(), learnt.schema.clone(), batches) {
            Ok(collection) => Ok(collection),
            Err(SameId(id)) => {
                about.notes.push(format!("The id `{id}` stands twice; features are numbered instead."));
                let (batches, _) = read(infer::IdRule::Numbered)?;
                Collection::new(about, learnt.schema.clone(), batches)
                    .map_err(|fault| Box::new(self.fault(fault.to_string(), "give every feature its own id")))
            }
        }
    }

    fn about(&self, file: &split::File, notes: Vec<String>) -> About {
        About {
            id: self.name.clone(),
            kind: Kind::Own,
            title: Text::english(file.title.clone().unwrap_or_else(|| self.name.clone())),
            description: Text::english(
                file.description
                    .clone()
                    .unwrap_or_else(|| "A layer added by the operator of this server.".to_owned()),
            ),
            edition: None,
            licence: file.licence.clone(),
            attribution: file.attribution.clone(),
            colours: Vec::new(),
            notes,
        }
    }

    fn fault(&self, reason: String, remedy: &str) -> Fault {
        Fault::new(self.path.display().to_string(), "", reason, remedy)
    }

    fn told(&self, text: &str, no: fault::NoFeature) -> Box<Fault> {
        let (line, column) = text::place(&text.as_bytes()[..no.at.min(text.len())]);
        Box::new(self.fault(no.reason, no.remedy).at(line, column))
    }
}
