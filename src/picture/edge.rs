//! What stands along the edges of the map, as on the frame of an atlas: degrees and the scale bar.

use super::base::degrees;
use super::font::Face;
use super::lines::METRES;
use super::palette::Palette;
use super::projection::{Camera, Window, mercator_x, mercator_y};
use super::svg::{short, text_on};
use super::text::style;
use crate::site::words::Words;

/// Narrower than this, degrees would crowd the signs.
const LEAST_WIDTH: f64 = 280.0;
const LEAST_ZOOM: f64 = 3.0;
/// Room kept free at the corners: for the scale bar, and where the two edges meet.
const TOP: f64 = 20.0;
const FOOT: f64 = 24.0;
const LEFT: f64 = 40.0;
const RIGHT: f64 = 190.0;

/// Pixels that names keep free at the left and the lower edge.
pub fn kept_free(camera: &Camera, width: f64) -> (f64, f64) {
    if framed(camera, width) { (36.0, 18.0) } else { (3.0, 2.0) }
}

/// Whether degrees stand along the edges.
fn framed(camera: &Camera, width: f64) -> bool {
    camera.zoom >= LEAST_ZOOM && width >= LEAST_WIDTH
}

/// Degrees along the left and the lower edge, and the scale bar at the lower right.
pub fn edge(camera: &Camera, seen: &Window, words: &Words, palette: &Palette) -> String {
    let (width, height) = (seen.width(), seen.height());
    let (mut out, bar) = scale_bar(camera, width, height, palette);
    if !framed(camera, width) {
        return out;
    }
    let number = style(Face::Sans, 10.0);
    let mut put = |value: f64, side: &str, x: Option<f64>, y: f64| {
        let line = number.outline(&format!("{}°{side}", value.abs()));
        let x = x.map_or(4.0, |x| x - line.width / 2.0);
        out.push_str(&text_on(&line, x, y, palette.get("label-sea"), palette.get("land"), 1.0));
    };
    let (lons, lats) = degrees(camera, seen);
    let side = |value: f64, less, more| match value {
        v if v < 0.0 => less,
        v if v > 0.0 => more,
        _ => "",
    };
    for lat in lats {
        let y = mercator_y(lat) * camera.scale() - seen.top;
        if y > TOP && y < height - FOOT {
            put(lat, side(lat, words.south, words.north), None, y + 3.5);
        }
    }
    for lon in lons {
        let x = mercator_x(lon) * camera.scale() - seen.left;
        if x > LEFT && x < (width - RIGHT).max(width - bar - 40.0) {
            put(lon, side(lon, words.west, words.east), Some(x), height - 6.0);
        }
    }
    out
}

const WIDEST_BAR: f64 = 130.0;
const LENGTHS: [f64; 13] = [1000.0, 500.0, 200.0, 100.0, 50.0, 20.0, 10.0, 5.0, 2.0, 1.0, 0.5, 0.2, 0.1];

/// The bar, and how far it reaches from the right edge.
fn scale_bar(camera: &Camera, width: f64, height: f64, palette: &Palette) -> (String, f64) {
    let per_pixel = METRES / 1000.0 * camera.lat.to_radians().cos() / camera.scale();
    let widest = WIDEST_BAR.min(width / 3.0);
    let length = LENGTHS.into_iter().find(|length| length / per_pixel <= widest).unwrap_or(0.1);
    let bar = (length / per_pixel).round();
    let said = if length >= 1.0 { format!("{length} km") } else { format!("{} m", length * 1000.0) };
    let line = style(Face::Sans, 11.0).outline(&said);
    let (right, y) = (width - 12.0, height - 8.0);
    let from = short(right - line.width - 6.0 - bar);
    let path = format!("M{from} {}v6h{bar}v-6", y - 5.0);
    let (colour, halo) = (palette.get("label-sea"), palette.get("land"));
    let markup = format!(
        "<path fill=\"none\" stroke=\"{halo}\" stroke-width=\"3\" stroke-opacity=\"0.7\" d=\"{path}\"/>\
         <path fill=\"none\" stroke=\"{colour}\" d=\"{path}\"/>{}",
        text_on(&line, right - line.width, y + 1.0, colour, halo, 1.5)
    );
    (markup, width - from)
}
