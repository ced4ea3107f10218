//! Stories: told in every language, beside the map that they promise, with every source they cite.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use huella::atlas::{Atlas, Lang, RecordFiles, Tour, load, prose::Block};
use huella::links::Links;
use huella::picture::{png, stop, story_card, svg};
use huella::site::frame::Context;
use huella::site::page::View;
use huella::site::story::{self, metadata, state};
use huella::site::{record, retold};

use crate::markup::{Piece, pieces};
use crate::server::Server;
use crate::wire::get;

static ATLAS: LazyLock<Atlas> =
    LazyLock::new(|| load::load(&RecordFiles::embedded()).atlas.expect("the record loads"));
static LINKS: LazyLock<Links> =
    LazyLock::new(|| Links::at("https://example.org/atlas").expect("a public address"));

fn context(lang: Lang) -> Context<'static> {
    Context { atlas: &ATLAS, links: &LINKS, lang }
}

/// Every story in every language, with its page.
fn every_story(check: impl Fn(&Tour, Lang, Vec<Piece>)) {
    assert!(ATLAS.stories.len() >= 2);
    for tour in &ATLAS.stories {
        for lang in Lang::ALL {
            check(tour, lang, pieces(&story::page(&context(lang), tour, None).expect("a page")));
        }
    }
}

fn stops(page: &[Piece]) -> Vec<&Piece> {
    page.iter().filter(|piece| piece.has_class("stop")).collect()
}

/// A view's zoom, latitude and longitude.
fn map_of(query: &str) -> Vec<f64> {
    let (_, map) = form_urlencoded::parse(query.as_bytes()).find(|(k, _)| k == "map").expect("a map");
    map.split('/').map(|part| part.parse().expect("a number")).collect()
}

#[test]
fn a_story_is_told_in_every_language_with_all_its_stops_and_sources() {
    every_story(|tour, lang, page| {
        let telling = tour.told(lang).expect("a telling");
        let title = page.iter().position(|piece| piece.opens("h1")).expect("a title");
        assert_eq!(page[title + 1], Piece::Text(telling.title.clone()));
        assert_eq!(page.iter().filter(|piece| piece.opens("h1")).count(), 1);
        assert_eq!(stops(&page).len(), telling.stops.len());
        let shown: BTreeSet<&str> = page.iter().filter_map(|piece| piece.attribute("data-source")).collect();
        let cited: BTreeSet<&str> = telling
            .opening
            .iter()
            .chain(telling.stops.iter().flat_map(|stop| &stop.body))
            .flat_map(Block::cited)
            .collect();
        assert_eq!(shown, cited, "{} in {}", tour.id, lang.tag());
        assert_eq!(cited.len(), telling.cited().len());
    });
}

#[test]
fn a_story_in_another_language_than_its_page_says_so() {
    every_story(|tour, lang, page| {
        let telling = tour.told(lang).expect("a telling");
        let own = telling.lang == lang;
        let expected = (!own).then(|| telling.lang.tag());
        let texts = page.iter().filter(|piece| piece.has_class("stop-text") || piece.opens("h1"));
        for piece in texts {
            assert_eq!(piece.attribute("lang"), expected, "{} in {}", tour.id, lang.tag());
        }
        let said = page.iter().any(|piece| piece.has_class("story-untold"));
        assert_eq!(said, !own, "{} in {}", tour.id, lang.tag());
    });
}

#[test]
fn every_link_within_a_story_leads_somewhere_and_no_id_stands_twice() {
    every_story(|tour, lang, page| {
        let ids: Vec<&str> = page.iter().filter_map(|piece| piece.attribute("id")).collect();
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{} in {}", tour.id, lang.tag());
        let targets = page.iter().filter_map(|piece| piece.attribute("href")?.strip_prefix('#'));
        let labels = page.iter().filter_map(|piece| piece.attribute("aria-labelledby"));
        for target in targets.chain(labels) {
            assert!(unique.contains(target), "{} in {}: nothing is `{target}`", tour.id, lang.tag());
        }
    });
}

#[test]
fn page_link_and_picture_of_a_stop_show_one_state() {
    every_story(|tour, lang, page| {
        for (at, piece) in stops(&page).into_iter().enumerate() {
            let of_stop = state::of(&ATLAS, tour.told(lang).expect("a telling"), at);
            assert_eq!(piece.attribute("data-state"), Some(of_stop.as_str()));
            let href = LINKS.map_in(lang, &of_stop);
            assert!(page.iter().any(|piece| piece.attribute("href") == Some(href.as_str())), "{href}");
            // The map page reads it back whole, and the picture is of it.
            assert_eq!(View::read(&of_stop).query(), format!("?{of_stop}"));
            let view = stop::view(&ATLAS, tour, at + 1, lang, "").expect("a stop").expect("a size");
            let map = view.camera().expect("a map");
            assert_eq!(vec![map.zoom, map.lat, map.lon], map_of(&of_stop));
        }
    });
}

