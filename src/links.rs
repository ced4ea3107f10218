//! Every address of the program, made in one place.
//!
//! A method gives a path below the public address, prefix included, ready for an `href`;
//! [`Links::absolute`] puts the origin before it, for answers that travel (OGC links, feeds,
//! citations). Languages are a path prefix: none for the default, `/es`, `/pt`, `/zh`.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::atlas::Lang;

/// What a path segment may hold as it is (RFC 3986, unreserved).
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Where this server is reached, and every address below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Links {
    origin: String,
    prefix: String,
}

/// Why an address cannot be the public one.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error(
    "`{0}` is no public address: write http:// or https://, a host, and a path if there is one, without query or fragment"
)]
pub struct NoPublicUrl(pub String);

impl Links {
    /// From a public address such as `https://example.org/atlas`.
    pub fn at(public_url: &str) -> Result<Links, NoPublicUrl> {
        let no = || NoPublicUrl(public_url.to_owned());
        let uri: http::Uri = public_url.parse().map_err(|_| no())?;
        let scheme = uri.scheme_str().filter(|s| matches!(*s, "http" | "https")).ok_or_else(no)?;
        let authority = uri.authority().ok_or_else(no)?;
        if uri.query().is_some() || public_url.contains('#') || authority.as_str().contains('@') {
            return Err(no());
        }
        Ok(Links {
            origin: format!("{scheme}://{authority}"),
            prefix: uri.path().trim_end_matches('/').to_owned(),
        })
    }

    /// The path below which everything lies: empty, or `/atlas`.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// A path of this program with the origin before it.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// Any path of the program, which begins with `/`.
    pub fn path(&self, path: &str) -> String {
        format!("{}{path}", self.prefix)
    }

    /// A page in a language: `/es/about`; `path` begins with `/`.
    pub fn page(&self, lang: Lang, path: &str) -> String {
        match lang {
            Lang::En => self.path(path),
            _ => format!("{}/{}{path}", self.prefix, lang.tag()),
        }
    }

    /// The map page.
    pub fn map(&self, lang: Lang) -> String {
        self.page(lang, "/")
    }

    /// The map page with a project chosen.
    pub fn map_at(&self, lang: Lang, project: &str) -> String {
        format!("{}?sel={}", self.map(lang), segment(project))
    }

    /// The map page in a state: the text after the `?`, which may be empty.
    pub fn map_in(&self, lang: Lang, state: &str) -> String {
        let map = self.map(lang);
        if state.is_empty() { map } else { format!("{map}?{state}") }
    }

    /// A project's article.
    pub fn project(&self, lang: Lang, id: &str) -> String {
        self.page(lang, &format!("/project/{}", segment(id)))
    }

    /// A project's record as a fragment.
    pub fn panel(&self, lang: Lang, id: &str) -> String {
        self.page(lang, &format!("/project/{}/panel", segment(id)))
    }

    /// A story.
    pub fn story(&self, lang: Lang, id: &str) -> String {
        self.page(lang, &format!("/story/{}", segment(id)))
    }

    /// A stop of a story, counted from 1, on the story's page.
    pub fn stop(&self, lang: Lang, story: &str, stop: usize) -> String {
        format!("{}#stop-{stop}", self.story(lang, story))
    }

    /// The card of a story: `png`, `svg`.
    pub fn story_picture(&self, lang: Lang, id: &str, ending: &str) -> String {
        format!("{}.{ending}", self.story(lang, id))
    }

    /// The picture of a stop, counted from 1.
    pub fn stop_picture(&self, lang: Lang, story: &str, stop: usize, ending: &str) -> String {
        format!("{}/{stop}.{ending}", self.story(lang, story))
    }

    /// A project in another form: `json`, `geojson`, `png`, `bib` …
    pub fn project_as(&self, id: &str, ending: &str) -> String {
        self.path(&format!("/project/{}.{ending}", segment(id)))
    }

    /// A project's picture, which speaks a language.
    pub fn project_picture(&self, lang: Lang, id: &str, ending: &str) -> String {
        self.page(lang, &format!("/project/{}.{ending}", segment(id)))
    }

    /// A picture of a view of the map; `query` is the text after the `?`, which may be empty.
    pub fn image(&self, lang: Lang, ending: &str, query: &str) -> String {
        let path = self.page(lang, &format!("/image.{ending}"));
        if query.is_empty() { path } else { format!("{path}?{query}") }
    }

