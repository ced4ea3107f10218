//! The map of a stop as a plain state of the map page: what the stop's link, its picture and its map
//! beside the text are made from, so that they agree.

use crate::atlas::{Atlas, Precision, Site, Telling};
use crate::site::page::View;

/// The query string of the map page, without its `?`, that shows a stop; stops count from 0. Where the
/// stop looks closer than the place in hand is known, it looks from where it is known.
pub fn of(atlas: &Atlas, telling: &Telling, stop: usize) -> String {
    let asked = telling.view(stop);
    let pairs: Vec<(_, _)> = form_urlencoded::parse(asked.as_bytes()).collect();
    let sel = pairs.iter().find(|(name, _)| name == "sel").map(|(_, value)| value.as_ref());
    let deepest = sel.and_then(|sel| deepest(atlas, sel));
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in &pairs {
        match (name.as_ref(), deepest) {
            ("map", Some(deepest)) => query.append_pair(name, &no_deeper(value, deepest)),
            _ => query.append_pair(name, value),
        };
    }
    View::read(&query.finish()).query().trim_start_matches('?').to_owned()
}

/// The sites that a selection puts in hand: one, or all of a project; those with a place on the map.
pub fn in_hand<'a>(atlas: &'a Atlas, sel: &str) -> Vec<&'a Site> {
    let id = sel.split_once('.').map_or(sel, |(project, _)| project);
    let sites = atlas.project(id).map(|project| project.sites.iter()).into_iter().flatten();
    sites.filter(|site| site.is_placed() && (sel == id || site.id == sel)).collect()
}

/// How near the best known of the places in hand may be looked at.
fn deepest(atlas: &Atlas, sel: &str) -> Option<f64> {
    let zoom = |precision: Precision| atlas.vocabulary.precision(precision).map(|term| term.deepest_zoom);
    let zooms = in_hand(atlas, sel).into_iter().filter_map(|site| zoom(site.precision));
    zooms.map(f64::from).reduce(f64::max)
}

/// `zoom/lat/lon` with a zoom that is no greater.
fn no_deeper(map: &str, deepest: f64) -> String {
    match map.split_once('/') {
        Some((zoom, rest)) if zoom.parse::<f64>().is_ok_and(|zoom| zoom > deepest) => {
            format!("{deepest}/{rest}")
        }
        _ => map.to_owned(),
    }
}
