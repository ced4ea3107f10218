//! Which places are drawn at a zoom: one sign a project from afar, every site from near. The page draws the same
//! (`web/src/places.ts`); both are tested on `tests/cases/places.json`.

use geojson::GeometryValue;
use jiff::civil::Date;

use super::projection::{Camera, Pixel};
use super::view::View;
use crate::atlas::{Atlas, Precision, Project, Site, status};
use crate::site::sign::geometry::{GEOMETRY, Sites};

/// A place and what is drawn there.
#[derive(Debug, Clone)]
pub struct Place<'a> {
    /// Its project.
    pub project: &'a Project,
    /// Its site.
    pub site: &'a Site,
    /// The true point, in pixels of the world at the zoom.
    pub point: Pixel,
    /// Status on the day.
    pub status: String,
    /// How many of the project's sites share this point.
    pub stack: usize,
    /// The site in hand.
    pub hand: bool,
    /// A site of the project in hand.
    pub chosen: bool,
}

/// Least distance in pixels between two sites of the chosen project while one sign stands for the others.
const APART: f64 = 22.0;

/// Every place of the projects, in the order of the record.
pub fn places<'a>(atlas: &'a Atlas, shown: &[&'a Project], view: &View, camera: &Camera) -> Vec<Place<'a>> {
    let day = view.state.day(atlas);
    let one = GEOMETRY.size_at(camera.zoom).sites == Sites::One;
    let mut out = Vec::new();
    for &project in shown {
        let chosen = view.holds(project);
        let sites = drawn_on(project, day, day < atlas.today());
        let Some(best) = best_of(&sites) else { continue };
        let in_hand =
            sites.iter().copied().find(|s| view.state.sel.as_deref() == Some(&s.id)).unwrap_or(best);
        // A line bears no sign where points of its project do.
        let points: Vec<&Site> = match is_point(best) {
            true => sites.iter().copied().filter(|site| is_point(site)).collect(),
            false => vec![best],
        };
        let mut stacks = stacked(&points, in_hand, camera);
        match (one, chosen) {
            (true, true) => stacks = thinned(stacks),
            (true, false) => stacks.retain(|(site, ..)| site.id == best.id),
            (false, _) => {}
        }
        let status = atlas.status_on(project, day).map_or(status::UNKNOWN.to_owned(), |s| s.status);
        out.extend(stacks.into_iter().map(|(site, count, point)| Place {
            project,
            site,
            point,
            status: status.clone(),
            stack: if one { 1 } else { count },
            hand: chosen && site.id == in_hand.id,
            chosen,
        }));
    }
    out
}

/// The sites of a project that are drawn on a day; on the edition's own day, all that have a place.
pub fn drawn_on(project: &Project, day: Date, past: bool) -> Vec<&Site> {
    project
        .sites
        .iter()
        .filter(|s| s.is_placed() && middle(s).is_some() && (!past || s.stands_on(day)))
        .collect()
}

/// The first in file order among those of the best precision.
pub fn best_of<'a>(sites: &[&'a Site]) -> Option<&'a Site> {
    let rank = |site: &Site| Precision::ALL.iter().position(|p| *p == site.precision);
    sites.iter().copied().min_by_key(|site| rank(site))
}

fn is_point(site: &Site) -> bool {
    site.geometry.as_ref().is_some_and(|g| matches!(g.value, GeometryValue::Point { .. }))
}

type Stack<'a> = (&'a Site, usize, Pixel);

fn stacked<'a>(sites: &[&'a Site], in_hand: &'a Site, camera: &Camera) -> Vec<Stack<'a>> {
    let mut stacks: Vec<([f64; 2], Stack)> = Vec::new();
    for site in sites {
        let Some(at) = middle(site) else { continue };
        match stacks.iter_mut().find(|(place, _)| *place == at) {
            Some((_, (stands, count, _))) => {
                *count += 1;
                if site.id == in_hand.id {
                    *stands = site;
                }
            }
            None => stacks.push((at, (site, 1, camera.project(at[0], at[1])))),
        }
    }
    stacks.into_iter().map(|(_, stack)| stack).collect()
}

fn thinned(stacks: Vec<Stack>) -> Vec<Stack> {
    let mut kept: Vec<Stack> = Vec::new();
    for stack in stacks {
        let near = |other: &Stack| (other.2.x - stack.2.x).hypot(other.2.y - stack.2.y) < APART;
        if !kept.iter().any(near) {
            kept.push(stack);
        }
    }
    kept
}

/// The positions of a line; none for other geometries.
pub fn line_of(site: &Site) -> Option<Vec<[f64; 2]>> {
    match &site.geometry.as_ref()?.value {
        GeometryValue::LineString { coordinates } => {
            Some(coordinates.iter().filter_map(|c| position(c.as_slice())).collect())
        }
        _ => None,
    }
}

/// A point's position, or the middle of a line by length: longitude, latitude.
pub fn middle(site: &Site) -> Option<[f64; 2]> {
    if let GeometryValue::Point { coordinates } = &site.geometry.as_ref()?.value {
        return position(coordinates.as_slice());
    }
    let line = line_of(site)?;
    let lengths = || line.windows(2).map(|p| (p[1][0] - p[0][0]).hypot(p[1][1] - p[0][1]));
    let mut left = lengths().sum::<f64>() / 2.0;
    for (pair, length) in line.windows(2).zip(lengths()) {
        if left <= length && length > 0.0 {
            let [a, b] = [pair[0], pair[1]];
            return Some([0, 1].map(|axis| a[axis] + (b[axis] - a[axis]) * left / length));
        }
        left -= length;
    }
    line.first().copied()
}

fn position(numbers: &[f64]) -> Option<[f64; 2]> {
    Some([*numbers.first()?, *numbers.get(1)?])
}

#[cfg(test)]
mod tests;