    /// An organisation's page.
    pub fn organisation(&self, lang: Lang, id: &str) -> String {
        self.page(lang, &format!("/organisation/{}", segment(id)))
    }

    /// A country's page.
    pub fn country(&self, lang: Lang, code: &str) -> String {
        self.page(lang, &format!("/country/{}", segment(code)))
    }

    /// The map page with a filter of one value.
    pub fn map_of(&self, lang: Lang, filter: &str, value: &str) -> String {
        format!("{}?{filter}={}", self.map(lang), segment(value))
    }

    /// A frame for other pages; `query` is the text after the `?`, which may be empty.
    pub fn embed(&self, lang: Lang, query: &str) -> String {
        self.page(lang, &asked("/embed", query))
    }

    /// The page on which frames are made; `query` as above.
    pub fn embed_builder(&self, lang: Lang, query: &str) -> String {
        self.page(lang, &asked("/embed/builder", query))
    }

    /// How to embed an address of this program, whole; `form` is `json` or `xml`.
    pub fn oembed(&self, address: &str, form: &str) -> String {
        let url = form_urlencoded::byte_serialize(address.as_bytes()).collect::<String>();
        self.path(&format!("/oembed?url={url}&format={form}"))
    }

    /// How to embed a project, as a file that a static host can serve, too.
    pub fn project_oembed(&self, lang: Lang, id: &str) -> String {
        self.page(lang, &format!("/project/{}.oembed.json", segment(id)))
    }

    /// A path of this program without what all of them begin with, from a whole address; none for an
    /// address of another host.
    pub fn below<'a>(&self, address: &'a str) -> Option<&'a str> {
        let rest = address.strip_prefix(&self.origin)?.strip_prefix(&self.prefix)?;
        (rest.is_empty() || rest.starts_with(['/', '?', '#'])).then_some(rest)
    }

    /// A file below `/data/`.
    pub fn data(&self, file: &str) -> String {
        self.path(&format!("/data/{file}"))
    }

    /// An asset under its hashed name.
    pub fn asset(&self, name: &str) -> String {
        self.path(&format!("/assets/{name}"))
    }

    /// Any address of the OGC service; `path` is empty or begins with `/`.
    pub fn ogc(&self, path: &str) -> String {
        self.path(&format!("/ogc{path}"))
    }

    /// A collection.
    pub fn collection(&self, id: &str) -> String {
        self.ogc(&format!("/collections/{}", segment(id)))
    }

    /// The items of a collection; `query` is empty or the text after the `?`.
    pub fn items(&self, collection: &str, query: &str) -> String {
        let path = format!("{}/items", self.collection(collection));
        if query.is_empty() { path } else { format!("{path}?{query}") }
    }

    /// One item of a collection.
    pub fn item(&self, collection: &str, id: &str) -> String {
        format!("{}/items/{}", self.collection(collection), segment(id))
    }
}

fn asked(path: &str, query: &str) -> String {
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// A text as one path segment.
pub fn segment(text: &str) -> impl std::fmt::Display {
    utf8_percent_encode(text, SEGMENT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_stands_before_every_path_and_the_language_after_it() {
        let links = Links::at("https://example.org/atlas/").expect("a public address");
        assert_eq!(links.project(Lang::Es, "a-b"), "/atlas/es/project/a-b");
        assert_eq!(links.absolute(&links.map(Lang::En)), "https://example.org/atlas/");
        assert_eq!(links.item("own", "a/b ñ"), "/atlas/ogc/collections/own/items/a%2Fb%20%C3%B1");
    }

    #[test]
    fn only_its_own_addresses_are_below_it() {
        let links = Links::at("https://example.org/atlas").expect("a public address");
        assert_eq!(links.below("https://example.org/atlas/es/?sel=a"), Some("/es/?sel=a"));
        assert_eq!(links.below("https://example.org/atlas"), Some(""));
        for foreign in [
            "https://example.org/atlases",
            "https://example.org.evil.example/atlas",
            "http://example.org/atlas",
        ] {
            assert_eq!(links.below(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn what_is_no_public_address_is_refused() {
        for text in [
            "example.org",
            "ftp://example.org",
            "https://u@example.org",
            "https://example.org/?a",
            "https://",
        ] {
            assert!(Links::at(text).is_err(), "{text}");
        }
    }
}
