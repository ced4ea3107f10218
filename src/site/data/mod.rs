//! The data page: every file there is, one line each to load it, what its columns mean, how to cite it.

mod dictionary;
mod files;
pub mod lines;

use askama::Template;

use super::cite::{self, Cite};
use super::editions::{self, EditionList};
use super::frame::{Context, Frame, Place};
use super::metadata::dataset::{Files, dataset};
use super::words::copy::{self, CopyWords};
use super::words::data::{self, DataWords};
use super::words::{Words, fill, number};
use crate::atlas::Lang;
use crate::collection::Catalogue;
use crate::editions::Editions;
use crate::links::told;
use dictionary::Columns;
use files::{FileLink, LayerFiles, Whole};

#[derive(Template)]
#[template(path = "data.html")]
struct DataPage {
    f: Frame,
    w: &'static Words,
    d: &'static DataWords,
    counts: String,
    whole: [Whole; 2],
    record: Vec<FileLink>,
    tables: Vec<FileLink>,
    layers: Vec<LayerFiles>,
    lines: Vec<(&'static str, String)>,
    /// The service that answers queries, and its page in the reader's language; none in a copy made of files.
    service: Option<(String, String)>,
    c: &'static CopyWords,
    columns: Vec<Columns>,
    about: String,
    editions: EditionList,
    cite: Cite,
}

/// The page in the context's language.
pub fn render(context: &Context, catalogue: &Catalogue, frozen: &Editions) -> Result<String, askama::Error> {
    let Context { atlas, links, lang } = *context;
    let (w, d) = (context.words(), data::of(context.lang));
    let title = format!("{} · {}", w.data, atlas.about.short_title);
    let mut f = Frame::new(context, Place::Data, title, w.data_lede.to_owned(), |lang: Lang| {
        links.page(lang, "/data")
    });
    f.head.data(dataset(context, Files::Every));
    if links.edition_kept().is_none() {
        f.head.link("describedby", "application/ld+json", links.data(files::CATALOGUE));
    }
    let cite = cite::of_atlas(context);
    cite.tell(&mut f.head);
    DataPage {
        counts: counts(context, catalogue, d),
        whole: files::whole(context, d),
        record: files::record(context, d),
        tables: files::tables(context),
        layers: files::layers(context, catalogue),
        lines: lines::lines(&links.absolute(&links.data("lithium"))),
        service: (!links.are_files()).then(|| (links.ogc(), told(&links.ogc(), lang))),
        columns: dictionary::columns(catalogue, lang),
        about: links.page(lang, "/about"),
        editions: editions::list(context, frozen),
        cite,
        f,
        w,
        c: copy::of(lang),
        d,
    }
    .render()
}

fn counts(context: &Context, catalogue: &Catalogue, d: &DataWords) -> String {
    let Context { atlas, lang, .. } = *context;
    let n = |n: usize| number::count(n, lang);
    fill(
        d.counts,
        &[
            ("projects", &n(atlas.projects.len())),
            ("sites", &n(atlas.projects.iter().map(|p| p.sites.len()).sum())),
            ("sources", &n(atlas.sources.len())),
            ("facts", &n(catalogue.facts())),
        ],
    )
}
