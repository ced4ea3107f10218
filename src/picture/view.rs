//! What a picture is asked to show: the state in its address, read once.

use jiff::civil::Date;

use super::palette::Theme;
use super::projection::Camera;
use crate::atlas::{Atlas, Entry, PartialDate, Precision, Project, date::DatePrecision};
use crate::site::page::filter::Conditions;
use crate::site::page::find;

/// The most pixels of a side, scale included.
pub const MOST: f64 = 4096.0;
/// The fewest pixels of a side, before scaling.
const LEAST: f64 = 120.0;
/// The sides and scale of a picture that is asked for without any.
const USUAL: Size = Size { width: 1200, height: 630, scale: 1 };

/// How large a picture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// CSS pixels.
    pub width: u32,
    /// CSS pixels.
    pub height: u32,
    /// Pixels for each of them.
    pub scale: u32,
}

/// A size that cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{parameter}` cannot be `{value}`: {rule}")]
pub struct NoSize {
    /// `w`, `h` or `scale`.
    pub parameter: &'static str,
    /// What was given.
    pub value: String,
    /// What is allowed.
    pub rule: String,
}

/// The state of the map that a picture can show.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// Ids of layers; none means all.
    pub layer: Vec<String>,
    /// Ids of statuses; none means all.
    pub status: Vec<String>,
    /// Codes of countries; none means all.
    pub country: Vec<String>,
    /// Ids of precisions; none means all.
    pub precision: Vec<String>,
    /// Ids of organisations, each with a role or without; none means all.
    pub actor: Vec<(String, Option<String>)>,
    /// Kinds of entry; none means all.
    pub entry: Vec<String>,
    /// First and last year of an event.
    pub year: Option<(i16, i16)>,
    /// Search text.
    pub q: Option<String>,
    /// The day as of which the atlas is shown; the edition's where there is none.
    pub on: Option<Date>,
    /// Id of a project or site.
    pub sel: Option<String>,
    /// Where the map looks; what is shown fits where there is none.
    pub map: Option<Camera>,
    /// The colours.
    pub theme: Theme,
    /// Another title than the one made from the state.
    pub title: Option<String>,
    /// The map alone, without title, key and foot.
    pub plain: bool,
    /// How large.
    pub size: Size,
}

impl View {
    /// Reads a query string, without its `?`. An unknown parameter is ignored and an unknown value dropped;
    /// a size that cannot be drawn is an error, since any other would spoil a layout.
    pub fn read(query: &str, atlas: &Atlas) -> Result<View, NoSize> {
        let mut view = View { size: USUAL, ..View::default() };
        let known = |value: &str, test: &dyn Fn(&str) -> bool| {
            let mut ids: Vec<String> = value.split(',').filter(|id| test(id)).map(str::to_owned).collect();
            ids.sort_unstable();
            ids.dedup();
            ids
        };
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match name.as_ref() {
                "layer" => view.layer = known(&value, &|id| atlas.layer(id).is_some()),
                "status" => view.status = known(&value, &|id| atlas.vocabulary.status(id).is_some()),
                "country" => {
                    view.country = known(&value, &|id| {
                        atlas.projects.iter().any(|p| p.countries.iter().any(|c| c == id))
                    });
                }
                "precision" => {
                    view.precision = known(&value, &|id| Precision::ALL.iter().any(|p| p.id() == id));
                }
                "actor" => {
                    view.actor = known(&value, &|_| true).iter().filter_map(|a| actor(a, atlas)).collect()
                }
                "entry" => view.entry = known(&value, &|id| Entry::ALL.iter().any(|e| e.id() == id)),
                "year" => view.year = years(&value),
                "q" => view.q = find::asked(&value),
                "on" => view.on = day(&value).filter(|day| *day != atlas.today()),
                "sel" => view.sel = Some(value.into_owned()).filter(|id| chosen(atlas, id).is_some()),
                "map" => view.map = camera(&value),
                "theme" => view.theme = Theme::ALL.into_iter().find(|t| t.id() == value).unwrap_or_default(),
                "title" => view.title = title(&value),
                "plain" => view.plain = value == "1",
                "w" => view.size.width = side("w", &value)?,
                "h" => view.size.height = side("h", &value)?,
                "scale" => view.size.scale = scale(&value)?,
                _ => {}
            }
        }
        let Size { width, height, scale } = view.size;
        for (parameter, side) in [("w", width), ("h", height)] {
            if f64::from(side) * f64::from(scale) > MOST {
                let rule =
                    format!("with a scale of {scale} a side has at most {} pixels", MOST as u32 / scale);
                return Err(NoSize { parameter, value: side.to_string(), rule });
            }
        }
        Ok(view)
    }

    /// The state as a query string in the one order, defaults left out: two views that look the same say
    /// the same.
    pub fn canonical(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let mut put = |name: &str, value: &str| {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        };
        let actors = self.actor.iter().map(|(id, role)| match role {
            Some(role) => format!("{id}:{role}"),
            None => id.clone(),
        });
        put("layer", &self.layer.join(","));
        put("status", &self.status.join(","));
        put("country", &self.country.join(","));
        put("precision", &self.precision.join(","));
        put("actor", &actors.collect::<Vec<_>>().join(","));
        put("entry", &self.entry.join(","));
        put("year", &self.year.map(|(first, last)| format!("{first}..{last}")).unwrap_or_default());
        put("q", self.q.as_deref().unwrap_or_default());
        put("on", &self.on.map(|day| day.to_string()).unwrap_or_default());
        put("sel", self.sel.as_deref().unwrap_or_default());
        put("map", &self.map.map(|c| format!("{}/{}/{}", c.zoom, c.lat, c.lon)).unwrap_or_default());
        put("theme", if self.theme == Theme::Light { "" } else { self.theme.id() });
        put("title", self.title.as_deref().unwrap_or_default());
        put("plain", if self.plain { "1" } else { "" });
        let Size { width, height, scale } = self.size;
        put("w", &if width == USUAL.width { String::new() } else { width.to_string() });
        put("h", &if height == USUAL.height { String::new() } else { height.to_string() });
        put("scale", &if scale == USUAL.scale { String::new() } else { scale.to_string() });
        query.finish()
    }

    /// The day as of which the atlas is shown.
    pub fn day(&self, atlas: &Atlas) -> Date {
        self.on.unwrap_or(atlas.today())
    }

    /// The project in hand.
    pub fn chosen<'a>(&self, atlas: &'a Atlas) -> Option<&'a Project> {
        chosen(atlas, self.sel.as_deref()?)
    }

    /// Whether this project is the one in hand.
    pub fn holds(&self, project: &Project) -> bool {
        self.sel.as_deref().is_some_and(|id| id.split('.').next() == Some(&project.id))
    }

    /// Whether anything is filtered out.
    pub fn filters(&self) -> bool {
        !(self.layer.is_empty()
            && self.status.is_empty()
            && self.country.is_empty()
            && self.precision.is_empty()
            && self.actor.is_empty()
            && self.entry.is_empty()
            && self.year.is_none()
            && self.q.is_none())
    }

    /// Whether a project is shown, by the rule of the page.
    pub fn shows(&self, project: &Project, atlas: &Atlas) -> bool {
        let standing = atlas.status_on(project, self.day(atlas));
        let found = self.q.as_deref().is_none_or(|q| find::matches(atlas, project, q));
        self.conditions().failed(project, standing.as_ref().map(|s| s.status.as_str()), found).none()
    }

    fn conditions(&self) -> Conditions<'_> {
        Conditions {
            layer: &self.layer,
            status: &self.status,
            country: &self.country,
            precision: &self.precision,
            actor: &self.actor,
            entry: &self.entry,
            year: self.year,
            on: self.on,
        }
    }
}

