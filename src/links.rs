//! Every address of the program, made in one place.
//!
//! A method gives a path below the public address, prefix included, ready for an `href`;
//! [`Links::absolute`] puts the origin before it, for answers that travel (OGC links, feeds,
//! citations). Languages are a path prefix: none for the default, `/es`, `/pt`, `/zh`.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

pub use pin::Pin;
pub use service::OfCollection;

use crate::atlas::Lang;

/// What a path segment may hold as it is (RFC 3986, unreserved).
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Where this server is reached, and every address below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Links {
    origin: String,
    prefix: String,
    pin: Pin,
    /// The frozen edition that says what the record says that these addresses lead to.
    lasting: Option<String>,
    live: bool,
    files: bool,
    public: bool,
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
            pin: Pin::Current,
            lasting: None,
            live: false,
            files: false,
            public: false,
        })
    }

    /// The same, told by the operator to be where everyone reaches it: it may stand in files that travel.
    pub fn public(self) -> Links {
        Links { public: true, ..self }
    }

    /// A path as it may stand in a file that travels: whole where the address is a public one.
    pub fn travelling(&self, path: String) -> String {
        if self.public { self.absolute(&path) } else { path }
    }

    /// The same for a server that watches its files: pages hear of every reload.
    pub fn live(self) -> Links {
        Links { live: true, ..self }
    }

    /// Where a page hears of reloads; none where nothing is watched.
    pub fn reloads(&self) -> Option<String> {
        self.live.then(|| self.path("/live"))
    }

    /// Of no server: addresses are paths alone, for what is made to be kept.
    pub fn nowhere() -> Links {
        let (origin, prefix) = Default::default();
        Links { origin, prefix, pin: Pin::Current, lasting: None, live: false, files: false, public: false }
    }

    /// The same addresses, leading to an edition.
    pub fn pinned(&self, pin: Pin) -> Links {
        Links { pin, ..self.clone() }
    }

    /// The same addresses; the current record is what this frozen edition says.
    pub fn released(&self, edition: Option<String>) -> Links {
        Links { lasting: edition, ..self.clone() }
    }

    /// The same addresses in an edition.
    pub fn in_edition(&self, edition: &str) -> Links {
        self.pinned(Pin::At { edition: edition.to_owned(), latest: false })
    }

    /// An address of these for others to cite: one that will always show what it shows now, where the
    /// record is that of a frozen edition.
    pub fn lasting(&self, address: &str) -> String {
        match (&self.pin, &self.lasting) {
            // Files are of one edition, and the next copy is of another.
            _ if self.files => address.to_owned(),
            (Pin::At { .. }, _) | (_, None) => address.to_owned(),
            (_, Some(edition)) => with(address, &format!("v={}", segment(edition))),
        }
    }

    /// Which edition they lead to.
    pub fn pin(&self) -> &Pin {
        &self.pin
    }

    /// The edition they stay in.
    pub fn edition_kept(&self) -> Option<&str> {
        match &self.pin {
            Pin::At { edition, .. } => Some(edition),
            Pin::Current | Pin::Missing(_) => None,
        }
    }

    /// The path below which everything lies: empty, or `/atlas`.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// A path of this program with the origin before it.
    pub fn absolute(&self, path: &str) -> String {
        [self.origin.as_str(), path].concat()
    }

    /// Any path of the program, which begins with `/`.
    pub fn path(&self, path: &str) -> String {
        [self.prefix.as_str(), path].concat()
    }

    /// A page in a language: `/es/about`; `path` begins with `/` and may end with a query.
    pub fn page(&self, lang: Lang, path: &str) -> String {
        self.kept(match lang {
            Lang::En => self.path(path),
            _ => format!("{}/{}{path}", self.prefix, lang.tag()),
        })
    }

    /// The same address in the edition of these links, where they are pinned to one.
    fn kept(&self, address: String) -> String {
        match self.edition_kept() {
            Some(edition) => with(&address, &format!("v={}", segment(edition))),
            None => address,
        }
    }

    /// One of these addresses as it is for the current record. `v` stands last in every one.
    pub fn current(&self, address: &str) -> String {
        let kept = self.edition_kept().map(|edition| format!("v={}", segment(edition)));
        let bare = kept.and_then(|kept| address.strip_suffix(&kept));
        bare.map_or(address, |bare| bare.trim_end_matches(['?', '&'])).to_owned()
    }

    /// The root of a language, below which its pages stand: `/` or `/es/`.
    pub fn root(&self, lang: Lang) -> String {
        self.pinned(Pin::Current).map(lang)
    }

    /// The map page.
    pub fn map(&self, lang: Lang) -> String {
        self.page(lang, "/")
    }

    /// The map page with a project chosen.
    pub fn map_at(&self, lang: Lang, project: &str) -> String {
        self.page(lang, &format!("/?sel={}", segment(project)))
    }

    /// The map page in a state: the text after the `?`, which may be empty.
    pub fn map_in(&self, lang: Lang, state: &str) -> String {
        if state.is_empty() { self.map(lang) } else { self.page(lang, &format!("/?{state}")) }
    }

    /// A project's article.
    pub fn project(&self, lang: Lang, id: &str) -> String {
        self.page(lang, &format!("/project/{}", segment(id)))
    }

    /// A project's record as a fragment.
    pub fn panel(&self, lang: Lang, id: &str) -> String {
        self.page(lang, &format!("/project/{}/panel", segment(id)))
    }

    /// The form of [`Links::panel`] with `*` in the place of the project.
    pub fn any_panel(&self, lang: Lang) -> String {
        self.page(lang, "/project/*/panel")
    }

    /// The form of [`Links::project`] with `*` in the place of the project.
    pub fn any_project(&self, lang: Lang) -> String {
        self.page(lang, "/project/*")
    }

    /// A project in another form: `json`, `geojson`, `png`, `bib` …
    pub fn project_as(&self, id: &str, ending: &str) -> String {
        self.kept(self.path(&format!("/project/{}.{ending}", segment(id))))
    }

    /// A project's picture or citation, which speaks a language.
    pub fn project_picture(&self, lang: Lang, id: &str, ending: &str) -> String {
        self.page(lang, &format!("/project/{}.{ending}", segment(id)))
    }

    /// A picture of a view of the map; `query` is the text after the `?`, which may be empty.
    pub fn image(&self, lang: Lang, ending: &str, query: &str) -> String {
        // A page in Chinese shows the picture in English; as a file it need not stand twice.
        let lang = if self.files && lang == Lang::Zh { Lang::En } else { lang };
        let path = format!("/image.{ending}");
        if self.files {
            self.drawn(&self.page(lang, &path), query)
        } else {
            self.page(lang, &asked(&path, query))
        }
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
        self.page(lang, &format!("/?{filter}={}", segment(value)))
    }

    /// The page that says a view of the map as a request; `query` is that of the view with its `?`, or empty.
    pub fn as_query(&self, lang: Lang, query: &str) -> String {
        self.page(lang, &format!("/query{query}"))
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
        if self.files {
            return self.path(&files::oembed(self.below(address).unwrap_or_default(), form));
        }
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

    /// A file below `/data/`; in an edition the one that was frozen with it.
    pub fn data(&self, file: &str) -> String {
        match self.edition_kept() {
            Some(edition) => self.edition_file(edition, file),
            None => self.path(&format!("/data/{file}")),
        }
    }

    /// The list of an edition's files.
    pub fn edition(&self, edition: &str) -> String {
        let folder = self.path(&format!("/data/edition/{}", segment(edition)));
        if self.files { format!("{folder}/{}", files::LIST) } else { folder }
    }

    /// A file of an edition; `file` may have several parts.
    pub fn edition_file(&self, edition: &str, file: &str) -> String {
        let parts: String = file.split('/').map(|part| format!("/{}", segment(part))).collect();
        format!("{}{parts}", self.path(&format!("/data/edition/{}", segment(edition))))
    }

    /// The page about what changed between two editions, of which either may be `current`.
    pub fn changes(&self, lang: Lang, before: &str, after: &str) -> String {
        self.pinned(Pin::Current).page(lang, &format!("/data/diff/{}..{}", segment(before), segment(after)))
    }

    /// What changed between two editions, of which either may be `current`, as data.
    pub fn difference(&self, before: &str, after: &str) -> String {
        self.path(&format!("/data/diff/{}..{}.json", segment(before), segment(after)))
    }

    /// An asset under its hashed name.
    pub fn asset(&self, name: &str) -> String {
        self.path(&format!("/assets/{name}"))
    }
}

pub mod files;
mod pin;
mod service;
mod story;

/// An address with one more parameter, before its fragment.
pub fn with(address: &str, parameter: &str) -> String {
    let (asked, fragment) = address.split_at(address.find('#').unwrap_or(address.len()));
    let mark = if asked.contains('?') { '&' } else { '?' };
    format!("{asked}{mark}{parameter}{fragment}")
}

/// An address of the OGC service that answers in a language; English it answers in anyway.
pub fn told(address: &str, lang: Lang) -> String {
    match lang {
        Lang::En => address.to_owned(),
        _ => with(address, &format!("lang={}", lang.tag())),
    }
}

/// The address under which a file is saved instead of shown.
pub fn saved(address: &str) -> String {
    with(address, "download")
}

fn asked(path: &str, query: &str) -> String {
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// A text as one path segment.
pub fn segment(text: &str) -> impl std::fmt::Display {
    utf8_percent_encode(text, SEGMENT)
}

#[cfg(test)]
mod tests;
