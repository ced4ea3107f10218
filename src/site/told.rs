//! A text of the record on a page: where it stands in another language than the page, it says so.

use std::fmt;

use askama::filters::HtmlSafe;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::atlas::{Lang, Text};

/// A text, and the language it is really in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// ` lang="en"` where the text is not in the page's language; else nothing.
    pub lang: LangAttribute,
    /// The text.
    pub text: String,
}

/// The `lang` attribute of an element, with its leading space, or nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LangAttribute(Option<String>);

impl LangAttribute {
    /// For a text in `tag` on a page in `page`.
    pub fn of(tag: &str, page: Lang) -> LangAttribute {
        LangAttribute((tag != page.tag()).then(|| tag.to_owned()))
    }
}

impl fmt::Display for LangAttribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            // A tag is letters, digits and hyphens (BCP 47); anything else is not written.
            Some(tag) if tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') => {
                write!(f, " lang=\"{tag}\"")
            }
            _ => Ok(()),
        }
    }
}

impl HtmlSafe for LangAttribute {}

/// The text in the page's language, else in English and marked so.
pub fn told(text: &Text, page: Lang) -> Told {
    let (lang, text) = text.told(page);
    Told { lang: LangAttribute::of(lang.tag(), page), text: text.to_owned() }
}

/// A name in two parts: what it is called, and what stands in brackets at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// As in [`Told`].
    pub lang: LangAttribute,
    /// `Jujuy Seguro e Interconectado`
    pub name: String,
    /// `(Safe and Interconnected Jujuy)`, brackets included; empty where there is none.
    pub bracket: String,
}

/// A project's name. The bracket is kept, since it often says what is still open ("memorandum"), but
/// set apart, so that it can be drawn lighter.
pub fn named(text: &Text, page: Lang) -> Named {
    let Told { lang, text } = told(text, page);
    let open = match text.chars().last() {
        Some(')') => text.rfind(" ("),
        Some('）') => text.rfind('（'),
        _ => None,
    };
    let (name, bracket) = open.filter(|at| *at > 0).map_or((text.as_str(), ""), |at| text.split_at(at));
    Named { lang, name: name.to_owned(), bracket: bracket.trim_start().to_owned() }
}

/// What no part of an address may hold as it is, though addresses that people copy do (RFC 3986).
const UNWRITTEN: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b']')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Only addresses of the web become links: what a record writes must not run in the page. Empty for
/// any other.
pub fn web(url: &str) -> String {
    let of_web = url.starts_with("https://") || url.starts_with("http://");
    if of_web { utf8_percent_encode(url, UNWRITTEN).to_string() } else { String::new() }
}
