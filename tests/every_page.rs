//! Every page that the site map lists, in every language, as it is served: one heading, a title and a
//! description of its own, links that lead somewhere, the same languages told from each of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use huella::atlas::{Atlas, Lang, RecordFiles, load};
use huella::links::Links;
use huella::site::metadata::sitemap;
use serde_json::Value;

use crate::markup::{Piece, pieces};
use crate::server::Server;
use crate::wire::{Reply, get};

/// What the promises ask of a page.
struct Page {
    lang: Lang,
    title: String,
    description: String,
    headings: usize,
    ids: Vec<String>,
    /// What its links and forms lead to, below this server; pictures are not followed.
    targets: BTreeSet<String>,
    canonical: String,
    alternates: BTreeMap<String, String>,
    data: Vec<Value>,
}

fn ask(path: &str) -> Reply {
    get(Server::shared(), path, &[])
}

fn origin() -> String {
    format!("http://{}", Server::shared())
}

fn atlas() -> Atlas {
    load::load(&RecordFiles::embedded()).atlas.expect("an atlas")
}

static PAGES: LazyLock<BTreeMap<String, Page>> = LazyLock::new(|| {
    let links = Links::at(&origin()).expect("links");
    let mut pages = BTreeMap::new();
    for listed in sitemap::pages(&atlas(), &links) {
        for (lang, path) in Lang::ALL.into_iter().zip(listed.paths) {
            let reply = ask(&path);
            assert_eq!(reply.status, 200, "{path}");
            assert_eq!(reply.header("content-type"), Some("text/html; charset=utf-8"), "{path}");
            pages.insert(path, read(lang, reply.text()));
        }
    }
    pages
});

fn read(lang: Lang, html: &str) -> Page {
    let all = pieces(html);
    let text_after = |at: usize| match all.get(at + 1) {
        Some(Piece::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let at = |test: &dyn Fn(&Piece) -> bool| all.iter().position(test).expect("the element");
    let meta = |name: &str| {
        let found = all.iter().find(|p| p.opens("meta") && p.attribute("name") == Some(name));
        found.and_then(|p| p.attribute("content")).unwrap_or_default().to_owned()
    };
    let own = origin();
    let leads = all.iter().filter(|p| p.opens("a") || p.opens("link") || p.opens("form"));
    let targets = leads
        .filter_map(|p| p.attribute("href").or(p.attribute("action")))
        .map(|href| href.strip_prefix(&own).unwrap_or(href).to_owned())
        .filter(|href| href.starts_with('/') || href.starts_with('#'));
    let href = |p: &Piece| p.attribute("href").unwrap_or_default().to_owned();
    let is_data = |p: &Piece| p.opens("script") && p.attribute("type") == Some("application/ld+json");
    Page {
        lang,
        title: text_after(at(&|p| p.opens("title"))),
        description: meta("description"),
        headings: all.iter().filter(|p| p.opens("h1")).count(),
        ids: all.iter().filter_map(|p| p.attribute("id")).map(str::to_owned).collect(),
        targets: targets.collect(),
        canonical: links_of(&all, "canonical").map(href).next().unwrap_or_default(),
        alternates: links_of(&all, "alternate")
            .filter_map(|p| Some((p.attribute("hreflang")?.to_owned(), href(p))))
            .collect(),
        data: (0..all.len())
            .filter(|at| is_data(&all[*at]))
            .map(|at| serde_json::from_str(&text_after(at)).expect("JSON"))
            .collect(),
    }
}

/// The `<link>` elements of a relation.
fn links_of<'p>(page: &'p [Piece], rel: &'p str) -> impl Iterator<Item = &'p Piece> {
    page.iter().filter(move |p| p.opens("link") && p.attribute("rel") == Some(rel))
}

#[test]
fn every_page_has_one_heading_and_no_id_twice() {
    assert!(PAGES.len() > 4 * 450, "{} pages", PAGES.len());
    for (path, page) in PAGES.iter() {
        assert_eq!(page.headings, 1, "{path}");
        let once: BTreeSet<&String> = page.ids.iter().collect();
        assert_eq!(once.len(), page.ids.len(), "{path}: an id stands twice");
    }
}

#[test]
fn every_page_has_a_title_and_a_description_of_its_own() {
    let mut seen: BTreeMap<(Lang, &str), &str> = BTreeMap::new();
    for (path, page) in PAGES.iter() {
        for text in [&page.title, &page.description] {
            assert!(text.chars().count() >= 5, "{path}: {text:?}");
            if let Some(other) = seen.insert((page.lang, text), path) {
                panic!("{path} and {other} both say {text:?}");
            }
        }
    }
}

#[test]
fn every_page_tells_the_same_languages_from_each_of_them() {
    for (path, page) in PAGES.iter() {
        assert_eq!(page.canonical, format!("{}{path}", origin()));
        let tags: Vec<&str> = page.alternates.keys().map(String::as_str).collect();
        assert_eq!(tags, ["en", "es", "pt", "x-default", "zh"], "{path}");
        assert_eq!(page.alternates[page.lang.tag()], page.canonical, "{path}");
        for address in page.alternates.values() {
            let other = address.strip_prefix(&origin()).and_then(|path| PAGES.get(path));
            assert_eq!(other.map(|o| &o.alternates), Some(&page.alternates), "{path}: {address}");
        }
    }
}

/// Drawn for each of them, which takes long; that they are served is a promise of the pictures.
fn is_picture(path: &str) -> bool {
    path.ends_with(".png") || path.ends_with(".svg")
}

#[test]
fn no_link_of_any_page_is_dead() {
    let mut asked: BTreeMap<String, bool> = BTreeMap::new();
    for (from, page) in PAGES.iter() {
        for target in &page.targets {
            let (address, fragment) = target.split_once('#').map_or((&**target, ""), |(a, f)| (a, f));
            let path = address.split('?').next().unwrap_or_default();
            let ids = if path.is_empty() { Some(&page.ids) } else { PAGES.get(path).map(|p| &p.ids) };
            if let Some(ids) = ids {
                let there = fragment.is_empty() || ids.iter().any(|id| id == fragment);
                assert!(there, "{from}: nothing has the id of {target}");
                continue;
            }
            if is_picture(path) && !path.contains("/icon.") {
                let of = path.rsplit_once('.').expect("an ending").0;
                assert!(of.ends_with("/image") || PAGES.contains_key(of), "{from}: {target}");
                continue;
            }
            // One address answers for every page, by what stands in its query.
            let whole = if path == "/oembed" { address } else { path };
            let alive = asked.entry(whole.to_owned()).or_insert_with(|| ask(whole).status == 200);
            assert!(*alive, "{from}: {target} is dead");
        }
    }
    assert!(asked.len() > 290, "{} addresses beside the pages", asked.len());
}

/// The block of a type that a page bears.
fn block<'p>(page: &'p Page, kind: &str) -> &'p Value {
    page.data.iter().find(|block| block["@type"] == kind).unwrap_or_else(|| panic!("no {kind}"))
}

