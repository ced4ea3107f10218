//! What every page has: its head, the bar with navigation and languages, and its foot.

use super::head::Head;
use super::sign::{self, Svg};
use super::words::{self, Words, date, guide};
use crate::assets;
use crate::atlas::{Atlas, Lang};
use crate::credit;
use crate::links::{Links, Pin};

/// What a page is made from.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The record.
    pub atlas: &'a Atlas,
    /// The addresses.
    pub links: &'a Links,
    /// The language of the page.
    pub lang: Lang,
}

impl<'a> Context<'a> {
    /// The words of the page's language.
    pub fn words(&self) -> &'static Words {
        words::of(self.lang)
    }
}

/// Which entry of the navigation a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The map page.
    Map,
    /// The stories.
    Stories,
    /// The data page.
    Data,
    /// The about page.
    About,
    /// None of them: a record, an error.
    Elsewhere,
}

/// A link of the navigation.
#[derive(Debug)]
pub struct NavLink {
    /// Where it leads.
    pub href: String,
    /// What it says.
    pub label: &'static str,
    /// Whether the page belongs to it.
    pub current: bool,
}

/// The same page in a language.
#[derive(Debug)]
pub struct Alternate {
    /// `es`
    pub tag: &'static str,
    /// `ES`
    pub short: String,
    /// `Español`
    pub name: &'static str,
    /// Its path.
    pub href: String,
    /// Its whole address.
    pub absolute: String,
    /// Whether it is this page.
    pub current: bool,
}

/// That a page is not of the current record, or not of the edition that was asked for.
#[derive(Debug)]
pub struct EditionNote {
    /// The sentence.
    pub text: String,
    /// The same page of the current record; empty where this is it.
    pub href: String,
    /// What the link says.
    pub label: &'static str,
}

/// Head, bar and foot.
#[derive(Debug)]
pub struct Frame {
    /// The words of the page's language.
    pub w: &'static Words,
    /// `en`
    pub lang: &'static str,
    /// The name of the atlas.
    pub atlas: String,
    /// The title of the page.
    pub title: String,
    /// One or two sentences about it.
    pub description: String,
    /// The page's own address, whole.
    pub canonical: String,
    /// The address under which others tell of the page, whole: that of the very view, where search engines
    /// know one for all.
    pub shared: String,
    /// The page in every language.
    pub alternates: Vec<Alternate>,
    /// The page in the language without prefix, whole.
    pub default_address: String,
    /// Navigation.
    pub nav: Vec<NavLink>,
    /// The pages around the record, linked at the foot of every page.
    pub foot: Vec<NavLink>,
    /// What the list of those links is called.
    pub foot_label: &'static str,
    /// The web manifest.
    pub manifest: String,
    /// The icon, as SVG and as PNG.
    pub icons: [String; 2],
    /// The map page of this language.
    pub home: String,
    /// Addresses of the styles.
    pub css: Vec<String>,
    /// Address of the script.
    pub js: String,
    /// `2026-11-24`
    pub edition: String,
    /// `Data of 24 Nov 2026`
    pub data_of: String,
    /// `CC BY 4.0`
    pub licence: String,
    /// Address of the licence's text; empty where it is not known.
    pub licence_href: String,
    /// `light` or `dark` where the reader asked for one in the address; else empty.
    pub theme: &'static str,
    /// The picture that a link to the page shows, whole address.
    pub preview: String,
    /// What that picture shows.
    pub preview_alt: String,
    /// Whether search engines may keep the page.
    pub indexed: bool,
    /// What the page adds to its head: links, metadata, structured data.
    pub head: Head,
    /// What is to be said about the edition of the page.
    pub edition_note: Option<EditionNote>,
    /// For the script of a copy made of files: what to say where another edition is asked for, where the
    /// editions are, and what that link says; empty where a server answers.
    pub copy: [String; 3],
    /// The script by which an author sees an edit, and where it hears of one; empty where nothing is watched.
    pub live: [String; 2],
    /// The glyphs and marks.
    pub sprite: &'static Svg,
}

