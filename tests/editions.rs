//! Frozen editions are served for ever as they were; every page can be read as of one.

use std::sync::OnceLock;

use huella::atlas::RecordFiles;
use huella::editions::{Editions, SUMS, Sums, sums};
use huella::http::listen::Patience;
use serde_json::Value;

use crate::server::Server;
use crate::wire::{Reply, get};

/// The name that Jujuy's project bears in a later record.
const RENAMED: &str = "A name it never had before";

/// The atlas a year on, with one project renamed and one gone.
fn later() -> &'static Server {
    static LATER: OnceLock<Server> = OnceLock::new();
    LATER.get_or_init(|| {
        let mut record = RecordFiles::embedded();
        edit(&mut record, "atlas.json", |about| about["edition"] = "2027-11-24".into());
        edit(&mut record, "projects/jujuy-seguro.geojson", |file| {
            file["project"]["name"]["en"] = RENAMED.into();
        });
        let gone = "projects/cauchari-solar.geojson";
        let rest: Vec<(String, String)> = record
            .iter()
            .filter(|(path, _)| *path != gone)
            .map(|(p, t)| (p.to_owned(), t.to_owned()))
            .collect();
        Server::record(&RecordFiles::of(rest), None, Patience::default())
    })
}

fn edit(record: &mut RecordFiles, file: &str, change: impl Fn(&mut Value)) {
    let mut value: Value = serde_json::from_str(record.get(file).expect(file)).expect("JSON");
    change(&mut value);
    record.put(file, value.to_string());
}

fn ask(path: &str) -> Reply {
    get(later().address, path, &[])
}

fn first() -> String {
    Editions::embedded().expect("editions").names().pop().expect("the first edition")
}

#[test]
fn every_edition_inside_the_program_is_what_was_frozen() {
    let editions = Editions::embedded().expect("editions");
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("geodata");
    let committed = Editions::read(&folder).expect("no file of an edition is damaged");
    assert!(!editions.names().is_empty());
    assert_eq!(editions.names(), committed.names());
    for (inside, outside) in editions.iter().zip(committed.iter()) {
        assert_eq!(inside.files().expect("unpacked"), outside.files().expect("read"));
    }
}

#[test]
fn the_index_lists_every_edition_and_the_record_as_it_stands() {
    let index = ask("/data/editions.json").json();
    assert_eq!(index["current"]["edition"], "2027-11-24");
    assert_eq!(index["current"]["released"], false);
    let names: Vec<&str> = index["editions"]
        .as_array()
        .expect("editions")
        .iter()
        .filter_map(|e| e["edition"].as_str())
        .collect();
    assert_eq!(names, Editions::embedded().expect("editions").names());
}

#[test]
fn a_frozen_file_is_kept_for_ever_and_is_what_its_checksum_says() {
    let at = format!("/data/edition/{}", first());
    let list = ask(&format!("{at}/{SUMS}"));
    let listed = Sums::read(list.text());
    assert!(listed.paths().count() > 165);
    for path in ["sites.geojson", "record/atlas.json", "record/projects/jujuy-seguro.geojson"] {
        let reply = ask(&format!("{at}/{path}"));
        assert_eq!(reply.status, 200, "{path}");
        assert_eq!(Some(sums::sha256(&reply.body).as_str()), listed.get(path), "{path}");
        assert_eq!(reply.header("cache-control"), Some("public, max-age=31536000, immutable"), "{path}");
    }
    let files = ask(&at).json();
    assert_eq!(files["files"].as_array().map(Vec::len), Some(listed.paths().count() + 1));
    // What this program makes of the frozen record may be made otherwise by the next one.
    let map = ask(&format!("{at}/map.geojson"));
    assert_eq!((map.status, map.header("cache-control")), (200, Some("public, no-cache")));
    assert_eq!(map.json()["edition"], first());
}

