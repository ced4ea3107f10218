//! Every link of the site leads to a file of it, or outside.

use std::collections::BTreeSet;

use percent_encoding::percent_decode_str;

use super::Small;
use crate::markup::pieces;

#[test]
fn every_link_leads_to_a_file_of_the_site_or_outside() {
    let small = Small::new("links");
    let manifest = small.export().expect("a site").manifest;
    let live: Vec<&str> = manifest.left_out.iter().map(|out| out.route.as_str()).collect();
    assert!(live.contains(&"/ogc/collections/{collection}/items") && live.contains(&"/metrics"), "{live:?}");
    let files = small.files();
    let there: BTreeSet<&str> = files.keys().map(String::as_str).collect();
    let base = "https://example.org/atlas";
    let mut followed = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = std::str::from_utf8(bytes).expect("UTF-8");
        for piece in pieces(html) {
            for name in
                ["href", "src", "srcset", "action", "data-picture", "data-map", "data-base", "content"]
            {
                let Some(value) = piece.attribute(name) else { continue };
                let Some(below) = below(value, base) else { continue };
                let (bare, query) = below.split_once('?').unwrap_or((below, ""));
                let bare = bare.split('#').next().unwrap_or_default();
                let decoded = percent_decode_str(bare).decode_utf8().expect("UTF-8");
                let file = decoded.trim_matches('/');
                let index = format!("{file}/index.html");
                let found = file.is_empty() || there.contains(file) || there.contains(&*index);
                assert!(found, "{path} leads to {value}, which is no file");
                // A query is for the script of a map, or says to a server that the file is to be saved.
                let of_map = file.is_empty() || there.contains(&*index);
                assert!(of_map || query.is_empty() || query == "download", "{path}: {value}");
                followed += 1;
            }
        }
    }
    assert!(followed > 5000, "{followed} links");
    assert!(there.iter().any(|path| path.starts_with("oembed/country/")), "what pages name is there");
    assert!(there.contains("404.html") && there.contains("es/404.html"));
}

/// An address of the site without what all of them begin with.
fn below<'a>(value: &'a str, base: &str) -> Option<&'a str> {
    let prefix = "/atlas";
    let rest = value.strip_prefix(base).or_else(|| value.strip_prefix(prefix))?;
    (rest.is_empty() || rest.starts_with(['/', '?', '#'])).then_some(rest)
}
