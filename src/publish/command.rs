//! `huella publish`: the site carried to where readers find it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use super::address::{Address, NoAddress};
use super::bucket::{Bucket, NoBucket};
use super::carry::{NotCarried, carry, look};
use super::folder::Folder;
use super::place::Place;
use super::site::{NoSite, Site};
use crate::cli::{Export, Publish};
use crate::export::command::{HERE, NoExport, export};
use crate::export::manifest::Entry;
use crate::export::progress::Progress;

/// Why nothing is published, or not all of it.
#[derive(Debug, thiserror::Error)]
pub enum NoPublication {
    /// The address is none.
    #[error(transparent)]
    Address(#[from] NoAddress),
    /// The bucket cannot be spoken to.
    #[error(transparent)]
    Bucket(#[from] NoBucket),
    /// There is no site to carry.
    #[error(transparent)]
    Export(#[from] NoExport),
    /// What is in the folder is no site.
    #[error(transparent)]
    Site(#[from] NoSite),
    /// It is not there, or not all of it.
    #[error(transparent)]
    Carried(#[from] NotCarried),
    /// Its links lead to this machine.
    #[error(
        "links of the site begin with {HERE}, where no reader finds it: name its address with --public-url, \
         of `export` where that wrote the folder"
    )]
    LinksLeadHere,
    /// The system gives no threads, or no folder for a while.
    #[error("publishing could not be set up: {0}")]
    Setup(io::Error),
}

/// What a run did, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Names of what was put, in order.
    pub put: Vec<String>,
    /// Names of what was removed, in order.
    pub removed: Vec<String>,
    /// How many were there already.
    pub same: usize,
}

/// Publishes, and says what was done. Exit code 0 where the whole site is there, 1 where it is not.
pub fn run(flags: &Publish) -> ExitCode {
    let start = Instant::now();
    match publish(flags) {
        Ok(Outcome { put, removed, same }) => {
            if flags.dry_run {
                put.iter().for_each(|path| println!("put {path}"));
                removed.iter().for_each(|path| println!("remove {path}"));
            }
            let would =
                if flags.dry_run { "Nothing was changed. To bring the site to" } else { "The site is at" };
            println!(
                "{would} {}: {} put, {} removed, {same} there already, {:.1} s.",
                flags.place,
                put.len(),
                removed.len(),
                start.elapsed().as_secs_f64(),
            );
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("huella: {error}.");
            ExitCode::FAILURE
        }
    }
}

/// Brings the site to its place.
pub fn publish(flags: &Publish) -> Result<Outcome, NoPublication> {
    match Address::read(&flags.place)? {
        Address::Folder(root) => to(Folder::at(root), flags),
        Address::Bucket { bucket, prefix } => {
            to(Bucket::open(bucket, prefix, |name| std::env::var(name).ok())?, flags)
        }
    }
}

fn to<P: Place>(place: P, flags: &Publish) -> Result<Outcome, NoPublication> {
    // Gone at the end, whatever the end is.
    let (_made, folder) = match &flags.from {
        Some(folder) => (None, folder.clone()),
        None => {
            let made = Made::new()?;
            let folder = made.0.clone();
            export(&Export {
                folder: folder.clone(),
                geodata: flags.geodata.clone(),
                public_url: flags.public_url.clone(),
                layers: flags.layers.clone(),
            })?;
            (Some(made), folder)
        }
    };
    let site = read(&folder, place.keeps_headers())?;
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(NoPublication::Setup)?;
    runtime.block_on(async {
        let task = look(&site, &place).await?;
        let names = |turns: &[Vec<Entry>]| {
            turns.iter().flatten().map(|file| file.path.clone()).collect::<Vec<String>>()
        };
        let removed = if flags.keep { Vec::new() } else { names(&task.plan.remove) };
        let outcome = Outcome { put: names(&task.plan.put), removed, same: task.plan.same };
        if !flags.dry_run {
            let progress = Progress::new();
            progress.expect(outcome.put.len() + outcome.removed.len());
            let done = carry(Arc::new(site), Arc::new(place), task, flags.keep, || progress.one()).await;
            progress.end();
            done?;
        }
        Ok(outcome)
    })
}

fn read(folder: &Path, encoded: bool) -> Result<Site, NoPublication> {
    let site = Site::read(folder, encoded)?;
    match site.manifest.public_url.starts_with(HERE) {
        true => Err(NoPublication::LinksLeadHere),
        false => Ok(site),
    }
}

/// A folder for the site, for as long as it is carried.
struct Made(PathBuf);

impl Made {
    fn new() -> Result<Made, NoPublication> {
        let folder = std::env::temp_dir().join(format!("huella-publish-{}", std::process::id()));
        // Never into what somebody has put there.
        fs::create_dir(&folder).map_err(NoPublication::Setup)?;
        Ok(Made(folder))
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
