//! What is drawn beneath the signs: schematic lines, the disc of a near place, and leaders back to true
//! points. The page's `lines.ts` does the same.

use super::layout::Laid;
use super::names::COUNTRIES_UNTIL;
use super::palette::Palette;
use super::places::{Place, drawn_on, line_of};
use super::projection::{Camera, Pixel, Window};
use super::svg::short;
use super::view::View;
use crate::atlas::{Atlas, Project};
use crate::site::sign::geometry::{GEOMETRY, Sites};
use crate::site::sign::layer_of;

/// Metres on the ground that one pixel of the world spans at zoom 0 on the equator (EPSG:3857).
pub const METRES: f64 = 156_543.034;

/// How far apart boxes along a line stand, and half their side.
const BOX_STEP: f64 = 6.0;
const BOX_HALF: f64 = 2.0;

/// Everything of these projects that is no sign, in pixels of the window's upper left corner.
pub struct Beneath<'a> {
    pub atlas: &'a Atlas,
    pub view: &'a View,
    pub camera: &'a Camera,
    pub seen: &'a Window,
    pub palette: &'a Palette<'a>,
}

impl Beneath<'_> {
    /// The markup.
    pub fn draw(&self, shown: &[&Project], places: &[Place], laid: &[Laid]) -> String {
        let mut out = String::new();
        for project in shown {
            self.schematic(&mut out, project);
        }
        for sign in laid {
            let place = &places[sign.spot];
            self.disc(&mut out, place);
            if sign.leader {
                self.leader(&mut out, place, sign);
            }
        }
        out
    }

    /// Boxes along the schematic lines of these projects, in pixels of the world, while countries are named: from
    /// nearer a cable across an ocean would be hundreds of thousands of them.
    pub fn along(&self, shown: &[&Project]) -> Vec<Window> {
        if self.camera.zoom >= COUNTRIES_UNTIL {
            return Vec::new();
        }
        let lines = shown.iter().flat_map(|project| self.lines_of(project));
        lines
            .flat_map(|line| line.windows(2).flat_map(|ends| boxes(ends[0], ends[1])).collect::<Vec<_>>())
            .collect()
    }

    /// The schematic lines of a project, in pixels of the world.
    fn lines_of(&self, project: &Project) -> Vec<Vec<Pixel>> {
        let day = self.view.state.day(self.atlas);
        let lines = drawn_on(project, day, day < self.atlas.today()).into_iter().filter_map(line_of);
        lines.map(|line| line.iter().map(|[lon, lat]| self.camera.project(*lon, *lat)).collect()).collect()
    }

    fn hue(&self, project: &Project) -> &str {
        self.palette.hue(layer_of(self.atlas, &project.layer).1, false)
    }

    /// Other projects than the one in hand are pale.
    fn dim(&self, project: &Project) -> String {
        if self.view.state.sel.is_none() || self.view.holds(project) {
            return String::new();
        }
        format!(" opacity=\"{}\"", GEOMETRY.emphasis.others_opacity)
    }

    fn at(&self, p: Pixel) -> (f64, f64) {
        (short(p.x - self.seen.left), short(p.y - self.seen.top))
    }

    fn schematic(&self, out: &mut String, project: &Project) {
        let rules = &GEOMETRY.line;
        let (hue, dim) = (self.hue(project), self.dim(project));
        let one = GEOMETRY.size_at(self.camera.zoom).sites == Sites::One;
        let radius = if one { rules.end_radius_one } else { rules.end_radius };
        for line in self.lines_of(project) {
            let points: Vec<(f64, f64)> = line.iter().map(|point| self.at(*point)).collect();
            let path: Vec<String> = points.iter().map(|(x, y)| format!("{x} {y}")).collect();
            let dash: Vec<String> = rules.dash.iter().map(f64::to_string).collect();
            out.push_str(&format!(
                "<path fill=\"none\" stroke=\"{hue}\" stroke-width=\"{}\" stroke-dasharray=\"{}\" stroke-linejoin=\"round\"{dim} d=\"M{}\"/>",
                rules.width,
                dash.join(" "),
                path.join("L")
            ));
            for (x, y) in [points.first(), points.last()].into_iter().flatten() {
                out.push_str(&format!(
                    "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{}\" stroke=\"{hue}\" stroke-width=\"{}\"{dim}/>",
                    self.palette.get("sign-ground"),
                    rules.end_width
                ));
            }
        }
    }

    fn disc(&self, out: &mut String, place: &Place) {
        let rules = &GEOMETRY.disc;
        if place.site.precision.id() != rules.precision {
            return;
        }
        let term = self.atlas.vocabulary.precision(place.site.precision);
        let metres = f64::from(term.and_then(|t| t.radius_m).unwrap_or_default());
        let lat = super::projection::lat_of(place.point.y / self.camera.scale());
        let radius = metres * self.camera.scale() / (METRES * lat.to_radians().cos());
        if 2.0 * radius < rules.least_diameter {
            return;
        }
        let ((x, y), hue) = (self.at(place.point), self.hue(place.project));
        out.push_str(&format!(
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"{}\" fill=\"{hue}\" fill-opacity=\"{}\" stroke=\"{hue}\" stroke-opacity=\"{}\"{}/>",
            short(radius),
            rules.fill_opacity,
            rules.stroke_opacity,
            self.dim(place.project)
        ));
    }

    fn leader(&self, out: &mut String, place: &Place, sign: &Laid) {
        let ((x, y), (u, v)) = (self.at(place.point), self.at(sign.at));
        let (hue, dim) = (self.hue(place.project), self.dim(place.project));
        out.push_str(&format!(
            "<path fill=\"none\" stroke=\"{hue}\" stroke-opacity=\"0.75\"{dim} d=\"M{x} {y}L{u} {v}\"/>\
             <circle cx=\"{x}\" cy=\"{y}\" r=\"{}\" fill=\"{hue}\" stroke=\"{}\" stroke-width=\"0.8\"{dim}/>",
            GEOMETRY.layout.leader_dot,
            self.palette.get("halo")
        ));
    }
}

fn boxes(from: Pixel, to: Pixel) -> impl Iterator<Item = Window> {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let steps = (dx.hypot(dy) / BOX_STEP).ceil();
    (0..steps as u32).map(move |step| {
        let part = f64::from(step) / steps;
        let (x, y) = (from.x + dx * part, from.y + dy * part);
        Window { left: x, right: x, top: y, bottom: y }.grown(BOX_HALF)
    })
}
