//! Signs give way to each other, their points do not.
//!
//! The page lays its signs out by the same rules in the same order (`web/src/layout.ts`), so that a
//! picture and the page show one map; both are tested on `tests/cases/layout.json`.

use super::projection::{Pixel, Window};
use crate::atlas::Precision;
use crate::site::sign::geometry::{GEOMETRY, Shape, Sites};

/// A place to be drawn.
#[derive(Debug, Clone)]
pub struct Spot<'a> {
    /// Id of the site, which settles a tie.
    pub id: &'a str,
    /// The true point, in pixels of the world at the zoom.
    pub point: Pixel,
    /// Its outer shape.
    pub precision: Precision,
    /// The site in hand.
    pub hand: bool,
    /// A site of the project in hand.
    pub chosen: bool,
}

/// Where and how large a sign is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Laid {
    /// The place, as an index into what was given.
    pub spot: usize,
    /// Centre of the body.
    pub at: Pixel,
    /// Drawn as a seed.
    pub seed: bool,
    /// Scale of the sign.
    pub scale: f64,
    /// Radius of what is drawn, in pixels.
    pub radius: f64,
    /// Moved so far that a line must lead back to the point.
    pub leader: bool,
}

/// A ring in hand widens the sign by this much, in units of the sign.
const RING: f64 = 3.6;
/// A seed in hand has a ring of this radius.
const SEED_RING: f64 = 8.0;
/// Signs that stand farther apart than this never touch, however far a crowd pushes them.
const REACH: f64 = 90.0;

struct Body {
    laid: Laid,
    home: Pixel,
    weight: f64,
    square: bool,
}

struct Pair {
    a: usize,
    b: usize,
    /// Least distance between the two centres.
    need: f64,
    /// Two squares must be apart along one side; all else, as the crow flies.
    squares: bool,
    /// Which way the two part when they stand on one point: by the golden angle, another way for each pair.
    angle: f64,
}

/// The shape of a precision; that of `near` where the geometry lacks it.
pub fn shape_of(precision: Precision) -> Option<&'static Shape> {
    GEOMETRY.precisions.get(precision.id()).or_else(|| GEOMETRY.precisions.get("near"))
}

/// The signs in the order of drawing: north first, so that the south stands in front; the project in hand
/// last.
pub fn layout(spots: &[Spot], zoom: f64) -> Vec<Laid> {
    let size = GEOMETRY.size_at(zoom);
    let mut order: Vec<usize> = (0..spots.len()).collect();
    order.sort_by(|&a, &b| {
        let (a, b) = (&spots[a], &spots[b]);
        a.chosen.cmp(&b.chosen).then(a.point.y.total_cmp(&b.point.y)).then(a.id.cmp(b.id))
    });
    let body = |spot: usize| -> Option<Body> {
        let place = &spots[spot];
        let shape = shape_of(place.precision)?;
        let seed = size.seed || (zoom < GEOMETRY.crowd.below && !place.hand && crowded(place, spots));
        let emphasis = match (place.hand, place.chosen) {
            (true, _) => GEOMETRY.emphasis.hand,
            (false, true) => GEOMETRY.emphasis.siblings,
            (false, false) => 1.0,
        };
        let scale = if seed { 1.0 } else { size.scale * emphasis };
        let radius = match (seed, place.hand) {
            (true, true) => SEED_RING,
            (true, false) => shape.seed_radius,
            (false, hand) => (shape.radius + if hand { RING } else { 0.0 }) * scale,
        };
        let [dx, dy] = if seed { shape.seed_anchor } else { shape.anchor };
        let home = Pixel { x: place.point.x - dx * scale, y: place.point.y - dy * scale };
        Some(Body {
            laid: Laid { spot, at: home, seed, scale, radius, leader: false },
            home,
            weight: if place.chosen { GEOMETRY.layout.hand_weight } else { 1.0 },
            square: place.precision == Precision::Region && !seed,
        })
    };
    let mut bodies: Vec<Body> = order.into_iter().filter_map(body).collect();
    relax(&mut bodies, size.sites == Sites::One);
    bodies.into_iter().map(settle).collect()
}

