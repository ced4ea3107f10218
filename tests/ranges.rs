//! Part of a binary file can be read; a text, which may be compressed, is sent whole.

use crate::server::Server;
use crate::wire::{Reply, ask, get};

const FILE: &str = "/data/lithium.fgb";

fn part(headers: &[(&str, &str)]) -> Reply {
    get(Server::shared(), FILE, headers)
}

#[test]
fn a_range_is_the_bytes_it_names() {
    let whole = part(&[("Accept-Encoding", "gzip, br, zstd")]);
    assert_eq!((whole.status, whole.header("accept-ranges")), (200, Some("bytes")));
    assert_eq!(whole.header("content-encoding"), None, "a binary file is never content-encoded");
    let length = whole.body.len();
    for (range, expected) in [
        ("bytes=0-7", 0..8),
        ("bytes=100-", 100..length),
        ("bytes=-10", length - 10..length),
        ("bytes=0-99999999", 0..length),
    ] {
        let reply = part(&[("Range", range), ("Accept-Encoding", "gzip")]);
        assert_eq!(reply.status, 206, "{range}");
        assert_eq!(reply.body, whole.body[expected.clone()], "{range}");
        let told = format!("bytes {}-{}/{length}", expected.start, expected.end - 1);
        assert_eq!(reply.header("content-range"), Some(&*told));
        assert_eq!(reply.header("content-length"), Some(&*expected.len().to_string()));
        assert_eq!(reply.header("etag"), whole.header("etag"));
    }
}

#[test]
fn what_cannot_be_met_is_416_and_what_is_no_single_range_is_the_whole() {
    let whole = part(&[]);
    let beyond = part(&[("Range", &format!("bytes={}-", whole.body.len()))]);
    assert_eq!(beyond.status, 416);
    assert_eq!(beyond.header("content-range"), Some(&*format!("bytes */{}", whole.body.len())));
    assert_eq!(beyond.header("content-type"), Some("application/problem+json"));
    assert_eq!(
        (beyond.json()["status"].as_u64(), &beyond.json()["title"]),
        (Some(416), &"Range Not Satisfiable".into())
    );
    for name in ["vary", "accept-ranges", "access-control-allow-origin"] {
        assert_eq!(beyond.header(name), whole.header(name), "{name}");
    }
    for range in ["bytes=0-1,4-5", "bytes=9-2", "lines=0-1", "nonsense"] {
        let reply = part(&[("Range", range)]);
        assert_eq!((reply.status, reply.body.len()), (200, whole.body.len()), "{range}");
    }
}

#[test]
fn a_part_of_another_copy_is_never_mixed_in() {
    let tag = part(&[]).header("etag").expect("an ETag").to_owned();
    let asked = |held: &str| part(&[("Range", "bytes=0-7"), ("If-Range", held)]).status;
    assert_eq!(asked(&tag), 206);
    assert_eq!(asked("\"other\""), 200);
    assert_eq!(asked(&format!("W/{tag}")), 200, "a weak ETag proves nothing about bytes");
    assert_eq!(asked("Wed, 25 Nov 2026 00:00:00 GMT"), 200);
    assert_eq!(part(&[("Range", "bytes=0-7"), ("If-None-Match", &tag)]).status, 304);
}

#[test]
fn head_and_texts_know_no_ranges() {
    let head = ask(Server::shared(), "HEAD", FILE, &[("Range", "bytes=0-7")]);
    assert_eq!((head.status, head.header("accept-ranges")), (200, Some("bytes")));
    assert_eq!(head.header("content-length"), Some(&*part(&[]).body.len().to_string()));
    let text = get(Server::shared(), "/data/lithium.csv", &[("Range", "bytes=0-7")]);
    assert_eq!((text.status, text.header("accept-ranges")), (200, Some("none")));
}
