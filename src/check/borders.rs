//! A site lies in one of its project's countries.

use geo_types::Point;

use super::geometry::positions;
use super::record::Record;
use crate::atlas::{Fault, Precision, Project, Site};
use crate::basemap::Placing;

/// How far off a border a point may lie and still count as within: the base map follows coasts and
/// rivers to about 1 km, and leaves small islands out.
const ON_LAND_KM: f64 = 5.0;
const AT_SEA_KM: f64 = 20.0;
/// Outside the region the base map follows coasts to about 50 km.
const FAR_KM: f64 = 60.0;

/// Refuses a position that is none, and one outside the project's countries; of a schematic line only
/// the ends and what lies on land, because it may run through the sea.
pub fn borders(record: &Record, faults: &mut Vec<Fault>) {
    for (file, project) in record.projects() {
        for (i, site) in project.sites.iter().enumerate() {
            for (pointer, [lon, lat], may_be_at_sea) in positions_of(site) {
                let pointer = format!("/features/{i}/geometry{pointer}");
                if !is_position(lon, lat) {
                    let reason = format!("[{lon}, {lat}] is out of range");
                    let otherwise = "longitude lies in -180 to 180, latitude in -90 to 90";
                    let remedy = swapped(record, project, lon, lat).unwrap_or_else(|| otherwise.to_owned());
                    faults.push(Fault::new(file, pointer, reason, remedy));
                    continue;
                }
                let placing = place(record, project, Point::new(lon, lat));
                if !(is_within(record, &placing) || may_be_at_sea && placing.lies_in.is_none()) {
                    faults.push(outside(record, file, pointer, project, [lon, lat], &placing));
                }
            }
        }
    }
}

/// Whether two numbers are a longitude and a latitude.
pub fn is_position(lon: f64, lat: f64) -> bool {
    (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat)
}

/// Longitude and latitude of each position, with whether it may lie at sea.
fn positions_of(site: &Site) -> Vec<(String, [f64; 2], bool)> {
    let Some(geometry) = &site.geometry else { return Vec::new() };
    let all = positions(geometry);
    let (last, schematic) = (all.len().saturating_sub(1), site.precision == Precision::Schematic);
    all.into_iter()
        .enumerate()
        .filter_map(|(i, (pointer, position))| match *position.as_slice() {
            [lon, lat] => Some((pointer, [lon, lat], schematic && i != 0 && i != last)),
            _ => None,
        })
        .collect()
}

/// The remedy, where the numbers fit the other way round.
fn swapped(record: &Record, project: &Project, lon: f64, lat: f64) -> Option<String> {
    let fits = is_position(lat, lon) && is_within(record, &place(record, project, Point::new(lat, lon)));
    fits.then(|| format!("longitude comes first: write [{lat}, {lon}]"))
}

fn place(record: &Record, project: &Project, point: Point) -> Placing {
    record.borders.place(project.countries.iter().map(String::as_str), point)
}

fn is_within(record: &Record, placing: &Placing) -> bool {
    let Some(nearest) = placing.nearest.as_deref().and_then(|code| record.borders.country(code)) else {
        // None of the countries is drawn: nothing can be said.
        return true;
    };
    let tolerance = match &placing.lies_in {
        _ if !nearest.covered => FAR_KM,
        Some(_) => ON_LAND_KM,
        None => AT_SEA_KM,
    };
    placing.km <= tolerance
}

fn outside(
    record: &Record,
    file: &str,
    pointer: String,
    project: &Project,
    [lon, lat]: [f64; 2],
    placing: &Placing,
) -> Fault {
    let lies = match &placing.lies_in {
        Some(code) => format!("in {code}"),
        None => "at sea".to_owned(),
    };
    let nearest = placing.nearest.as_deref().unwrap_or_default();
    let reason = format!("[{lon}, {lat}] lies {lies}, {:.0} km outside {nearest}", placing.km);
    let otherwise = || match &placing.lies_in {
        Some(code) => format!("correct the coordinates, or add {code} to the project's countries"),
        None => "correct the coordinates".to_owned(),
    };
    let remedy = swapped(record, project, lon, lat).unwrap_or_else(otherwise);
    Fault::new(file, pointer, reason, remedy)
}
