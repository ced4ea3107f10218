//! Who reads in a language is led on in it, and is told what things are called in it.

use huella::atlas::{Lang, RecordFiles, load};
use huella::collection::tables::TABLES;
use huella::links;
use huella::site::words::tables;

use crate::markup::{Piece, pieces};
use crate::server::Server;
use crate::wire::get;

/// The addresses that a page links to, and the page.
fn page(target: &str) -> (Vec<String>, Vec<Piece>) {
    let reply = get(Server::shared(), target, &[("Accept", "text/html")]);
    assert_eq!(reply.status, 200, "{target}");
    let page = pieces(reply.text());
    let links = page.iter().filter(|piece| piece.opens("a")).filter_map(|piece| piece.attribute("href"));
    (links.map(str::to_owned).collect(), page)
}

fn heading(page: &[Piece]) -> &str {
    let at = page.iter().position(|piece| piece.opens("h1")).expect("a heading");
    match &page[at + 1] {
        Piece::Text(text) => text.trim(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn pages_lead_to_pages_of_the_service_in_their_own_language() {
    for lang in [Lang::Es, Lang::Pt, Lang::Zh] {
        let tag = lang.tag();
        for target in [format!("/{tag}/data"), format!("/{tag}/query?country=AR")] {
            let (links, _) = page(&target);
            let pages = |link: &&String| {
                let path = link.split('?').next().unwrap_or_default();
                path.ends_with("/ogc") || link.contains("/ogc/") && link.contains("f=html")
            };
            let found: Vec<&String> = links.iter().filter(pages).collect();
            assert!(!found.is_empty(), "{target}");
            for link in found {
                assert!(link.contains(&format!("lang={tag}")), "{target} leads to {link}");
            }
        }
    }
}

#[test]
fn a_page_of_the_service_goes_on_in_the_language_it_is_asked_in() {
    for path in [
        "/ogc",
        "/ogc/collections",
        "/ogc/collections/sites",
        "/ogc/collections/sites/items",
        "/ogc/collections/projects/items/jujuy-seguro",
        "/ogc/collections/projects/queryables",
        "/ogc/collections/projects/tiles",
    ] {
        let (links, _) = page(&format!("{path}?f=html&lang=es"));
        let within = links.iter().filter(|link| link.contains("/ogc")).collect::<Vec<_>>();
        assert!(within.len() > 4, "{path}");
        for link in within {
            assert_eq!(link.matches("lang=").count(), 1, "{path} leads to {link}");
        }
        let (links, _) = page(&format!("{path}?f=html"));
        let languages = links.iter().filter(|link| link.contains("lang=")).count();
        assert_eq!(languages, Lang::ALL.len(), "{path}: only the choice of a language names one");
    }
}

#[test]
fn a_feature_is_headed_by_its_name() {
    let path = "/ogc/collections/projects/items/jujuy-seguro?f=html";
    assert!(heading(&page(path).1).starts_with("Jujuy Seguro e Interconectado"));
    assert_ne!(heading(&page(&format!("{path}&lang=zh")).1), heading(&page(path).1));
}

#[test]
fn every_kind_of_file_has_a_title_in_every_language() {
    let atlas = load::load(&RecordFiles::embedded()).atlas.expect("the record");
    for (id, make) in &TABLES {
        assert_eq!(tables::title(id, Lang::En), Some(make(&atlas).title), "{id}");
    }
    let (_, spanish) = page("/es/data");
    let said = |text: &str| spanish.iter().any(|piece| matches!(piece, Piece::Text(t) if t.trim() == text));
    for title in ["Todos los sitios", "Declaraciones", "De dónde sale cada valor"] {
        assert!(said(title), "{title}");
    }
    assert!(!said("Statements"));
}

#[test]
fn english_is_what_the_service_speaks_unasked() {
    assert_eq!(links::told("/ogc", Lang::En), "/ogc");
    assert_eq!(links::told("/ogc/api?f=html", Lang::Pt), "/ogc/api?f=html&lang=pt");
}
