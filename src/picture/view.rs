//! What a picture is asked to show: the state in its address, read once.

use super::palette::Theme;
use super::projection::{Camera, DEEPEST, SHALLOWEST};
use crate::atlas::{Atlas, Project};
use crate::site::page::filter::Condition;
use crate::site::page::{self, Sort, find};

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

/// A state of the map, and how a picture shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// What is chosen and filtered, as far as the record knows it; lists are in order, so that two views
    /// that look the same are the same.
    pub state: page::View,
    /// The colours.
    pub theme: Theme,
    /// A project or site that was asked for and the record does not have: the picture says so.
    pub missing: Option<String>,
    /// Another title than the one made from the state; empty where there shall be none.
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
        let (state, missing) = state(query, atlas);
        let mut view = View { state, missing, ..View::default() };
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match name.as_ref() {
                "theme" => view.theme = Theme::ALL.into_iter().find(|t| t.id() == value).unwrap_or_default(),
                "title" => view.title = Some(title(&value)),
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

    /// The atlas with one project in hand.
    pub fn of(project: &str) -> View {
        View { state: page::View { sel: Some(project.to_owned()), ..Default::default() }, ..View::default() }
    }

    /// The state as a query string in the one order, defaults left out: two views that look the same say
    /// the same.
    pub fn canonical(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.state.pairs());
        let mut put = |name: &str, value: &str| {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        };
        put("theme", if self.theme == Theme::Light { "" } else { self.theme.id() });
        put("sel", self.missing.as_deref().unwrap_or_default());
        put("plain", if self.plain { "1" } else { "" });
        let Size { width, height, scale } = self.size;
        put("w", &if width == USUAL.width { String::new() } else { width.to_string() });
        put("h", &if height == USUAL.height { String::new() } else { height.to_string() });
        put("scale", &if scale == USUAL.scale { String::new() } else { scale.to_string() });
        if let Some(title) = &self.title {
            query.append_pair("title", title);
        }
        query.finish()
    }

    /// Where the map looks; what is shown fits where there is none.
    pub fn camera(&self) -> Option<Camera> {
        let numbers = self.state.map.as_deref()?.split('/').map(|part| part.parse().ok());
        let [zoom, lat, lon] = numbers.collect::<Option<Vec<f64>>>()?[..] else { return None };
        Some(Camera { zoom: zoom.clamp(SHALLOWEST, DEEPEST), lat, lon })
    }

    /// Whether this project is the one in hand.
    pub fn holds(&self, project: &Project) -> bool {
        self.state.sel.as_deref().is_some_and(|id| id.split('.').next() == Some(&project.id))
    }

    /// Whether anything is filtered out, whatever the day.
    pub fn filters(&self) -> bool {
        Condition::ALL.into_iter().any(|condition| condition != Condition::On && self.state.asks(condition))
    }

    /// The projects that are shown, by the rule of the page.
    pub fn shown<'a>(&self, atlas: &'a Atlas) -> Vec<&'a Project> {
        if self.missing.is_some() {
            return Vec::new();
        }
        let (day, conditions) = (self.state.day(atlas), self.state.conditions());
        let asked = self.state.q.as_deref().map(|q| find::Asked::of(atlas, q));
        let shows = |project: &&Project| {
            let standing = atlas.status_on(project, day);
            let found = asked.as_ref().is_none_or(|asked| asked.finds(project));
            conditions.failed(project, standing.as_ref().map(|s| s.status.as_str()), found).none()
        };
        atlas.projects.iter().filter(shows).collect()
    }
}

impl Default for View {
    fn default() -> View {
        View {
            state: page::View::default(),
            theme: Theme::default(),
            missing: None,
            title: None,
            plain: false,
            size: USUAL,
        }
    }
}

/// What a picture shows of a state of the page: neither its order nor what was dropped; the record is already
/// that of the edition.
fn state(query: &str, atlas: &Atlas) -> (page::View, Option<String>) {
    let read = page::View::read(query).known(atlas);
    let chosen = read.chosen(atlas).is_some();
    let (sel, missing) = if chosen { (read.sel.clone(), None) } else { (None, read.sel.clone()) };
    let mut state =
        page::View { sel, sort: Sort::default(), theme: None, v: None, dropped: Vec::new(), ..read };
    let ids =
        [&mut state.layer, &mut state.status, &mut state.country, &mut state.precision, &mut state.entry];
    ids.into_iter().for_each(|ids| ids.sort_unstable());
    state.actor.sort_unstable();
    (state, missing)
}

/// At most so many characters: a title is a line or two.
const LONGEST_TITLE: usize = 200;

fn title(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST_TITLE).collect()
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
