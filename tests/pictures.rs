//! Pictures: the same bytes each time, whole in themselves, in the colours and the layout of the page.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use huella::atlas::{Atlas, Lang, RecordFiles, load};
use huella::picture::layout::{Spot, layout};
use huella::picture::palette::{TOKENS, Theme};
use huella::picture::projection::Pixel;
use huella::picture::text::can_draw;
use huella::picture::{View, card, png, svg};
use serde_json::Value;

use crate::server::Server;
use crate::wire::get;

static ATLAS: LazyLock<Atlas> =
    LazyLock::new(|| load::load(&RecordFiles::embedded()).atlas.expect("the record loads"));

fn view(query: &str) -> View {
    View::read(query, &ATLAS).expect("a size that can be drawn")
}

/// Views of every kind: whole, near, filtered, of another day, small, plain, in each theme.
const VIEWS: [&str; 7] = [
    "",
    "sel=jujuy-seguro&theme=dark",
    "layer=lithium&country=AR,CL&theme=print&w=800&h=500",
    "on=2015-06-01&status=operating&w=320&h=400",
    "sel=cauchari-solar&plain=1&w=320&h=384",
    "map=7.2/-24/-65.5&w=600&h=400",
    "sel=nonsense&layer=unheard-of&year=x&utm_source=y&w=300&h=200",
];

#[test]
fn a_picture_twice_gives_the_same_bytes() {
    for query in VIEWS {
        let drawn = svg(&ATLAS, &view(query), Lang::Es);
        assert_eq!(drawn, svg(&ATLAS, &view(query), Lang::Es), "{query}");
    }
    let small = svg(&ATLAS, &view(VIEWS[4]), Lang::En);
    let drawn = png(&small).expect("a picture");
    assert!(drawn.starts_with(b"\x89PNG"));
    assert_eq!(drawn, png(&small).expect("a picture"));
}

#[test]
fn a_picture_is_whole_in_itself() {
    let projects = ATLAS.projects.iter().map(|p| card(&ATLAS, p, Lang::En));
    let views = VIEWS.iter().map(|query| svg(&ATLAS, &view(query), Lang::Pt));
    for drawn in projects.chain(views) {
        for forbidden in ["<text", "<style", " style=", "href", "url(", "<script", "<image", "NaN", "inf\""] {
            assert!(!drawn.contains(forbidden), "{forbidden} in {}", &drawn[..300]);
        }
        assert!(!drawn.contains("\"none\" stroke=\"none\""), "a colour that is not known");
        let tree = resvg::usvg::Tree::from_str(&drawn, &resvg::usvg::Options::default());
        assert!(tree.is_ok(), "no SVG: {}", &drawn[..300]);
    }
}

#[test]
fn a_picture_shows_what_a_search_finds() {
    let found = |q: &str| view(q).shown(&ATLAS).into_iter().map(|p| p.id.as_str()).collect::<Vec<_>>();
    assert_eq!(found("q=litio"), found("q=L%C3%ADtio"));
    assert!(found("q=ZTE").contains(&"jujuy-seguro"));
    assert!(found("q=ZTE").len() < ATLAS.projects.len());
    assert_ne!(view("q=ZTE").canonical(), view("").canonical());
}

#[test]
fn a_picture_is_as_large_as_it_was_asked_for() {
    let drawn = svg(&ATLAS, &view("w=400&h=300&scale=2&plain=1"), Lang::En);
    assert!(drawn.contains("width=\"800\" height=\"600\" viewBox=\"0 0 400 300\""), "{}", &drawn[..200]);
    for (query, parameter) in
        [("w=5000", "w"), ("h=0", "h"), ("w=wide", "w"), ("scale=4", "scale"), ("w=3000&scale=2", "w")]
    {
        let refused = View::read(query, &ATLAS).expect_err(query);
        assert_eq!(refused.parameter, parameter, "{query}");
    }
}

#[test]
fn two_views_that_look_alike_are_one() {
    let canonical = |query: &str| view(query).canonical();
    assert_eq!(canonical("utm_source=x&theme=light&w=1200&layer=,"), "");
    assert_eq!(canonical("layer=solar,lithium"), canonical("layer=lithium,solar,solar"));
    assert_ne!(canonical("layer=solar"), canonical("layer=lithium"));
    assert_eq!(canonical(&format!("on={}", ATLAS.today())), "", "the edition's own day is the default");
}

#[test]
fn a_filter_and_a_day_take_signs_away() {
    let signs = |query: &str| svg(&ATLAS, &view(query), Lang::En).matches("<g transform").count();
    let all = signs("map=4.2/-20/-60&plain=1");
    assert!(signs("map=4.2/-20/-60&plain=1&layer=lithium") < all / 2);
    assert!(signs("map=4.2/-20/-60&plain=1&on=2010-01-01") < all / 2);
    assert_eq!(signs("map=4.2/-20/-60&plain=1&on=1950-01-01"), 1, "the map alone");
}

#[test]
fn every_projects_card_can_be_lettered_and_drawn() {
    for project in &ATLAS.projects {
        for lang in [Lang::En, Lang::Es, Lang::Pt] {
            assert!(can_draw(project.name.get(lang)), "{}", project.id);
        }
    }
    let first = ATLAS.projects.first().expect("a project");
    assert!(png(&card(&ATLAS, first, Lang::Zh)).is_ok());
}

