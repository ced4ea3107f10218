//! Names of the base map: each tries places near its own, gives way to signs, or is left out. The page writes
//! them by the same rules (`web/src/names.ts`); both are tested on `tests/cases/names.json`. Widths and the sizes
//! of waters and areas differ on purpose: they are those of the faces that a picture carries and a page finds.

use super::font::Face;
use super::ground::{BASE_MAP, Kind, Name};
use super::outline::{Line, in_rings};
use super::projection::{Camera, Pixel, Window};
use super::text::{Style, style};
use crate::atlas::Lang;

/// A name that found room.
#[derive(Debug, Clone)]
pub struct Written {
    /// What it names.
    pub name: &'static Name,
    /// In the letters of which rank.
    rank: u8,
    /// Its lines, from the top.
    pub lines: Vec<String>,
    /// Its middle (of a town: the point), in pixels of the world.
    pub at: Pixel,
    room: Window,
}

impl Written {
    /// How its letters look.
    pub fn style(&self) -> Style {
        letters(self.name.kind, self.rank).0
    }
}

/// What a name must keep to.
#[derive(Debug, Clone)]
pub struct Setting<'a> {
    /// Zoom and centre.
    pub camera: &'a Camera,
    /// The language of the names.
    pub lang: Lang,
    /// What is seen.
    pub window: &'a Window,
    /// Pixels kept free at the left and the lower edge.
    pub edge: (f64, f64),
    /// What a name may not cover: signs and their names.
    pub taken: &'a [Window],
    /// What a country's name rather stands beside: schematic lines.
    pub lines: &'a [Window],
    /// How wide a line is, in pixels.
    pub measure: fn(Style, &str) -> f64,
}

/// Countries give way to their provinces here.
pub const COUNTRIES_UNTIL: f64 = 6.5;
const COUNTRIES_TOUCH_UNTIL: f64 = 4.75;
/// Square pixels of a sign that such a name may touch: about one letter's corner.
const TOUCH: f64 = 90.0;
const REGIONS_UNTIL: f64 = 10.0;
const WATERS_UNTIL: f64 = 7.0;
/// How far a name may go from its own place at zoom 4, in pixels; it doubles with each zoom.
const REACH: f64 = 46.0;
/// A country's name may go this far at any zoom, by its rank: from afar only the sea beside it has room.
const LEAST_REACH: [f64; 3] = [108.0, 76.0, 76.0];
/// Below this only the greatest are named, and only on their own ground.
const ALL_FROM: f64 = 2.85;
/// What the base map gives out for this zoom belongs to the whole region, which on a low picture is seen from a
/// little farther.
const OVERVIEW: f64 = 3.0;
#[rustfmt::skip]
const TRIES: [(f64, f64); 39] = [
    (0.0, 0.0), (0.0, -7.0), (0.0, 7.0), (12.0, 0.0), (-12.0, 0.0), (0.0, -14.0), (0.0, 14.0), (14.0, 10.0),
    (-14.0, -10.0), (-14.0, 10.0), (14.0, -10.0), (24.0, 0.0), (-24.0, 0.0), (24.0, -16.0), (-24.0, 16.0),
    (0.0, -28.0), (0.0, 28.0), (46.0, 0.0), (-46.0, 0.0), (36.0, 26.0), (-36.0, -26.0), (40.0, -20.0),
    (-40.0, 20.0), (0.0, 40.0), (0.0, -40.0), (60.0, 0.0), (-60.0, 0.0), (58.0, 24.0), (-58.0, 24.0),
    (58.0, -24.0), (-58.0, -24.0), (58.0, 40.0), (-58.0, 40.0), (74.0, 8.0), (-74.0, 8.0), (88.0, 30.0),
    (-88.0, 30.0), (92.0, 50.0), (100.0, 0.0),
];

