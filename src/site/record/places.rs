//! Where: each site with how well it is known, and no more decimals than that bears.

use geojson::GeometryValue;

use crate::atlas::{Precision, Project, Site};
use crate::site::frame::Context;
use crate::site::sign::{self, Sign, Svg};
use crate::site::told::{Told, told};
use crate::site::words::{Words, date, fill, number};

use super::numbering::{Numbering, Refs};

/// One site.
#[derive(Debug)]
pub struct Place {
    /// `<project>.<site>`
    pub id: String,
    /// Its sign.
    pub sign: Svg,
    /// Its name.
    pub name: Told,
    /// What kind of place it is.
    pub kind: String,
    /// Id of the precision.
    pub precision: &'static str,
    /// How well the place is known, in a word.
    pub precision_word: String,
    /// What that word means.
    pub meaning: String,
    /// `24.19° S, 65.29° W`; empty where no point is known.
    pub coordinates: String,
    /// `from Mar 2019`, `until 2021`
    pub dates: Vec<String>,
    /// Where the position comes from.
    pub located_by: Told,
    /// The map with this site in hand; empty where it is not on the map.
    pub href: String,
    /// Sources of that position; none where it was drawn.
    pub position_refs: Option<Refs>,
    /// Its sources.
    pub refs: Refs,
}

/// The sites in file order.
pub fn places(context: &Context, project: &Project, sign: &Sign, numbering: &mut Numbering) -> Vec<Place> {
    project.sites.iter().map(|site| place(context, site, sign, numbering)).collect()
}

fn place(context: &Context, site: &Site, sign: &Sign, numbering: &mut Numbering) -> Place {
    let Context { atlas, links, lang } = *context;
    let w = context.words();
    let term = atlas.vocabulary.precision(site.precision);
    let word = |word, date| fill(word, &[("date", &date::written(date, lang))]);
    Place {
        id: site.id.clone(),
        sign: sign::row(&Sign { precision: site.precision, ..sign.clone() }),
        name: told(&site.name, lang),
        kind: atlas.vocabulary.site_kind(&site.kind).map_or(&*site.kind, |k| k.label.get(lang)).to_owned(),
        precision: site.precision.id(),
        precision_word: term.map_or(site.precision.id(), |t| t.label.get(lang)).to_owned(),
        meaning: term.map_or("", |t| t.definition.get(lang)).to_owned(),
        coordinates: coordinates(site, term.map_or(0, |t| t.decimals), context).unwrap_or_default(),
        dates: [site.from.map(|d| word(w.site_from, d)), site.until.map(|d| word(w.site_until, d))]
            .into_iter()
            .flatten()
            .collect(),
        located_by: told(&site.located_by, lang),
        href: if site.is_placed() { links.map_at(lang, &site.id) } else { String::new() },
        // Numbers rise in the order in which they are read.
        refs: numbering.cite(&site.sources, w),
        position_refs: (!site.position_sources.is_empty()).then(|| numbering.cite(&site.position_sources, w)),
    }
}

/// Latitude first, as people read it; none for lines and for what is not on the map.
fn coordinates(site: &Site, decimals: u8, context: &Context) -> Option<String> {
    if !site.is_placed() || site.precision == Precision::Schematic {
        return None;
    }
    let GeometryValue::Point { coordinates } = &site.geometry.as_ref()?.value else { return None };
    let [lon, lat] = coordinates.as_slice() else { return None };
    let Words { north, south, east, west, .. } = *context.words();
    let degrees = |value: f64, positive, negative| {
        let side = if value < 0.0 { negative } else { positive };
        format!("{}° {side}", number::fixed(value.abs(), decimals.into(), context.lang))
    };
    // The decimal comma of Spanish and Portuguese must not be taken for the one between the two.
    let between = if number::fixed(0.5, 1, context.lang).contains(',') { "; " } else { ", " };
    Some([degrees(*lat, north, south), degrees(*lon, east, west)].join(between))
}