impl Frame {
    /// For a page whose path in a language `path` gives.
    pub fn new(
        context: &Context,
        place: Place,
        title: String,
        description: String,
        path: impl Fn(Lang) -> String,
    ) -> Frame {
        let Context { atlas, links, lang } = *context;
        let w = context.words();
        let link = |to: Place, href: String, label| NavLink { href, label, current: to == place };
        let edition_note = edition_note(context, || links.current(&path(lang)));
        let (licence, licence_href) = licence(&atlas.about.licence);
        Frame {
            w,
            lang: lang.tag(),
            atlas: atlas.about.short_title.clone(),
            title,
            description,
            canonical: links.absolute(&path(lang)),
            shared: links.absolute(&path(lang)),
            alternates: Lang::ALL.into_iter().map(|each| alternate(links, each, lang, path(each))).collect(),
            default_address: links.absolute(&path(Lang::default())),
            nav: vec![
                link(Place::Map, links.map(lang), w.map),
                link(Place::Stories, links.page(lang, "/stories"), w.stories),
                link(Place::Data, links.page(lang, "/data"), w.data),
                link(Place::About, links.page(lang, "/about"), w.about),
            ],
            foot: foot(context),
            foot_label: guide::of(lang).pages,
            manifest: links.page(lang, "/manifest.webmanifest"),
            icons: ["/icon.svg", "/icon.png"].map(|path| links.path(path)),
            home: links.map(lang),
            css: styles(place).iter().map(|name| asset(links, name)).collect(),
            js: asset(links, if place == Place::Map { "page.js" } else { "article.js" }),
            edition: atlas.about.edition.to_string(),
            data_of: data_of(context),
            licence,
            licence_href,
            theme: "",
            preview: links.absolute(&links.image(lang, "png", "")),
            preview_alt: w.tagline.to_owned(),
            // One address of a page is enough for search engines: that of the current record.
            indexed: edition_note.is_none(),
            edition_note,
            head: head(context),
            copy: if links.are_files() { copied(context) } else { Default::default() },
            live: links.reloads().map(|from| [asset(links, "live.js"), from]).unwrap_or_default(),
            sprite: &sign::SPRITE,
        }
    }
}

/// Of which day the data are, and of a working record which one it is.
pub fn data_of(context: &Context) -> String {
    let Context { atlas, lang, .. } = *context;
    let day = words::fill(words::of(lang).data_of, &[("date", &date::day(atlas.today(), lang))]);
    match atlas.working {
        false => day,
        true => {
            words::fill(words::edition::of(lang).working, &[("data_of", &day), ("version", &atlas.version())])
        }
    }
}

fn foot(context: &Context) -> Vec<NavLink> {
    let (w, g) = (context.words(), guide::of(context.lang));
    let link =
        |(path, label)| NavLink { href: context.links.page(context.lang, path), label, current: false };
    let pages = [
        ("/organisations", g.organisations),
        ("/countries", g.countries),
        ("/about", w.about),
        ("/data", w.data),
        ("/corrections", g.corrections),
        ("/credits", g.credits),
        ("/privacy", g.privacy),
        ("/accessibility", g.accessibility),
    ];
    pages.map(link).into()
}

/// Every page can be followed.
fn head(context: &Context) -> Head {
    let mut head = Head::default();
    let feed = context.links.page(context.lang, "/feed.atom");
    head.titled("alternate", "application/atom+xml", feed, guide::of(context.lang).changes.to_owned());
    head
}

/// The map comes first, so its style holds nothing that only other pages need.
fn styles(place: Place) -> &'static [&'static str] {
    if place == Place::Map { &["page.css"] } else { &["page.css", "text.css"] }
}

fn edition_note(context: &Context, current: impl Fn() -> String) -> Option<EditionNote> {
    let w = words::edition::of(context.lang);
    let said = |word: &str, edition: &str| words::fill(word, &[("edition", edition)]);
    match context.links.pin() {
        Pin::At { edition, latest: false } => {
            let day = date::day(context.atlas.today(), context.lang);
            // The second edition of a day is not told by its day.
            let day = if edition.len() > 10 { edition.clone() } else { day };
            Some(EditionNote { text: said(w.old, &day), href: current(), label: w.to_current })
        }
        Pin::Missing(edition) => {
            Some(EditionNote { text: said(w.missing, edition), href: String::new(), label: w.to_current })
        }
        Pin::Current | Pin::At { latest: true, .. } => None,
    }
}

fn copied(context: &Context) -> [String; 3] {
    let w = words::copy::of(context.lang);
    let day = date::day(context.atlas.today(), context.lang);
    let editions = format!("{}#editions", context.links.page(context.lang, "/data"));
    [words::fill(w.other_edition, &[("date", &day)]), editions, w.editions.to_owned()]
}

/// The address of an asset under its hashed name; empty where the build left it out.
pub fn asset(links: &Links, logical: &str) -> String {
    assets::by_logical(logical).map(|asset| links.asset(asset.name)).unwrap_or_default()
}

/// The addresses of the scripts that the map page loads after its first paint, with spaces between.
pub fn parts(links: &Links) -> String {
    let parts = assets::ASSETS.iter().filter(|asset| asset.logical.starts_with("part-"));
    parts.map(|asset| links.asset(asset.name)).collect::<Vec<_>>().join(" ")
}

fn alternate(links: &Links, lang: Lang, page: Lang, href: String) -> Alternate {
    Alternate {
        tag: lang.tag(),
        short: if lang == Lang::Zh { "中文".to_owned() } else { lang.tag().to_uppercase() },
        name: lang.own_name(),
        absolute: links.absolute(&href),
        href,
        current: lang == page,
    }
}

/// A licence as people write it, and where its text stands; empty where that is not known.
pub fn licence(spdx: &str) -> (String, String) {
    (credit::licence_name(spdx), credit::licence_address(spdx).unwrap_or_default())
}
