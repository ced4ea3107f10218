//! The card of a project, 1200 × 630: what a link to it shows. Large type, since it is mostly seen small.

use super::chart::Chart;
use super::font::Face;
use super::frame::opened;
use super::palette::{Palette, Theme};
use super::svg::text;
use super::text::style;
use super::view::View;
use super::{caption, sign};
use crate::atlas::{Atlas, Entry, Lang, Project, status};
use crate::site::country;
use crate::site::frame::licence;
use crate::site::sign::layer_of;
use crate::site::told::named;
use crate::site::words::{self, date, fill, number};

pub(super) const WIDTH: u32 = 1200;
pub(super) const HEIGHT: u32 = 630;
/// The map begins here.
const MAP: f64 = 640.0;
/// The map is drawn this much larger than on a page.
const ZOOM: f64 = 1.5;
/// From the left edge to what is written, and how wide that may be.
pub(super) const LEFT: f64 = 56.0;
pub(super) const MEASURE: f64 = MAP - LEFT - 40.0;

/// The card; Chinese is not drawn, so its cards are in English.
pub fn card(atlas: &Atlas, project: &Project, lang: Lang) -> String {
    let drawn = if lang == Lang::Zh { Lang::En } else { lang };
    let palette = Palette::new(Theme::Light, atlas);
    let view = View::of(&project.id);
    let shown: Vec<&Project> = atlas.projects.iter().collect();
    let head =
        opened((WIDTH, HEIGHT, 1), project.name.get(lang), &caption::sentence(&view, atlas, &shown, lang));
    beside_map(atlas, (&view, drawn, &shown), head, &told(atlas, project, drawn, &palette), &palette)
}

/// What is told, on paper at left; the map at right; the foot below.
pub(super) fn beside_map(
    atlas: &Atlas,
    (view, lang, shown): (&View, Lang, &[&Project]),
    head: String,
    told: &str,
    palette: &Palette,
) -> String {
    let map = ((f64::from(WIDTH) - MAP) / ZOOM, f64::from(HEIGHT) / ZOOM);
    let chart = Chart::new(atlas, view, lang, shown, map);
    let mut out = head;
    let sea = palette.get("sea");
    out += &format!("<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{sea}\"/>");
    out += &format!("<g transform=\"translate({MAP} 0) scale({ZOOM})\">{}</g>", chart.draw(palette));
    let (paper, rule) = (palette.get("paper"), palette.get("rule"));
    out += &format!("<rect width=\"{MAP}\" height=\"{HEIGHT}\" fill=\"{paper}\"/>");
    out += &format!("<rect x=\"{MAP}\" width=\"1\" height=\"{HEIGHT}\" fill=\"{rule}\"/>");
    out += told;
    out += &foot(atlas, lang, palette);
    out + "</svg>"
}

/// Layer, name, and the facts under a rule.
fn told(atlas: &Atlas, project: &Project, lang: Lang, palette: &Palette) -> String {
    let w = words::of(lang);
    let (glyph, family) = layer_of(atlas, &project.layer);
    let (ink, soft) = (palette.get("ink"), palette.get("ink-2"));
    let mut out = sign::glyph(glyph, [LEFT, 50.0, 34.0], palette.hue(family, false));
    let layer = atlas.layer(&project.layer).map_or("", |layer| layer.title.get(lang));
    let kicker = match project.entry {
        Entry::Project => layer.to_owned(),
        Entry::Decision => format!("{layer} · {}", w.decision),
        Entry::Allegation => format!("{layer} · {}", w.allegation),
    };
    out += &text(&style(Face::Sans, 25.0).outline(&kicker), LEFT + 46.0, 76.0, soft);

    // What stands in brackets is often what is still open, or the name in another language.
    let named = named(&project.name, lang);
    let name = named.name.as_str();
    // The largest size at which the name needs no more than four lines.
    let fits = |size: &f64| style(Face::Title, *size).wrapped(name, MEASURE, 5).len() <= 4;
    let size = [54.0, 48.0, 42.0].into_iter().find(fits).unwrap_or(38.0);
    let title = style(Face::Title, size);
    let mut y = 92.0;
    for line in title.wrapped(name, MEASURE, 4) {
        y += size * 1.12;
        out += &text(&title.outline(&line), LEFT, y, ink);
    }
    let aside = style(Face::Water, 28.0);
    for line in aside.wrapped(&named.bracket, MEASURE, 2).iter().filter(|line| !line.is_empty()) {
        y += 36.0;
        out += &text(&aside.outline(line), LEFT, y, soft);
    }
    y += 30.0;
    out += &format!("<rect x=\"{LEFT}\" y=\"{y}\" width=\"{MEASURE}\" height=\"3\" fill=\"{ink}\"/>");
    let standing = atlas.status_on(project, atlas.today());
    let id = standing.as_ref().map_or(status::UNKNOWN, |s| &s.status);
    let label = atlas.vocabulary.status(id).map_or(id, |s| s.label.get(lang));
    let hue = palette.hue(family, sign::is_gone(id));
    let strong = style(Face::Strong, 28.0);
    y += 50.0;
    out += &sign::mark(&format!("s-{id}"), [LEFT, y - 24.0, 28.0], hue);
    let status = strong.outline(label);
    out += &text(&status, LEFT + 42.0, y, ink);
    if let Some(since) = standing.map(|s| format!("{} {}", w.since, date::written(s.since, lang))) {
        let since = style(Face::Sans, 25.0).wrapped(&since, MEASURE - 54.0 - status.width, 1).concat();
        out += &text(&style(Face::Sans, 25.0).outline(&since), LEFT + 54.0 + status.width, y, soft);
    }
    y += 42.0;
    let mut places = country::names(&project.countries, lang);
    if project.sites.len() > 1 {
        places += " · ";
        places += &fill(w.sites_other, &[("n", &number::count(project.sites.len(), lang))]);
    }
    let places = style(Face::Sans, 25.0).wrapped(&places, MEASURE, 1).concat();
    out + &text(&style(Face::Sans, 25.0).outline(&places), LEFT, y, soft)
}

fn foot(atlas: &Atlas, lang: Lang, palette: &Palette) -> String {
    let y = f64::from(HEIGHT) - 48.0;
    let name = style(Face::Title, 32.0).outline(&atlas.about.short_title);
    let data = fill(words::of(lang).data_of, &[("date", &date::day(atlas.today(), lang))]);
    let note = style(Face::Sans, 21.0).outline(&format!("{data}  ·  {}", licence(&atlas.about.licence).0));
    text(&name, LEFT, y, palette.get("ink")) + &text(&note, LEFT + name.width + 20.0, y, palette.get("ink-2"))
}
