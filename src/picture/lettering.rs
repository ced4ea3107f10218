//! Writes names on the map: those of the sites in hand, and those of the base map that find room.

use super::ground::Kind;
use super::names::{Setting, Written, write_names};
use super::palette::Palette;
use super::projection::Window;
use super::site_names::SiteName;
use super::svg::{short, text, text_on};
use super::text::Outline;

/// From a line's middle to its baseline, in parts of what parts two lines.
const DROP: f64 = 4.0;
/// Pixels from one line to the next.
const LEADING: f64 = 14.0;
const WATER_LEADING: f64 = 17.0;
/// Radius of a town's dot.
const DOT: f64 = 2.0;

/// The names of the base map, in pixels of the window's upper left corner. They lie beneath the signs.
pub fn beneath(setting: &Setting, palette: &Palette) -> String {
    write_names(setting).iter().map(|name| written(name, setting.window, palette)).collect()
}

fn written(name: &Written, window: &Window, palette: &Palette) -> String {
    let (x, y) = (name.at.x - window.left, name.at.y - window.top);
    let kind = name.name.kind;
    let lines: Vec<Outline> = name.lines.iter().map(|line| name.style().outline(line)).collect();
    let colour = palette.get(if kind == Kind::Water { "label-sea" } else { "label-land" });
    if kind == Kind::Town {
        let dot = format!("<circle cx=\"{}\" cy=\"{}\" r=\"{DOT}\" fill=\"{colour}\"/>", short(x), short(y));
        let lines =
            lines.iter().map(|line| text_on(line, x + 7.0, y + DROP, colour, palette.get("land"), 1.5));
        return dot + &lines.collect::<String>();
    }
    let leading = if kind == Kind::Water { WATER_LEADING } else { LEADING };
    let top = y - leading * (lines.len() as f64 - 1.0) / 2.0;
    let lines = lines.iter().enumerate().map(|(i, line)| {
        let (x, y) = (x - line.width / 2.0, top + leading * i as f64 + DROP);
        match kind {
            Kind::Water => text(line, x, y, colour),
            _ => text_on(line, x, y, colour, palette.get("land"), 1.5),
        }
    });
    lines.collect()
}

/// The names of sites, above the signs.
pub fn above(names: &[SiteName], window: &Window, palette: &Palette) -> String {
    let name = |name: &SiteName| {
        let (x, y) = (name.at.x - window.left, name.at.y - window.top);
        text_on(&name.line, x, y, palette.get("ink"), palette.get("halo"), 2.0)
    };
    names.iter().map(name).collect()
}