#[test]
fn every_stop_shows_what_it_tells_of() {
    for tour in &ATLAS.stories {
        let telling = tour.told(Lang::En).expect("English");
        for at in 0..telling.stops.len() {
            let view =
                stop::view(&ATLAS, tour, at + 1, Lang::En, "w=720&h=480").expect("a stop").expect("a size");
            let shown = view.shown(&ATLAS);
            assert!(!shown.is_empty(), "{} stop {}: nothing is on the map", tour.id, at + 1);
            let Some(project) = view.state.chosen(&ATLAS) else { continue };
            assert!(shown.iter().any(|p| p.id == project.id), "{} stop {}: {}", tour.id, at + 1, project.id);
            // A place in hand lies within the picture, if it has one.
            let map = view.camera().expect("a map");
            let window = map.window(720.0, 480.0);
            let places = state::in_hand(&ATLAS, &project.id);
            let inside = places.iter().filter_map(|site| site.geometry.as_ref()).any(|geometry| {
                let value = serde_json::to_value(geometry).expect("JSON");
                let point: Option<Vec<f64>> = serde_json::from_value(value["coordinates"].clone()).ok();
                point.is_some_and(|p| {
                    let at = map.project(p[0], p[1]);
                    (window.left..window.right).contains(&at.x) && (window.top..window.bottom).contains(&at.y)
                })
            });
            assert!(
                inside || places.is_empty(),
                "{} stop {}: {} is beyond the edge",
                tour.id,
                at + 1,
                project.id
            );
        }
    }
}

#[test]
fn a_stop_never_looks_closer_than_the_place_is_known() {
    let mut files = RecordFiles::embedded();
    let sites = [("jujuy-seguro", 11.0), ("mariana-lithium", 7.0), ("cauchari-olaroz", 12.0)];
    for (id, _) in sites {
        for lang in ["en", "es"] {
            let head =
                format!("---\nid: {id}\nlang: {lang}\ntitle: T\nsummary: S\ndate: 2026-01-01\n---\n\n");
            let text = format!(
                "{head}## A\n<!-- map: sel={id}&map=15/-24/-66 -->\n\nB.\n\n## C\n<!-- map: sel={id}&map=6.5/-24/-66 -->\n\nD.\n"
            );
            files.put(format!("stories/{id}.{lang}.md"), text);
        }
    }
    let atlas = load::load(&files).atlas.expect("an atlas");
    for (id, deepest) in sites {
        let tour = atlas.story(id).expect("the story");
        let telling = tour.told(Lang::Pt).expect("a telling");
        assert_eq!(map_of(&state::of(&atlas, telling, 0)), [deepest, -24.0, -66.0], "{id}");
        assert_eq!(map_of(&state::of(&atlas, telling, 1)), [6.5, -24.0, -66.0], "{id}");
        let picture = stop::view(&atlas, tour, 1, Lang::Pt, "").expect("a stop").expect("a size");
        assert_eq!(picture.camera().expect("a map").zoom, deepest, "{id}");
    }
}

#[test]
fn without_scripts_each_stop_has_its_picture_its_words_and_a_link() {
    every_story(|tour, lang, page| {
        let images: Vec<&Piece> = page.iter().filter(|piece| piece.opens("img")).collect();
        assert_eq!(images.len(), stops(&page).len());
        for (at, image) in images.into_iter().enumerate() {
            let source = image.attribute("src").expect("an address");
            let path = LINKS.stop_picture(lang, &tour.id, at + 1, "svg");
            assert!(source.starts_with(&path), "{source}");
            assert!(image.attribute("alt").is_some_and(|alt| alt.len() > 20), "{source}");
            assert_eq!(image.attribute("loading"), Some("lazy"));
        }
        assert_eq!(page.iter().filter(|piece| piece.opens("figcaption")).count(), stops(&page).len());
    });
}

#[test]
fn the_records_that_a_stop_tells_of_tell_of_the_story() {
    for tour in &ATLAS.stories {
        let telling = tour.told(Lang::En).expect("English");
        for at in 0..telling.stops.len() {
            for project in retold::of_stop(&ATLAS, telling, at) {
                let told = retold::stories_of(&context(Lang::En), project);
                assert!(told.iter().any(|t| t.href.contains(&tour.id)), "{} of {}", project.id, tour.id);
                let panel = record::panel(&context(Lang::En), project).expect("a panel");
                assert!(panel.contains("class=\"told-in\""), "{}", project.id);
            }
        }
    }
    let of = |id: &str, stop: usize| -> Vec<&str> {
        let telling = ATLAS.story(id).and_then(|tour| tour.told(Lang::En)).expect("the story");
        retold::of_stop(&ATLAS, telling, stop - 1).iter().map(|p| p.id.as_str()).collect()
    };
    assert_eq!(of("safe-like-china", 1), ["jujuy-seguro"]);
    assert_eq!(of("safe-like-china", 6), ["ecu-911"]);
    assert_eq!(
        of("lithium-triangle", 3),
        ["mariana-lithium", "pozuelos-pastos-grandes", "centenario-ratones"]
    );
    let chile = ["tianqi-sqm-stake", "byd-antofagasta-cathode", "tsingshan-mejillones-cathode"];
    assert_eq!(of("lithium-triangle", 7), chile);
    let project = ATLAS.project("chancay-smart-port").expect("the project");
    assert!(retold::stories_of(&context(Lang::En), project).is_empty());
}