#[test]
fn pages_of_an_old_edition_say_so_and_stay_in_it() {
    let edition = first();
    for path in ["/", "/es", "/project/jujuy-seguro", "/zh/project/jujuy-seguro", "/about", "/data"] {
        let page = ask(&format!("{path}?v={edition}"));
        let html = page.text();
        assert_eq!(page.status, 200, "{path}");
        assert!(html.contains("class=\"edition-note\""), "{path}");
        assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"), "{path}");
        assert!(!html.contains(RENAMED), "{path}");
        // Every link to a page keeps the edition, but the one to the current record.
        let note = html.split("class=\"edition-note\"").nth(1).and_then(|rest| rest.split("</p>").next());
        let note = note.expect("the note");
        for href in html.replace(note, "").split("href=\"/").skip(1).filter_map(|rest| rest.split('"').next())
        {
            let page =
                !["assets/", "data/", "ogc", "icon", "manifest"].iter().any(|other| href.starts_with(other));
            // The data page lists the editions, each by its own address.
            let listed = path == "/data" && href.starts_with("?v=");
            assert!(!page || listed || href.contains(&format!("v={edition}")), "{path}: /{href}");
            let kept = ["data/edition/", "data/diff/"].iter().any(|other| href.starts_with(other));
            let file = href.starts_with("data/") && href.contains('.') && !kept;
            assert!(!file || href.contains(&format!("data/edition/{edition}/")), "{path}: /{href}");
        }
        let root = if path == "/" { "href=\"/\"" } else { &format!("href=\"{path}\"") };
        assert!(note.contains(root) || note.contains(&root.replace("\"/es\"", "\"/es/\"")), "{path}: {note}");
    }
    assert!(ask("/").text().contains(RENAMED));
    assert!(!ask("/").text().contains("class=\"edition-note\""));
}

#[test]
fn what_an_old_edition_had_is_still_there() {
    let edition = first();
    assert_eq!(ask("/project/cauchari-solar").status, 404);
    for path in ["/project/cauchari-solar", "/project/cauchari-solar.json", "/project/cauchari-solar/panel"] {
        assert_eq!(ask(&format!("{path}?v={edition}")).status, 200, "{path}");
    }
    let old = ask(&format!("/project/jujuy-seguro.json?v={edition}")).json();
    assert_eq!(old["edition"], edition.as_str());
    assert_ne!(old["name"]["en"], RENAMED);
    let picture = |query: &str| ask(&format!("/image.svg?sel=cauchari-solar&w=300&h=200{query}"));
    assert_ne!(picture(&format!("&v={edition}")).body, picture("").body);
}

#[test]
fn an_edition_that_does_not_exist_is_told_with_those_that_do() {
    for path in [
        "/data/edition/1999-01-01",
        "/data/edition/1999-01-01/sites.geojson",
        "/project/jujuy-seguro.json?v=1999-01-01",
        "/image.svg?v=1999-01-01",
    ] {
        let reply = ask(path);
        assert_eq!(reply.status, 404, "{path}");
        assert_eq!(reply.header("content-type"), Some("application/problem+json"), "{path}");
        assert_eq!(
            reply.json()["allowed"],
            serde_json::json!(Editions::embedded().expect("editions").names())
        );
    }
    let near = ask(&format!("/data/edition/{}/site.geojson", first())).json();
    assert_eq!(near["nearest"][0], "sites.geojson");
    for path in ["/?v=1999-01-01", "/project/jujuy-seguro?v=%3Cb+hi%3E", "/about?v=2026"] {
        let page = ask(path);
        assert_eq!(page.status, 200, "{path}");
        assert!(page.text().contains("class=\"edition-note\"") && !page.text().contains("<b hi>"), "{path}");
        assert!(!page.text().contains("v=1999"), "links lead to the current record");
    }
}

#[test]
fn the_current_edition_asked_for_by_name_is_kept_in_links_without_a_note() {
    let page = get(Server::shared(), &format!("/?v={}", first()), &[]);
    if !page.text().contains("class=\"edition-note\"") {
        assert!(page.text().contains(&format!("/about?v={}", first())));
    }
}
