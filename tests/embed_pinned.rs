//! A frame that keeps to an edition never changes, and says when the record has gone on.

use std::sync::OnceLock;

use huella::atlas::RecordFiles;
use huella::editions::Editions;
use huella::http::listen::Patience;
use serde_json::{Value, json};

use crate::embed::released;
use crate::server::Server;
use crate::wire::get;

const RENAMED: &str = "A name it never had before";

/// The atlas a year on: Jujuy's project renamed and corrected.
pub fn later() -> &'static Server {
    static LATER: OnceLock<Server> = OnceLock::new();
    LATER.get_or_init(|| {
        let mut record = RecordFiles::embedded();
        edit(&mut record, "atlas.json", |about| about["edition"] = "2027-11-24".into());
        edit(&mut record, "projects/jujuy-seguro.geojson", |file| {
            file["project"]["name"]["en"] = RENAMED.into();
        });
        edit(&mut record, "corrections.json", |corrections| {
            *corrections = json!([{
                "date": "2027-02-03", "project": "jujuy-seguro", "what": { "en": "Its name" },
                "was": { "en": "Another" }, "is": { "en": RENAMED }, "source": "any"
            }]);
        });
        Server::record(&record, None, Patience::default())
    })
}

fn edit(record: &mut RecordFiles, file: &str, change: impl Fn(&mut Value)) {
    let mut value: Value = serde_json::from_str(record.get(file).expect(file)).expect("JSON");
    change(&mut value);
    record.put(file, value.to_string());
}

fn first() -> String {
    Editions::embedded().expect("editions").names().pop().expect("the first edition")
}

fn frame(server: std::net::SocketAddr, query: &str) -> String {
    let reply = get(server, &format!("/embed?{query}"), &[]);
    assert_eq!(reply.status, 200, "{query}");
    reply.text().replace(&server.to_string(), "host")
}

/// The frame without its foot, where it speaks of the record as it stands now.
fn above_the_foot(frame: &str) -> String {
    let (above, rest) = frame.split_once("<span class=\"count\">").expect("a foot");
    let (_, after) = rest.split_once("</span>").expect("its end");
    format!("{above}{after}")
}

#[test]
fn a_pinned_frame_shows_after_a_new_edition_what_it_showed_before() {
    for query in ["sel=jujuy-seguro", "layer=surveillance&country=AR&list=1", "layer=solar&title=Sun"] {
        let pinned = format!("{query}&v={}", first());
        let before = frame(Server::shared(), &pinned);
        let after = frame(later().address, &pinned);
        assert_eq!(above_the_foot(&after), above_the_foot(&before), "{query}");
        assert!(!after.contains(RENAMED));
    }
    assert!(frame(later().address, "sel=jujuy-seguro").contains(RENAMED), "the latest follows the record");
}

#[test]
fn it_says_that_what_it_shows_was_corrected_or_that_a_newer_edition_exists() {
    let said = |server, query: &str| {
        let frame = frame(server, query);
        let (_, rest) = frame.split_once("<span class=\"count\">").expect("a foot");
        rest.split("</span>").next().unwrap_or_default().to_owned()
    };
    let pinned = |query: &str| said(later().address, &format!("{query}&v={}", first()));
    assert!(
        pinned("layer=surveillance").contains("Corrected since, on 3 Feb 2027"),
        "{}",
        pinned("layer=surveillance")
    );
    assert!(pinned("layer=solar").contains("A newer version exists"));
    assert!(said(later().address, "layer=solar").contains("data of 24 Nov 2027"));
    let same = said(Server::shared(), &format!("layer=solar&v={}", first()));
    assert_eq!(same.contains("projects, data of 24 Nov 2026"), released(), "{same}");
}

#[test]
fn an_edition_that_does_not_exist_is_said_and_the_latest_shown() {
    let frame = frame(Server::shared(), "layer=solar&v=1999-01-01");
    assert!(frame.contains("There is no edition 1999-01-01") && frame.contains("24 Nov 2026"));
    assert!(frame.contains("class=\"item\""), "and the map is there");
}