fn crowded(place: &Spot, others: &[Spot]) -> bool {
    let near = |other: &&Spot| {
        !std::ptr::eq(*other, place)
            && (other.point.x - place.point.x).hypot(other.point.y - place.point.y) < GEOMETRY.crowd.within
    };
    others.iter().filter(near).count() >= GEOMETRY.crowd.neighbours
}

fn relax(bodies: &mut [Body], overview: bool) {
    let rules = &GEOMETRY.layout;
    let pairs = close(bodies, overview);
    for round in 0..rules.rounds {
        for pair in &pairs {
            part(bodies, pair);
        }
        let cool = rules.spring * (1.0 - f64::from(round) / (f64::from(rules.rounds) * 1.15));
        for Body { laid, home, .. } in bodies.iter_mut() {
            laid.at.x += (home.x - laid.at.x) * cool;
            laid.at.y += (home.y - laid.at.y) * cool;
        }
    }
}

fn close(bodies: &[Body], overview: bool) -> Vec<Pair> {
    let gap = if overview { 0.2 } else { 1.0 };
    let mut pairs = Vec::new();
    for (i, a) in bodies.iter().enumerate() {
        for (j, b) in bodies.iter().enumerate().skip(i + 1) {
            if (a.home.x - b.home.x).abs() > REACH || (a.home.y - b.home.y).abs() > REACH {
                continue;
            }
            // From afar two rings may touch: a little overlap costs less than a longer way from the point.
            let touch = if overview && !a.laid.seed && !b.laid.seed { 0.97 } else { 1.0 };
            let need = (a.laid.radius + b.laid.radius) * touch + gap;
            let angle = pairs.len() as f64 * 2.399;
            pairs.push(Pair { a: i, b: j, need, squares: a.square && b.square, angle });
        }
    }
    pairs
}

fn part(bodies: &mut [Body], &Pair { a, b, need, squares, angle }: &Pair) {
    let (from, to) = (bodies[a].laid.at, bodies[b].laid.at);
    let (mut dx, mut dy) = (to.x - from.x, to.y - from.y);
    if dx.abs() >= need || dy.abs() >= need {
        return;
    }
    if squares && (dx.abs() > 0.01 || dy.abs() > 0.01) {
        // The shorter way out is along the side on which they are already farther apart.
        if dx.abs() >= dy.abs() { dy = 0.0 } else { dx = 0.0 }
    }
    let mut distance = (dx * dx + dy * dy).sqrt();
    if distance >= need {
        return;
    }
    let push = (need - distance) * 0.9;
    if distance < 0.01 {
        (dx, dy, distance) = (angle.cos(), angle.sin(), 1.0);
    }
    let share = bodies[b].weight / (bodies[a].weight + bodies[b].weight);
    let (ux, uy) = (dx / distance * push, dy / distance * push);
    let first = &mut bodies[a].laid.at;
    (first.x, first.y) = (first.x - ux * share, first.y - uy * share);
    let second = &mut bodies[b].laid.at;
    (second.x, second.y) = (second.x + ux * (1.0 - share), second.y + uy * (1.0 - share));
}

fn settle(Body { laid, home, .. }: Body) -> Laid {
    let moved = (laid.at.x - home.x).hypot(laid.at.y - home.y);
    let leader = moved > laid.radius * GEOMETRY.layout.leader;
    let back = !leader && moved < GEOMETRY.layout.snap;
    Laid { leader, at: if back { home } else { laid.at }, ..laid }
}

/// The room a sign takes.
pub fn room(laid: &Laid, precision: Precision) -> Window {
    let Laid { at: Pixel { x, y }, radius, seed, scale, .. } = *laid;
    let below = if precision == Precision::Exact && !seed { 22.0 * scale } else { radius };
    Window { left: x - radius, right: x + radius, top: y - radius, bottom: y + below }
}
