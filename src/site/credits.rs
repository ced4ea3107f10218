//! The credits page: data, letters and software of others, with their licences.

use askama::Template;

use super::frame::{Context, Frame, Place, asset};
use super::words::guide::{self, Guide};
use super::words::{fill, number};
use crate::atlas::Lang;
use crate::credit::{self, Credit};

/// A package of others that is compiled into the program or its pages.
#[derive(Debug)]
pub struct Package {
    /// `Rust` or `npm`.
    pub kind: &'static str,
    /// Its name there.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
    /// An SPDX expression.
    pub licence: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/packages.rs"));

#[derive(Template)]
#[template(path = "credits.html")]
struct CreditsPage {
    f: Frame,
    g: &'static Guide,
    lede: String,
    works: Vec<Work>,
    software: String,
    packages: &'static [Package],
}

/// Data or letters that others made.
struct Work {
    name: &'static str,
    href: &'static str,
    purpose: &'static str,
    licence: String,
    /// Address of the licence's text.
    licence_href: String,
}

/// The page in the context's language.
pub fn render(context: &Context) -> Result<String, askama::Error> {
    let Context { atlas, links, lang } = *context;
    let g = guide::of(lang);
    let f_licence = super::frame::licence(&atlas.about.licence).0;
    let lede = fill(g.credits_lede, &[("licence", &f_licence)]);
    let title = format!("{} · {}", g.credits, atlas.about.short_title);
    let path = |lang: Lang| links.page(lang, "/credits");
    CreditsPage {
        f: Frame::new(context, Place::Elsewhere, title, lede.clone(), path),
        works: works(g, &asset(links, "font-licences.txt")),
        software: fill(g.credits_software_note, &[("n", &number::count(PACKAGES.len(), lang))]),
        packages: PACKAGES,
        lede,
        g,
    }
    .render()
}

fn works(g: &'static Guide, font_licences: &str) -> Vec<Work> {
    let work = |name, href, purpose, (licence, licence_href): (&str, &str)| Work {
        name,
        href,
        purpose,
        licence: licence.to_owned(),
        licence_href: licence_href.to_owned(),
    };
    let open_font = ("SIL Open Font License 1.1", font_licences);
    let positions = credit::POSITIONS.into_iter().map(|Credit { name, href, licence, .. }| Work {
        name,
        href,
        purpose: match name {
            "GeoNames" => g.for_towns,
            "Wikipedia" => g.for_places,
            _ => g.for_plants,
        },
        licence: credit::licence_name(licence),
        licence_href: credit::licence_address(licence).unwrap_or_default(),
    });
    let others = [
        work(
            "Natural Earth",
            "https://www.naturalearthdata.com/",
            g.for_borders,
            (g.public_domain, "https://www.naturalearthdata.com/about/terms-of-use/"),
        ),
        work(
            "Unicode CLDR",
            "https://cldr.unicode.org/",
            g.for_names,
            ("Unicode License v3", "https://www.unicode.org/license.txt"),
        ),
        work(
            "EPSG Geodetic Parameter Dataset (IOGP)",
            "https://epsg.org/",
            g.for_systems,
            ("EPSG", "https://epsg.org/terms-of-use.html"),
        ),
        work(
            "Citation Style Language styles: APA, Chicago",
            "https://citationstyles.org/",
            g.for_citations,
            ("CC BY-SA 3.0", "https://creativecommons.org/licenses/by-sa/3.0/"),
        ),
        work("Roboto", "https://fonts.google.com/specimen/Roboto", g.for_letters, open_font),
        work("Source Serif 4", "https://github.com/adobe-fonts/source-serif", g.for_letters, open_font),
    ];
    positions.chain(others).collect()
}
