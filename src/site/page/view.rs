//! The state of the map page, as it stands in the query string.

use std::collections::HashSet;

use jiff::civil::Date;

use super::filter::{Actor, Condition, Conditions};
use super::sort::Sort;
use super::spelled::{actor_text, escaped, note};
use crate::atlas::{Atlas, Entry, Lang, Precision, Project, Site};
use crate::links::Links;

/// What is chosen and filtered. Unknown parameters are ignored; unknown values are dropped, and said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct View {
    /// Ids of layers; none means all.
    pub layer: Vec<String>,
    /// Ids of statuses; none means all.
    pub status: Vec<String>,
    /// Codes of countries; none means all.
    pub country: Vec<String>,
    /// Ids of precisions; none means all.
    pub precision: Vec<String>,
    /// Organisations, each in a role or in any; none means all.
    pub actor: Vec<Actor>,
    /// Kinds of entry; none means all.
    pub entry: Vec<String>,
    /// First and last year of an event.
    pub year: Option<(i16, i16)>,
    /// Search text.
    pub q: Option<String>,
    /// The day as of which the atlas is shown, where it is not the edition's.
    pub on: Option<Date>,
    /// Id of a project or a site.
    pub sel: Option<String>,
    /// `zoom/lat/lon`
    pub map: Option<String>,
    /// Order of the list.
    pub sort: Sort,
    /// `light` or `dark`.
    pub theme: Option<&'static str>,
    /// An edition, where it is not the current one.
    pub v: Option<String>,
    /// Values that nothing is known of, as they were written: `layer=steam`.
    pub dropped: Vec<String>,
}

