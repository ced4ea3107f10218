//! What a page adds to its head: links to its other forms, metadata for programs, structured data.

use std::fmt;

use askama::filters::HtmlSafe;
use serde_json::Value;

/// In the order in which it stands in the page.
#[derive(Debug, Default)]
pub struct Head {
    /// `<link>` elements.
    pub links: Vec<HeadLink>,
    /// `<meta name>` elements.
    pub metas: Vec<HeadMeta>,
    /// Blocks of JSON-LD.
    pub data: Vec<JsonLd>,
}

/// A `<link>`.
#[derive(Debug)]
pub struct HeadLink {
    /// `alternate`
    pub rel: &'static str,
    /// `application/json`; empty where it is not said.
    pub media_type: &'static str,
    /// Where it leads.
    pub href: String,
    /// Its name; empty where it has none.
    pub title: String,
}

/// A `<meta>` with a name.
#[derive(Debug)]
pub struct HeadMeta {
    /// `citation_title`
    pub name: &'static str,
    /// Its value.
    pub content: String,
}

impl Head {
    /// Adds a link without a title.
    pub fn link(&mut self, rel: &'static str, media_type: &'static str, href: String) {
        self.titled(rel, media_type, href, String::new());
    }

    /// Adds a link with a title, such as the name of a feed.
    pub fn titled(&mut self, rel: &'static str, media_type: &'static str, href: String, title: String) {
        self.links.push(HeadLink { rel, media_type, href, title });
    }

    /// Adds metadata; an empty value is left out.
    pub fn meta(&mut self, name: &'static str, content: impl Into<String>) {
        let content = content.into();
        if !content.is_empty() {
            self.metas.push(HeadMeta { name, content });
        }
    }

    /// Adds a block of JSON-LD.
    pub fn data(&mut self, value: Value) {
        self.data.push(JsonLd(value));
    }
}

/// A document of JSON-LD, written so that no value can end the element it stands in.
#[derive(Debug)]
pub struct JsonLd(Value);

impl fmt::Display for JsonLd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // These occur in strings alone, where JSON lets any character be written so.
        let text = self.0.to_string();
        f.write_str(&text.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026"))
    }
}

impl HtmlSafe for JsonLd {}
