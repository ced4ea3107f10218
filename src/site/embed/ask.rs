//! What a frame is asked to show, and how: the state of the map, and a few options of its own.

use jiff::civil::Date;

use crate::atlas::{Atlas, Project, Withdrawal, status};
use crate::site::page::{View, find};

/// A title longer than this, in characters, is cut.
pub const LONGEST_TITLE: usize = 120;

/// Options of frames that are on with `1` and off with `0`.
const FLAGS: [&str; 4] = ["controls", "list", "plain", "static"];

/// What is asked. Whatever cannot be read is dropped and said, never refused.
#[derive(Debug, Clone, PartialEq)]
pub struct Ask {
    /// The state of the map; only what the record knows.
    pub view: View,
    /// The stop of a story that gives that state.
    pub stop: Option<Stop>,
    /// The title line: none where it is made from the view, empty where there shall be none.
    pub title: Option<String>,
    /// Whether the map has buttons.
    pub controls: bool,
    /// Whether the list stands in place of the map.
    pub list: bool,
    /// Whether the map stands alone, with the foot.
    pub plain: bool,
    /// Whether a picture stands in place of the map.
    pub still: bool,
    /// A project or site that the record does not have.
    pub unknown: Option<String>,
    /// A story that the record does not have.
    pub no_story: Option<String>,
    /// What was dropped, as it was written: `theme=pink`.
    pub dropped: Vec<String>,
    /// Whether the title was cut.
    pub cut: bool,
}

impl Ask {
    /// Reads a query string, without its `?`.
    pub fn read(query: &str, atlas: &Atlas) -> Ask {
        // What is dropped is told by `dropped`; the links say which edition it is.
        let mut view = View { dropped: Vec::new(), v: None, ..View::read(query).known(atlas) };
        let mut no_story = None;
        let mut stop = None;
        if let Some(id) = value(query, "story") {
            stop = Stop::read(&id, value(query, "stop").as_deref(), atlas);
            no_story = Some(id.chars().take(LONGEST_TITLE).collect()).filter(|_| stop.is_none());
        }
        if let Some(stop) = &stop {
            view = View { theme: view.theme, ..View::read(&stop.view).known(atlas) };
        }
        let unknown = view.sel.clone().filter(|_| view.chosen(atlas).is_none());
        if unknown.is_some() {
            view.sel = None;
        }
        let mut ask = Ask {
            dropped: if stop.is_some() { Vec::new() } else { dropped(query, &view) },
            unknown,
            no_story,
            view,
            stop,
            title: None,
            controls: true,
            list: false,
            plain: false,
            still: false,
            cut: false,
        };
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let on = value == "1";
            match name.as_ref() {
                "title" => {
                    let title = value.split_whitespace().collect::<Vec<_>>().join(" ");
                    ask.cut = title.chars().count() > LONGEST_TITLE;
                    ask.title = Some(title.chars().take(LONGEST_TITLE).collect());
                }
                name if FLAGS.contains(&name) && !on && value != "0" => {
                    ask.dropped.push(format!("{name}={value}"));
                }
                "controls" => ask.controls = on,
                "list" => ask.list = on,
                "plain" => ask.plain = on,
                "static" => ask.still = on,
                _ => {}
            }
        }
        ask
    }

    /// A view, with every option as usual.
    pub fn of(view: View, atlas: &Atlas) -> Ask {
        Ask::read(view.query().trim_start_matches('?'), atlas)
    }

    /// The frame as a query string without `?`, the default of each option left out.
    pub fn query(&self) -> String {
        let mut query = match &self.stop {
            None => self.view.query().trim_start_matches('?').to_owned(),
            Some(stop) => {
                let own = View { theme: self.view.theme, ..View::default() };
                let own = own.query().replacen('?', "&", 1);
                format!("story={}&stop={}{own}", stop.story, stop.number)
            }
        };
        let mut put = |name: &str, value: &str| {
            let gap = if query.is_empty() { "" } else { "&" };
            let value = form_urlencoded::byte_serialize(value.as_bytes()).collect::<String>();
            query.push_str(&format!("{gap}{name}={value}"));
        };
        if let Some(title) = &self.title {
            put("title", title);
        }
        if !self.controls {
            put("controls", "0");
        }
        for (name, on) in [("list", self.list), ("plain", self.plain), ("static", self.still)] {
            if on {
                put(name, "1");
            }
        }
        query
    }

    /// The project that was asked for and is withdrawn.
    pub fn gone<'a>(&self, atlas: &'a Atlas) -> Option<&'a Withdrawal> {
        atlas.gone(self.unknown.as_deref()?)
    }

    /// Whether it shows a view in the usual way, as the address of the view alone says.
    pub fn is_plain_view(&self) -> bool {
        self.title.is_none() && self.controls && !self.list && !self.plain && !self.still
    }

    /// The height that is offered, in pixels: a card below the map takes room of its own.
    pub fn usual_height(&self) -> u32 {
        if self.view.sel.is_some() || self.stop.is_some() { 600 } else { 480 }
    }

    /// The day as of which the atlas is shown.
    pub fn day(&self, atlas: &Atlas) -> Date {
        self.view.day(atlas)
    }

    /// The projects that are shown, each with its status on the day; the latest event first.
    pub fn shown<'a>(&self, atlas: &'a Atlas) -> Vec<(&'a Project, String)> {
        // Nothing else stands in the place of what was withdrawn.
        if self.gone(atlas).is_some() {
            return Vec::new();
        }
        let day = self.day(atlas);
        let past = day != atlas.today();
        let status = |p: &Project| atlas.status_on(p, day).map(|s| s.status);
        let asked = self.view.q.as_deref().map(|q| find::Asked::of(atlas, q));
        let conditions = self.view.conditions();
        let mut shown: Vec<(&Project, String)> = atlas
            .projects
            .iter()
            .filter_map(|p| match status(p) {
                None if past => None,
                status => Some((p, status.unwrap_or_else(|| status::UNKNOWN.to_owned()))),
            })
            .filter(|(p, status)| {
                let found = asked.as_ref().is_none_or(|asked| asked.finds(p));
                conditions.failed(p, Some(status), found).none()
            })
            .collect();
        shown.sort_by_key(|(p, _)| (std::cmp::Reverse(p.last_event()), p.id.as_str()));
        shown
    }
}

