//! From flags to the last answer.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Instant;

use tokio::net::TcpListener;

use super::app::App;
use super::listen::{Patience, run};
use super::router::router;
use super::source::{Source, Unservable};
use super::{metering, reload, shutdown, watching};
use crate::cli::Serve;
use crate::links::{Links, NoPublicUrl};

/// Why the server did not start: one sentence with the remedy, for the operator.
#[derive(Debug, thiserror::Error)]
pub enum NoStart {
    /// What would be served is at fault.
    #[error(transparent)]
    Source(#[from] Unservable),
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
    /// What should be watched cannot be.
    #[error(transparent)]
    Watch(#[from] watching::NoWatch),
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
    let public = flags.public_url.as_deref().map(Links::at).transpose()?.map(Links::public);
    let source = Source::of(flags);
    on_threads(async {
        let listener = listen(flags.listen).await?;
        let address = listener.local_addr().unwrap_or(flags.listen);
        let links = match public {
            Some(links) => links,
            None => Links::at(&format!("http://{address}"))?,
        };
        let links = if flags.watch.is_some() { links.live() } else { links };
        let metrics = metering::start().map_err(|error| NoStart::Setup(error.to_string()))?;
        let (catalogue, editions) = source.read(&links).inspect_err(Unservable::draw)?;
        let edition = catalogue.atlas.about.edition;
        let prefix = links.prefix().to_owned();
        let home = links.absolute(&links.path("/"));
        let app = Arc::new(App::new(catalogue, links).with_editions(editions));
        let _watching = reload::start(&app, source, flags.watch)?;
        let router = router(app, metrics);
        allow_files(Patience::default().connections);
        tracing::info!(%edition, listen = %address, ms = start.elapsed().as_millis(), "the atlas is open at {home}");
        run(listener, router, prefix, Patience::default(), shutdown::asked()).await;
        Ok(())
    })
    .map_err(|error| NoStart::Setup(error.to_string()))?
}

/// Runs until the future ends. What goes on beside it by then is work that nobody waits for any more, such as a
/// large picture: the end does not wait for it, either.
fn on_threads<T>(future: impl Future<Output = T>) -> io::Result<T> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let done = runtime.block_on(future);
    runtime.shutdown_background();
    Ok(done)
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

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn work_that_nobody_waits_for_does_not_put_off_the_end() {
        let start = Instant::now();
        let work = || std::thread::sleep(Duration::from_secs(20));
        on_threads(async { drop(tokio::task::spawn_blocking(work)) }).expect("threads");
        assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    }
}
