//! The atlas, its editions and each record can be cited in every form, and the forms agree.

use std::fs;
use std::path::Path;

use huella::atlas::{Lang, RecordFiles, load};
use huella::cite::style::{Style, text};
use huella::cite::{self, cff};
use serde_json::Value;

use crate::markup::pieces;
use crate::server::Server;
use crate::wire::{Reply, get};

fn ask(path: &str) -> Reply {
    get(Server::shared(), path, &[])
}

fn item(path: &str) -> Value {
    let reply = ask(path);
    assert_eq!(reply.status, 200, "{path}: {}", reply.text());
    assert_eq!(reply.header("content-type"), Some("application/vnd.citationstyles.csl+json"), "{path}");
    reply.json()[0].clone()
}

#[test]
fn the_forms_of_a_citation_say_the_same() {
    for (stem, title) in [("/data/citation", "Huella, atlas of"), ("/project/jujuy-seguro", "Jujuy Seguro")] {
        let item = item(&format!("{stem}.csl.json"));
        let told = |name: &str| item[name].as_str().expect(name).to_owned();
        let (edition, url) = (told("version"), told("URL"));
        assert!(told("title").starts_with(title), "{item}");
        assert!(item.get("accessed").is_none(), "nobody has said when it was read");
        for ending in ["bib", "ris", "txt"] {
            let reply = ask(&format!("{stem}.{ending}"));
            assert_eq!(reply.status, 200, "{stem}.{ending}");
            for piece in [&edition[..4], &told("title"), &url, "Huella contributors"] {
                assert!(reply.text().contains(piece), "{stem}.{ending} lacks {piece}: {}", reply.text());
            }
            assert!(reply.text().contains(&edition), "{stem}.{ending}: {}", reply.text());
        }
    }
}

#[test]
fn the_day_of_access_stands_where_it_is_given_and_nowhere_else() {
    let day = "2027-03-09";
    let item = item(&format!("/project/jujuy-seguro.csl.json?accessed={day}"));
    assert_eq!(item["accessed"]["date-parts"], serde_json::json!([[2027, 3, 9]]));
    assert!(ask(&format!("/data/citation.bib?accessed={day}")).text().contains("urldate = {2027-03-09}"));
    assert!(ask(&format!("/data/citation.ris?accessed={day}")).text().contains("Y2  - 2027/03/09/\r\n"));
    let refused = ask("/data/citation.bib?accessed=yesterday");
    assert_eq!(refused.status, 400);
    assert_eq!(refused.json()["parameter"], "accessed");
}

#[test]
fn styles_know_the_language_and_leave_no_codes_of_a_terminal() {
    let atlas = load::load(&RecordFiles::embedded()).atlas.expect("the record");
    let project = atlas.project("jujuy-seguro").expect("a project");
    let address = "https://example.org/project/jujuy-seguro?v=2026-11-24".to_owned();
    for lang in Lang::ALL {
        for style in Style::ALL {
            let told = text(&cite::project(&atlas, project, lang, address.clone()), style);
            assert!(told.contains(&address) && told.contains("2026"), "{told}");
            assert!(!told.chars().any(char::is_control), "{told:?}");
        }
    }
}

#[test]
fn every_name_is_cited_as_it_is_recorded() {
    let atlas = load::load(&RecordFiles::embedded()).atlas.expect("the record");
    let mut falsified = Vec::new();
    let asked = Lang::ALL.map(|lang| (lang, Style::Chicago)).into_iter().chain([(Lang::En, Style::Apa)]);
    for (lang, style) in asked {
        let whole = atlas.about.title.get(lang);
        for project in &atlas.projects {
            let told = text(&cite::project(&atlas, project, lang, "https://example.org/".to_owned()), style);
            if !told.contains(project.name.get(lang)) || !told.contains(whole) {
                falsified.push(told);
            }
        }
    }
    assert!(falsified.is_empty(), "{falsified:#?}");
}

#[test]
fn a_language_writes_day_and_month_in_its_own_order() {
    let atlas = load::load(&RecordFiles::embedded()).atlas.expect("the record");
    let issued = jiff::civil::date(2026, 11, 24);
    let expected = [
        (Lang::En, "November 24."),
        (Lang::Es, "24 de noviembre."),
        (Lang::Pt, "24 de novembro."),
        (Lang::Zh, "11月24日."),
    ];
    for (lang, day) in expected {
        let cited = cite::dataset(&atlas, lang, "https://example.org/data".to_owned());
        let told = text(&cite::Cited { issued, ..cited }, Style::Chicago);
        assert!(told.contains(day), "{told}");
    }
}

#[test]
fn pages_carry_what_reference_managers_read() {
    let html = ask("/es/project/jujuy-seguro");
    let page = pieces(html.text());
    let meta = |name: &str| {
        let found = page.iter().find(|p| p.opens("meta") && p.attribute("name") == Some(name));
        found.and_then(|p| p.attribute("content")).unwrap_or_else(|| panic!("{name}")).to_owned()
    };
    assert!(meta("citation_title").starts_with("Jujuy"));
    assert_eq!(meta("citation_language"), "es");
    assert_eq!(meta("citation_author"), "Huella contributors");
    assert_eq!(meta("DC.type"), "Dataset");
    let link = |rel: &str, kind: &str| {
        let found = page.iter().find(|p| {
            p.opens("link")
                && p.attribute("rel") == Some(rel)
                && p.attribute("type").unwrap_or_default() == kind
        });
        found.and_then(|p| p.attribute("href")).unwrap_or_else(|| panic!("{rel} {kind}")).to_owned()
    };
    assert_eq!(link("cite-as", ""), meta("citation_public_url"));
    for kind in ["application/x-bibtex", "application/x-research-info-systems"] {
        assert_eq!(ask(&link("alternate", kind)).status, 200, "{kind}");
    }
}

#[test]
fn every_source_is_in_the_bibliography() {
    let atlas = load::load(&RecordFiles::embedded()).atlas.expect("the record");
    let items = ask("/data/sources.csl.json").json();
    assert_eq!(items.as_array().map(Vec::len), Some(atlas.sources.len()));
    let bibtex = ask("/data/sources.bib");
    for id in atlas.sources.keys() {
        assert!(bibtex.text().contains(&format!("{{{id},\n")), "{id}");
    }
}

#[test]
fn a_deposit_names_edition_licence_and_what_it_is() {
    let datacite = ask("/data/datacite.json").json();
    let attributes = &datacite["data"]["attributes"];
    assert_eq!(attributes["types"]["resourceTypeGeneral"], "Dataset");
    assert_eq!(attributes["rightsList"][0]["rightsIdentifier"], "CC-BY-4.0");
    assert_eq!(attributes["version"], ask("/data/zenodo.json").json()["metadata"]["version"]);
}

#[test]
fn the_citation_file_of_the_repository_is_current() {
    let atlas = load::load(&RecordFiles::embedded()).atlas.expect("the record");
    let committed =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("CITATION.cff")).expect("a file");
    assert!(committed == cff::file(&atlas), "CITATION.cff is to be:\n{}", cff::file(&atlas));
}