/// A stop of a story.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    /// The story.
    pub story: String,
    /// Counted from 1.
    pub number: usize,
    /// Its map, as a query string.
    pub view: String,
}

impl Stop {
    /// A stop of a story that the record has. A number that leads past its ends is the nearest that does not.
    pub fn read(story: &str, number: Option<&str>, atlas: &Atlas) -> Option<Stop> {
        let story = atlas.story(story)?;
        let telling = story.tellings.first()?;
        let number = number.and_then(|n| n.parse::<usize>().ok()).unwrap_or(1);
        let number = number.clamp(1, telling.stops.len().max(1));
        Some(Stop { story: story.id.clone(), number, view: telling.view(number - 1).to_owned() })
    }
}

/// The first value of a parameter; none where it is empty.
fn value(query: &str, wanted: &str) -> Option<String> {
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    pairs.find(|(name, value)| name == wanted && !value.is_empty()).map(|(_, value)| value.into_owned())
}

/// Values of the state that did not survive the reading, as they were written.
fn dropped(query: &str, view: &View) -> Vec<String> {
    let kept = view.query();
    let kept: Vec<(String, String)> =
        form_urlencoded::parse(kept.trim_start_matches('?').as_bytes()).into_owned().collect();
    let of_state =
        |name: &str| View::NAMES.contains(&name) && !["sel", "sort", "on", "map", "v"].contains(&name);
    let survives = |name: &str, part: &str| {
        kept.iter().any(|(n, value)| n == name && (name == "q" || value.split(',').any(|p| p == part)))
    };
    let mut out = Vec::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        let gone = value.split(',').filter(|part| !part.is_empty() && !survives(&name, part));
        if of_state(&name) {
            out.extend(gone.map(|part| format!("{name}={part}")));
        }
    }
    // A query may be very long; a note may not.
    out.truncate(3);
    out.into_iter().map(|text| text.chars().take(40).collect()).collect()
}
