//! The collections of the record, on a day and in a language.

use jiff::civil::Date;

use super::{FlatColumn, Row, projects, schema, sites};
use crate::atlas::{Atlas, Lang, Layer, Site, Text};
use crate::collection::geometry::Geometry;
use crate::collection::{About, Batch, Collection, Kind, SameId, json_inner};
use crate::credit;
use crate::links::Links;

/// Which collection to make.
#[derive(Debug, Clone, Copy)]
pub enum LayerOf<'a> {
    /// The sites of one layer.
    Layer(&'a Layer),
    /// All sites.
    Sites,
    /// All projects, a point each.
    Projects,
}

/// How to make it.
#[derive(Debug, Clone, Copy)]
pub struct Made<'a> {
    /// The record.
    pub atlas: &'a Atlas,
    /// Every address.
    pub links: &'a Links,
    /// Status as of this day, without projects that had not begun and sites that were not yet or no
    /// longer part of them. `None` is the edition's date, with every site of the record.
    pub on: Option<Date>,
    /// The language of prose, where it is written.
    pub lang: Lang,
}

/// Makes a collection of the record. Two features of one id are an error.
pub fn collection(of: LayerOf, made: Made) -> Result<Collection, SameId> {
    let columns = match of {
        LayerOf::Projects => projects::COLUMNS,
        LayerOf::Layer(_) | LayerOf::Sites => sites::COLUMNS,
    };
    let schema = schema(columns, made.atlas);
    let mut batch = Batch::new(&schema);
    let day = made.on.unwrap_or_else(|| made.atlas.today());
    for project in &made.atlas.projects {
        if matches!(of, LayerOf::Layer(layer) if layer.id != project.layer) {
            continue;
        }
        let Some(standing) = made.atlas.status_on(project, day) else { continue };
        let sites: Vec<&Site> =
            project.sites.iter().filter(|s| made.on.is_none_or(|day| s.stands_on(day))).collect();
        let row = |site| Row {
            atlas: made.atlas,
            links: made.links,
            lang: made.lang,
            project,
            standing: &standing,
            sites: &sites,
            site,
        };
        if matches!(of, LayerOf::Projects) {
            let site = representative(&sites);
            let geometry = site.and_then(|s| place(made.atlas, s)).and_then(first_point);
            push(&mut batch, columns, &project.id, geometry, &row(site));
        } else {
            for site in &sites {
                push(&mut batch, columns, &site.id, place(made.atlas, site), &row(Some(site)));
            }
        }
    }
    Collection::new(about(of, made), schema, vec![batch])
}

fn push(batch: &mut Batch, columns: &[FlatColumn], id: &str, geometry: Option<Geometry>, row: &Row) {
    batch.open(&json_inner(id), geometry);
    batch.bytes().push(b'{');
    for (at, column) in columns.iter().enumerate() {
        let value = column.value(row);
        let out = batch.bytes();
        if at > 0 {
            out.push(b',');
        }
        out.push(b'"');
        out.extend_from_slice(column.name.as_bytes());
        out.extend_from_slice(b"\":");
        value.write_json(out);
        batch.value(at, &value);
    }
    batch.bytes().push(b'}');
    batch.close(row.span());
}

/// The place of a site as it may be told: with the decimals of its precision, and none at all where
/// only the country is known.
pub fn place(atlas: &Atlas, site: &Site) -> Option<Geometry> {
    let decimals = atlas.vocabulary.precision(site.precision).map_or(0, |term| term.decimals);
    let text = site.geometry.as_ref().filter(|_| site.is_placed())?.to_string();
    // A record that was checked has no geometry that cannot be read.
    Geometry::read(&text, Some(decimals)).ok().flatten()
}

/// The first site, in the order of the file, among those whose place is known best.
fn representative<'a>(sites: &[&'a Site]) -> Option<&'a Site> {
    // `min_by_key` gives the first of several that are equal.
    let best = |placed| sites.iter().filter(|s| s.is_placed() == placed).min_by_key(|s| s.precision);
    best(true).or_else(|| best(false)).copied()
}

/// A point stands for a project. Where all that is known is a schematic line, it is one end of it:
/// a middle would be a place that nobody named.
fn first_point(geometry: Geometry) -> Option<Geometry> {
    match geometry {
        Geometry::Point(point) => Some(Geometry::Point(point)),
        Geometry::MultiPoint(positions) | Geometry::LineString(positions) => {
            positions.into_iter().next().map(Geometry::Point)
        }
        Geometry::MultiLineString(lines) | Geometry::Polygon(lines) => {
            lines.into_iter().flatten().next().map(Geometry::Point)
        }
        Geometry::MultiPolygon(areas) => areas.into_iter().flatten().flatten().next().map(Geometry::Point),
        Geometry::Collection(parts) => parts.into_iter().find_map(first_point),
    }
}

fn about(of: LayerOf, made: Made) -> About {
    let licence = &made.atlas.about.licence;
    let (id, kind, title, description) = match of {
        LayerOf::Layer(layer) => {
            (layer.id.as_str(), Kind::Layer, layer.title.clone(), layer.description.clone())
        }
        LayerOf::Sites => ("sites", Kind::Sites, text(SITES[0]), text(SITES[1])),
        LayerOf::Projects => ("projects", Kind::Projects, text(PROJECTS[0]), text(PROJECTS[1])),
    };
    let layers = made.atlas.layers.layers.iter();
    let layers = layers.filter(|l| !matches!(of, LayerOf::Layer(layer) if layer.id != l.id));
    About {
        id: id.to_owned(),
        kind,
        title,
        description,
        attribution: Some(format!(
            "{}, {}, {licence}; {}",
            made.atlas.about.title.en,
            made.atlas.state(),
            credit::line()
        )),
        edition: Some(made.atlas.version()),
        licence: Some(licence.clone()),
        colours: layers.map(|l| (l.id.clone(), l.colour.light.clone())).collect(),
        notes: Vec::new(),
    }
}

fn text([en, es, pt, zh]: [&str; 4]) -> Text {
    Text { en: en.into(), es: Some(es.into()), pt: Some(pt.into()), zh: Some(zh.into()) }
}

/// Title and description, in English, Spanish, Portuguese and Chinese.
const SITES: [[&str; 4]; 2] = [
    ["All sites", "Todos los sitios", "Todos os locais", "全部地点"],
    [
        "Every site of every layer: one feature a site, with the facts of its project beside it.",
        "Todos los sitios de todas las capas: una entidad por sitio, con los datos de su proyecto al lado.",
        "Todos os locais de todas as camadas: uma feição por local, com os dados do seu projeto ao lado.",
        "所有图层的全部地点：每个地点一个要素，并附所属项目的信息。",
    ],
];
const PROJECTS: [[&str; 4]; 2] = [
    ["Projects", "Proyectos", "Projetos", "项目"],
    [
        "One point a project: the first of its sites among those whose place is known best.",
        "Un punto por proyecto: el primero de sus sitios entre los de ubicación mejor conocida.",
        "Um ponto por projeto: o primeiro de seus locais entre os de posição mais bem conhecida.",
        "每个项目一个点：取位置最明确的地点中的第一个。",
    ],
];
