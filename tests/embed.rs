//! A frame stands whole in any page, whatever it is asked, and what editors paste is sound.

use huella::atlas::Lang;
use huella::site::embed::{Ask, Framed};

use crate::markup::{Piece, pieces};
use crate::server::Server;
use crate::wire::{Reply, get};

pub fn atlas() -> huella::atlas::Atlas {
    huella::atlas::load::load(&huella::atlas::RecordFiles::embedded()).atlas.expect("the embedded record")
}

pub fn frame(query: &str) -> Reply {
    let reply = get(Server::shared(), &format!("/embed?{query}"), &[]);
    assert_eq!(reply.status, 200, "{query}");
    reply
}

/// The day of the record, as frames write it in English.
pub fn its_day() -> String {
    atlas().today().strftime("%-d %b %Y").to_string()
}

/// Whether the record says what a frozen edition says: only then can a snippet keep to it.
pub fn released() -> bool {
    get(Server::shared(), "/data/editions.json", &[]).json()["current"]["released"] == true
}

fn classed<'p>(page: &'p [Piece], class: &str) -> Vec<&'p Piece> {
    page.iter().filter(|piece| piece.has_class(class)).collect()
}

#[test]
fn any_page_may_frame_it_and_nothing_else_may_be_framed_by_others() {
    let embed = frame("layer=lithium");
    let policy = embed.header("content-security-policy").expect("a policy");
    assert!(!policy.contains("frame-ancestors"), "files and web views of apps are shut out by any value");
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    assert_eq!(embed.header("x-frame-options"), None);
    assert_eq!(embed.header("set-cookie"), None);
    assert_eq!(embed.header("cross-origin-resource-policy"), Some("cross-origin"));
    for target in ["/", "/project/jujuy-seguro", "/about", "/embed/builder"] {
        let page = get(Server::shared(), target, &[]);
        let policy = page.header("content-security-policy").expect("a policy");
        assert!(policy.contains("frame-ancestors 'self'"), "{target}");
    }
}

#[test]
fn all_that_it_loads_may_be_loaded_from_an_origin_of_its_own() {
    let embed = frame("sel=jujuy-seguro");
    let page = pieces(embed.text());
    let loaded = page.iter().flat_map(|p| match p {
        Piece::Open { name, .. } => match name.as_str() {
            "script" => p.attribute("src"),
            "link" if p.attribute("rel") == Some("stylesheet") => p.attribute("href"),
            "img" => p.attribute("src"),
            "source" => p.attribute("srcset"),
            "body" => p.attribute("data-base"),
            _ => None,
        },
        _ => None,
    });
    let loaded: Vec<&str> = loaded.collect();
    assert!(loaded.len() >= 6, "script, style, base map, pictures: {loaded:?}");
    for target in loaded {
        let reply = get(Server::shared(), target, &[("Origin", "null")]);
        assert_eq!(reply.status, 200, "{target}");
        assert_eq!(reply.header("access-control-allow-origin"), Some("*"), "{target}");
        assert_eq!(reply.header("access-control-allow-credentials"), None, "{target}");
    }
    assert!(page.iter().all(|p| p.attribute("type") != Some("module")), "a sandbox runs no module script");
}

#[test]
fn it_holds_only_what_is_shown() {
    let whole = frame("");
    let part = frame("layer=lithium&country=BO");
    assert!(part.body.len() * 4 < whole.body.len());
    let page = pieces(part.text());
    let rows: Vec<&str> =
        page.iter().filter(|p| p.opens("li")).filter_map(|p| p.attribute("data-project")).collect();
    let atlas = atlas();
    assert!(!rows.is_empty());
    for id in &rows {
        let project = atlas.project(id).expect("a project of the record");
        assert!(project.layer == "lithium" && project.countries.iter().any(|c| c == "BO"), "{id}");
        assert!(part.text().contains(&format!("\"{id}\":")), "the map's data name {id}");
    }
    assert!(!part.text().contains("\"jujuy-seguro\":"));
}

