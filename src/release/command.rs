//! `huella release`: checks the record, and freezes it where anything has changed.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::files::{Unmade, files};
use super::name::{Name, name};
use super::write::{self, Unwritable};
use crate::atlas::edition::Edition;
use crate::atlas::files::Unreadable;
use crate::atlas::{Atlas, RecordFiles, Severity};
use crate::check::{Damaged, check, report};
use crate::editions::{self, Editions, Entry, Index, NoEditions, SUMS, below, sums};

/// Why no edition was made.
#[derive(Debug, thiserror::Error)]
enum NoRelease {
    #[error("{0}; name a folder that holds a record and that you may read")]
    Unreadable(#[from] Unreadable),
    #[error(transparent)]
    Program(#[from] Damaged),
    #[error("the record has faults ({0}); mend them and release again")]
    Faults(usize),
    #[error(transparent)]
    Editions(#[from] NoEditions),
    #[error("atlas.json says {wanted}, but the edition {latest} is there already; write a later date")]
    TooOld { wanted: Edition, latest: Edition },
    #[error("version_doi in atlas.json is that of the edition {0}; an edition has one of its own, or none")]
    SameDoi(Edition),
    #[error(transparent)]
    Unmade(#[from] Unmade),
    #[error(transparent)]
    Unwritable(#[from] Unwritable),
}

/// What came of it.
enum Outcome {
    Made(PathBuf, Entry),
    Unchanged(Edition),
}

/// Releases the record of a folder. Exit code 0 where an edition was made or nothing has changed, 1 where
/// the record may not be released, 2 where it cannot be read or written.
pub fn run(geodata: &Path) -> ExitCode {
    match release(geodata) {
        Ok(Outcome::Made(folder, entry)) => {
            let Entry { edition, files, bytes, .. } = entry;
            println!("The edition {edition} is made: {}, {files} files, {bytes} bytes.", folder.display());
            ExitCode::SUCCESS
        }
        Ok(Outcome::Unchanged(edition)) => {
            println!("Nothing has changed since the edition {edition}; no edition was made.");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("huella: {error}.");
            match error {
                NoRelease::Faults(_) | NoRelease::TooOld { .. } | NoRelease::SameDoi(_) => ExitCode::from(1),
                _ => ExitCode::from(2),
            }
        }
    }
}

fn release(geodata: &Path) -> Result<Outcome, NoRelease> {
    let mut record = RecordFiles::read(geodata)?;
    let mut atlas = sound(&record, geodata)?;
    // A damaged edition is told before another one is put on top of it.
    let editions = Editions::read(geodata)?;
    let latest = match editions.latest() {
        Some(frozen) => Some((frozen, editions::record(&frozen.files()?))),
        None => None,
    };
    let wanted = atlas.about.edition;
    let compared = latest.as_ref().map(|(frozen, record)| (frozen.entry.edition, record));
    let edition = match name(&record, wanted, compared) {
        Name::Unchanged(edition) => return Ok(Outcome::Unchanged(edition)),
        Name::TooOld(latest) => return Err(NoRelease::TooOld { wanted, latest }),
        Name::New(edition) => edition,
    };
    if let Some(frozen) =
        editions.iter().find(|f| f.entry.doi.is_some() && f.entry.doi == atlas.about.version_doi)
    {
        return Err(NoRelease::SameDoi(frozen.entry.edition));
    }
    if edition != wanted {
        // The record says of itself which edition it is: what is frozen must, too.
        let quoted = |edition: Edition| format!("\"{edition}\"");
        let text =
            record.get("atlas.json").unwrap_or_default().replacen(&quoted(wanted), &quoted(edition), 1);
        write::text(&geodata.join("atlas.json"), &text)?;
        record.put("atlas.json", text);
        atlas = sound(&record, geodata)?;
    }
    let files = files(&record, &atlas)?;
    let entry = entry(&atlas, edition, &files);
    let index = Index { editions: editions.iter().map(|frozen| frozen.entry.clone()).collect() };
    let folder = write::edition(&below(geodata), &files, &index, entry.clone())?;
    Ok(Outcome::Made(folder, entry))
}

/// The record without a fault; its faults are drawn otherwise.
fn sound(record: &RecordFiles, geodata: &Path) -> Result<Atlas, NoRelease> {
    let checked = check(record)?;
    let faults = checked.count(Severity::Fault);
    if !checked.is_sound() {
        eprint!("{}", report::drawn(&checked, record, Some(geodata), false));
    }
    checked.atlas.filter(|_| faults == 0).ok_or(NoRelease::Faults(faults))
}

fn entry(atlas: &Atlas, edition: Edition, files: &editions::Files) -> Entry {
    let frozen = || files.iter().filter(|(path, _)| *path != SUMS);
    Entry {
        edition,
        content: atlas.content.clone(),
        sums: files.get(SUMS).map(|list| sums::sha256(list)).unwrap_or_default(),
        made_by: format!("{} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION")),
        projects: atlas.projects.len(),
        sites: atlas.projects.iter().map(|project| project.sites.len()).sum(),
        sources: atlas.sources.len(),
        files: frozen().count(),
        bytes: frozen().map(|(_, bytes)| bytes.len()).sum(),
        doi: atlas.about.version_doi.clone(),
    }
}
