//! The map of a picture: which places it shows from where, and its drawing.

use super::base::base;
use super::edge::{edge, kept_free};
use super::fit::fitted;
use super::layout::{Laid, Spot, layout, room};
use super::lettering;
use super::lines::Beneath;
use super::names::Setting;
use super::palette::Palette;
use super::places::{Place, places};
use super::projection::{Camera, Window};
use super::sign::{Sign, sign};
use super::site_names::site_names;
use super::svg::short;
use super::text::Style;
use super::view::View;
use crate::atlas::{Atlas, Lang, Project};
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

impl<'a> Chart<'a> {
    /// A map of these projects.
    pub fn new(
        atlas: &'a Atlas,
        view: &'a View,
        lang: Lang,
        shown: &'a [&'a Project],
        (width, height): (f64, f64),
    ) -> Chart<'a> {
        let camera = view.camera().unwrap_or_else(|| fitted(atlas, view, shown, width, height));
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
        let beneath =
            Beneath { atlas: self.atlas, view: self.view, camera: &self.camera, seen: &self.seen, palette };
        let setting = Setting {
            camera: &self.camera,
            lang: self.lang,
            window: &self.seen,
            edge: edge_room,
            taken: &taken,
            lines: &beneath.along(self.shown),
            measure: Style::width,
        };
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
        let dim = if self.view.state.sel.is_some() && !place.chosen {
            format!(" opacity=\"{}\"", GEOMETRY.emphasis.others_opacity)
        } else {
            String::new()
        };
        let (x, y) = (short(laid.at.x - self.seen.left), short(laid.at.y - self.seen.top));
        let scale = if laid.scale == 1.0 { String::new() } else { format!(" scale({})", short(laid.scale)) };
        format!("<g transform=\"translate({x} {y}){scale}\"{dim}>{drawn}</g>")
    }
}
