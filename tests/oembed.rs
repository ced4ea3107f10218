//! Other people's programs turn an address into a frame (oEmbed 1.0), and their own checks let it pass.

use std::time::{Duration, Instant};

use serde_json::Value;

use crate::embed::released;
use crate::markup::{Piece, pieces};
use crate::server::Server;
use crate::wire::{Reply, get};

fn escaped(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

fn asked(path: &str, rest: &str) -> Reply {
    let address = format!("http://{}{path}", Server::shared());
    get(Server::shared(), &format!("/oembed?url={}{rest}", escaped(&address)), &[])
}

const EMBEDDABLE: [&str; 7] = [
    "/",
    "/es",
    "/?layer=lithium,solar&country=AR&map=6/-24/-66",
    "/project/jujuy-seguro",
    "/zh/project/cauchari-solar",
    "/embed?sel=jujuy-seguro&theme=dark",
    "/es/story/lithium-triangle",
];

fn frame_of(html: &str) -> Piece {
    pieces(html).into_iter().find(|p| p.opens("iframe")).expect("a frame")
}

/// What WordPress leaves of markup from a provider that is not on its list (`wp_filter_oembed_result`): a
/// quotation and one frame, of which it keeps these attributes, and to whose address it appends a secret.
fn wordpress(html: &str) -> Option<(String, Vec<(String, String)>)> {
    const KEPT: [&str; 8] =
        ["src", "width", "height", "frameborder", "marginwidth", "marginheight", "scrolling", "title"];
    let start = html.find("<iframe")?;
    html[start..].find("></iframe>")?;
    let Piece::Open { attributes, .. } = frame_of(html) else { return None };
    let kept: Vec<(String, String)> =
        attributes.into_iter().filter(|(name, _)| KEPT.contains(&name.as_str())).collect();
    let src = kept.iter().find(|(name, _)| name == "src")?.1.clone();
    // `esc_url` drops every character but these.
    let passes = |c: char| c.is_ascii_alphanumeric() || "-~+_.?#=!&;,/:%@$|*'()[]".contains(c);
    assert!(src.chars().all(passes), "{src} would be cut");
    Some((format!("{src}#?secret=a1B2c3D4e5"), kept))
}

/// Ghost keeps an answer only with what its type needs, and waits two seconds.
fn ghost(answer: &Value) -> bool {
    let text = |name: &str| answer[name].as_str().is_some_and(|value| !value.is_empty());
    let whole = text("type") && text("version");
    whole && answer["type"] == "rich" && text("html") && answer["width"].is_u64() && answer["height"].is_u64()
}

#[test]
fn every_address_that_can_be_embedded_is_answered_with_a_bare_frame() {
    for path in EMBEDDABLE {
        let start = Instant::now();
        let reply = asked(path, "");
        assert!(start.elapsed() < Duration::from_secs(2), "{path} takes longer than Ghost waits");
        assert_eq!(reply.status, 200, "{path}");
        assert_eq!(reply.header("access-control-allow-origin"), Some("*"));
        let answer = reply.json();
        assert_eq!((&answer["type"], &answer["version"]), (&"rich".into(), &"1.0".into()), "{path}");
        for name in ["title", "provider_name", "provider_url", "html", "thumbnail_url"] {
            assert!(answer[name].as_str().is_some_and(|value| !value.is_empty()), "{path} {name}");
        }
        assert!(ghost(&answer), "{path}: Ghost would show a bookmark");
        let html = answer["html"].as_str().expect("markup");
        assert_eq!(pieces(html).len(), 2, "one element and its end: {html}");
        let frame = frame_of(html);
        let number = |name: &str| frame.attribute(name).and_then(|n| n.parse::<u64>().ok());
        assert_eq!(number("width"), answer["width"].as_u64());
        assert_eq!(number("height"), answer["height"].as_u64());
        let (src, kept) = wordpress(html).expect("WordPress keeps a frame");
        assert!(kept.iter().any(|(name, title)| name == "title" && !title.is_empty()));
        let path_of = |address: &str| {
            let address = address.split('#').next().unwrap_or_default();
            address.strip_prefix(&format!("http://{}", Server::shared())).expect("our own address").to_owned()
        };
        let embed = get(Server::shared(), &path_of(&src), &[]);
        assert_eq!(embed.status, 200, "{src}");
        assert!(embed.header("content-security-policy").is_some_and(|p| !p.contains("frame-ancestors")));
        assert_eq!(src.contains("v="), released(), "what is pasted keeps to its data: {src}");
        let thumbnail = path_of(answer["thumbnail_url"].as_str().expect("an address"));
        assert_eq!(
            get(Server::shared(), &thumbnail, &[]).header("content-type"),
            Some("image/png"),
            "{thumbnail}"
        );
    }
}

#[test]
fn the_bounds_of_the_consumer_hold_for_frame_and_thumbnail() {
    for (width, height) in [(300, 200), (320, 5000), (5000, 150), (640, 1000), (1, 1)] {
        let answer = asked("/project/jujuy-seguro", &format!("&maxwidth={width}&maxheight={height}")).json();
        for name in ["width", "thumbnail_width"] {
            assert!(answer[name].as_u64().is_none_or(|n| n <= width), "{name} of {width}");
        }
        for name in ["height", "thumbnail_height"] {
            assert!(answer[name].as_u64().is_none_or(|n| n <= height), "{name} of {height}");
        }
        assert_eq!(answer["thumbnail_url"].is_string(), answer["thumbnail_width"].is_u64());
    }
}

#[test]
fn xml_says_what_json_says() {
    let reply = asked("/?layer=lithium,solar", "&format=xml");
    assert_eq!(reply.header("content-type"), Some("text/xml; charset=utf-8"));
    let json = asked("/?layer=lithium,solar", "&format=json").json();
    let xml = pieces(reply.text().trim_start_matches(|c| c != '>').trim_start_matches('>'));
    assert!(xml.first().is_some_and(|p| p.opens("oembed")));
    let mut fields = 0;
    for part in xml.windows(2) {
        if let [Piece::Open { name, .. }, Piece::Text(text)] = part {
            let value = &json[name.as_str()];
            let said = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            assert_eq!(&said, text, "{name}");
            fields += 1;
        }
    }
    assert_eq!(fields, json.as_object().expect("an object").len());
}

#[test]
fn what_is_not_ours_or_not_there_is_refused_as_the_specification_says() {
    let oembed = |query: &str| get(Server::shared(), &format!("/oembed{query}"), &[]).status;
    let own = escaped(&format!("http://{}/", Server::shared()));
    assert_eq!(oembed(""), 400);
    assert_eq!(oembed(&format!("?url={own}&maxwidth=wide")), 400);
    assert_eq!(oembed(&format!("?url={own}&maxheight=-1")), 400);
    assert_eq!(oembed(&format!("?url={own}&maxwidth=0")), 400);
    assert_eq!(oembed(&format!("?url={own}&format=yaml")), 501);
    let host = Server::shared();
    for address in [
        "https://example.org/".to_owned(),
        "javascript:alert(1)".to_owned(),
        "//example.org/".to_owned(),
        format!("http://{host}.example.org/"),
        format!("http://{host}@example.org/"),
        format!("https://{host}/"),
        format!("http://{host}/project/no-such-project"),
        format!("http://{host}/data/lithium.geojson"),
        format!("http://{host}/ogc"),
        String::new(),
    ] {
        assert_eq!(oembed(&format!("?url={}", escaped(&address))), 404, "{address}");
    }
}

#[test]
fn pages_lead_to_their_description() {
    for path in [
        "/",
        "/es/?layer=lithium",
        "/project/jujuy-seguro",
        "/pt/project/cauchari-solar",
        "/story/lithium-triangle",
    ] {
        let page = get(Server::shared(), path, &[]);
        let links = pieces(page.text());
        let of = |kind: &str| {
            let link = links.iter().find(|p| p.opens("link") && p.attribute("type") == Some(kind));
            let href =
                link.and_then(|p| p.attribute("href")).unwrap_or_else(|| panic!("{path} has no {kind}"));
            href.strip_prefix(&format!("http://{}", Server::shared())).expect("a whole address").to_owned()
        };
        // WordPress adds what room it has.
        let json = of("application/json+oembed");
        let gap = if json.contains('?') { '&' } else { '?' };
        let answer = get(Server::shared(), &format!("{json}{gap}maxwidth=500&maxheight=750"), &[]);
        assert_eq!((answer.status, answer.json()["width"].as_u64()), (200, Some(500)), "{path} {json}");
        let xml = get(Server::shared(), &of("text/xml+oembed"), &[]);
        assert_eq!(
            (xml.status, xml.header("content-type")),
            (200, Some("text/xml; charset=utf-8")),
            "{path}"
        );
    }
    let missing = get(Server::shared(), "/project/jujuy-segur.oembed.json", &[]);
    assert_eq!(missing.status, 404);
}

#[test]
fn a_stop_is_embedded_as_that_stop_with_its_fragment_and_without() {
    for path in ["/story/lithium-triangle?stop=4", "/story/lithium-triangle#stop-4"] {
        let answer = asked(path, "").json();
        assert!(answer["html"].as_str().is_some_and(|html| html.contains("stop=4")), "{path}: {answer}");
    }
}

#[test]
fn the_provider_is_the_atlas_whatever_edition_is_embedded() {
    let answer = asked("/?layer=lithium&v=2026-11-24", "").json();
    assert_eq!(answer["provider_url"], format!("http://{}/", Server::shared()));
}
