//! Where what is served comes from: read at the start, and again at each reload.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use super::own;
use crate::atlas::files::Unreadable;
use crate::atlas::{Atlas, Fault, RecordFiles, Severity, load};
use crate::check::{Damaged, check, report};
use crate::cli::Serve;
use crate::collection::{Catalogue, NoCatalogue, OwnLayer};
use crate::editions::{Editions, NoEditions};
use crate::links::Links;

/// Why the sources cannot be served: one sentence with the remedy, for the operator.
#[derive(Debug, thiserror::Error)]
pub enum Unservable {
    /// The folder of the record cannot be read.
    #[error(
        "{0}. Name a folder that holds a record, or leave --geodata out to serve the one inside the program"
    )]
    Folder(#[from] Unreadable),
    /// The record has faults.
    #[error(
        "the record in {folder} is not served because of its faults ({}); mend them, `huella check` shows each again",
        .faults.len()
    )]
    Faults {
        /// The folder.
        folder: PathBuf,
        /// All of them.
        faults: Vec<Fault>,
        /// The same, drawn for a person.
        drawn: String,
    },
    /// The program itself is damaged.
    #[error("{0}")]
    Damaged(#[from] Damaged),
    /// A layer of one's own cannot be served.
    #[error(transparent)]
    Layer(#[from] own::NoOwnLayer),
    /// The frozen editions are not as they were frozen.
    #[error(transparent)]
    Editions(#[from] NoEditions),
    /// The record and one's own layers do not go together.
    #[error("the atlas cannot be served: {0}")]
    Catalogue(#[from] NoCatalogue),
}

/// The record and the layers of one's own, by where they stand.
#[derive(Debug, Clone)]
pub struct Source {
    geodata: Option<PathBuf>,
    layers: Vec<OwnLayer>,
}

impl Source {
    /// As the flags name it.
    pub fn of(flags: &Serve) -> Source {
        Source::new(flags.geodata.clone(), flags.layers.clone())
    }

    /// The record in a folder, or the one inside the program; and layers beside it.
    pub fn new(geodata: Option<PathBuf>, layers: Vec<OwnLayer>) -> Source {
        Source { geodata, layers }
    }

    /// Reads, checks and builds everything.
    pub fn read(&self, links: &Links) -> Result<(Catalogue, Editions), Unservable> {
        let atlas = self.atlas()?;
        let geodata = self.geodata.as_deref();
        let editions = geodata.map_or_else(Editions::embedded, Editions::read)?;
        Ok((Catalogue::build(atlas, links, own::layers(&self.layers, geodata)?)?, editions))
    }

    /// Files and folders whose change means another catalogue.
    pub fn places(&self) -> Vec<PathBuf> {
        self.geodata.iter().cloned().chain(self.layers.iter().map(|layer| layer.path.clone())).collect()
    }

    /// The record in the folder, checked whole; else the one inside the program, which was checked
    /// when the program was tested.
    fn atlas(&self) -> Result<Atlas, Unservable> {
        let Some(folder) = &self.geodata else {
            let loaded = load::load(&RecordFiles::embedded());
            let folder = PathBuf::from("this program");
            return loaded.atlas.ok_or(Unservable::Faults {
                folder,
                faults: loaded.faults,
                drawn: String::new(),
            });
        };
        let files = RecordFiles::read(folder)?;
        let checked = check(&files)?;
        let drawn = match checked.is_sound() {
            true => String::new(),
            false => report::drawn(&checked, &files, Some(folder), io::stderr().is_terminal()),
        };
        let mut faults = checked.faults;
        faults.retain(|fault| fault.severity == Severity::Fault);
        match checked.atlas {
            Some(atlas) if faults.is_empty() => Ok(atlas),
            _ => Err(Unservable::Faults { folder: folder.clone(), faults, drawn }),
        }
    }
}
