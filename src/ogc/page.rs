//! Pages of the service for people: a heading, a few words, and parts below each other.

use askama::Template;

use super::{Service, form};
use crate::atlas::Lang;
use crate::links::{Links, told};
use crate::site::frame::{Context, Frame, Place, asset};

/// A page being put together.
#[derive(Template)]
#[template(path = "ogc/page.html")]
pub struct Page {
    f: Frame,
    heading: String,
    lede: String,
    crumbs: Vec<Anchor>,
    parts: Vec<Part>,
    lang: Lang,
    /// What addresses of the service begin with: as a path, and whole.
    service: [String; 2],
    /// The script that draws a small map, and the base map below it; empty where there is none.
    small_map: String,
    base: String,
}

/// A link.
pub struct Anchor {
    /// Where it leads.
    pub href: String,
    /// What it says.
    pub label: String,
    /// What is said beside it; may be empty.
    pub note: String,
}

/// A table.
pub struct Table {
    /// What stands above the columns.
    pub head: Vec<String>,
    /// The cells, row by row; each a text, a code or a link.
    pub rows: Vec<Vec<Part>>,
}

/// A part of a page, or a cell of a table.
pub enum Part {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A list of texts.
    Texts(Vec<String>),
    /// Something to be copied.
    Code(String),
    /// A link.
    Link(Anchor),
    /// A list of links.
    Links(Vec<Part>),
    /// Names with values.
    Facts(Vec<(String, String)>),
    /// A table.
    Table(Table),
    /// A place for a small map, which the script fills: the address of GeoJSON.
    Map(String),
}

impl Part {
    /// A link with a note.
    pub fn link(href: String, label: &str, note: &str) -> Part {
        Part::Link(Anchor { href, label: label.to_owned(), note: note.to_owned() })
    }

    /// A text.
    pub fn plain(text: &str) -> Part {
        Part::Text(text.to_owned())
    }

    /// A name that is typed as it stands.
    pub fn code(text: &str) -> Part {
        Part::Code(text.to_owned())
    }
}

impl Page {
    /// The page at an address of the service.
    pub fn new(service: &Service, heading: &str, address: &str) -> Page {
        let atlas = &service.catalogue.atlas;
        let context = Context { atlas, links: service.links, lang: service.lang() };
        let title = format!("{heading} · {}", atlas.about.short_title);
        let links = service.links;
        let mut f = Frame::new(&context, Place::Data, title, heading.to_owned(), |lang| {
            format!("{}&lang={}", form(address, "html"), lang.tag())
        });
        // The data page is where search engines are to lead people.
        f.indexed = false;
        let page = Page {
            f,
            heading: heading.to_owned(),
            lede: String::new(),
            crumbs: Vec::new(),
            parts: Vec::new(),
            lang: service.lang(),
            service: [links.ogc(), service.href(&links.ogc())],
            small_map: String::new(),
            base: asset(links, "base-coarse.json"),
        };
        if address == links.ogc() { page } else { page.crumb(links.ogc(), "OGC API") }
    }

    /// A page that this one lies below.
    pub fn crumb(mut self, href: String, label: &str) -> Page {
        let anchor = Anchor { href, label: label.to_owned(), note: String::new() };
        self.crumbs.push(self.going_on(anchor));
        self
    }

    /// What the page is about.
    pub fn lede(self, text: &str) -> Page {
        Page { lede: text.to_owned(), ..self }
    }

    /// One more part.
    pub fn part(mut self, part: Part) -> Page {
        let part = self.in_language(part);
        self.parts.push(part);
        self
    }

    /// Links within the service go on in the language that the page is asked in.
    fn in_language(&self, part: Part) -> Part {
        let each = |parts: Vec<Part>| parts.into_iter().map(|part| self.in_language(part)).collect();
        match part {
            Part::Link(anchor) => Part::Link(self.going_on(anchor)),
            Part::Links(links) => Part::Links(each(links)),
            Part::Table(Table { head, rows }) => {
                Part::Table(Table { head, rows: rows.into_iter().map(each).collect() })
            }
            other => other,
        }
    }

    fn going_on(&self, anchor: Anchor) -> Anchor {
        let within = self.service.iter().any(|start| anchor.href.starts_with(start));
        match within && !anchor.href.contains("lang=") {
            true => Anchor { href: told(&anchor.href, self.lang), ..anchor },
            false => anchor,
        }
    }

    /// A small map of what stands at an address of GeoJSON.
    pub fn map(mut self, links: &Links, geojson: String) -> Page {
        self.small_map = asset(links, "minimap.js");
        self.part(Part::Map(geojson))
    }

    /// A heading before the next part.
    pub fn heading(self, text: &str) -> Page {
        self.part(Part::Heading(text.to_owned()))
    }

    /// The HTML.
    pub fn finish(self) -> Result<String, askama::Error> {
        self.render()
    }
}
