//! Atom feeds (RFC 4287): changed records, and corrections.

use std::io;

use jiff::civil::Date;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::atlas::{Atlas, Lang};
use crate::site::corrections;
use crate::site::frame::Context;
use crate::site::words::guide;

/// So many changed records are told: a reader who missed more opens the atlas.
const LATEST: usize = 50;

type Xml = Writer<Vec<u8>>;

struct Feed {
    title: String,
    /// Paths of the feed itself and of the page it tells of.
    own: String,
    page: String,
    entries: Vec<Entry>,
}

struct Entry {
    /// Path of the page; also its id, with `fragment`.
    path: String,
    fragment: String,
    title: String,
    changed: Date,
    summary: String,
}

/// `/feed.atom`: the records with the newest event, source or correction.
pub fn changes(context: &Context) -> io::Result<Vec<u8>> {
    let Context { atlas, links, lang } = *context;
    let mut projects: Vec<_> = atlas.projects.iter().map(|p| (atlas.changed(p), p)).collect();
    projects.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.id.cmp(&other.id)));
    let entry = |(changed, project): (Date, &crate::atlas::Project)| Entry {
        path: links.project(lang, &project.id),
        fragment: String::new(),
        title: project.name.get(lang).to_owned(),
        changed,
        summary: project.summary.get(lang).to_owned(),
    };
    let feed = Feed {
        title: format!("{} · {}", guide::of(lang).changes, atlas.about.short_title),
        own: links.page(lang, "/feed.atom"),
        page: links.map(lang),
        entries: projects.into_iter().take(LATEST).map(entry).collect(),
    };
    written(context, &feed)
}

/// `/corrections.atom`: what was wrong and is mended.
pub fn corrections(context: &Context) -> io::Result<Vec<u8>> {
    let Context { atlas, links, lang } = *context;
    let g = guide::of(lang);
    let entry = |(index, correction): (usize, &crate::atlas::Correction)| Entry {
        path: links.page(lang, "/corrections"),
        fragment: format!("#{}", corrections::anchor(atlas, index)),
        title: corrections::subject(atlas, correction, lang),
        changed: correction.date.first_day(),
        summary: format!(
            "{} {}: {}. {}: {}",
            correction.what.get(lang),
            g.was,
            correction.was.get(lang),
            g.now,
            correction.is.get(lang)
        ),
    };
    let feed = Feed {
        title: format!("{} · {}", g.corrections, atlas.about.short_title),
        own: links.page(lang, "/corrections.atom"),
        page: links.page(lang, "/corrections"),
        entries: atlas.corrections.iter().enumerate().map(entry).collect(),
    };
    written(context, &feed)
}

fn written(context: &Context, feed: &Feed) -> io::Result<Vec<u8>> {
    let Context { atlas, links, lang } = *context;
    let mut xml = Writer::new(Vec::new());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = xml.create_element("feed").with_attribute(("xmlns", "http://www.w3.org/2005/Atom"));
    root.with_attribute(("xml:lang", lang.tag())).write_inner_content(|xml| {
        text(xml, "id", &links.absolute(&feed.own))?;
        text(xml, "title", &feed.title)?;
        text(xml, "updated", &instant(atlas.today()))?;
        link(xml, "self", "application/atom+xml", &links.absolute(&feed.own))?;
        link(xml, "alternate", "text/html", &links.absolute(&feed.page))?;
        author(xml, atlas)?;
        text(xml, "rights", &atlas.about.licence)?;
        feed.entries.iter().try_for_each(|entry| {
            let address = format!("{}{}", links.absolute(&entry.path), entry.fragment);
            xml.create_element("entry").write_inner_content(|xml| told(xml, entry, &address, lang))?;
            Ok(())
        })
    })?;
    Ok(xml.into_inner())
}

fn told(xml: &mut Xml, entry: &Entry, address: &str, lang: Lang) -> io::Result<()> {
    text(xml, "id", address)?;
    text(xml, "title", &entry.title)?;
    text(xml, "updated", &instant(entry.changed))?;
    let to = xml.create_element("link").with_attribute(("rel", "alternate"));
    to.with_attribute(("hreflang", lang.tag())).with_attribute(("href", address)).write_empty()?;
    text(xml, "summary", &entry.summary)
}

fn author(xml: &mut Xml, atlas: &Atlas) -> io::Result<()> {
    xml.create_element("author").write_inner_content(|xml| text(xml, "name", &atlas.about.publisher))?;
    Ok(())
}

/// RFC 4287, 3.3, wants an instant; the record knows days, which begin at midnight UTC.
fn instant(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

fn text(xml: &mut Xml, name: &str, content: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(content))?;
    Ok(())
}

fn link(xml: &mut Xml, rel: &str, media_type: &str, address: &str) -> io::Result<()> {
    let link = xml.create_element("link").with_attribute(("rel", rel)).with_attribute(("type", media_type));
    link.with_attribute(("href", address)).write_empty()?;
    Ok(())
}
