//! Every page in every language, with when it last changed (sitemaps.org, and hreflang as search engines
//! read it there).

use std::io;

use jiff::civil::Date;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::atlas::gaps::STATES;
use crate::atlas::{Atlas, Lang};
use crate::links::Links;

/// A page in all its languages.
#[derive(Debug, Clone)]
pub struct Listed {
    /// Its path in each language, in the order of [`Lang::ALL`].
    pub paths: [String; 4],
    /// When it last changed.
    pub changed: Date,
}

/// The pages that stand once, whatever the record holds.
const PLAIN: [&str; 10] = [
    "/",
    "/stories",
    "/data",
    "/about",
    "/organisations",
    "/countries",
    "/corrections",
    "/credits",
    "/privacy",
    "/accessibility",
];

/// Every page that search engines may keep.
pub fn pages(atlas: &Atlas, links: &Links) -> Vec<Listed> {
    let listed =
        |changed: Date, path: &dyn Fn(Lang) -> String| Listed { paths: Lang::ALL.map(path), changed };
    let plain = PLAIN.iter().map(|path| listed(atlas.today(), &|lang| links.page(lang, path)));
    let projects =
        atlas.projects.iter().map(|p| listed(atlas.changed(p), &|lang| links.project(lang, &p.id)));
    let organisations = atlas
        .organisations
        .values()
        .map(|o| listed(atlas.changed_last(atlas.projects_of(o)), &|lang| links.organisation(lang, &o.id)));
    let countries = STATES
        .iter()
        .map(|code| listed(atlas.changed_last(atlas.projects_in(code)), &|lang| links.country(lang, code)));
    let today = atlas.today();
    let stories = atlas.stories.iter().map(|story| {
        let told = story.tellings.iter().map(|telling| telling.date.first_day()).max();
        listed(told.filter(|day| *day <= today).unwrap_or(today), &|lang| links.story(lang, &story.id))
    });
    plain.chain(stories).chain(projects).chain(organisations).chain(countries).collect()
}

/// `/sitemap.xml`.
pub fn sitemap(atlas: &Atlas, links: &Links) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new(Vec::new());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = xml
        .create_element("urlset")
        .with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"))
        .with_attribute(("xmlns:xhtml", "http://www.w3.org/1999/xhtml"));
    root.write_inner_content(|xml| {
        for page in pages(atlas, links) {
            for path in &page.paths {
                url(xml, links, &page, path)?;
            }
        }
        Ok(())
    })?;
    Ok(xml.into_inner())
}

fn url(xml: &mut Writer<Vec<u8>>, links: &Links, page: &Listed, path: &str) -> io::Result<()> {
    let inner = |xml: &mut Writer<Vec<u8>>| {
        xml.create_element("loc").write_text_content(BytesText::new(&links.absolute(path)))?;
        xml.create_element("lastmod").write_text_content(BytesText::new(&page.changed.to_string()))?;
        for (lang, path) in Lang::ALL.iter().zip(&page.paths) {
            alternate(xml, lang.tag(), &links.absolute(path))?;
        }
        alternate(xml, "x-default", &links.absolute(&page.paths[0]))
    };
    xml.create_element("url").write_inner_content(inner)?;
    Ok(())
}

fn alternate(xml: &mut Writer<Vec<u8>>, tag: &str, address: &str) -> io::Result<()> {
    let link = xml.create_element("xhtml:link").with_attribute(("rel", "alternate"));
    link.with_attribute(("hreflang", tag)).with_attribute(("href", address)).write_empty()?;
    Ok(())
}
