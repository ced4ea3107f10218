//! The server stands in the open: what strangers send, or keep back, harms nobody else.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::get;
use huella::http::listen::Patience;
use proptest::prelude::*;

use crate::server::Server;
use crate::wire::{self, send};

/// Far more than a healthy server needs, far less than it takes to give up on a stranger.
const SOON: Duration = Duration::from_secs(5);

fn open(address: SocketAddr, first: &[u8]) -> TcpStream {
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream.write_all(first).expect("it takes the first bytes");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a timeout");
    stream
}

/// How long until the server closes a connection, whatever it says first.
fn closed_after(mut stream: TcpStream) -> Duration {
    let start = Instant::now();
    let mut rest = Vec::new();
    match stream.read_to_end(&mut rest) {
        Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => panic!("the connection stays open"),
        _ => start.elapsed(),
    }
}

#[test]
fn five_hundred_half_sent_and_five_hundred_silent_connections_keep_nobody_waiting() {
    // Both ends of each connection count as open files of this process.
    let files = rlimit::increase_nofile_limit(8192).expect("a limit of open files");
    assert!(files >= 4096, "this machine allows only {files} open files");
    let patience = Patience { headers: Duration::from_secs(60), ..Patience::default() };
    let server = Server::atlas(None, patience);
    let strangers: Vec<TcpStream> = (0..1000)
        .map(|n| {
            open(server.address, if n % 2 == 0 { b"GET / HTTP/1.1\r\nHost: a\r\nX-Slow: " } else { b"" })
        })
        .collect();
    for _ in 0..50 {
        let start = Instant::now();
        assert_eq!(wire::get(server.address, "/project/jujuy-seguro", &[]).status, 200);
        assert!(start.elapsed() < SOON, "an answer took {:?}", start.elapsed());
    }
    // They were there all the while: a byte can still be sent to each.
    for mut stranger in strangers {
        stranger.write_all(b"G").expect("still open");
    }
}

