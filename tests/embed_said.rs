//! What a frame says of what it shows: its title, its day, its number; and that page, picture and snippet say the
//! same.

use huella::atlas::Lang;
use huella::site::embed::{Ask, Framed};

use crate::embed::{atlas, frame};
use crate::markup::pieces;
use crate::server::Server;
use crate::wire::get;

fn foot(frame: &str) -> String {
    let (_, rest) = frame.split_once("<span class=\"count\">").expect("a foot");
    rest.split("</span>").next().unwrap_or_default().to_owned()
}

fn title(frame: &str) -> &str {
    frame.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).expect("a title")
}

#[test]
fn a_frame_of_another_day_says_the_day_in_every_mode() {
    for mode in ["", "&static=1", "&plain=1", "&list=1", "&v=2026-11-24"] {
        let frame = frame(&format!("layer=lithium&on=2019-07-05{mode}"));
        assert!(foot(frame.text()).contains("As it stood on 5 Jul 2019 \u{b7} "), "{mode}");
        assert_eq!(title(frame.text()), "Lithium \u{b7} as of 5 Jul 2019", "{mode}");
    }
    for (lang, said) in
        [("/es", "Tal como estaba el"), ("/pt", "Como estava em"), ("/zh", "2019年7月5日时的状况")]
    {
        let reply = get(Server::shared(), &format!("{lang}/embed?layer=lithium&on=2019-07-05"), &[]);
        assert!(foot(reply.text()).contains(said), "{lang}");
    }
    let story = frame("story=safe-like-china&stop=1");
    assert!(foot(story.text()).contains("As it stood on 5 Jul 2019"));
    assert!(title(story.text()).ends_with("as of 5 Jul 2019"));
}

#[test]
fn a_project_before_it_began_is_said_not_to_have_begun() {
    for (lang, said) in [
        ("", "Had not begun on 1 Jan 2010"),
        ("/es", "Aún no había comenzado el 1 ene 2010"),
        ("/pt", "Ainda não havia começado em 1 jan 2010"),
        ("/zh", "2010年1月1日时尚未开始"),
    ] {
        let query = "sel=tres-quebradas&on=2010-01-01";
        let frame = get(Server::shared(), &format!("{lang}/embed?{query}"), &[]);
        assert!(frame.text().contains(said), "{lang}");
        let picture = get(Server::shared(), &format!("{lang}/image.svg?{query}"), &[]);
        assert!(picture.text().contains(said), "{lang}");
    }
}

#[test]
fn page_frame_picture_and_snippet_call_a_view_the_same() {
    let atlas = atlas();
    let links = huella::links::Links::at("https://example.org").expect("a public address");
    for query in [
        "actor=zte:vendor&status=operating&q=c%C3%A1maras",
        "actor=zte&q=c%C3%A1maras",
        "precision=exact&year=2015..2020",
        "country=AR&layer=lithium&on=2019-07-05",
        "entry=decision",
    ] {
        let name = title(frame(query).text()).to_owned();
        assert!(!name.contains("Atlas of"), "{query}: {name}");
        let page = get(Server::shared(), &format!("/?{query}"), &[]);
        assert_eq!(title(page.text()), format!("{name} \u{b7} Huella"), "{query}");
        let picture = get(Server::shared(), &format!("/image.svg?{query}"), &[]);
        assert_eq!(title(picture.text()), name, "{query}");
        let ask = Ask::read(query, &atlas);
        let framed = Framed { ask: &ask, lang: Lang::En, width: 600, height: 480, pinned: true };
        let snippet = pieces(&framed.bare(&atlas, &links));
        assert_eq!(snippet[0].attribute("title"), Some(name.replace("&#38;", "&").as_str()), "{query}");
    }
}

#[test]
fn the_foot_counts_what_is_shown_and_of_one_project_nothing() {
    let one = foot(frame("sel=jujuy-seguro").text());
    assert!(!one.contains("projects"), "{one}");
    let many = foot(frame("country=AR").text());
    assert!(many.contains("projects") && many.contains("without a place"), "{many}");
}

#[test]
fn a_snippet_that_follows_the_record_freezes_no_date_and_no_number() {
    let atlas = atlas();
    let links = huella::links::Links::at("https://example.org").expect("a public address");
    let links = links.released(Some("2026-11-24".to_owned()));
    for query in ["", "sel=jujuy-seguro", "layer=lithium"] {
        let ask = Ask::read(query, &atlas);
        let of = |pinned| {
            let framed = Framed { ask: &ask, lang: Lang::En, width: 600, height: 480, pinned };
            framed.picture(&atlas, &links, "png")
        };
        assert!(!of(false).contains("2026") && !of(false).contains(" projects,"), "{}", of(false));
        assert_eq!(
            of(true).matches(&super::embed::its_day()).count(),
            2,
            "in the sentence and in the credit"
        );
        assert!(of(true).contains("rel=\"license\"") && of(true).contains("GeoNames"));
    }
}

#[test]
fn all_that_is_copied_keeps_to_the_edition_and_says_how_it_is_shown() {
    let atlas = atlas();
    let links = huella::links::Links::at("https://example.org").expect("a public address");
    let links = links.released(Some("2026-11-24".to_owned()));
    for query in ["", "sel=jujuy-seguro", "layer=lithium&list=1", "title=", "story=lithium-triangle&stop=4"] {
        let ask = Ask::read(query, &atlas);
        let framed = Framed { ask: &ask, lang: Lang::En, width: 600, height: 480, pinned: true };
        let linked = framed.linked(&atlas, &links);
        let picture = framed.picture(&atlas, &links, "png");
        assert_eq!(linked.matches("v=2026-11-24").count(), 2, "{linked}");
        assert_eq!(picture.matches("v=2026-11-24").count(), 2, "{picture}");
        assert!(framed.home(&links).contains("v=2026-11-24"), "{}", framed.home(&links));
        assert_eq!(framed.home(&links).contains("/embed"), query.contains("list") || query.contains("title"));
        assert_eq!(framed.image(&links, "png").contains("title="), query == "title=");
    }
    let ask = Ask::read("story=lithium-triangle&stop=4", &atlas);
    let framed = Framed { ask: &ask, lang: Lang::En, width: 600, height: 480, pinned: true };
    let home = framed.home(&links);
    assert!(home.ends_with("/story/lithium-triangle?stop=4&v=2026-11-24#stop-4"), "{home}");
}

#[test]
fn a_card_of_a_view_shows_that_view_and_leads_to_it() {
    let host = format!("http://{}", Server::shared());
    let card = |path: &str| {
        let page = get(Server::shared(), path, &[]);
        let all = pieces(page.text());
        ["og:url", "og:image", "og:image:alt"].map(|name| {
            let meta = all.iter().find(|p| p.attribute("property") == Some(name)).expect(name);
            meta.attribute("content").unwrap_or_default().replace(&host, "")
        })
    };
    let [url, image, alt] = card("/es/?country=AR&theme=dark&sort=name");
    assert_eq!((url.as_str(), image.as_str()), ("/es/?country=AR", "/es/image.png?country=AR"));
    assert!(alt.contains("Argentina"), "{alt}");
    let [url, image, alt] = card("/?sel=jujuy-seguro");
    assert_eq!((url.as_str(), image.as_str()), ("/project/jujuy-seguro", "/project/jujuy-seguro.png"));
    assert!(alt.contains("Jujuy Seguro"), "{alt}");
    let [url, image, _] = card("/");
    assert_eq!((url.as_str(), image.as_str()), ("/", "/image.png"));
}