#[test]
fn the_data_set_says_what_dataset_search_asks_for() {
    for path in ["/", "/es", "/pt/data", "/zh/data", "/data"] {
        let page = PAGES.get(path).or_else(|| PAGES.get(&format!("{path}/"))).expect("the page");
        let set = block(page, "Dataset");
        let length = set["description"].as_str().expect("a description").chars().count();
        assert!((50..=5000).contains(&length), "{path}: {length} characters");
        for name in ["name", "license", "version", "dateModified", "temporalCoverage", "url", "identifier"] {
            assert!(set[name].as_str().is_some_and(|text| !text.is_empty()), "{path}: {name}");
        }
        assert!(set["license"].as_str().is_some_and(|l| l.starts_with("https://creativecommons.org/")));
        assert_eq!(set["creator"]["@type"], "Organization");
        let geo_box = set["spatialCoverage"]["geo"]["box"].as_str().expect("a box");
        let sides: Vec<f64> = geo_box.split(' ').map(|n| n.parse().expect("a number")).collect();
        assert!(sides.len() == 4 && sides[0] < sides[2] && sides[1] < sides[3], "south west north east");
        assert!(sides[0] < -50.0 && sides[1] < -100.0, "latitude first: {geo_box}");
        let files = set["distribution"].as_array().expect("files");
        assert!(files.len() >= 2);
        for file in files {
            let address = file["contentUrl"].as_str().expect("an address");
            let reply = ask(address.strip_prefix(&origin()).expect("a file of this server"));
            assert_eq!(reply.status, 200, "{address}");
            let media_type = reply.header("content-type").and_then(|value| value.split(';').next());
            assert_eq!(media_type, file["encodingFormat"].as_str(), "{address}");
        }
    }
    assert!(block(&PAGES["/data"], "Dataset")["distribution"].as_array().is_some_and(|f| f.len() >= 14));
}

#[test]
fn every_record_is_an_article_and_every_organisation_one_with_its_names() {
    let atlas = atlas();
    for project in &atlas.projects {
        let page = &PAGES[&format!("/project/{}", project.id)];
        let told = block(page, "Article");
        assert!(told["headline"].as_str().is_some_and(|h| h.chars().count() <= 110), "{}", project.id);
        assert_eq!(told["url"], page.canonical.as_str());
        assert_eq!(told["citation"].as_array().map(Vec::len), Some(project.source_ids().len()));
        let changed = told["dateModified"].as_str().expect("a date");
        assert!(changed <= atlas.about.edition.to_string().as_str(), "{changed}");
    }
    for story in &atlas.stories {
        let told = block(&PAGES[&format!("/pt/story/{}", story.id)], "Article");
        assert_eq!(told["inLanguage"], "en", "it is told in English where there is no Portuguese");
        assert!(told["citation"].as_array().is_some_and(|cited| cited.len() > 20), "{}", story.id);
    }
    for organisation in atlas.organisations.values() {
        let page = &PAGES[&format!("/organisation/{}", organisation.id)];
        assert_eq!(block(page, "Organization")["name"], organisation.name.en.as_str());
    }
}

#[test]
fn organisations_and_countries_name_each_of_their_projects() {
    let atlas = atlas();
    for project in &atlas.projects {
        let own = format!("/es/project/{}", project.id);
        let page = &PAGES[&own];
        for actor in &project.actors {
            let path = format!("/es/organisation/{}", actor.organisation);
            assert!(page.targets.contains(&path), "{own} does not lead to {path}");
            assert!(PAGES[&path].targets.contains(&own), "{path} does not lead to {own}");
            assert!(PAGES[&path].targets.contains(&format!("/es/?actor={}", actor.organisation)));
        }
        for code in project.countries.iter().filter(|code| *code != "CM") {
            let path = format!("/es/country/{code}");
            assert!(page.targets.contains(&path) && PAGES[&path].targets.contains(&own), "{own}: {path}");
        }
    }
    for path in ["/es/organisations", "/es/countries", "/es/privacy", "/es/accessibility", "/es/credits"] {
        assert!(PAGES.values().filter(|p| p.lang == Lang::Es).all(|p| p.targets.contains(path)), "{path}");
    }
}