#[test]
fn whatever_is_asked_it_is_never_an_empty_box() {
    for query in [
        "",
        "layer=steam",
        "layer=lithium,steam&theme=pink",
        "sel=jujuy-segur",
        "sel=no-such-thing-at-all",
        "sel=%00%ff&map=99/99/999&on=2026-02-31",
        "country=AR&status=closed&layer=space",
        "title=%3Cscript%3Ealert(1)%3C/script%3E",
        "controls=maybe&list=2&plain=&static=yes",
        "v=1999-01-01",
        "q=%F0%9F%92%A9",
        "static=1",
        "plain=1&list=1&theme=dark",
        "on=2010-01-01",
        "on=1900-01-01",
        "story=lithium-triangle&stop=99",
        "story=no-such-story&stop=x",
    ] {
        for lang in ["", "/es", "/pt", "/zh"] {
            let reply = get(Server::shared(), &format!("{lang}/embed?{query}"), &[]);
            assert_eq!(reply.status, 200, "{lang} {query}");
            let page = pieces(reply.text());
            let has = |class: &str| !classed(&page, class).is_empty();
            assert!(
                page.iter().any(|p| p.opens("img") && p.attribute("alt").is_some_and(|alt| !alt.is_empty()))
            );
            assert!(has("item") || has("note"), "{query}: neither a project nor a word");
            assert!(has("trust") && has("count"), "{query}");
            assert!(page.iter().any(|p| p.opens("h1")), "{query}");
            assert!(!reply.text().contains("<script>"), "{query}");
        }
    }
}

