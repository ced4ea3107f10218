//! The atlas can be found and followed: site map, feeds, robots.txt, manifest; what is corrected or
//! withdrawn is said.

use std::collections::BTreeSet;

use huella::atlas::{RecordFiles, load};
use huella::collection::Catalogue;
use huella::http::app::App;
use huella::http::listen::Patience;
use huella::http::router::router;
use huella::links::Links;
use metrics_exporter_prometheus::PrometheusBuilder;
use quick_xml::events::Event;

use crate::server::Server;
use crate::wire::{Reply, get};

const HOME: &str = "https://example.org";

fn ask(path: &str) -> Reply {
    let reply = get(Server::shared(), path, &[]);
    assert_eq!(reply.status, 200, "{path}");
    reply
}

/// A server with another record, at a public address.
fn with_record(change: impl FnOnce(&mut RecordFiles)) -> Server {
    let mut files = RecordFiles::embedded();
    change(&mut files);
    let links = Links::at(HOME).expect("links");
    let atlas = load::load(&files).atlas.expect("an atlas");
    let catalogue = Catalogue::build(atlas, &links, Vec::new()).expect("a catalogue");
    let metrics = PrometheusBuilder::new().build_recorder().handle();
    Server::routes(router(App::new(catalogue, links).into(), metrics), Patience::default())
}

/// The texts of an element, wherever it stands; fails where the document is not well formed.
fn texts(xml: &str, wanted: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut open, mut found) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(start) => {
                open.push(start.name().as_ref().to_owned());
                if open.last().is_some_and(|name| name == wanted) {
                    found.push(String::new());
                }
            }
            Event::Text(text) if open.last().is_some_and(|name| name == wanted) => {
                found.last_mut().expect("an element").push_str(&text.into_inner());
            }
            Event::End(_) => drop(open.pop()),
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty(), "every element closes");
    found
}

#[test]
fn the_site_map_lists_each_page_once_with_the_day_it_changed() {
    let reply = ask("/sitemap.xml");
    assert_eq!(reply.header("content-type"), Some("application/xml; charset=utf-8"));
    let places = texts(reply.text(), "loc");
    let once: BTreeSet<&String> = places.iter().collect();
    assert_eq!(once.len(), places.len());
    assert!(places.len() < 50_000 && reply.body.len() < 50_000_000, "sitemaps.org allows no more");
    let (days, last) = (texts(reply.text(), "lastmod"), super::embed::atlas().today().to_string());
    assert_eq!(days.len(), places.len());
    assert!(days.iter().all(|day| "2000-01-01" < &**day && *day <= last), "{days:?}");
    assert!(days.iter().collect::<BTreeSet<_>>().len() > 20, "records change on their own days");
    for line in ["xhtml:link rel=\"alternate\" hreflang=\"zh\"", "hreflang=\"x-default\""] {
        assert_eq!(reply.text().matches(line).count(), places.len());
    }
    let robots = ask("/robots.txt");
    assert!(robots.text().contains(&format!("Sitemap: http://{}/sitemap.xml", Server::shared())));
}

#[test]
fn the_feed_tells_of_changed_records_the_newest_first() {
    for (path, lang) in [("/feed.atom", "en"), ("/es/feed.atom", "es"), ("/zh/feed.atom", "zh")] {
        let reply = ask(path);
        assert_eq!(reply.header("content-type"), Some("application/atom+xml; charset=utf-8"));
        let text = reply.text();
        assert!(text.contains(&format!("xml:lang=\"{lang}\"")), "{path}");
        let ids = texts(text, "id");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
        assert_eq!(ids.len(), 51, "the feed's own and fifty records'");
        let changed = &texts(text, "updated")[1..];
        assert!(changed.windows(2).all(|pair| pair[0] >= pair[1]), "{changed:?}");
        assert!(texts(text, "summary").iter().all(|summary| !summary.is_empty()));
    }
}

#[test]
fn the_manifest_names_icons_that_are_there() {
    let manifest = ask("/pt/manifest.webmanifest").json();
    assert_eq!(manifest["start_url"], "/pt/");
    let icons = manifest["icons"].as_array().expect("icons");
    for icon in icons {
        let reply = ask(icon["src"].as_str().expect("an address"));
        assert_eq!(reply.header("content-type"), icon["type"].as_str());
    }
    // The width and height of a PNG stand in its first chunk.
    assert_eq!(ask("/icon.png").body[16..24], [0, 0, 2, 0, 0, 0, 2, 0]);
}

