//! What stands above and below the map of a sheet: the title, and the foot with name, date, credit and licence.
//! The date is what a picture must say: it takes as many lines as it needs, and all else gives way.

use super::caption;
use super::font::Face;
use super::palette::Palette;
use super::svg::text;
use super::text::{Style, style};
use super::view::View;
use crate::atlas::{Atlas, Lang, Project};
use crate::site::frame::licence;
use crate::site::words::{self, fill};

/// From the edges of the sheet to what is written.
pub const SIDE: f64 = 16.0;
/// Lower sheets have no title.
const TITLE_FROM: f64 = 220.0;
/// From one line of the foot to the next.
const LINE: f64 = 17.5;
/// Above the first baseline of the foot, and below the last.
const ABOVE: f64 = 24.5;
const BELOW: f64 = 12.5;
/// Between the name and the date.
const GAP: f64 = 12.0;
/// Part of the height that the foot may take before the credit is left out.
const FOOT_PART: f64 = 0.4;
/// More lines than anything that is said needs.
const MANY: usize = 20;

const NOTE: Style = style(Face::Sans, 12.0);
const NAME: Style = style(Face::Title, 17.0);

/// The lines of both, and the room they take.
pub struct Strips {
    /// Pixels above the map.
    pub head: f64,
    /// Pixels below map and key.
    pub foot: f64,
    title: Vec<String>,
    size: f64,
    lines: Vec<Written>,
}

/// A line of the foot, from where it begins.
struct Written {
    style: Style,
    line: String,
    x: f64,
    /// Counted from the first.
    row: usize,
    soft: bool,
}

impl Strips {
    /// None of either.
    pub fn none() -> Strips {
        Strips { head: 0.0, foot: 0.0, title: Vec::new(), size: 0.0, lines: Vec::new() }
    }

    /// Those of a view on a sheet of this size.
    pub fn new(view: &View, atlas: &Atlas, shown: &[&Project], lang: Lang, (w, h): (f64, f64)) -> Strips {
        let size = if w < 520.0 { 17.0 } else { 22.0 };
        let title = caption::title(view, atlas, lang);
        let lines = style(Face::Title, size).wrapped(&title, w - 2.0 * SIDE, 2);
        let title = if h < TITLE_FROM || title.is_empty() { Vec::new() } else { lines };
        let head = if title.is_empty() { 0.0 } else { title.len() as f64 * (size + 5.0) + 17.0 };
        let lines = foot(atlas, &caption::dated(view, atlas, shown, lang), lang, (w, h));
        let rows = lines.iter().map(|line| line.row).max().unwrap_or_default();
        Strips { head, foot: ABOVE + rows as f64 * LINE + BELOW, title, size, lines }
    }

    /// Their markup on a sheet of this height.
    pub fn draw(&self, palette: &Palette, h: f64) -> String {
        let mut out = String::new();
        let (ink, soft) = (palette.get("ink"), palette.get("ink-2"));
        for (i, line) in self.title.iter().enumerate() {
            let y = 8.0 + self.size + i as f64 * (self.size + 5.0);
            out += &text(&style(Face::Title, self.size).outline(line), SIDE, y, ink);
        }
        for line in &self.lines {
            let y = h - self.foot + ABOVE + line.row as f64 * LINE - if line.soft { 0.5 } else { 0.0 };
            out += &text(&line.style.outline(&line.line), line.x, y, if line.soft { soft } else { ink });
        }
        out
    }
}

/// In one row where there is room, else one below the other.
fn foot(atlas: &Atlas, dated: &str, lang: Lang, (w, h): (f64, f64)) -> Vec<Written> {
    let room = w - 2.0 * SIDE;
    let name = &atlas.about.short_title;
    let indent = NAME.width(name) + GAP;
    let mut lines = vec![Written { style: NAME, line: name.clone(), x: SIDE, row: 0, soft: false }];
    let note = |line: String, x: f64, row: usize| Written { style: NOTE, line, x, row, soft: true };
    let dated_wide = NOTE.width(dated);
    let mut row = 0;
    if indent + dated_wide <= room {
        lines.push(note(dated.to_owned(), SIDE + indent, 0));
    } else {
        for line in NOTE.wrapped(dated, room, MANY) {
            row += 1;
            lines.push(note(line, SIDE, row));
        }
    }
    let base = fill(words::of(lang).picture_base, &[("sources", "Natural Earth, GeoNames")]);
    let home = atlas.about.home.as_deref().map(|home| home.split("//").last().unwrap_or(home).to_owned());
    let parts = [Some(base), home, Some(licence(&atlas.about.licence).0)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let credit = parts.join("  ·  ");
    let credit_wide = NOTE.width(&credit);
    if row == 0 && indent + dated_wide + 2.0 * GAP + credit_wide <= room {
        lines.push(note(credit, SIDE + room - credit_wide, 0));
        return lines;
    }
    for line in whole_parts(&parts, room) {
        row += 1;
        if ABOVE + row as f64 * LINE + BELOW > h * FOOT_PART {
            break;
        }
        lines.push(note(line, SIDE, row));
    }
    lines
}

/// Parts side by side in lines no wider than `room`; one that is wider by itself is left out.
fn whole_parts(parts: &[String], room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts.iter().filter(|part| NOTE.width(part) <= room) {
        match lines.last_mut().filter(|last| NOTE.width(&format!("{last}  ·  {part}")) <= room) {
            Some(last) => *last = format!("{last}  ·  {part}"),
            None => lines.push(part.clone()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::{RecordFiles, load};

    #[test]
    fn the_date_is_whole_at_every_size_and_nothing_is_wider_than_the_sheet() {
        let atlas = load::load(&RecordFiles::embedded()).atlas.expect("the record");
        for lang in [Lang::En, Lang::Es, Lang::Pt] {
            for query in ["", "sel=jujuy-seguro", "layer=lithium&on=2019-07-05"] {
                for (w, h) in
                    [(120.0, 120.0), (280.0, 500.0), (300.0, 250.0), (400.0, 300.0), (1200.0, 630.0)]
                {
                    let view = View::read(query, &atlas).expect("a view");
                    let shown: Vec<&Project> = atlas.projects.iter().collect();
                    let dated = caption::dated(&view, &atlas, &shown, lang);
                    let lines = foot(&atlas, &dated, lang, (w, h));
                    let said: Vec<&str> = lines.iter().map(|line| line.line.as_str()).collect();
                    assert!(said.join(" ").contains(&dated), "{query} {w}x{h}: {said:?}");
                    for line in &lines {
                        let right = line.x + line.style.width(&line.line);
                        assert!(right <= w - SIDE + 0.5, "{query} {w}x{h}: {}", line.line);
                    }
                }
            }
        }
    }
}
