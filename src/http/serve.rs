//! From flags to the last answer.

use std::io::{self, IsTerminal};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Instant;

use tokio::net::TcpListener;

use super::app::App;
use super::listen::{Patience, run};
use super::router::router;
use super::shutdown;
use super::{metering, own};
use crate::atlas::files::Unreadable;
use crate::atlas::{Atlas, RecordFiles, Severity, load};
use crate::check::{Damaged, check, report};
use crate::cli::Serve;
use crate::collection::{Catalogue, NoCatalogue};
use crate::editions::{Editions, NoEditions};
use crate::links::{Links, NoPublicUrl};

/// Why the server did not start: one sentence with the remedy, for the operator.
#[derive(Debug, thiserror::Error)]
pub enum NoStart {
    /// The folder of the record cannot be read.
    #[error(
        "{0}. Name a folder that holds a record, or leave --geodata out to serve the one inside the program"
    )]
    Folder(#[from] Unreadable),
    /// The record has faults.
    #[error(
        "the record in {folder} is not served because of its faults ({faults}); mend them, `huella check` shows each again"
    )]
    Faults {
        /// The folder.
        folder: PathBuf,
        /// How many; each was drawn before.
        faults: usize,
    },
    /// The program itself is damaged.
    #[error("{0}")]
    Damaged(#[from] Damaged),
    /// Beyond loopback without a public address.
    #[error(
        "{0} can be reached by others: say with --public-url under which address, such as https://example.org, so that links are right"
    )]
    NoPublicUrl(SocketAddr),
    /// The public address is none.
    #[error("--public-url: {0}")]
    PublicUrl(#[from] NoPublicUrl),
    /// The port is taken.
    #[error("{0} is in use: stop the other program, or choose another port with --listen {ip}:{next}", ip = .0.ip(), next = .0.port().wrapping_add(1))]
    InUse(SocketAddr),
    /// The system does not let us listen there.
    #[error("cannot listen on {address}: {reason}; choose another address with --listen")]
    Listen {
        /// Where.
        address: SocketAddr,
        /// What the system said.
        reason: io::Error,
    },
    /// A layer of one's own cannot be served.
    #[error(transparent)]
    Layer(#[from] own::NoOwnLayer),
    /// The frozen editions are not as they were frozen.
    #[error(transparent)]
    Editions(#[from] NoEditions),
    /// The record and one's own layers do not go together.
    #[error("the atlas cannot be served: {0}")]
    Catalogue(#[from] NoCatalogue),
    /// The system gives no threads, or metrics are set up twice.
    #[error("the server could not be set up: {0}")]
    Setup(String),
}

/// Serves until it is told to stop.
pub fn serve(flags: &Serve) -> Result<(), NoStart> {
    let start = Instant::now();
    if !flags.listen.ip().is_loopback() && flags.public_url.is_none() {
        return Err(NoStart::NoPublicUrl(flags.listen));
    }
    let public = flags.public_url.as_deref().map(Links::at).transpose()?;
    let atlas = atlas(flags)?;
    let editions = flags.geodata.as_deref().map_or_else(Editions::embedded, Editions::read)?;
    let own = own::layers(flags)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| NoStart::Setup(error.to_string()))?;
    runtime.block_on(async {
        let listener = listen(flags.listen).await?;
        let address = listener.local_addr().unwrap_or(flags.listen);
        let links = match public {
            Some(links) => links,
            None => Links::at(&format!("http://{address}"))?,
        };
        let metrics = metering::start().map_err(|error| NoStart::Setup(error.to_string()))?;
        let edition = atlas.about.edition;
        let prefix = links.prefix().to_owned();
        let home = links.absolute(&links.path("/"));
        let app = App::new(Catalogue::build(atlas, &links, own)?, links).with_editions(editions);
        let router = router(app, metrics);
        allow_files(Patience::default().connections);
        tracing::info!(%edition, listen = %address, ms = start.elapsed().as_millis(), "the atlas is open at {home}");
        run(listener, router, prefix, Patience::default(), shutdown::asked()).await;
        Ok(())
    })
}

/// The record in the folder, checked whole; else the one inside the program, which was checked
/// when the program was tested.
fn atlas(flags: &Serve) -> Result<Atlas, NoStart> {
    let files = match &flags.geodata {
        Some(folder) => RecordFiles::read(folder)?,
        None => RecordFiles::embedded(),
    };
    let Some(folder) = &flags.geodata else {
        let loaded = load::load(&files);
        let faults = loaded.faults.len();
        return loaded.atlas.ok_or(NoStart::Faults { folder: PathBuf::from("this program"), faults });
    };
    let checked = check(&files)?;
    let faults = checked.count(Severity::Fault);
    if !checked.is_sound() {
        eprint!("{}", report::drawn(&checked, &files, Some(folder), io::stderr().is_terminal()));
    }
    checked.atlas.filter(|_| faults == 0).ok_or(NoStart::Faults { folder: folder.clone(), faults })
}

/// Each connection is an open file, and many systems start a program with room for a thousand,
/// which one stranger could fill.
fn allow_files(connections: usize) {
    /// Files of the program's own, with room to spare.
    const OTHERS: u64 = 256;
    let wanted = connections as u64 + OTHERS;
    match rlimit::increase_nofile_limit(wanted) {
        Ok(files) if files >= wanted => {}
        Ok(files) => tracing::warn!(files, wanted, "the system allows fewer open files than connections"),
        Err(error) => tracing::warn!(%error, "the limit of open files cannot be raised"),
    }
}

async fn listen(address: SocketAddr) -> Result<TcpListener, NoStart> {
    TcpListener::bind(address).await.map_err(|reason| match reason.kind() {
        io::ErrorKind::AddrInUse => NoStart::InUse(address),
        _ => NoStart::Listen { address, reason },
    })
}
