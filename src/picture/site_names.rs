//! Names of the sites of the project in hand: each tries eight sides of its sign, or is left out. The page's
//! `siteNames.ts` does the same, but can only guess how wide a name is.

use super::font::Face;
use super::layout::{Laid, room};
use super::places::Place;
use super::projection::{Pixel, Window};
use super::text::{Outline, Style, style};
use crate::atlas::{Lang, Precision};

/// A name and where its line begins.
#[derive(Debug, Clone)]
pub struct SiteName {
    /// The line.
    pub line: Outline,
    /// The beginning of its baseline, in pixels of the world.
    pub at: Pixel,
    /// The room it takes.
    pub room: Window,
}

const STYLE: Style = style(Face::Strong, 12.0);
/// Half a line.
const HALF: f64 = 9.0;
/// From the middle of a line to its baseline.
const DROP: f64 = 4.2;

/// The short name of a site on the map.
fn short(place: &Place, lang: Lang) -> String {
    if let Some(label) = &place.site.label {
        return label.get(lang).to_owned();
    }
    // Names of sites run «what it is, town»; on the map the sign says what it is.
    let name = place.site.name.get(lang);
    let head = name.split([':', '(', '（', '：']).next().unwrap_or(name);
    let part = if place.project.sites.len() > 1 { head.rsplit(", ").next().unwrap_or(head) } else { head };
    part.trim().to_owned()
}

/// The names that find room.
pub fn site_names(places: &[Place], laid: &[Laid], lang: Lang, window: &Window) -> Vec<SiteName> {
    let rooms: Vec<Window> = laid.iter().map(|l| room(l, places[l.spot].site.precision)).collect();
    // The site in hand first, then from south to north.
    // A name without its sign would name nothing.
    let seen =
        |at: Pixel| at.x > window.left && at.x < window.right && at.y > window.top && at.y < window.bottom;
    let named = |&i: &usize| places[laid[i].spot].chosen && seen(laid[i].at);
    let mut order: Vec<usize> = (0..laid.len()).filter(named).collect();
    order.sort_by(|&a, &b| {
        let hand = |i: usize| places[laid[i].spot].hand;
        hand(b).cmp(&hand(a)).then(laid[b].at.y.total_cmp(&laid[a].at.y))
    });
    let mut names: Vec<SiteName> = Vec::new();
    for i in order {
        let place = &places[laid[i].spot];
        let line = STYLE.outline(&short(place, lang));
        let cost = |side: &Window| -> u32 {
            let signs = rooms.iter().enumerate().filter(|(j, other)| *j != i && side.meets(other));
            let on_signs: u32 = signs.map(|(j, _)| if places[laid[j].spot].chosen { 3 } else { 1 }).sum();
            let on_names = names.iter().filter(|name| side.meets(&name.room)).count() as u32 * 3;
            on_signs + on_names + if side.inside(window) { 0 } else { 3 }
        };
        let sides = around(&laid[i], place.site.precision, line.width + 4.0);
        let best = sides.iter().map(|side| (cost(side), side)).min_by_key(|(cost, _)| *cost);
        if let Some((_, side)) = best.filter(|(cost, _)| *cost < 3) {
            let at = Pixel { x: side.left + 2.0, y: (side.top + side.bottom) / 2.0 + DROP };
            names.push(SiteName { line, at, room: *side });
        }
    }
    names
}

/// Half the width of the sign of a line, with the ends that stand out on both sides.
const LINE_SIGN: f64 = 18.0;

/// Right, left, above, below, then the four corners.
fn around(laid: &Laid, precision: Precision, width: f64) -> [Window; 8] {
    let (Pixel { x, y }, r) = (laid.at, laid.radius + 4.0);
    let of_line = precision == Precision::Schematic && !laid.seed;
    let beside = if of_line { LINE_SIGN * laid.scale + 4.0 } else { r };
    // `from` is the part of the width that lies left of the place.
    let side = |from: f64, at: f64, middle: f64| {
        let left = at - width * from;
        Window { left, right: left + width, top: middle - HALF, bottom: middle + HALF }
    };
    [
        side(0.0, x + beside - 2.0, y),
        side(1.0, x - beside + 2.0, y),
        side(0.5, x, y - r - HALF + 2.0),
        side(0.5, x, y + r + HALF - 2.0),
        side(0.0, x + r * 0.6, y - r),
        side(0.0, x + r * 0.6, y + r),
        side(1.0, x - r * 0.6, y - r),
        side(1.0, x - r * 0.6, y + r),
    ]
}
