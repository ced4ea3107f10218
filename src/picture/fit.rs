//! The view that fits what is shown, where the address names none.

use super::ground::BASE_MAP;
use super::places::{best_of, drawn_on, line_of, middle};
use super::projection::{Camera, STEP, Window, lat_of, lon_of};
use super::view::View;
use crate::atlas::{Atlas, Precision, Project, Site};
use crate::site::sign::geometry::{GEOMETRY, Sites};

/// Pixels kept free around places that must be seen whole.
const MARGIN: f64 = 56.0;
/// A single place is not looked at from nearer than this: its surroundings tell where it is.
const DEEPEST_FIT: f64 = 6.3;
/// Fits for a set of places need no closer look than this.
const DEEPEST_SET: f64 = 9.0;

/// The view that fits: the project in hand, else what is filtered, else the whole region.
pub fn fitted(atlas: &Atlas, view: &View, shown: &[&Project], width: f64, height: f64) -> Camera {
    let whole = || Camera::fit(atlas.about.extent, width, height, 0.0, DEEPEST_SET);
    let margin = MARGIN.min(width / 6.0).min(height / 6.0);
    let day = view.state.day(atlas);
    let within = |bounds, deepest| Camera::fit(bounds, width, height, margin, deepest);
    let Some(project) = view.state.chosen(atlas) else {
        if !view.filters() {
            return whole();
        }
        let sites: Vec<Vec<&Site>> = shown.iter().map(|p| drawn_on(p, day, day < atlas.today())).collect();
        // From afar a project has one sign; only where all its sites are drawn must all of them fit.
        let best: Vec<&Site> = sites.iter().filter_map(|sites| best_of(sites)).collect();
        let all: Vec<&Site> = sites.concat();
        // The far end of a cable would make all else small, so that lines do not count.
        let points = |sites: &[&Site]| -> Vec<[f64; 2]> {
            sites.iter().filter(|site| line_of(site).is_none()).filter_map(|site| middle(site)).collect()
        };
        let Some(afar) = bounds(&points(&best)) else { return around(shown, whole, within) };
        let camera = within(afar, DEEPEST_SET);
        let every = |camera: &Camera| GEOMETRY.size_at(camera.zoom).sites == Sites::All;
        if !every(&camera) {
            return camera;
        }
        // Where all sites only fit from so far that one sign stands for them, the nearest such view is best.
        let near = bounds(&points(&all)).map(|all| within(all, DEEPEST_SET)).filter(every);
        return near.unwrap_or_else(|| within(afar, overview()));
    };
    let sites: Vec<&Site> =
        match project.sites.iter().find(|site| view.state.sel.as_deref() == Some(&site.id)) {
            Some(site) => vec![site],
            None => drawn_on(project, day, day < atlas.today()),
        };
    let ends = |site: &&Site| line_of(site).unwrap_or_else(|| middle(site).into_iter().collect());
    let points: Vec<[f64; 2]> = sites.iter().flat_map(ends).collect();
    match bounds(&points) {
        Some(bounds) if points.len() == 1 => {
            within(bounds, deepest(atlas, sites.first().map(|s| s.precision)))
        }
        Some(bounds) => within(bounds, DEEPEST_SET),
        None => around(&[project], whole, within),
    }
}

/// The nearest zoom at which a project has one sign.
fn overview() -> f64 {
    let one = GEOMETRY.sizes.iter().filter(|size| size.sites == Sites::One);
    one.filter_map(|size| size.below).fold(0.0, f64::max) - STEP
}

/// The countries of projects none of whose places is known.
fn around(
    projects: &[&Project],
    whole: impl Fn() -> Camera,
    within: impl Fn([f64; 4], f64) -> Camera,
) -> Camera {
    let codes: Vec<&str> = projects.iter().flat_map(|p| &p.countries).map(String::as_str).collect();
    country(&codes).map_or_else(whole, |bounds| within(bounds, DEEPEST_FIT))
}

/// No nearer than the precision of the place bears.
fn deepest(atlas: &Atlas, precision: Option<Precision>) -> f64 {
    let term = precision.and_then(|p| atlas.vocabulary.precision(p));
    term.map_or(DEEPEST_FIT, |t| f64::from(t.deepest_zoom).min(DEEPEST_FIT))
}

fn bounds(points: &[[f64; 2]]) -> Option<[f64; 4]> {
    let first = points.first()?;
    let grow = |[w, s, e, n]: [f64; 4], [x, y]: &[f64; 2]| [w.min(*x), s.min(*y), e.max(*x), n.max(*y)];
    Some(points.iter().fold([first[0], first[1], first[0], first[1]], grow))
}

/// West, south, east and north of countries, by the greatest land of each: islands far out would make the
/// rest small.
fn country(codes: &[&str]) -> Option<[f64; 4]> {
    let of = |code: &&str| {
        let (_, rings) = BASE_MAP.countries.iter().find(|(c, _)| c == code)?;
        let greatest = rings.iter().max_by(|a, b| a.extent().total_cmp(&b.extent()))?;
        let Window { left, top, right, bottom } = greatest.bounds;
        Some([[lon_of(left), lat_of(bottom)], [lon_of(right), lat_of(top)]])
    };
    bounds(&codes.iter().filter_map(of).flatten().collect::<Vec<_>>())
}
