//! `huella export`: the site as files in a folder.

use std::collections::BTreeSet;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use metrics_exporter_prometheus::PrometheusBuilder;

use super::addresses::{Fate, Known, fate};
use super::ask::{self, NOTHING, NoAnswer, Wanted};
use super::folder::{Folder, NoFolder};
use super::manifest::{Entry, LeftOut, Manifest, NAME};
use super::progress::Progress;
use crate::atlas::Lang;
use crate::cli::Export;
use crate::editions::{Editions, Files};
use crate::http::app::{App, Shared};
use crate::http::past::NoEdition;
use crate::http::router::{router, routes};
use crate::http::serving::Serving;
use crate::http::source::{Source, Unservable};
use crate::links::{Links, NoPublicUrl};

/// Where links lead when no public address is known: a plain server of files on this machine.
pub const HERE: &str = "http://localhost:8000";

/// Why there is no site, or not all of it.
#[derive(Debug, thiserror::Error)]
pub enum NoExport {
    /// What would be exported is at fault.
    #[error(transparent)]
    Source(#[from] Unservable),
    /// The public address is none.
    #[error("--public-url: {0}")]
    PublicUrl(#[from] NoPublicUrl),
    /// A frozen edition cannot be read.
    #[error("an edition of the record cannot be exported: {0}; `huella check` tells more")]
    Edition(String),
    /// An address was not answered.
    #[error(transparent)]
    Answer(#[from] NoAnswer),
    /// The folder cannot be written.
    #[error(transparent)]
    Folder(#[from] NoFolder),
    /// The system gives no threads.
    #[error("the export could not be set up: {0}")]
    Setup(io::Error),
}

/// What an export did.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// What is there now.
    pub manifest: Manifest,
    /// How many files were written, because they were new or had changed.
    pub written: usize,
    /// How many files of earlier exports were removed.
    pub removed: usize,
}

/// Exports, and says what was done. Exit code 0 where the whole site is there, 1 where it is not.
pub fn run(flags: &Export) -> ExitCode {
    let start = Instant::now();
    match export(flags) {
        Ok(Outcome { manifest, written, removed }) => {
            let bytes: usize = manifest.files.iter().map(|file| file.bytes).sum();
            println!(
                "The site is in {}: {} files, {:.1} MB; {written} written, {removed} removed, {:.1} s.",
                flags.folder.display(),
                manifest.files.len(),
                bytes as f64 / 1e6,
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

/// Writes the whole site into the folder.
pub fn export(flags: &Export) -> Result<Outcome, NoExport> {
    let source = Source::new(flags.geodata.clone(), flags.layers.clone());
    let folder = Folder::open(&flags.folder, known_before(&flags.folder))?;
    let asked =
        flags.public_url.as_deref().map(Links::at).transpose()?.map(|links| links.public().of_files());
    let here = Links::at(HERE)?.of_files();
    let read = |links: &Links| source.read(links).inspect_err(Unservable::draw);
    let (catalogue, editions) = read(asked.as_ref().unwrap_or(&here))?;
    let home = catalogue.atlas.about.home.clone();
    let links = match (asked, home.as_deref().map(Links::at).transpose()?) {
        (Some(links), _) => links,
        (None, Some(home)) => home.of_files(),
        (None, None) => {
            if io::stderr().is_terminal() {
                eprintln!("Links that travel begin with {HERE}; name the public address with --public-url.");
            }
            here
        }
    };
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(NoExport::Setup)?;
    runtime.block_on(async {
        let app: Shared = Arc::new(App::plain(catalogue, links.clone()).with_editions(editions));
        write(app, links, folder).await
    })
}

async fn write(app: Shared, links: Links, folder: Folder) -> Result<Outcome, NoExport> {
    let (wanted, left_out) = wanted(&app).await?;
    let router = router(Arc::clone(&app), PrometheusBuilder::new().build_recorder().handle());
    let progress = Progress::new();
    let folder = Arc::new(folder);
    let entries = Arc::new(Mutex::new((Vec::<Entry>::new(), 0_usize)));
    let take = {
        let (folder, entries, progress) = (Arc::clone(&folder), Arc::clone(&entries), progress.clone());
        move |page: super::Page| {
            let written = folder.put(&page.path, &page.body)?;
            let mut entries = entries.lock().unwrap_or_else(PoisonError::into_inner);
            entries.0.push(Entry::of(&page));
            entries.1 += usize::from(written);
            progress.one();
            Ok::<(), NoExport>(())
        }
    };
    let done = ask::all(router, &links, wanted, take, |more| progress.expect(more)).await;
    progress.end();
    done?;
    let (mut files, written) = std::mem::take(&mut *entries.lock().unwrap_or_else(PoisonError::into_inner));
    files.sort_unstable();
    let atlas = &app.serving().catalogue.atlas;
    let manifest = Manifest {
        edition: atlas.about.edition.to_string(),
        content: atlas.content.clone(),
        public_url: links.absolute(&links.path("/")),
        left_out,
        files,
    };
    let paths: BTreeSet<&str> = manifest.files.iter().map(|file| file.path.as_str()).collect();
    // Whoever still holds it has ended.
    let Ok(folder) = Arc::try_unwrap(folder) else {
        return Err(NoExport::Setup(io::ErrorKind::ResourceBusy.into()));
    };
    let removed = folder.finish(&paths, NAME, &manifest.bytes())?;
    Ok(Outcome { written, removed, manifest })
}

/// Every address that the routes stand for, and those routes that have none.
async fn wanted(app: &Shared) -> Result<(Vec<Wanted>, Vec<LeftOut>), NoExport> {
    let (serving, editions) = (app.serving(), app.past.editions());
    let frozen = frozen(app, &editions).await?;
    let known = Known { serving: &serving, editions: &editions, frozen: &frozen };
    let mut wanted: Vec<Wanted> = Lang::ALL.iter().map(|lang| nothing(*lang)).collect();
    let mut left_out = Vec::new();
    for route in routes() {
        match fate(&route, &known) {
            Some(Fate::Files(addresses)) => wanted.extend(addresses.into_iter().map(Wanted::plain)),
            Some(Fate::Live(reason)) => left_out.push(LeftOut { route, reason: reason.to_owned() }),
            Some(Fate::Followed) | None => {}
        }
    }
    Ok((wanted, left_out))
}

fn nothing(lang: Lang) -> Wanted {
    Wanted::plain(if lang == Lang::En { format!("/{NOTHING}") } else { format!("/{}/{NOTHING}", lang.tag()) })
}

async fn frozen(app: &Shared, all: &Editions) -> Result<Vec<(String, Files, Arc<Serving>)>, NoExport> {
    let mut frozen = Vec::new();
    for edition in all.iter() {
        let unread = |error: NoEdition| NoExport::Edition(error.to_string());
        let files = app.past.files(edition).await.map_err(unread)?;
        // The record may still say what the edition says.
        let now = app.serving();
        let serving = match edition.entry.content == now.catalogue.atlas.content {
            true => now,
            false => app.past.serving(edition, &app.links).await.map_err(unread)?,
        };
        frozen.push((edition.entry.edition.to_string(), Files::clone(&files), serving));
    }
    Ok(frozen)
}

fn known_before(folder: &Path) -> Vec<String> {
    Manifest::read(folder).map_or_else(Vec::new, |before| before.files.into_iter().map(|f| f.path).collect())
}