#[test]
fn what_it_was_asked_and_cannot_do_is_said_quietly() {
    let note = |query: &str| {
        let reply = frame(query);
        let text = reply.text().to_owned();
        text.split("<p class=\"note\">")
            .skip(1)
            .map(|rest| rest.split("</p>").next().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert_eq!(note("layer=lithium&utm_source=x"), "");
    assert!(note("layer=lithium,steam").contains("layer=steam"));
    assert!(note("theme=pink").contains("theme=pink"));
    assert!(note("controls=maybe").contains("controls=maybe"));
    let near = note("sel=jujuy-segur");
    assert!(near.contains("jujuy-segur") && near.contains("/embed?sel=jujuy-seguro"), "{near}");
    assert!(note("story=no-such-story").contains("no-such-story"));
    assert!(note(&format!("title={}", "a".repeat(500))).contains("120"));
    assert!(!note("country=AR&status=closed&layer=space").is_empty());
}

#[test]
fn options_do_what_they_say() {
    let page = |query: &str| pieces(frame(query).text());
    let opened = |page: &[Piece], name: &str| page.iter().any(|p| p.opens(name));
    let still = page("static=1&sel=jujuy-seguro");
    assert!(!opened(&still, "script") && !opened(&still, "noscript") && opened(&still, "img"));
    assert!(classed(&page("plain=1"), "key").is_empty());
    assert!(classed(&page("plain=1"), "title").is_empty());
    assert!(!classed(&page("plain=1"), "trust").is_empty(), "the foot stays");
    assert!(classed(&page("title="), "title").is_empty());
    assert!(frame("title=Lithium%20and%20%3Csolar%3E").text().contains("Lithium and &#60;solar&#62;</h1>"));
    assert!(!classed(&page("list=1"), "as-list").is_empty());
    assert!(page("theme=dark").iter().any(|p| p.opens("html") && p.attribute("data-theme") == Some("dark")));
    let chosen = frame("sel=cauchari-olaroz");
    let card = chosen
        .text()
        .split("id=\"card\"")
        .nth(1)
        .and_then(|rest| rest.split("</section>").next())
        .expect("a card");
    for said in ["Caucharí-Olaroz", "since", "sources", "Open in the atlas", "/project/cauchari-olaroz"] {
        assert!(card.contains(said), "{said}: {card}");
    }
}

#[test]
fn a_card_tells_a_range_only_of_figures_of_one_thing() {
    let line = |prefix: &str, id: &str| {
        let frame = get(Server::shared(), &format!("{prefix}/embed?sel={id}"), &[]);
        let card = frame.text().split("class=\"item-line\">").nth(1).expect("a card");
        card.split("</p>").next().expect("its end").to_owned()
    };
    // A pilot, a proposal and what was reported installed.
    assert!(line("", "jujuy-seguro").ends_with(" Cameras: 8 figures."));
    assert!(line("/es", "subte-line-a").ends_with(": 3 cifras."));
    // Two accounts of the length of one cable.
    assert!(line("", "suriname-guyana-submarine-cable").ends_with(": 1,127 to 1,240 km."));
    assert!(line("/zh", "jujuy-seguro").ends_with("，阿根廷。摄像头：8 个数字。"));
}

#[test]
fn what_editors_paste_is_plain_html_without_a_script() {
    let atlas = atlas();
    let links = huella::links::Links::at("https://example.org/atlas").expect("a public address");
    let links = links.released(Some("2026-11-24".to_owned()));
    let mut seen = 0;
    for lang in Lang::ALL {
        for query in [
            "",
            "sel=jujuy-seguro",
            "layer=lithium,solar&country=AR&map=6/-24/-66.5&theme=dark&controls=0",
            "title=%22Quotes%22%20%26%20%3Ctags%3E&list=1&plain=1",
            "q=l%C3%ADtio%20%22y%22&static=1",
        ] {
            let ask = Ask::read(query, &atlas);
            for pinned in [false, true] {
                let framed = Framed { ask: &ask, lang, width: 600, height: 480, pinned };
                let frame = pieces(&framed.linked(&atlas, &links));
                sound(&frame, &["iframe", "p", "a"]);
                let iframe = frame.iter().find(|p| p.opens("iframe")).expect("a frame");
                let src = iframe.attribute("src").expect("an address");
                assert!(src.starts_with("https://example.org/atlas/"), "{src}");
                assert_eq!(src.contains("v=2026-11-24"), pinned, "{src}");
                assert!(iframe.attribute("title").is_some_and(|title| !title.is_empty()));
                assert_eq!(iframe.attribute("width"), Some("100%"), "where no style is let through");
                assert!(
                    frame
                        .iter()
                        .any(|p| p.opens("a")
                            && p.attribute("href").is_some_and(|h| h.starts_with("https://")))
                );
                for ending in ["png", "svg"] {
                    let picture = pieces(&framed.picture(&atlas, &links, ending));
                    sound(&picture, &["figure", "a", "img", "figcaption"]);
                    let img = picture.iter().find(|p| p.opens("img")).expect("a picture");
                    assert!(img.attribute("alt").is_some_and(|alt| alt.len() > 8));
                    assert!(
                        img.attribute("src").is_some_and(|src| src.contains(&format!("/image.{ending}")))
                    );
                }
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 40);
}

/// Only these elements, each closed in order, no attribute twice, no handler of events, no raw `<` or `&`.
fn sound(page: &[Piece], allowed: &[&str]) {
    let mut open: Vec<&str> = Vec::new();
    for piece in page {
        match piece {
            Piece::Open { name, attributes } => {
                assert!(allowed.contains(&name.as_str()), "<{name}>");
                let mut names: Vec<&str> = attributes.iter().map(|(name, _)| name.as_str()).collect();
                assert!(names.iter().all(|name| !name.starts_with("on")));
                names.sort_unstable();
                names.dedup();
                assert_eq!(names.len(), attributes.len());
                if name != "img" {
                    open.push(name);
                }
            }
            Piece::Close(name) => assert_eq!(open.pop(), Some(name.as_str())),
            Piece::Text(_) => {}
        }
    }
    assert!(open.is_empty());
}

#[test]
fn the_builder_answers_a_form_without_a_script() {
    for (query, wanted) in [
        ("", vec!["/embed"]),
        ("sel=jujuy-seguro", vec!["/embed?sel=jujuy-seguro", "http://"]),
        ("what=country&place=BO&theme=dark&latest=1", vec!["/embed?country=BO&amp;theme=dark&quot;"]),
        (
            "what=project&project=cauchari-solar&title=&lang=es",
            vec!["/es/embed?sel=cauchari-solar", "title=&quot;"],
        ),
        (
            "layer=lithium&map=6/-24/-66&what=view&height=99999",
            vec!["height=&quot;1200&quot;", "map=6/-24/-66"],
        ),
        ("what=story&tour=lithium-triangle/2", vec!["/embed?story=lithium-triangle&amp;stop=2"]),
        ("what=rubbish&project=none&place=XX&height=tall&title=%3Cb%3E", vec!["&amp;lt;b&amp;gt;"]),
    ] {
        let reply = get(Server::shared(), &format!("/embed/builder?{query}"), &[]);
        assert_eq!(reply.status, 200, "{query}");
        // Whatever way a template writes an entity, it is one.
        let text = reply
            .text()
            .replace("&#34;", "&quot;")
            .replace("&#38;", "&amp;")
            .replace("&#60;", "&lt;")
            .replace("&#62;", "&gt;");
        let text = text
            .replace("&amp;#60;", "&amp;lt;")
            .replace("&amp;#62;", "&amp;gt;")
            .replace("&amp;#38;", "&amp;")
            .replace("&amp;amp;", "&amp;");
        for part in wanted {
            assert!(text.contains(part), "{query}: {part}");
        }
        let follows = query.contains("latest=1") || !released();
        assert_eq!(
            text.contains("v=20"),
            !follows,
            "{query}: a snippet keeps to its data unless asked not to"
        );
        let page = pieces(reply.text());
        assert!(page.iter().any(|p| p.opens("form") && p.attribute("action") == Some("/embed/builder")));
        assert!(page.iter().filter(|p| p.opens("textarea")).count() >= 5);
    }
}
