//! The map of a picture: which places it shows from where, and its drawing.

use super::base::base;
use super::edge::{edge, kept_free};
use super::ground::BASE_MAP;
use super::layout::{Laid, Spot, layout, room};
use super::lettering;
use super::lines::Beneath;
use super::names::Setting;
use super::palette::Palette;
use super::places::{Place, drawn_on, line_of, middle, places};
use super::projection::{Camera, Window, lat_of, lon_of};
use super::sign::{Sign, sign};
use super::site_names::site_names;
use super::svg::short;
use super::view::View;
use crate::atlas::{Atlas, Lang, Precision, Project, Site};
use crate::site::sign::geometry::{GEOMETRY, Sites};
use crate::site::sign::layer_of;
use crate::site::words;

/// A map of some width and height, before it is drawn.
pub struct Chart<'a> {
    atlas: &'a Atlas,
    view: &'a View,
    lang: Lang,
    shown: &'a [&'a Project],
    /// Zoom and centre.
    pub camera: Camera,
    /// What is seen, in pixels of the world at the zoom.
    pub seen: Window,
    /// Every place that has a sign, seen or not: a sign beyond the edge pushes one within.
    pub places: Vec<Place<'a>>,
}

/// Pixels kept free around places that must be seen whole.
const MARGIN: f64 = 56.0;
/// A single place is not looked at from nearer than this: its surroundings tell where it is.
const DEEPEST_FIT: f64 = 6.3;
/// Fits for a set of places need no closer look than this.
const DEEPEST_SET: f64 = 9.0;

impl<'a> Chart<'a> {
    /// A map of these projects.
    pub fn new(
        atlas: &'a Atlas,
        view: &'a View,
        lang: Lang,
        shown: &'a [&'a Project],
        (width, height): (f64, f64),
    ) -> Chart<'a> {
        let camera = view.map.unwrap_or_else(|| fitted(atlas, view, shown, width, height));
        Chart {
            atlas,
            view,
            lang,
            shown,
            seen: camera.window(width, height),
            places: places(atlas, shown, view, &camera),
            camera,
        }
    }

    /// The places whose points are seen.
    pub fn in_view(&self) -> Vec<&Place<'a>> {
        let Window { left, top, right, bottom } = self.seen;
        let seen = |p: &&Place| (left..right).contains(&p.point.x) && (top..bottom).contains(&p.point.y);
        self.places.iter().filter(seen).collect()
    }

    /// The markup, in pixels of the map's upper left corner.
    pub fn draw(&self, palette: &Palette) -> String {
        let spots: Vec<Spot> = self
            .places
            .iter()
            .map(|p| Spot {
                id: &p.site.id,
                point: p.point,
                precision: p.site.precision,
                hand: p.hand,
                chosen: p.chosen,
            })
            .collect();
        let laid = layout(&spots, self.camera.zoom);
        let size = GEOMETRY.size_at(self.camera.zoom);
        let edge_room = kept_free(&self.camera, self.seen.width());
        let within = Window {
            left: self.seen.left + edge_room.0,
            bottom: self.seen.bottom - edge_room.1,
            ..self.seen
        };
        let named = match size.sites {
            Sites::All => site_names(&self.places, &laid, self.lang, &within),
            Sites::One => Vec::new(),
        };
        let mut taken: Vec<Window> =
            laid.iter().map(|l| room(l, spots[l.spot].precision).grown(-2.0)).collect();
        taken.extend(named.iter().map(|name| name.room));
        let setting = Setting {
            camera: &self.camera,
            lang: self.lang,
            window: &self.seen,
            edge: edge_room,
            taken: &taken,
        };
        let beneath =
            Beneath { atlas: self.atlas, view: self.view, camera: &self.camera, seen: &self.seen, palette };
        [
            base(&self.camera, &self.seen, palette),
            beneath.draw(self.shown, &self.places, &laid),
            lettering::beneath(&setting, palette),
            laid.iter().map(|l| self.sign(l, palette)).collect(),
            lettering::above(&named, &self.seen, palette),
            edge(&self.camera, &self.seen, words::of(self.lang), palette),
        ]
        .concat()
    }

    fn sign(&self, laid: &Laid, palette: &Palette) -> String {
        let place = &self.places[laid.spot];
        let reach = 40.0 * laid.scale;
        let room =
            Window { left: laid.at.x, right: laid.at.x, top: laid.at.y, bottom: laid.at.y }.grown(reach);
        if !room.meets(&self.seen) {
            return String::new();
        }
        let (glyph, family) = layer_of(self.atlas, &place.project.layer);
        let drawn = sign(
            &Sign {
                glyph,
                family,
                status: &place.status,
                precision: place.site.precision,
                built: place.project.entry.is_project(),
                seed: laid.seed,
                hand: place.hand,
                stack: place.stack,
            },
            palette,
        );
        let dim = if self.view.sel.is_some() && !place.chosen {
            format!(" opacity=\"{}\"", GEOMETRY.emphasis.others_opacity)
        } else {
            String::new()
        };
        let (x, y) = (short(laid.at.x - self.seen.left), short(laid.at.y - self.seen.top));
        let scale = if laid.scale == 1.0 { String::new() } else { format!(" scale({})", short(laid.scale)) };
        format!("<g transform=\"translate({x} {y}){scale}\"{dim}>{drawn}</g>")
    }
}

