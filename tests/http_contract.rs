//! What every answer keeps to, whatever it is about.

use std::io::Read;
use std::time::{Duration, Instant};

use crate::server::Server;
use crate::wire::{Reply, ask, get};
use huella::http::listen::Patience;

const LAYER: &str = "/data/lithium.geojson";

fn decoded(reply: &Reply) -> Vec<u8> {
    let mut out = Vec::new();
    match reply.header("content-encoding") {
        None => out = reply.body.clone(),
        Some("gzip") => {
            flate2::read::GzDecoder::new(&reply.body[..]).read_to_end(&mut out).expect("gzip");
        }
        Some("br") => {
            brotli::Decompressor::new(&reply.body[..], 1 << 16).read_to_end(&mut out).expect("brotli");
        }
        Some("zstd") => out = zstd::decode_all(&reply.body[..]).expect("zstd"),
        Some(other) => panic!("an encoding that nobody asked for: {other}"),
    }
    out
}

/// Compressed twins are made in the background after the start: asks until they are there.
fn encoded(target: &str, accept: &str) -> Reply {
    let until = Instant::now() + Duration::from_secs(30);
    loop {
        let reply = get(Server::shared(), target, &[("Accept-Encoding", accept)]);
        assert_eq!(reply.status, 200, "{target}");
        if reply.header("content-encoding").is_some() || Instant::now() > until {
            return reply;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn every_encoding_holds_the_same_bytes_under_an_etag_of_its_own() {
    let plain = get(Server::shared(), LAYER, &[]);
    assert_eq!(plain.header("content-encoding"), None);
    let mut tags = vec![plain.header("etag").expect("an ETag").to_owned()];
    for encoding in ["gzip", "br", "zstd"] {
        let reply = encoded(LAYER, encoding);
        assert_eq!(reply.header("content-encoding"), Some(encoding));
        assert_eq!(reply.header("vary").map(str::to_lowercase).as_deref(), Some("accept-encoding"));
        assert!(reply.body.len() < plain.body.len() / 2, "{encoding} saves too little");
        assert_eq!(decoded(&reply), plain.body, "{encoding}");
        tags.push(reply.header("etag").expect("an ETag").to_owned());
    }
    assert!(tags.iter().all(|tag| tag.starts_with('"') && tag.ends_with('"')), "strong ETags: {tags:?}");
    tags.sort();
    tags.dedup();
    assert_eq!(tags.len(), 4, "one ETag an encoding");
}

#[test]
fn a_client_that_holds_the_bytes_gets_304_and_no_body() {
    for encoding in ["identity", "gzip", "br", "zstd"] {
        let first =
            if encoding == "identity" { get(Server::shared(), LAYER, &[]) } else { encoded(LAYER, encoding) };
        let tag = first.header("etag").expect("an ETag");
        for held in [tag.to_owned(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
            let again =
                get(Server::shared(), LAYER, &[("Accept-Encoding", encoding), ("If-None-Match", &held)]);
            assert_eq!(again.status, 304, "{encoding} {held}");
            assert!(again.body.is_empty());
            // RFC 9110, 15.4.5: what a 200 would have sent of these.
            for name in ["etag", "cache-control", "vary"] {
                assert_eq!(again.header(name), first.header(name), "{encoding} {name}");
            }
            assert_eq!(again.header("access-control-allow-origin"), Some("*"));
        }
        let other = get(Server::shared(), LAYER, &[("If-None-Match", "\"other\"")]);
        assert_eq!(other.status, 200);
    }
}

#[test]
fn a_304_names_the_bytes_that_a_200_would_have_sent() {
    const ITEMS: &str = "/ogc/collections/lithium/items";
    for target in [
        &format!("{ITEMS}?limit=2"),
        &format!("{ITEMS}?limit=2&f=html"),
        &format!("{ITEMS}?limit=2&f=csv&properties=name"),
        "/image.png?w=200&h=200",
        "/image.svg?w=200&h=200",
        "/project/jujuy-seguro.png",
        "/project/jujuy-seguro",
        "/icon.png",
        "/robots.txt",
    ] {
        let mut tags = Vec::new();
        for accept in ["identity", "gzip", "br, zstd, gzip", "zstd;q=0.1, br"] {
            let first = get(Server::shared(), target, &[("Accept-Encoding", accept)]);
            let tag = first.header("etag").expect("an ETag").to_owned();
            let again = [("Accept-Encoding", accept), ("If-None-Match", &tag)];
            let again = get(Server::shared(), target, &again);
            assert_eq!((again.status, again.header("etag")), (304, Some(&*tag)), "{target} {accept}");
            tags.push((accept, tag, first.header("content-encoding").map(str::to_owned)));
        }
        // Who holds other bytes than would be sent now is sent these.
        let ((_, plain, _), (accept, _, encoding)) = (&tags[0], &tags[2]);
        let other = get(Server::shared(), target, &[("Accept-Encoding", accept), ("If-None-Match", plain)]);
        assert_eq!(other.status, if encoding.is_some() { 200 } else { 304 }, "{target}");
    }
}

#[test]
fn who_wants_a_resource_only_as_it_was_is_told_that_it_is_another() {
    for target in [LAYER, "/ogc/collections/solar/items?limit=1", "/"] {
        let first = get(Server::shared(), target, &[]);
        let tag = first.header("etag").expect("an ETag").to_owned();
        for (wanted, status) in [
            (tag.as_str(), 200),
            ("*", 200),
            (&format!("\"other\", {tag}"), 200),
            ("\"other\"", 412),
            // RFC 9110, 13.1.1: a weak one never matches.
            (&format!("W/{tag}"), 412),
        ] {
            let reply = get(Server::shared(), target, &[("If-Match", wanted)]);
            assert_eq!(reply.status, status, "{target} {wanted}");
            if status == 412 {
                assert_eq!(reply.header("content-type"), Some("application/problem+json"));
            }
        }
        let both = [("If-Match", "\"other\""), ("If-None-Match", &tag)];
        assert_eq!(get(Server::shared(), target, &both).status, 412, "{target}");
    }
}

#[test]
fn the_q_values_of_a_client_choose_the_encoding() {
    for encoding in ["gzip", "br", "zstd"] {
        encoded(LAYER, encoding);
    }
    for (accept, wanted) in [
        ("gzip, deflate, br, zstd", Some("br")),
        ("br;q=0.1, gzip;q=0.9", Some("gzip")),
        ("zstd, gzip;q=0.5", Some("zstd")),
        ("br;q=0, gzip", Some("gzip")),
        ("identity", None),
        ("deflate", None),
        ("gzip;q=0", None),
        ("", None),
        ("*", Some("br")),
        ("\u{7f};;q=", None),
    ] {
        let reply = get(Server::shared(), LAYER, &[("Accept-Encoding", accept)]);
        assert_eq!(reply.header("content-encoding"), wanted, "{accept}");
    }
}

#[test]
fn who_holds_the_plain_bytes_and_takes_gzip_gets_gzip() {
    // A shared cache may have asked before the compressed form was there; it must not stay with what it has.
    let plain = get(Server::shared(), LAYER, &[]).header("etag").expect("an ETag").to_owned();
    let reply = get(Server::shared(), LAYER, &[("Accept-Encoding", "gzip"), ("If-None-Match", &plain)]);
    assert_eq!((reply.status, reply.header("content-encoding")), (200, Some("gzip")));
}

#[test]
fn anyones_script_may_read_data_and_its_useful_headers_without_credentials() {
    let reply = get(Server::shared(), LAYER, &[("Origin", "https://example.org")]);
    assert_eq!(reply.header("access-control-allow-origin"), Some("*"));
    assert_eq!(reply.header("access-control-allow-credentials"), None);
    assert_eq!(reply.header("cross-origin-resource-policy"), Some("cross-origin"));
    let exposed = reply.header("access-control-expose-headers").expect("exposed headers").to_lowercase();
    for name in ["etag", "link", "content-crs"] {
        assert!(exposed.contains(name), "{name} is not exposed");
    }

    let asked = [
        ("Origin", "https://example.org"),
        ("Access-Control-Request-Method", "GET"),
        ("Access-Control-Request-Headers", "if-none-match"),
    ];
    let preflight = ask(Server::shared(), "OPTIONS", LAYER, &asked);
    assert!((200..300).contains(&preflight.status), "{}", preflight.status);
    assert_eq!(preflight.header("access-control-allow-origin"), Some("*"));
    assert!(preflight.header("access-control-allow-methods").is_some_and(|m| m.contains("GET")));
    let allowed = preflight.header("access-control-allow-headers").expect("allowed headers").to_lowercase();
    assert!(allowed == "*" || allowed.contains("if-none-match"), "{allowed}");
}

#[test]
fn a_file_is_saved_under_its_name_only_where_download_is_asked_for() {
    assert_eq!(get(Server::shared(), LAYER, &[]).header("content-disposition"), None);
    for target in ["/data/lithium.geojson?download", "/data/lithium.geojson?download=1"] {
        let reply = get(Server::shared(), target, &[]);
        assert_eq!(reply.header("content-disposition"), Some("attachment; filename=\"lithium.geojson\""));
        assert_eq!(reply.header("content-type"), Some("application/geo+json"));
    }
    assert_eq!(get(Server::shared(), "/data/lithium.geojson?utm_source=x", &[]).status, 200);
}

#[test]
fn what_is_not_there_is_told_with_what_may_have_been_meant() {
    for (target, nearest) in [
        ("/project/jujuy.geojson", "jujuy-seguro"),
        ("/project/jujuy-segura.json", "jujuy-seguro"),
        ("/project/jujuy-segura/panel", "jujuy-seguro"),
        ("/data/lithum.geojson", "lithium.geojson"),
    ] {
        let reply = get(Server::shared(), target, &[("Accept", "application/json")]);
        assert_eq!(reply.status, 404, "{target}");
        assert_eq!(reply.header("content-type"), Some("application/problem+json"), "{target}");
        assert_eq!(reply.header("cache-control"), Some("no-store"), "{target}");
        let problem = reply.json();
        assert_eq!(problem["status"], 404);
        assert_eq!(problem["title"], "Not Found");
        let nearby = problem["nearest"].as_array().expect("suggestions");
        assert!(nearby.iter().any(|n| n == nearest), "{target}: {nearby:?}");
    }
    let page = get(Server::shared(), "/es/project/jujuy", &[]);
    assert_eq!((page.status, page.header("content-type")), (404, Some("text/html; charset=utf-8")));
    assert!(page.text().contains("href=\"/es/project/jujuy-seguro\""), "a page links to the nearest");
    for (accept, kind) in
        [("*/*", "application/problem+json"), ("text/html,*/*;q=0.8", "text/html; charset=utf-8")]
    {
        let nowhere = get(Server::shared(), "/nothing/here", &[("Accept", accept)]);
        assert_eq!((nowhere.status, nowhere.header("content-type")), (404, Some(kind)), "{accept}");
    }
}

#[test]
fn the_atlas_is_only_read_and_says_so() {
    for method in ["POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW"] {
        for target in [LAYER, "/", "/project/jujuy-seguro"] {
            let reply = ask(Server::shared(), method, target, &[("Content-Length", "0")]);
            assert_eq!(reply.status, 405, "{method} {target}");
            let allow = reply.header("allow").unwrap_or_else(|| panic!("no Allow for {method} {target}"));
            assert!(allow.contains("GET") && allow.contains("HEAD"), "{allow}");
        }
    }
}

#[test]
fn head_is_get_without_the_body() {
    for target in [LAYER, "/", "/es/", "/project/jujuy-seguro", "/healthz"] {
        let (get, head) = (get(Server::shared(), target, &[]), ask(Server::shared(), "HEAD", target, &[]));
        assert_eq!(head.status, get.status, "{target}");
        assert!(head.body.is_empty(), "{target}");
        for name in ["content-type", "content-length", "etag", "cache-control", "vary"] {
            assert_eq!(head.header(name), get.header(name), "{target} {name}");
        }
    }
}

#[test]
fn slashes_at_the_end_and_in_pairs_make_no_other_address() {
    for (given, plain) in [
        ("/es", "/es/"),
        ("//data//lithium.geojson", LAYER),
        ("/project/jujuy-seguro/", "/project/jujuy-seguro"),
    ] {
        let (given, plain) = (get(Server::shared(), given, &[]), get(Server::shared(), plain, &[]));
        assert_eq!(given.status, 200);
        assert_eq!(given.body, plain.body);
    }
}

#[test]
fn under_a_public_address_with_a_path_all_links_begin_with_it() {
    let server = Server::atlas(Some("https://example.org/atlas"), Patience::default());
    let page = get(server.address, "/atlas/", &[]);
    assert_eq!(page.status, 200);
    let starts = ["href=\"/", "src=\"/", "action=\"/", "data-map=\"/", "data-base=\"/", "data-article=\"/"];
    let links: Vec<&str> = starts
        .iter()
        .flat_map(|start| page.text().split(start).skip(1))
        .map(|rest| rest.split('"').next().unwrap_or_default())
        .collect();
    assert!(links.len() > 150, "the page has links");
    let astray: Vec<&&str> = links.iter().filter(|link| !link.starts_with("atlas/")).collect();
    assert!(astray.is_empty(), "{astray:?}");
    assert!(links.iter().any(|link| link.starts_with("atlas/assets/page-")), "script and style");
    // A proxy may take the prefix away before it asks.
    for target in ["/atlas/data/lithium.geojson", LAYER] {
        assert_eq!(get(server.address, target, &[]).status, 200, "{target}");
    }
    let forged =
        [("Host", "evil.example"), ("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Proto", "ftp")];
    for target in ["/atlas/", "/atlas/project/jujuy-seguro", "/atlas/project/jujuy-seguro.json"] {
        let reply = get(server.address, target, &forged);
        assert!(!reply.text().contains("evil.example"), "{target} believes a header");
    }
}

#[test]
fn each_kind_of_answer_has_its_own_rules_for_browsers() {
    for target in ["/", "/es/", "/project/jujuy-seguro"] {
        let page = get(Server::shared(), target, &[]);
        assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"), "{target}");
        let policy = page.header("content-security-policy").expect("a policy");
        assert!(
            policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'self'"),
            "{policy}"
        );
        assert!(!policy.contains("unsafe") && !policy.contains("http"), "{policy}");
        assert_eq!(page.header("referrer-policy"), Some("strict-origin-when-cross-origin"));
        assert_eq!(page.header("cross-origin-opener-policy"), Some("same-origin"));
        assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
    }
    let data = get(Server::shared(), LAYER, &[]);
    assert_eq!(data.header("x-content-type-options"), Some("nosniff"));
    assert!(data.header("content-security-policy").is_some_and(|policy| policy.contains("sandbox")));
}

#[test]
fn names_that_change_with_their_bytes_are_kept_for_good_and_all_else_is_asked_for_again() {
    let script = huella::assets::ASSETS.iter().find(|a| a.logical == "page.js").expect("the script");
    let reply = get(Server::shared(), &format!("/assets/{}", script.name), &[("Accept-Encoding", "br")]);
    assert_eq!(reply.status, 200);
    assert_eq!(reply.header("content-encoding"), Some("br"));
    assert_eq!(decoded(&reply), script.identity);
    // As a worker it fetches from this server, and from no other.
    assert_eq!(reply.header("content-security-policy"), Some("default-src 'none'; connect-src 'self'"));
    assert_eq!(reply.header("cache-control"), Some("public, max-age=31536000, immutable"));
    for target in ["/", LAYER] {
        assert_eq!(get(Server::shared(), target, &[]).header("cache-control"), Some("public, no-cache"));
    }
    assert_eq!(get(Server::shared(), "/assets/page-00000000.js", &[]).status, 404);
}

#[test]
fn the_program_does_not_advertise_itself() {
    for target in ["/", LAYER, "/nothing", "/healthz"] {
        let reply = get(Server::shared(), target, &[]);
        assert_eq!(reply.header("server"), None, "{target}");
        assert_eq!(reply.header("x-powered-by"), None, "{target}");
        assert!(reply.header("x-request-id").is_some(), "{target} can be found in the log");
        assert_eq!(reply.header("set-cookie"), None, "{target}");
    }
}

#[test]
fn an_operator_sees_health_readiness_and_metrics_with_few_labels() {
    assert_eq!(get(Server::shared(), "/healthz", &[]).text(), "ok\n");
    let ready = get(Server::shared(), "/readyz", &[]).json();
    assert_eq!(ready["ready"], true);
    assert!(ready["projects"].as_u64().is_some_and(|n| n > 100));
    assert_eq!(get(Server::shared(), "/metrics", &[]).status, 200);
    assert_eq!(get(Server::shared(), "/metrics", &[]).header("cache-control"), Some("no-store"));
}