/// The letters of a rank, and whether they are capitals.
fn letters(kind: Kind, rank: u8) -> (Style, bool) {
    let tracked = |face, size, track| Style { track, ..style(face, size) };
    match (kind, rank) {
        (Kind::Country, 0) => (tracked(Face::Sans, 13.0, 0.34), true),
        (Kind::Country, 1) => (tracked(Face::Sans, 11.0, 0.2), true),
        (Kind::Country, 2) | (Kind::Region, _) => (tracked(Face::Sans, 11.0, 0.1), true),
        (Kind::Country, _) => (style(Face::Sans, 11.0), false),
        (Kind::Area, _) => (tracked(Face::Water, 12.0, 0.05), false),
        (Kind::Water, _) => (tracked(Face::Water, 13.5, 0.05), false),
        (Kind::Town, _) => (style(Face::Sans, 12.0), false),
    }
}

/// The names that find room, in the order in which they were given it.
pub fn write_names(setting: &Setting) -> Vec<Written> {
    let Setting { camera, window, edge: (left, bottom), .. } = *setting;
    let scale = camera.scale();
    let near = Window {
        left: window.left - 60.0,
        right: window.right + 60.0,
        top: window.top - 40.0,
        bottom: window.bottom + 40.0,
    };
    let inside = |p: Pixel| p.x > near.left && p.x < near.right && p.y > near.top && p.y < near.bottom;
    let mut candidates: Vec<&'static Name> = BASE_MAP
        .names
        .iter()
        .filter(|name| {
            stands(name, camera.zoom) && inside(Pixel { x: name.at.x * scale, y: name.at.y * scale })
        })
        .collect();
    candidates.sort_by_key(|name| (name.kind, name.rank));
    let frame = Window {
        left: window.left + left,
        right: window.right - 3.0,
        top: window.top + 2.0,
        bottom: window.bottom - bottom,
    };
    let mut written: Vec<Written> = Vec::new();
    for name in candidates {
        let found = ways(name).find_map(|way| place(name, &way, setting, &frame, &written));
        written.extend(found);
    }
    written
}

/// In the letters of which rank, and whether on its own ground alone.
struct Way {
    rank: u8,
    home: bool,
}

/// The widest letters say that all around is this country: in the sea beside it they would name the sea.
fn ways(name: &Name) -> impl Iterator<Item = Way> {
    let greatest = name.kind == Kind::Country && name.rank == 0;
    let usual = Way { rank: if greatest { 1 } else { name.rank }, home: false };
    greatest.then_some(Way { rank: 0, home: true }).into_iter().chain([usual])
}

fn place(
    name: &'static Name,
    way: &Way,
    setting: &Setting,
    frame: &Window,
    written: &[Written],
) -> Option<Written> {
    let (scale, zoom) = (setting.camera.scale(), setting.camera.zoom);
    let (style, capitals) = letters(name.kind, way.rank);
    let text = name.text.get(setting.lang);
    // Waters stand word under word, double names one under the other.
    let parts = text.split(if name.kind == Kind::Water { " " } else { " / " });
    let lines: Vec<String> =
        parts.map(|part| if capitals { part.to_uppercase() } else { part.to_owned() }).collect();
    let width = lines.iter().fold(0.0, |widest: f64, line| widest.max((setting.measure)(style, line)));
    let (w, h) = (width / 2.0 + 2.0, (style.size * 0.62 + 2.0) * lines.len() as f64);
    let country = name.kind == Kind::Country;
    // From afar a country is named even where its name must touch a sign; nothing else is.
    let afar = country && name.rank < 3 && (ALL_FROM..COUNTRIES_TOUCH_UNTIL).contains(&zoom);
    let allowed = if afar { TOUCH } else { 0.0 };
    let strays = country.then(|| Strayer::new(name, width, scale, way.home));
    let mut best: Option<(Pixel, Window, f64)> = None;
    for (dx, dy) in tries(name, zoom) {
        let at = Pixel { x: name.at.x * scale + dx, y: name.at.y * scale + dy };
        let room = match name.kind {
            // A town's name stands right of its dot.
            Kind::Town => {
                Window { left: at.x - 4.0, right: at.x + 8.0 + width, top: at.y - 8.0, bottom: at.y + 8.0 }
            }
            _ => Window { left: at.x - w, right: at.x + w, top: at.y - h, bottom: at.y + h },
        };
        if !room.inside(frame) || written.iter().any(|other| room.meets(&other.room)) {
            continue;
        }
        let over = |boxes: &[Window]| -> f64 { boxes.iter().map(|other| room.overlap(other)).sum() };
        let covered = over(setting.taken);
        let cost = covered + if country { over(setting.lines) } else { 0.0 };
        if covered > allowed || best.as_ref().is_some_and(|(.., least)| cost >= *least) {
            continue;
        }
        if strays.as_ref().is_some_and(|s| s.strays(at)) {
            continue;
        }
        best = Some((at, room, cost));
        if cost == 0.0 {
            break;
        }
    }
    let (at, room, _) = best?;
    Some(Written { name, rank: way.rank, lines, at, room })
}

