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
/// A project that is withdrawn a year on.
const GONE: &str = "baranoa-solar";

/// The atlas a year on: Jujuy's project renamed and corrected, a solar plant withdrawn.
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
        edit(&mut record, "withdrawn.json", |withdrawn| {
            *withdrawn = json!([{
                "id": GONE, "date": "2027-03-04", "reason": { "en": "It was never built", "es": "Nunca se hizo" }
            }]);
        });
        let file = format!("projects/{GONE}.geojson");
        let kept = record.iter().filter(|(name, _)| *name != file);
        let record = RecordFiles::of(kept.map(|(name, text)| (name.to_owned(), text.to_owned())));
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
    assert!(pinned("layer=lithium").contains("A newer version exists"));
    assert!(said(later().address, "layer=solar").contains("Data of 24 Nov 2027"));
    let latest = Editions::embedded().expect("editions").names().remove(0);
    let same = said(Server::shared(), &format!("layer=solar&v={latest}"));
    assert_eq!(same.contains(&format!("Data of {}", super::embed::its_day())), released(), "{same}");
}

#[test]
fn an_edition_that_does_not_exist_is_said_and_the_latest_shown() {
    let frame = frame(Server::shared(), "layer=solar&v=1999-01-01");
    assert!(frame.contains("There is no edition 1999-01-01") && frame.contains(&super::embed::its_day()));
    assert!(frame.contains("class=\"item\""), "and the map is there");
}

/// The foot, with its link.
fn foot(server: std::net::SocketAddr, query: &str) -> String {
    let frame = frame(server, &format!("{query}&v={}", first()));
    let (_, rest) = frame.split_once("<span class=\"count\">").expect("a foot");
    rest.split("</span>").next().unwrap_or_default().to_owned()
}

#[test]
fn a_frame_of_one_project_tells_of_no_correction_of_another() {
    let other = foot(later().address, "sel=cauchari-solar");
    assert!(other.contains("A newer version exists") && !other.contains("Corrected"), "{other}");
    let own = foot(later().address, "sel=jujuy-seguro");
    assert!(own.contains("href=\"/corrections#correction-1\""), "{own}");
    let page = get(later().address, "/corrections", &[]);
    assert!(page.text().contains("id=\"correction-1\""));
    let report = frame(later().address, &format!("sel=jujuy-seguro&v={}", first()));
    assert!(!report.contains("/corrections?v="), "an error is reported of the record as it is");
}

#[test]
fn a_withdrawn_project_is_told_of_in_both_frames_and_in_its_picture() {
    let server = later().address;
    let pinned = foot(server, &format!("sel={GONE}"));
    assert!(pinned.contains("Withdrawn on 4 Mar 2027: It was never built"), "{pinned}");
    let follows = frame(server, &format!("sel={GONE}"));
    assert!(follows.contains("Withdrawn on 4 Mar 2027: It was never built"), "{follows}");
    assert!(!follows.contains("class=\"item\""), "nothing else stands in its place");
    for (query, status, said) in [
        (format!("sel={GONE}"), 410, "Withdrawn on 4 Mar 2027"),
        ("sel=no-such-project&plain=1".to_owned(), 404, "no-such-project"),
    ] {
        let picture = get(server, &format!("/image.svg?{query}"), &[]);
        assert_eq!((picture.status, picture.header("content-type")), (status, Some("image/svg+xml")));
        assert!(picture.text().contains(said), "{query}");
    }
    let address = format!("http://{server}/?sel={GONE}");
    let url: String = form_urlencoded::byte_serialize(address.as_bytes()).collect();
    assert_eq!(get(server, &format!("/oembed?url={url}"), &[]).status, 404);
}

#[test]
fn scripts_are_handed_the_address_of_an_article_that_stays_in_the_edition() {
    let edition = first();
    for path in ["/", "/story/lithium-triangle", "/es/story/lithium-triangle"] {
        let page = get(later().address, &format!("{path}?v={edition}"), &[]);
        let lang = if path.starts_with("/es") { "/es" } else { "" };
        let wanted = format!("data-article=\"{lang}/project/*?v={edition}\"");
        assert!(page.text().contains(&wanted), "{path}");
    }
}