#[test]
fn silent_half_sent_and_idle_connections_are_closed_in_time() {
    let patience = Patience { headers: Duration::from_millis(300), ..Patience::default() };
    let server = Server::atlas(None, patience);
    let idle = {
        let mut stream = open(server.address, b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
        let mut first = [0; 16];
        stream.read_exact(&mut first).expect("an answer");
        assert_eq!(&first[..12], b"HTTP/1.1 200");
        stream
    };
    let silent = open(server.address, b"");
    let half = open(server.address, b"GET / HTTP/1.1\r\nHost: a\r\n");
    for (what, stream) in [("silent", silent), ("half-sent", half), ("idle", idle)] {
        let time = closed_after(stream);
        assert!(time < SOON, "a {what} connection was open for {time:?}");
    }
}

#[test]
fn a_header_that_trickles_in_does_not_extend_the_time() {
    let patience = Patience { headers: Duration::from_millis(500), ..Patience::default() };
    let server = Server::atlas(None, patience);
    let mut stream = open(server.address, b"GET / HTTP/1.1\r\nX-Slow: ");
    let start = Instant::now();
    while stream.write_all(b"a").is_ok() {
        std::thread::sleep(Duration::from_millis(50));
        assert!(start.elapsed() < SOON, "a byte now and then keeps the connection open");
    }
}

#[test]
fn an_address_that_is_too_long_is_refused_by_name() {
    let just = format!("/?q={}", "a".repeat(8 * 1024));
    assert_eq!(wire::get(Server::shared(), &just, &[]).status, 200);
    let long = format!("/?q={}", "a".repeat(33 * 1024));
    let refused = wire::get(Server::shared(), &long, &[]);
    assert_eq!(refused.status, 414);
    assert_eq!(refused.header("content-type"), Some("application/problem+json"));
    let beyond = format!("/?q={}", "a".repeat(200 * 1024));
    let answer = send(Server::shared(), format!("GET {beyond} HTTP/1.1\r\nHost: a\r\n\r\n").as_bytes());
    // The connection may be cut while the rest is still being sent; that is an answer, too.
    assert!(answer.is_none_or(|a| matches!(a.status, 414 | 431)), "an endless address");
}

#[test]
fn a_page_does_not_grow_with_what_its_address_repeats() {
    let length = |path: &str| wire::get(Server::shared(), path, &[]).body.len();
    let usual = length("/");
    for name in ["sel", "layer", "country", "q", "map", "v", "theme", "of-no-meaning"] {
        let long = length(&format!("/?{name}={}", "9".repeat(28_000)));
        // Once in the search box or in the note on what was passed over, never in every link.
        assert!(long < usual + 2 * 28_000, "{name}: {usual} bytes, and {long}");
    }
}

#[test]
fn an_address_that_is_no_text_is_a_problem_everywhere() {
    for path in [
        "/data/%ff.geojson",
        "/data/edition/%ff",
        "/data/edition/2026-11-24/record/%ff",
        "/data/diff/%ff",
        "/assets/%ff",
        "/project/%ff",
        "/story/%ff/1.svg",
        "/ogc/collections/%ff",
        "/ogc/collections/sites/items/%ff",
        "/ogc/collections/sites/tiles/%ff",
        "/ogc/collections/sites/tiles/WebMercatorQuad/%ff/0/0",
        "/ogc/tileMatrixSets/%ff",
    ] {
        let reply = wire::get(Server::shared(), path, &[]);
        assert_eq!(reply.status, 400, "{path}");
        assert_eq!(reply.header("content-type"), Some("application/problem+json"), "{path}");
    }
}

#[test]
fn too_many_or_too_large_headers_are_refused() {
    let many: String = (0..100).map(|n| format!("X-{n}: a\r\n")).collect();
    let large = format!("X-Large: {}\r\n", "a".repeat(80 * 1024));
    for (what, headers) in [("many", many), ("large", large)] {
        let request = format!("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{headers}\r\n");
        let reply = send(Server::shared(), request.as_bytes());
        assert!(reply.is_none_or(|reply| reply.status == 431), "{what}");
    }
    assert_eq!(wire::get(Server::shared(), "/healthz", &[("X-Some", &"a".repeat(4000))]).status, 200);
}

#[test]
fn a_request_that_names_no_host_or_two_is_refused() {
    for hosts in ["", "Host: a\r\nHost: b\r\n", "Host: a b<script>\r\n"] {
        let request = format!("GET / HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n");
        let reply = send(Server::shared(), request.as_bytes()).expect("an answer");
        assert_eq!(reply.status, 400, "{hosts}");
        assert_eq!(reply.header("content-type"), Some("application/problem+json"), "{hosts}");
    }
    let old = send(Server::shared(), b"GET /healthz HTTP/1.0\r\n\r\n").expect("an answer");
    assert_eq!(old.status, 200, "before HTTP/1.1 nobody named a host");
}

#[test]
fn a_body_that_nobody_asked_for_is_not_waited_for() {
    let start = Instant::now();
    let request = "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 1000000000\r\n\r\n";
    let reply = send(Server::shared(), request.as_bytes()).expect("an answer");
    assert_eq!(reply.status, 405);
    assert!(start.elapsed() < SOON);
}

#[test]
fn a_server_that_is_told_to_stop_finishes_what_runs_and_takes_nothing_new() {
    let routes = Router::new().route(
        "/slow",
        get(|| async {
            tokio::time::sleep(Duration::from_millis(600)).await;
            "finished"
        }),
    );
    let server = Server::routes(routes, Patience::default());
    let address = server.address;
    let running = std::thread::spawn(move || wire::get(address, "/slow", &[]));
    let idle = open(address, b"");
    std::thread::sleep(Duration::from_millis(200));
    let start = Instant::now();
    server.stop();
    assert!(start.elapsed() < SOON, "an idle connection held up the end");
    let reply = running.join().expect("the client lives");
    assert_eq!((reply.status, reply.text()), (200, "finished"));
    assert!(TcpStream::connect(address).is_err(), "the port is free again");
    drop(idle);
}

/// Requests that are nearly right, and some that are nothing of the kind.
fn request() -> impl Strategy<Value = Vec<u8>> {
    let method = prop_oneof![Just("GET".to_owned()), "[A-Z]{0,9}", "\\PC{0,4}"];
    let path = prop_oneof![
        "/[ -~]{0,40}",
        "/(data|project|ogc/collections|assets|es|zh)/[ -~]{0,20}",
        "/\\?(sel|map|on|layer|year|q)=[ -~]{0,20}",
        "(/|%[0-9a-fA-Z]{0,2}|\\.\\.|\\\\){0,12}",
        "\\PC{0,20}",
    ];
    let version = prop_oneof![
        Just("HTTP/1.1".to_owned()),
        Just("HTTP/1.0".to_owned()),
        "HTTP/[0-9.]{0,4}",
        "\\PC{0,6}"
    ];
    let headers = prop_oneof![
        Just(String::new()),
        "(If-None-Match|Accept|Accept-Encoding|Range|Origin): [ -~]{0,30}\r\n",
        "[ -~]{0,30}\r\n"
    ];
    let nearly = (method, path, version, headers).prop_map(|(m, p, v, h)| {
        format!("{m} {p} {v}\r\nHost: a\r\nConnection: close\r\n{h}\r\n").into_bytes()
    });
    let noise = prop::collection::vec(any::<u8>(), 0..80).prop_map(|mut bytes| {
        bytes.extend_from_slice(b"\r\n\r\n");
        bytes
    });
    prop_oneof![4 => nearly, 1 => noise]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_request_however_malformed_breaks_the_server(request in request()) {
        let stream = TcpStream::connect(Server::shared()).expect("a connection");
        let reply = half_closed(stream, &request);
        prop_assert!(!reply.starts_with(b"HTTP/1.1 5") && !reply.starts_with(b"HTTP/1.0 5"),
            "{}", String::from_utf8_lossy(&reply));
    }
}

/// Sends and says that nothing more will come, so that a request without an end has one.
fn half_closed(mut stream: TcpStream, request: &[u8]) -> Vec<u8> {
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a timeout");
    let _ = stream.write_all(request);
    let _ = stream.shutdown(std::net::Shutdown::Write);
    let mut reply = Vec::new();
    if let Err(error) = stream.read_to_end(&mut reply) {
        assert_ne!(error.kind(), std::io::ErrorKind::WouldBlock, "no end of the answer");
    }
    reply
}