fn stands(Name { kind, zoom: from, rank, .. }: &Name, zoom: f64) -> bool {
    match kind {
        Kind::Country if *rank > 0 && *from <= OVERVIEW => (ALL_FROM..COUNTRIES_UNTIL).contains(&zoom),
        Kind::Country => (*from..COUNTRIES_UNTIL).contains(&zoom),
        Kind::Region => (*from..REGIONS_UNTIL).contains(&zoom),
        Kind::Water => (*from..WATERS_UNTIL).contains(&zoom),
        Kind::Area | Kind::Town => zoom >= *from,
    }
}

fn tries(name: &Name, zoom: f64) -> impl Iterator<Item = (f64, f64)> {
    let least = match name.kind {
        Kind::Country if zoom >= ALL_FROM => LEAST_REACH.get(usize::from(name.rank)).copied().unwrap_or(0.0),
        _ => 0.0,
    };
    let reach = match name.kind {
        Kind::Town | Kind::Area => 0.0,
        _ => least.max(REACH * (zoom - 4.0).exp2()),
    };
    TRIES.into_iter().filter(move |(x, y)| x.hypot(*y) <= reach)
}

/// How many points of the way from a country to its name are looked at.
const PROBES: u8 = 8;
/// A name in the sea keeps this far from a neighbour's coast, so that it cannot be taken for the neighbour's.
const CLEAR: f64 = 14.0;

/// Tells whether a country's name would lie in another country, or beyond one: the sea beside its own is free
/// where it need not stay at home, but a name may not cross a neighbour to reach it.
struct Strayer {
    from: Pixel,
    width: f64,
    scale: f64,
    neighbours: Vec<&'static Line>,
    own: &'static [Line],
    home: bool,
}

impl Strayer {
    fn new(name: &Name, width: f64, scale: f64, home: bool) -> Strayer {
        let from = Pixel { x: name.at.x * scale, y: name.at.y * scale };
        let farthest = LEAST_REACH.into_iter().fold(REACH * (scale / 16.0), f64::max);
        let reach = width / 2.0 + CLEAR + farthest;
        let around = Window { left: from.x, right: from.x, top: from.y, bottom: from.y }
            .grown(reach)
            .scaled(1.0 / scale);
        let of =
            |wanted: bool| BASE_MAP.countries.iter().filter(move |(code, _)| (*code == name.id) == wanted);
        Strayer {
            from,
            width,
            scale,
            neighbours: of(false)
                .flat_map(|(_, rings)| rings)
                .filter(|line| line.bounds.meets(&around))
                .collect(),
            own: of(true).next().map(|(_, rings)| rings.as_slice()).unwrap_or_default(),
            home,
        }
    }

    fn foreign(&self, x: f64, y: f64) -> bool {
        in_rings(self.neighbours.iter().copied(), x / self.scale, y / self.scale)
    }

    fn strays(&self, at: Pixel) -> bool {
        let Pixel { x, y } = self.from;
        let on_the_way = (1..=PROBES).map(|i| f64::from(i) / f64::from(PROBES));
        if on_the_way.into_iter().any(|part| self.foreign(x + (at.x - x) * part, y + (at.y - y) * part)) {
            return true;
        }
        let within = in_rings(self.own, at.x / self.scale, at.y / self.scale);
        if self.home && !within {
            return true;
        }
        let clear = if within { 0.0 } else { CLEAR };
        [-0.45_f64, 0.0, 0.45].into_iter().any(|part| {
            let sideways = if part == 0.0 { 0.0 } else { part.signum() * clear };
            let x = at.x + part * self.width + sideways;
            [-clear, 0.0, clear].into_iter().any(|dy| self.foreign(x, at.y + dy))
        })
    }
}

#[cfg(test)]
mod tests;
