//! Draws land, water, borders and the graticule. The page's `basemap.ts` and `graticule.ts` do the same.

use super::ground::{BASE_MAP, Ground};
use super::outline::{Line, path_data};
use super::palette::Palette;
use super::projection::{Camera, Window, lat_of, lon_of, mercator_x, mercator_y};
use super::svg::short;

/// From this zoom the fine map is drawn; below it a pixel is wider than what it adds.
const FINE_FROM: f64 = 5.25;
/// From this zoom lines within a country help more than they crowd.
const PROVINCES_FROM: f64 = 5.75;
const RIVERS_FROM: f64 = 5.0;

/// The base map as seen through a window, in pixels of its upper left corner.
pub fn base(camera: &Camera, seen: &Window, palette: &Palette) -> String {
    let Ground { out, land, lakes, rivers, provinces, borders, disputed, coast } =
        if camera.zoom >= FINE_FROM { &BASE_MAP.fine } else { &BASE_MAP.coarse };
    let none: &[Line] = &[];
    let from = |zoom: f64, lines| if camera.zoom >= zoom { lines } else { none };
    let colour = |token| palette.get(token);
    let path = |lines: &[Line], paint: &str| {
        let d = path_data(lines, camera.scale(), seen);
        if d.is_empty() { d } else { format!("<path {paint} d=\"{d}\"/>") }
    };
    let line = |lines, token, rest: &str| {
        path(lines, &format!("fill=\"none\" stroke-linejoin=\"round\" stroke=\"{}\" {rest}", colour(token)))
    };
    [
        path(out, &format!("fill=\"{}\"", colour("land-out"))),
        path(land, &format!("fill=\"{}\"", colour("land"))),
        path(
            lakes,
            &format!("fill=\"{}\" stroke=\"{}\" stroke-width=\"0.5\"", colour("sea"), colour("coast")),
        ),
        graticule(camera, seen, palette),
        line(from(RIVERS_FROM, rivers), "coast", "stroke-width=\"0.7\" stroke-opacity=\"0.7\""),
        line(from(PROVINCES_FROM, provinces), "border", "stroke-width=\"0.6\" stroke-opacity=\"0.75\""),
        line(borders, "border", "stroke-width=\"0.9\""),
        line(disputed, "border", "stroke-width=\"0.9\" stroke-dasharray=\"3 2\""),
        line(coast, "coast", "stroke-width=\"0.8\""),
    ]
    .concat()
}

/// Degrees between two lines at a zoom.
fn spacing(zoom: f64) -> f64 {
    match zoom {
        z if z < 5.5 => 10.0,
        z if z < 7.0 => 2.0,
        z if z < 8.5 => 1.0,
        z if z < 10.5 => 0.5,
        _ => 0.1,
    }
}

/// Whole multiples of a spacing between two values, free of the error that adding up would bring.
fn multiples(from: f64, to: f64, spacing: f64) -> Vec<f64> {
    let (first, last) = ((from / spacing).ceil() as i64, (to / spacing).floor() as i64);
    (first..=last).map(|i| (i as f64 * spacing * 1e4).round() / 1e4).collect()
}

/// Longitudes and latitudes of the lines within a window.
pub fn degrees(camera: &Camera, seen: &Window) -> (Vec<f64>, Vec<f64>) {
    let (scale, spacing) = (camera.scale(), spacing(camera.zoom));
    let south = lat_of(seen.bottom / scale).max(-80.0);
    let north = lat_of(seen.top / scale).min(80.0);
    (
        multiples(lon_of(seen.left / scale), lon_of(seen.right / scale), spacing),
        multiples(south, north, spacing),
    )
}

fn graticule(camera: &Camera, seen: &Window, palette: &Palette) -> String {
    let (lons, lats) = degrees(camera, seen);
    let across =
        |lat: f64| format!("M0 {}H{}", short(mercator_y(lat) * camera.scale() - seen.top), seen.width());
    let down =
        |lon: f64| format!("M{} 0V{}", short(mercator_x(lon) * camera.scale() - seen.left), seen.height());
    let mut lines: String = lons.into_iter().map(down).collect();
    lines.extend(lats.iter().filter(|lat| **lat != 0.0).map(|lat| across(*lat)));
    let paint = format!("fill=\"none\" stroke=\"{}\" stroke-width=\"0.7\"", palette.get("graticule"));
    let equator = if lats.contains(&0.0) {
        format!("<path {paint} stroke-dasharray=\"5 3\" d=\"{}\"/>", across(0.0))
    } else {
        String::new()
    };
    format!("<path {paint} d=\"{lines}\"/>{equator}")
}