#[test]
fn a_correction_says_what_was_wrong_on_its_page_and_in_its_feed() {
    let server = with_record(|files| {
        files.put(
            "corrections.json",
            r#"[{"date": "2026-11-20", "project": "jujuy-seguro", "what": {"en": "Number of <cameras>"},
                "was": {"en": "800 cameras"}, "is": {"en": "480 cameras", "es": "480 cámaras"},
                "source": "reuters-2019-07-05-zte-jujuy"}]"#,
        );
    });
    let page = get(server.address, "/es/corrections", &[]);
    for told in
        ["Number of &#60;cameras&#62;", "800 cameras", "480 cámaras", "href=\"/es/project/jujuy-seguro\""]
    {
        assert!(page.text().contains(told), "{told}");
    }
    assert!(page.text().contains("id=\"correction-1\""));
    let feed = get(server.address, "/corrections.atom", &[]);
    assert_eq!(texts(feed.text(), "id")[1], format!("{HOME}/corrections#correction-1"));
    assert_eq!(texts(feed.text(), "updated")[1], "2026-11-20T00:00:00Z");
    assert!(feed.text().contains("800 cameras") && feed.text().contains("&lt;cameras&gt;"));
    let changes = get(server.address, "/feed.atom", &[]);
    assert!(texts(changes.text(), "id").contains(&format!("{HOME}/project/jujuy-seguro")));
}

#[test]
fn a_withdrawn_record_answers_410_with_reason_and_date() {
    let server = with_record(|files| {
        let reason = r#"{"en": "It rested on one page, which its publisher took back.", "es": "Se apoyaba en una página que su editor retiró."}"#;
        let entry = format!(r#"[{{"id": "jujuy-segura", "date": "2026-10-03", "reason": {reason}}}]"#);
        files.put("withdrawn.json", entry);
    });
    let page = get(server.address, "/es/project/jujuy-segura", &[]);
    assert_eq!(page.status, 410);
    for told in ["3 oct 2026", "que su editor retiró", "/es/project/jujuy-seguro\"", "noindex"] {
        assert!(page.text().contains(told), "{told}");
    }
    for path in [
        "/project/jujuy-segura.json",
        "/project/jujuy-segura/panel",
        "/ogc/collections/projects/items/jujuy-segura",
    ] {
        let problem = get(server.address, path, &[]);
        assert_eq!(problem.status, 410, "{path}");
        assert_eq!(problem.header("content-type"), Some("application/problem+json"), "{path}");
        let detail = problem.json()["detail"].as_str().expect("a detail").to_owned();
        assert!(detail.contains("2026-10-03") && detail.contains("took back"), "{detail}");
    }
    assert!(get(server.address, "/corrections", &[]).text().contains("which its publisher took back"));
}

#[test]
fn what_is_not_there_is_a_page_with_a_way_on() {
    for (path, told) in [
        ("/organisation/huawe", "/organisation/huawei"),
        ("/es/organisation/huawei.json", "/es/organisation/huawei"),
        ("/country/XX", "There is no page for this country."),
        ("/country/CN", "There is no page for this country."),
    ] {
        let reply = get(Server::shared(), path, &[]);
        assert_eq!(reply.status, 404, "{path}");
        assert!(reply.text().contains(told), "{path}: {told}");
    }
    assert_eq!(get(Server::shared(), "/country/ar", &[]).status, 200);
}

/// The crates and packages of the lock files are those that the page of credits names.
#[test]
fn every_package_is_credited_with_a_licence() {
    use huella::site::credits::PACKAGES;
    let lock = include_str!("../Cargo.lock");
    assert!(PACKAGES.len() > 150, "{}", PACKAGES.len());
    for package in PACKAGES {
        assert!(!package.licence.is_empty() && package.licence != "undefined", "{package:?}");
        let locked = format!("name = \"{}\"\nversion = \"{}\"\n", package.name, package.version);
        assert!(package.kind == "npm" || lock.contains(&locked), "{package:?} is in no lock file");
    }
    // What the program names itself, it is built with.
    let manifest = include_str!("../Cargo.toml");
    let own =
        manifest.split("[dependencies]").nth(1).and_then(|rest| rest.split("\n[").next()).expect("a table");
    for line in own.lines().filter(|line| line.contains(" = ") && !line.contains("optional = true")) {
        let name = line.split(" = ").next().expect("a name");
        assert!(PACKAGES.iter().any(|p| p.name == name), "{name} is not credited");
    }
    for name in
        ["leaflet", "topojson-client", "@expo-google-fonts/roboto", "@expo-google-fonts/source-serif-4"]
    {
        assert!(PACKAGES.iter().any(|p| p.kind == "npm" && p.name == name), "{name}");
    }
    let page = ask("/zh/credits");
    for package in PACKAGES {
        assert!(page.text().contains(package.name), "{}", package.name);
    }
}