#[test]
fn counts_that_stand_in_a_story_are_those_of_the_record() {
    let lithium = |country: &str| {
        let of =
            |p: &&huella::atlas::Project| p.layer == "lithium" && p.countries.iter().any(|c| c == country);
        ATLAS.projects.iter().filter(of).count()
    };
    assert_eq!([lithium("AR"), lithium("BO"), lithium("CL")], [12, 3, 3], "stop 1 of the lithium triangle");
    for tour in &ATLAS.stories {
        for (lang, words) in
            [(Lang::En, ["Seven stops", "Nine stops"]), (Lang::Es, ["Siete paradas", "Nueve paradas"])]
        {
            let telling = tour.told(lang).expect("a telling");
            let word = if telling.stops.len() == 7 { words[0] } else { words[1] };
            assert!(telling.summary.contains(word), "{} has {} stops", tour.id, telling.stops.len());
        }
    }
}

#[test]
fn a_link_to_a_stop_is_previewed_by_the_stop() {
    let tour = ATLAS.story("safe-like-china").expect("the story");
    let meta = |stop: Option<usize>, property: &str| {
        let page = pieces(&story::page(&context(Lang::Es), tour, stop).expect("a page"));
        let of =
            page.iter().find(|piece| piece.attribute("property") == Some(property)).expect("the property");
        of.attribute("content").expect("content").to_owned()
    };
    let whole = "https://example.org/atlas/es/story/safe-like-china";
    assert_eq!(meta(None, "og:image"), format!("{whole}.png"));
    assert_eq!(meta(Some(3), "og:image"), format!("{whole}/3.png"));
    assert!(meta(Some(3), "og:title").starts_with("Litio en la Puna"));
    assert_eq!(meta(Some(3), "og:url"), whole);
    assert_eq!(meta(Some(99), "og:image"), format!("{whole}.png"));
}

#[test]
fn pictures_of_stories_are_the_same_each_time() {
    for tour in &ATLAS.stories {
        let card = story_card(&ATLAS, tour, Lang::Es);
        assert_eq!(card, story_card(&ATLAS, tour, Lang::Es));
        assert!(card.starts_with("<svg") && !card.contains("http://example") && !card.contains("<text"));
        let view = || {
            stop::view(&ATLAS, tour, 2, Lang::Es, "w=300&h=200&theme=dark").expect("a stop").expect("a size")
        };
        let drawn = svg(&ATLAS, &view(), Lang::Es);
        assert_eq!(drawn, svg(&ATLAS, &view(), Lang::Es));
        assert_eq!(png(&drawn).expect("a picture"), png(&drawn).expect("a picture"));
    }
}

#[test]
fn stories_are_listed_with_their_facts() {
    for lang in Lang::ALL {
        let page = pieces(&story::index(&context(lang)).expect("a page"));
        for facts in metadata::all(&context(lang)) {
            assert!(page.iter().any(|piece| piece.attribute("href") == Some(facts.path.as_str())));
            assert!(facts.languages.contains(&Lang::En) && facts.languages.contains(&Lang::Es));
            assert!(!facts.summary.is_empty() && facts.stops > 0 && facts.sources > 0);
        }
    }
}

#[test]
fn a_story_and_its_pictures_have_addresses_and_all_else_is_not_found() {
    let at = |target: &str| get(Server::shared(), target, &[("Accept", "text/html")]);
    for target in ["/stories", "/es/stories", "/story/safe-like-china", "/zh/story/lithium-triangle?stop=2"] {
        assert_eq!(at(target).status, 200, "{target}");
    }
    let card = at("/story/safe-like-china.png");
    assert_eq!((card.status, card.header("content-type")), (200, Some("image/png")));
    let again = get(
        Server::shared(),
        "/story/safe-like-china.png",
        &[("If-None-Match", card.header("etag").expect("an ETag"))],
    );
    assert_eq!(again.status, 304);
    let stop = at("/es/story/safe-like-china/3.svg?plain=1&w=300&h=200&download");
    assert_eq!((stop.status, stop.header("content-type")), (200, Some("image/svg+xml")));
    assert!(stop.header("content-disposition").is_some_and(|d| d.contains("safe-like-china-3.svg")));
    assert!(!stop.text().contains("height=\"630\""));
    for target in [
        "/story/nothing",
        "/story/nothing.png",
        "/story/safe-like-china.gif",
        "/story/safe-like-china/0.png",
        "/story/safe-like-china/10.png",
        "/story/safe-like-china/-1.png",
        "/story/safe-like-china/one.png",
        "/story/safe-like-china/3",
        "/story/safe-like-china/3.gif",
        "/story/nothing/1.png",
    ] {
        assert_eq!(at(target).status, 404, "{target}");
    }
    assert_eq!(at("/story/safe-like-china/1.png?w=99999").status, 400);
}
