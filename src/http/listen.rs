//! The accept loop: connections with a limit on their number and on every kind of silence.
//!
//! `axum::serve` has no timeout for a client that sends half a request, or nothing; hyper's
//! connection builder has. HTTP/1.1 alone: with both versions allowed, hyper-util waits without a
//! clock while it sniffs the version (hyper issue 3756), and a proxy in front speaks HTTP/2 to
//! readers.

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::response::IntoResponse;
use http::header::HOST;
use http::uri::Authority;
use http::{HeaderMap, StatusCode, Version};
use hyper::server::conn::http1::Builder;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

use super::address::tidied;
use super::complete::{Asking, finish};
use super::problem::Problem;
use super::unsent::Unsent;

/// How long a client may keep the server waiting, and how many may come at once.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// From the first moment of a connection, or the last answer on it, to the end of the next
    /// request's headers.
    pub headers: Duration,
    /// Between two writes that the client takes.
    pub writing: Duration,
    /// For running answers when the server is told to stop.
    pub shutdown: Duration,
    /// Open connections; further ones wait in the system's queue.
    pub connections: usize,
}

impl Default for Patience {
    fn default() -> Patience {
        Patience {
            headers: Duration::from_secs(10),
            writing: Duration::from_secs(30),
            shutdown: Duration::from_secs(20),
            connections: 4096,
        }
    }
}

/// A request's headers together may not be larger than this; hyper answers 431.
const HEADER_BYTES: usize = 64 * 1024;
/// Nor may there be more of them.
const HEADERS: usize = 64;

/// Serves until `stop` resolves, then lets running answers finish. The caller owns the listener
/// and the end, so that a test can bind port 0.
pub async fn run(
    listener: TcpListener,
    router: Router,
    prefix: String,
    patience: Patience,
    stop: impl Future<Output = ()>,
) {
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(patience.connections));
    let prefix: Arc<str> = prefix.into();
    let mut builder = Builder::new();
    builder
        .timer(TokioTimer::new())
        .header_read_timeout(patience.headers)
        .max_buf_size(2 * HEADER_BYTES)
        .max_header_size(HEADER_BYTES)
        .max_headers(HEADERS);
    let mut stop = pin!(stop);
    let mut refusals = Refusals::default();
    loop {
        let accepted = tokio::select! {
            accepted = accept(&listener, &places, &mut refusals) => accepted,
            () = &mut stop => break,
        };
        let Some((stream, place)) = accepted else { continue };
        let service = service(router.clone(), Arc::clone(&prefix));
        let mut stream = TimeoutStream::new(stream);
        stream.set_write_timeout(Some(patience.writing));
        let connection =
            builder.serve_connection(TokioIo::new(Box::pin(stream)), TowerToHyperService::new(service));
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // A client that goes away or is cut off is no fault of the server.
            let _ = connection.await;
            drop(place);
        });
    }
    drop(listener);
    if tokio::time::timeout(patience.shutdown, graceful.shutdown()).await.is_err() {
        tracing::warn!("some answers were cut off: they ran longer than the server waits");
    }
}

/// Connections that the system did not give. While it has no room it refuses twenty a second, and says the same of
/// each.
#[derive(Debug, Default)]
struct Refusals {
    since: u64,
    last: Option<Instant>,
}

impl Refusals {
    /// How long one warning stands for all.
    const QUIET: Duration = Duration::from_secs(60);

    /// Warns, unless it was done lately; whether it did.
    fn told(&mut self, error: &io::Error) -> bool {
        self.since += 1;
        let due = self.last.is_none_or(|last| last.elapsed() >= Refusals::QUIET);
        if due {
            tracing::warn!(%error, times = self.since, "connections could not be accepted");
            *self = Refusals { since: 0, last: Some(Instant::now()) };
        }
        due
    }
}

async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
    refusals: &mut Refusals,
) -> Option<(TcpStream, tokio::sync::OwnedSemaphorePermit)> {
    let place = Arc::clone(places).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, _)) => {
            // Small answers would wait for the client's acknowledgement otherwise.
            let _ = stream.set_nodelay(true);
            Some((stream, place))
        }
        Err(error) => {
            // Out of file descriptors, mostly: wait for some to be given back.
            refusals.told(&error);
            tokio::time::sleep(Duration::from_millis(50)).await;
            None
        }
    }
}

/// The router behind the tidying of addresses, which must come before routes are matched.
fn service(
    router: Router,
    prefix: Arc<str>,
) -> impl tower::Service<
    http::Request<hyper::body::Incoming>,
    Response = axum::response::Response,
    Error = Infallible,
    Future: Send,
> + Clone {
    tower::service_fn(move |request: http::Request<hyper::body::Incoming>| {
        let mut request = request.map(axum::body::Body::new);
        tidied(&mut request, &prefix);
        let router = router.clone();
        async move {
            match names_a_host(request.version(), request.headers()) {
                true => router.oneshot(request).await,
                false => {
                    let detail = "HTTP/1.1 wants one header Host, which names a host and maybe a port.";
                    let problem = Problem::new(StatusCode::BAD_REQUEST, detail).into_response();
                    Ok(finish(problem, &Asking::of(&request), &Unsent::default()).await)
                }
            }
        }
    })
}

/// Whether a request says which host it is for, as HTTP/1.1 has to (RFC 9112, 3.2). Before it none did.
fn names_a_host(version: Version, headers: &HeaderMap) -> bool {
    let mut hosts = headers.get_all(HOST).iter();
    let is_host = |host: &str| {
        host.is_empty() || host.parse::<Authority>().is_ok_and(|host| !host.as_str().contains('@'))
    };
    match (hosts.next(), hosts.next()) {
        (None, _) => version < Version::HTTP_11,
        (Some(host), None) => host.to_str().is_ok_and(is_host),
        (Some(_), Some(_)) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_names_one_host() {
        for (hosts, names) in [
            (&["example.org"][..], true),
            (&["[::1]:8080"], true),
            (&[""], true),
            (&["a b<script>"], false),
            (&["me@example.org"], false),
            (&["a.example", "b.example"], false),
            (&[], false),
        ] {
            let headers = hosts.iter().map(|host| (HOST, host.parse().expect("a value"))).collect();
            assert_eq!(names_a_host(Version::HTTP_11, &headers), names, "{hosts:?}");
        }
        assert!(names_a_host(Version::HTTP_10, &HeaderMap::new()));
    }

    #[test]
    fn a_system_without_room_is_told_of_once_in_a_while() {
        let mut refusals = Refusals::default();
        let full = io::Error::from(io::ErrorKind::Other);
        assert_eq!([refusals.told(&full), refusals.told(&full), refusals.told(&full)], [true, false, false]);
    }
}