/// The view that fits: the project in hand, else what is filtered, else the whole region.
fn fitted(atlas: &Atlas, view: &View, shown: &[&Project], width: f64, height: f64) -> Camera {
    let [west, south, east, north] = atlas.about.extent;
    let whole = || Camera::fit([west, south, east, north], width, height, 0.0, DEEPEST_SET);
    let chosen = view.chosen(atlas);
    if chosen.is_none() && !view.filters() {
        return whole();
    }
    let of: Vec<&Project> = chosen.map_or_else(|| shown.to_vec(), |project| vec![project]);
    let day = view.day(atlas);
    let one_site = |id: &str| view.sel.as_deref() == Some(id) && chosen.is_some_and(|p| p.id != id);
    let sites = of.iter().flat_map(|project| drawn_on(project, day, day < atlas.today()));
    let asked = of.iter().flat_map(|p| &p.sites).find(|site| one_site(&site.id));
    let at = |site: &Site| middle(site).into_iter().collect();
    // The far end of a cable would make all else small: a line counts whole only where it is in hand.
    let ends =
        |site: &Site| if chosen.is_some() { line_of(site).unwrap_or_else(|| at(site)) } else { at(site) };
    let points: Vec<[f64; 2]> = match asked {
        Some(site) => ends(site),
        None => sites.filter(|site| chosen.is_some() || line_of(site).is_none()).flat_map(ends).collect(),
    };
    let margin = MARGIN.min(width / 6.0).min(height / 6.0);
    let Some(bounds) = bounds(&points) else {
        let codes: Vec<&str> = of.iter().flat_map(|p| &p.countries).map(String::as_str).collect();
        return country(&codes)
            .map_or_else(whole, |at| Camera::fit(at, width, height, margin / 2.0, DEEPEST_FIT));
    };
    let deepest =
        if points.len() == 1 { deepest(atlas, of.first(), asked.map(|s| s.precision)) } else { DEEPEST_SET };
    Camera::fit(bounds, width, height, margin, deepest)
}

/// No nearer than the precision of the place bears.
fn deepest(atlas: &Atlas, project: Option<&&Project>, precision: Option<Precision>) -> f64 {
    let of_project = || project.and_then(|p| p.sites.iter().find(|s| s.is_placed())).map(|s| s.precision);
    let term = precision.or_else(of_project).and_then(|p| atlas.vocabulary.precision(p));
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
