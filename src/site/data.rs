//! The data page: the files that exist, and one line each to load them.

use askama::Template;

use super::frame::{Context, Frame, Place};
use super::metadata::dataset::{Files, dataset};
use super::sign::{self, Svg};
use super::told::{Told, told};
use super::words::{Words, number};
use crate::atlas::Lang;

#[derive(Template)]
#[template(path = "data.html")]
struct DataPage {
    f: Frame,
    w: &'static Words,
    layers: Vec<LayerFile>,
    sites: File,
    projects: File,
    lines: Vec<(&'static str, String)>,
    service: String,
    about: String,
}

struct LayerFile {
    mark: Svg,
    title: Told,
    count: String,
    file: File,
}

struct File {
    href: String,
    name: String,
    count: String,
}

/// The page in the context's language.
pub fn render(context: &Context) -> Result<String, askama::Error> {
    let Context { atlas, links, lang } = *context;
    let w = context.words();
    let title = format!("{} · {}", w.data, atlas.about.short_title);
    let file = |id: &str, count: usize| {
        let name = format!("{id}.geojson");
        File { href: links.data(&name), name, count: number::count(count, lang) }
    };
    let sites_of = |layer: &str| {
        atlas.projects.iter().filter(|p| p.layer == layer).map(|p| p.sites.len()).sum::<usize>()
    };
    let layers = atlas.layers.layers.iter().map(|layer| LayerFile {
        mark: sign::mark(&format!("g-{}", layer.glyph), &format!("hue f-{}", layer.family), 16),
        title: told(&layer.title, lang),
        count: number::count(sites_of(&layer.id), lang),
        file: file(&layer.id, sites_of(&layer.id)),
    });
    let address = links.absolute(&links.data("lithium.geojson"));
    let mut f = Frame::new(context, Place::Data, title, w.data_lede.to_owned(), |lang: Lang| {
        links.page(lang, "/data")
    });
    f.head.data(dataset(context, Files::Every));
    DataPage {
        layers: layers.collect(),
        sites: file("sites", atlas.projects.iter().map(|p| p.sites.len()).sum()),
        projects: file("projects", atlas.projects.len()),
        lines: vec![
            ("QGIS, GDAL", format!("ogrinfo -so -al {address}")),
            ("R", format!("lithium <- sf::read_sf(\"{address}\")")),
            ("Python", format!("lithium = geopandas.read_file(\"{address}\")")),
            ("JavaScript", format!("const lithium = await (await fetch(\"{address}\")).json()")),
            ("curl", format!("curl -O {address}")),
        ],
        service: links.ogc(""),
        about: links.page(lang, "/about"),
        f,
        w,
    }
    .render()
}
