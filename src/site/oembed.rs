//! oEmbed 1.0: how other people's programs turn an address of the atlas into a frame.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use serde::Serialize;
use serde_json::Value;

use super::embed::{Ask, Framed};
use super::page::View;
use crate::atlas::{Atlas, Lang};
use crate::links::{self, Links};

/// The width of the frame where the consumer sets no bounds, in pixels.
const USUAL: u32 = 600;
/// No wider than this, however much is allowed: it would be all sea.
const WIDEST: u32 = 1000;
/// A picture is at most so large, and no side smaller than what can be drawn.
const THUMBNAIL: (u32, u32) = (1200, 630);
const LEAST_SIDE: u32 = 120;
/// A consumer may keep an answer for so many seconds.
const KEPT: u32 = 86_400;

/// What the consumer has room for, in pixels.
#[derive(Debug, Clone, Copy, Default)]
pub struct Bounds {
    /// `maxwidth`
    pub width: Option<u32>,
    /// `maxheight`
    pub height: Option<u32>,
}

/// An answer of type `rich`.
#[derive(Debug, Serialize)]
pub struct Rich {
    #[serde(rename = "type")]
    kind: &'static str,
    version: &'static str,
    title: String,
    provider_name: String,
    provider_url: String,
    cache_age: u32,
    html: String,
    width: u32,
    height: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    thumbnail_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    thumbnail_width: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    thumbnail_height: Option<u32>,
}

/// The answer for an address of this atlas: a view of the map, a project, a country, a story, a frame. None for any other.
pub fn of_address(atlas: &Atlas, links: &Links, address: &str, bounds: Bounds) -> Option<Rich> {
    let below = links.below(address)?;
    let (below, fragment) = below.split_once('#').unwrap_or((below, ""));
    let (path, query) = below.split_once('?').unwrap_or((below, ""));
    let mut parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let lang = parts.first().and_then(|part| Lang::from_tag(part)).filter(|lang| *lang != Lang::En);
    if lang.is_some() {
        parts.remove(0);
    }
    let lang = lang.unwrap_or_default();
    let shown = |view: View| Ask::of(view, atlas);
    let ask = match parts[..] {
        [] | ["embed"] => Ask::read(query, atlas),
        ["project", id] => shown(View { sel: Some(atlas.project(id)?.id.clone()), ..View::default() }),
        ["country", code] => {
            let known = atlas.projects.iter().any(|p| p.countries.iter().any(|c| c == code));
            known.then(|| shown(View { country: vec![code.to_owned()], ..View::default() }))?
        }
        // The stop stands in the query or, as in the address of a reader, after the `#`.
        ["story", id] => {
            let stop = fragment.strip_prefix("stop-").unwrap_or_default();
            Ask::read(&format!("story={}&{query}&stop={stop}", atlas.story(id)?.id), atlas)
        }
        _ => return None,
    };
    // The frame of something else would be a false answer.
    if ask.unknown.is_some() || ask.no_story.is_some() {
        return None;
    }
    Some(of(atlas, links, &ask, lang, bounds))
}

/// The answer for a project.
pub fn of_project(atlas: &Atlas, links: &Links, id: &str, lang: Lang, bounds: Bounds) -> Option<Rich> {
    let view = View { sel: Some(atlas.project(id)?.id.clone()), ..View::default() };
    Some(of(atlas, links, &Ask::of(view, atlas), lang, bounds))
}

fn of(atlas: &Atlas, links: &Links, ask: &Ask, lang: Lang, bounds: Bounds) -> Rich {
    let width = bounds.width.map_or(USUAL, |most| most.min(WIDEST));
    let height = bounds.height.map_or(ask.usual_height(), |most| most.min(ask.usual_height()));
    // What an editor pastes keeps to the data it was pasted with.
    let framed = Framed { ask, lang, width, height, pinned: true };
    let thumbnail = thumbnail(bounds);
    let address = |(w, h): (u32, u32)| {
        // The card of a project is as large, and a file already.
        let card = ask.view.sel.as_deref().filter(|_| links.are_files());
        let image = match card.and_then(|sel| sel.split('.').next()) {
            Some(id) => links.absolute(&links.project_picture(lang, id, "png")),
            None => framed.image(links, "png"),
        };
        if (w, h) == THUMBNAIL { image } else { links::with(&image, &format!("w={w}&h={h}")) }
    };
    Rich {
        kind: "rich",
        version: "1.0",
        title: framed.name(atlas, links),
        provider_name: atlas.about.short_title.clone(),
        provider_url: links.absolute(&links.root(lang)),
        cache_age: KEPT,
        html: framed.bare(atlas, links),
        width,
        height,
        thumbnail_url: thumbnail.map(address),
        thumbnail_width: thumbnail.map(|(w, _)| w),
        thumbnail_height: thumbnail.map(|(_, h)| h),
    }
}

/// The largest picture of the usual shape within the bounds; none where it would be too small to draw.
fn thumbnail(bounds: Bounds) -> Option<(u32, u32)> {
    let (width, height) = THUMBNAIL;
    let width = bounds.width.unwrap_or(width).min(width);
    let tall = u64::from(width) * u64::from(THUMBNAIL.1) / u64::from(THUMBNAIL.0);
    let tall = u32::try_from(tall).unwrap_or(height);
    let most = bounds.height.unwrap_or(height);
    let (width, tall) = if tall > most {
        let wide = u64::from(most) * u64::from(THUMBNAIL.0) / u64::from(THUMBNAIL.1);
        (u32::try_from(wide).unwrap_or(width), most)
    } else {
        (width, tall)
    };
    (width >= LEAST_SIDE && tall >= LEAST_SIDE).then_some((width, tall))
}

impl Rich {
    /// As JSON (oEmbed 1.0, 2.3.4).
    pub fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// As XML: the same values under the root `oembed`.
    pub fn xml(&self) -> String {
        let mut writer = Writer::new(Vec::new());
        // Writing into memory cannot fail.
        let _ = writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), Some("yes"))));
        let Ok(Value::Object(values)) = serde_json::to_value(self) else { return String::new() };
        let _ = writer.create_element("oembed").write_inner_content(|writer| {
            for (name, value) in &values {
                let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                writer.create_element(name.as_str()).write_text_content(BytesText::new(&text))?;
            }
            Ok(())
        });
        String::from_utf8(writer.into_inner()).unwrap_or_default()
    }
}