impl Default for View {
    fn default() -> View {
        View {
            layer: Vec::new(),
            status: Vec::new(),
            country: Vec::new(),
            precision: Vec::new(),
            actor: Vec::new(),
            entry: Vec::new(),
            year: None,
            q: None,
            on: None,
            sel: None,
            map: None,
            theme: Theme::default(),
            title: None,
            plain: false,
            size: USUAL,
        }
    }
}

fn chosen<'a>(atlas: &'a Atlas, id: &str) -> Option<&'a Project> {
    let project = atlas.project(id.split_once('.').map_or(id, |(project, _)| project))?;
    (id == project.id || project.sites.iter().any(|site| site.id == id)).then_some(project)
}

fn actor(text: &str, atlas: &Atlas) -> Option<(String, Option<String>)> {
    let (id, role) = text.split_once(':').map_or((text, None), |(id, role)| (id, Some(role)));
    let known =
        atlas.organisations.contains_key(id) && role.is_none_or(|r| atlas.vocabulary.role(r).is_some());
    known.then(|| (id.to_owned(), role.map(str::to_owned)))
}

fn years(text: &str) -> Option<(i16, i16)> {
    let (first, last) = text.split_once("..")?;
    let year = |text: &str| text.parse::<i16>().ok().filter(|_| text.len() == 4);
    Some((year(first)?, year(last)?))
}

fn day(text: &str) -> Option<Date> {
    text.parse::<PartialDate>()
        .ok()
        .filter(|d| d.precision() == DatePrecision::Day)
        .map(PartialDate::first_day)
}

fn camera(text: &str) -> Option<Camera> {
    let numbers: Option<Vec<f64>> = text.split('/').map(|part| part.parse().ok()).collect();
    let [zoom, lat, lon] = numbers?[..] else { return None };
    let on_earth = (0.0..=20.0).contains(&zoom) && lat.abs() <= 85.0 && lon.abs() <= 180.0;
    use super::projection::{DEEPEST, SHALLOWEST};
    on_earth.then(|| Camera { zoom: zoom.clamp(SHALLOWEST, DEEPEST), lat, lon })
}

/// At most so many characters: a title is a line or two.
const LONGEST_TITLE: usize = 200;

fn title(text: &str) -> Option<String> {
    let title: String =
        text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST_TITLE).collect();
    Some(title).filter(|title| !title.is_empty())
}

fn side(parameter: &'static str, value: &str) -> Result<u32, NoSize> {
    let fits = |side: &u32| (LEAST..=MOST).contains(&f64::from(*side));
    value.parse().ok().filter(fits).ok_or_else(|| NoSize {
        parameter,
        value: value.to_owned(),
        rule: format!("a side is a whole number of pixels from {LEAST} to {MOST}"),
    })
}

fn scale(value: &str) -> Result<u32, NoSize> {
    value.parse().ok().filter(|s| (1..=3).contains(s)).ok_or_else(|| NoSize {
        parameter: "scale",
        value: value.to_owned(),
        rule: "a scale is 1, 2 or 3".to_owned(),
    })
}