#[test]
fn the_colours_are_those_of_the_page() {
    let css = include_str!("../web/css/tokens.css");
    let section = |from: &str| css.split(from).nth(1).and_then(|rest| rest.split("\n}").next()).expect(from);
    let (light, dark, print) =
        (section(":root {"), section("[data-theme=\"dark\"] {"), section("@media print {"));
    let token = |css: &str, name: &str| {
        let value = css.split(&format!("--{name}:")).nth(1)?;
        value.split(';').next().map(|v| v.trim().to_lowercase())
    };
    for (name, [on_light, on_dark, on_print]) in TOKENS {
        assert_eq!(token(light, name).as_deref(), Some(on_light), "{name}");
        assert_eq!(token(dark, name).as_deref(), Some(on_dark), "{name}");
        assert_eq!(token(print, name).or(token(light, name)).as_deref(), Some(on_print), "{name}");
    }
}

#[test]
fn signs_give_way_as_on_the_page() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("cases/layout.json")).expect("cases");
    for case in cases {
        let about = case["about"].as_str().expect("a name");
        let number = |v: &Value| v.as_f64().expect("a number");
        let spots: Vec<Spot> = case["places"]
            .as_array()
            .expect("places")
            .iter()
            .map(|p| Spot {
                id: p[0].as_str().expect("an id"),
                precision: serde_json::from_value(p[1].clone()).expect("a precision"),
                point: Pixel { x: number(&p[2]), y: number(&p[3]) },
                hand: p[4] == "hand",
                chosen: !p[4].is_null(),
            })
            .collect();
        let laid = layout(&spots, number(&case["zoom"]));
        let expected = case["laid"].as_array().expect("laid");
        assert_eq!(laid.len(), expected.len(), "{about}");
        for (got, want) in laid.iter().zip(expected) {
            let id = spots[got.spot].id;
            assert_eq!(id, want[0], "{about}");
            let off = (got.at.x - number(&want[1])).hypot(got.at.y - number(&want[2]));
            assert!(off < 0.05, "{about}: {id} is {off} pixels off");
            assert!((got.scale - number(&want[3])).abs() < 0.01, "{about}: scale of {id}");
            assert!((got.radius - number(&want[4])).abs() < 0.01, "{about}: radius of {id}");
            let marks = want[5].as_str().expect("marks");
            assert_eq!((got.seed, got.leader), (marks.contains("seed"), marks.contains("leader")), "{id}");
        }
    }
}

#[test]
fn pictures_are_served_with_an_etag_that_is_known_before_they_are_drawn() {
    let server = Server::shared();
    let drawn = get(server, "/image.png?sel=cauchari-solar&plain=1&w=320&h=384", &[]);
    assert_eq!((drawn.status, drawn.header("content-type")), (200, Some("image/png")));
    let tag = drawn.header("etag").expect("an ETag");
    let same =
        get(server, "/image.png?h=384&w=320&plain=1&sel=cauchari-solar&x=y", &[("If-None-Match", tag)]);
    assert_eq!(same.status, 304);
    let card = get(server, "/es/project/cauchari-solar.svg", &[]);
    assert_eq!((card.status, card.header("content-type")), (200, Some("image/svg+xml")));
    assert_ne!(card.body, get(server, "/project/cauchari-solar.svg", &[]).body, "a card speaks a language");
    assert_eq!(get(server, "/project/nothing.png", &[]).status, 404);
    let refused = get(server, "/image.png?w=99999", &[]);
    assert_eq!((refused.status, refused.header("content-type")), (400, Some("application/problem+json")));
    let problem: BTreeMap<String, Value> = serde_json::from_slice(&refused.body).expect("a problem");
    assert_eq!(problem["parameter"], "w");
}

#[test]
fn pages_show_pictures_that_exist() {
    let server = Server::shared();
    for page in ["/", "/es/project/cauchari-solar"] {
        let html = String::from_utf8(get(server, page, &[]).body).expect("UTF-8");
        let addresses =
            html.split(['"', '?', ' ']).filter(|part| part.ends_with(".svg") || part.ends_with(".png"));
        let mut count = 0;
        for address in addresses.filter(|a| a.starts_with('/') || a.starts_with("http")) {
            let path =
                address.split("://").last().and_then(|a| a.find('/').map(|at| &a[at..])).expect("a path");
            assert_eq!(get(server, path, &[]).status, 200, "{address} on {page}");
            count += 1;
        }
        assert!(count >= 2, "a picture and a preview on {page}");
    }
}

/// Every status with every precision, then what one sign can be beside that; and all glyphs.
#[test]
fn every_sign_is_drawn_as_before() {
    for theme in [Theme::Light, Theme::Dark] {
        let sheet = crate::sign_sheet::sheet(&ATLAS, theme);
        let file =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/signs-{}.svg", theme.id()));
        if std::env::var_os("HUELLA_BLESS").is_some() {
            std::fs::write(&file, &sheet).expect("a folder for golden pictures");
        }
        let golden = std::fs::read_to_string(&file).unwrap_or_default();
        let differs = golden.lines().zip(sheet.lines()).find(|(a, b)| a != b);
        assert!(
            golden == sheet,
            "{differs:?}: look at the signs, then run once with HUELLA_BLESS=1 to keep them as {}",
            file.display()
        );
    }
}