impl View {
    /// Every parameter of the state, in the order in which it is written.
    pub const NAMES: &'static [&'static str] = &[
        "layer",
        "status",
        "country",
        "precision",
        "actor",
        "entry",
        "year",
        "q",
        "on",
        "sel",
        "map",
        "sort",
        "theme",
        "v",
    ];

    /// Drops what the record does not know, so that a stale link never empties the list, and what
    /// says no more than the default.
    pub fn known(mut self, atlas: &Atlas) -> View {
        let dropped = &mut self.dropped;
        let mut keep = |name: &str, ids: &mut Vec<String>, all: usize, known: &dyn Fn(&str) -> bool| {
            ids.retain(|id| {
                let is_known = known(id);
                if !is_known {
                    note(dropped, name, id);
                }
                is_known
            });
            if ids.len() == all {
                ids.clear();
            }
        };
        keep("layer", &mut self.layer, atlas.layers.layers.len(), &|id| atlas.layer(id).is_some());
        let statuses = &atlas.vocabulary.statuses;
        keep("status", &mut self.status, statuses.len(), &|id| atlas.vocabulary.status(id).is_some());
        let countries: HashSet<&str> =
            atlas.projects.iter().flat_map(|p| &p.countries).map(String::as_str).collect();
        let lies_in = |code: &str| countries.contains(code);
        keep("country", &mut self.country, usize::MAX, &lies_in);
        let precise = |id: &str| Precision::ALL.iter().any(|p| p.id() == id);
        keep("precision", &mut self.precision, Precision::ALL.len(), &precise);
        keep("entry", &mut self.entry, Entry::ALL.len(), &|id| Entry::ALL.iter().any(|e| e.id() == id));
        let actors = atlas.projects.iter().flat_map(|p| &p.actors);
        let actors: HashSet<&str> = actors.map(|actor| actor.organisation.as_str()).collect();
        self.actor.retain(|(id, role)| {
            let known = actors.contains(id.as_str())
                && role.as_ref().is_none_or(|role| atlas.vocabulary.role(role).is_some());
            if !known {
                note(dropped, "actor", &actor_text(&(id.clone(), role.clone())));
            }
            known
        });
        if let Some(day) = self.on.filter(|day| *day >= atlas.today()) {
            if day > atlas.today() {
                note(dropped, "on", &day.to_string());
            }
            self.on = None;
        }
        let events = || atlas.projects.iter().flat_map(|p| &p.events).map(|e| e.date.year());
        self.year = self.year.filter(|(first, last)| events().any(|year| year < *first || year > *last));
        self
    }

    /// The day as of which the atlas is shown.
    pub fn day(&self, atlas: &Atlas) -> Date {
        self.on.unwrap_or(atlas.today())
    }

    /// The view as a query string with its `?`; empty where all is as usual.
    pub fn query(&self) -> String {
        let pairs: Vec<String> =
            self.pairs().iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }

    /// The address of the view in a language, in the edition that the addresses keep to.
    pub fn address(&self, links: &Links, lang: Lang) -> String {
        links.page(lang, &format!("/{}", View { v: None, ..self.clone() }.query()))
    }

    /// Parameters and values in their order, the default of each left out.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let actors: Vec<String> = self.actor.iter().map(actor_text).collect();
        let day = |day: Date| day.to_string();
        let year = |(first, last): (i16, i16)| format!("{first:04}..{last:04}");
        let values = [
            self.layer.join(","),
            self.status.join(","),
            self.country.join(","),
            self.precision.join(","),
            actors.join(","),
            self.entry.join(","),
            self.year.map(year).unwrap_or_default(),
            self.q.clone().unwrap_or_default(),
            self.on.map(day).unwrap_or_default(),
            self.sel.clone().unwrap_or_default(),
            self.map.clone().unwrap_or_default(),
            if self.sort == Sort::default() { String::new() } else { self.sort.id().to_owned() },
            self.theme.unwrap_or_default().to_owned(),
            self.v.clone().unwrap_or_default(),
        ];
        View::NAMES.iter().copied().zip(values).filter(|(_, value)| !value.is_empty()).collect()
    }

    /// The project in hand, if the record has it.
    pub fn chosen<'a>(&self, atlas: &'a Atlas) -> Option<&'a Project> {
        let id = self.sel.as_deref()?;
        let project = atlas.project(id.split_once('.').map_or(id, |(project, _)| project))?;
        (id == project.id || project.sites.iter().any(|site| site.id == id)).then_some(project)
    }

    /// Its conditions, but for the search text.
    pub fn conditions(&self) -> Conditions<'_> {
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

    /// Whether something is asked by this condition.
    pub fn asks(&self, condition: Condition) -> bool {
        match condition {
            Condition::Layer => !self.layer.is_empty(),
            Condition::Status => !self.status.is_empty(),
            Condition::Country => !self.country.is_empty(),
            Condition::Precision => !self.precision.is_empty(),
            Condition::Actor => !self.actor.is_empty(),
            Condition::Entry => !self.entry.is_empty(),
            Condition::Year => self.year.is_some(),
            Condition::Q => self.q.is_some(),
            Condition::On => self.on.is_some(),
        }
    }

    /// The view without a condition, or without one of its values.
    pub fn without(&self, condition: Condition, value: Option<&str>) -> View {
        let mut view = self.clone();
        let leave = |ids: &mut Vec<String>| ids.retain(|id| value.is_some_and(|value| value != id));
        match condition {
            Condition::Layer => leave(&mut view.layer),
            Condition::Status => leave(&mut view.status),
            Condition::Country => leave(&mut view.country),
            Condition::Precision => leave(&mut view.precision),
            Condition::Actor => {
                view.actor.retain(|actor| value.is_some_and(|value| value != actor_text(actor)))
            }
            Condition::Entry => leave(&mut view.entry),
            Condition::Year => view.year = None,
            Condition::Q => view.q = None,
            Condition::On => view.on = None,
        }
        view
    }

    /// Whether a site stands on the day. Today all do: where no source dates them, places are shown as known now.
    pub fn stands(&self, site: &Site) -> bool {
        self.on.is_none_or(|day| site.stands_on(day))
    }

    /// Whether a project has a place on the map on the day; else it is in the tray.
    pub fn places(&self, project: &Project) -> bool {
        project.sites.iter().any(|site| site.is_placed() && self.stands(site))
    }
}
