//! Targets that read a query string or a whole address, against the real record.

use std::sync::LazyLock;

use huella::atlas::{Lang, RecordFiles, load};
use huella::collection::Catalogue;
use huella::links::Links;
use huella::picture;
use huella::query::{Query, Resource, select};
use huella::site::embed::Ask;
use huella::site::frame::Context;
use huella::site::oembed::{self, Bounds};
use huella::site::page::View;
use huella::site::query;

use super::texts::text;

static LINKS: LazyLock<Links> = LazyLock::new(|| Links::at("https://example.org/atlas").expect("links"));
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let atlas = load::load(&RecordFiles::embedded()).atlas.expect("the embedded record");
    Catalogue::build(atlas, &LINKS, Vec::new()).expect("a catalogue")
});

pub fn service_query(input: &[u8]) {
    let text = text(input);
    for id in ["sites", "projects"] {
        let collection = CATALOGUE.collection(id).expect("a collection");
        let Ok(query) = Query::read(Resource::Items, Some(&text), Some(collection)) else { continue };
        assert!(select(collection, &query).rows.len() <= query.limit, "{text}");
    }
}

/// Pages, frames, pictures and the page of a query read the same state.
pub fn state(input: &[u8]) {
    let text = text(input);
    let atlas = &CATALOGUE.atlas;
    let view = View::read(&text).known(atlas);
    let written = view.query();
    assert_eq!(View::read(written.trim_start_matches('?')).known(atlas).query(), written, "{text}");
    let ask = Ask::read(&text, atlas);
    assert_eq!(Ask::read(&ask.query(), atlas).query(), ask.query(), "{text}");
    if let Ok(picture) = picture::View::read(&text, atlas) {
        let written = picture.canonical();
        let again = picture::View::read(&written, atlas).expect("what is written is read");
        assert_eq!(again.canonical(), written, "{text}");
    }
    let context = Context { atlas, links: &LINKS, lang: Lang::Pt };
    assert!(query::render(&context, &view).expect("a page").trim_end().ends_with("</html>"));
}

pub fn embed_address(input: &[u8]) {
    let bounds = Bounds { width: Some(input.len() as u32), height: None };
    if let Some(rich) = oembed::of_address(&CATALOGUE.atlas, &LINKS, &text(input), bounds) {
        serde_json::from_str::<serde_json::Value>(&rich.json()).expect("JSON");
        assert!(rich.xml().contains("</oembed>"));
    }
}
