//! Where what is served comes from: read at the start, and again at each reload.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

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

impl Unservable {
    /// Where the record has faults, each is drawn before the one sentence that says why nothing is made of it.
    pub fn draw(&self) {
        if let Unservable::Faults { drawn, .. } = self {
            eprint!("{drawn}");
        }
    }
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
        let atlas = editions.beside(atlas);
        Ok((Catalogue::build(atlas, links, own::layers(&self.layers, geodata)?)?, editions))
    }

    /// Files and folders whose change means another catalogue. The system tells of a change where a file stands, so
    /// what links lead to is one more place.
    pub fn places(&self) -> Vec<PathBuf> {
        let named = self.geodata.iter().cloned().chain(self.layers.iter().map(|layer| layer.path.clone()));
        let mut places: Vec<PathBuf> = named.collect();
        let mut targets = Vec::new();
        for place in &places {
            follow(place, &mut targets);
        }
        let folders: Vec<PathBuf> = places.iter().filter_map(|place| place.canonicalize().ok()).collect();
        targets.retain(|target| !folders.iter().any(|folder| target.starts_with(folder) && folder.is_dir()));
        places.append(&mut targets);
        places
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

/// What a place leads to, if it is a link, and what links below it lead to.
fn follow(place: &Path, targets: &mut Vec<PathBuf>) {
    if place.is_symlink()
        && let Ok(target) = place.canonicalize()
    {
        targets.push(target);
    }
    for entry in place.read_dir().into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_symlink() => targets.extend(entry.path().canonicalize()),
            Ok(kind) if kind.is_dir() => follow(&entry.path(), targets),
            _ => {}
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn what_links_lead_to_is_watched_where_it_stands() {
        let folder = std::env::temp_dir().join(format!("huella-places-{}", std::process::id()));
        let (record, away) = (folder.join("record"), folder.join("away"));
        for folder in [&away, &record.join("layers"), &record.join("real")] {
            fs::create_dir_all(folder).expect("made");
        }
        fs::write(away.join("parks.geojson"), "{}").expect("written");
        symlink(away.join("parks.geojson"), record.join("layers/parks.geojson")).expect("a link");
        symlink(record.join("real"), record.join("within")).expect("a link");
        symlink(folder.join("nowhere"), record.join("dangling")).expect("a link");
        let source = Source::new(Some(record.clone()), Vec::new());
        let target = away.join("parks.geojson").canonicalize().expect("it is there");
        assert_eq!(source.places(), [record.clone(), target.clone()]);
        let link = OwnLayer::new("parks", &record.join("layers/parks.geojson"), None).expect("a layer");
        assert_eq!(Source::new(None, vec![link.clone()]).places(), [link.path, target]);
        fs::remove_dir_all(folder).expect("removed");
    }
}
