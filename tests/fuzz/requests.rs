//! Targets that send a request to the shared server. It must answer, and never with a fault of its own.

use super::texts::text;
use crate::server::Server;
use crate::wire::send;

/// Headers that the server reads.
const READ: [&str; 6] =
    ["accept", "accept-encoding", "range", "if-range", "if-none-match", "if-modified-since"];

/// A request in which what is damaged cannot end a line: how a request is framed is another promise.
fn ask(target: &str, header: &str) {
    let address = Server::shared();
    let request =
        format!("GET {target} HTTP/1.1\r\nHost: {address}\r\n{header}\r\nConnection: close\r\n\r\n");
    // The connection may be closed on what is no request.
    let Some(reply) = send(address, request.as_bytes()) else { return };
    let kind = reply.header("content-type").unwrap_or_default();
    // oEmbed names 501 for a form that is not made.
    let unmade = reply.status == 501 && target.contains("/oembed");
    assert!((200..500).contains(&reply.status) || unmade, "{target} {header}: {}", reply.status);
    assert!(
        reply.status < 400
            || reply.body.is_empty()
            || kind.contains("problem+json")
            || kind.contains("text/html"),
        "{target} {header}: {} as {kind}",
        reply.status
    );
}

pub fn line(input: &[u8]) {
    let target: String = text(input).chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    ask(&format!("/{}", target.trim_start_matches('/')), "accept: */*");
}

pub fn header(input: &[u8]) {
    let header: String = text(input).chars().filter(|c| !c.is_control()).collect();
    let (name, value) = header.split_once(':').unwrap_or(("accept", &header));
    let name = READ.into_iter().find(|read| *read == name).unwrap_or("accept");
    for target in ["/data/lithium.fgb", "/ogc/collections/solar/items?limit=1", "/about"] {
        ask(target, &format!("{name}: {}", value.trim()));
    }
}
