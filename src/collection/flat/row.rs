//! What a line of a flat file is made from.

use std::borrow::Cow;

use crate::atlas::status::Standing;
use crate::atlas::{Atlas, Lang, PartialDate, Project, Site, Text};
use crate::collection::time::Span;
use crate::collection::{SEPARATOR, Value};
use crate::links::Links;

/// A project on a day, and one of its sites: the site of the line, or the one whose place stands for
/// the whole project.
pub struct Row<'a> {
    /// The record.
    pub atlas: &'a Atlas,
    /// Every address.
    pub links: &'a Links,
    /// The language of prose, where it is written.
    pub lang: Lang,
    /// The project.
    pub project: &'a Project,
    /// Its status on the day.
    pub standing: &'a Standing,
    /// Its sites that are part of it on the day.
    pub sites: &'a [&'a Site],
    /// The site.
    pub site: Option<&'a Site>,
}

/// Statuses that end a project; what is suspended may go on.
pub const ENDED: [&str; 2] = ["cancelled", "closed"];

impl<'a> Row<'a> {
    /// Prose in the language asked for.
    pub fn told(&self, text: &'a Text) -> Value<'a> {
        Value::text(text.get(self.lang))
    }

    /// Prose in Spanish, where it is written.
    pub fn spanish(&self, text: &'a Text) -> Value<'a> {
        text.written(Lang::Es).map_or(Value::Null, Value::text)
    }

    /// Names of the organisations in a role, in the order of the record.
    pub fn names(&self, role: &str) -> Value<'static> {
        let actors = self.project.actors.iter().filter(|a| a.role == role);
        let organisations = actors.filter_map(|a| self.atlas.organisations.get(&a.organisation));
        joined(organisations.map(|o| o.name.get(self.lang)))
    }

    /// How many statements take this stance.
    pub fn stances(&self, stance: &str) -> Value<'static> {
        Value::count(self.project.claims.iter().filter(|c| c.stance == stance).count())
    }

    /// The page of the project.
    pub fn record_url(&self) -> String {
        let path = self.links.project(self.lang, &self.project.id);
        match &self.atlas.about.home {
            Some(home) => {
                let below = path.strip_prefix(self.links.prefix()).unwrap_or(&path);
                format!("{}{below}", home.trim_end_matches('/'))
            }
            None => self.links.travelling(path),
        }
    }

    /// From the first event to the closing one, open unless closed or cancelled; a site's own `from`
    /// and `until` narrow it.
    pub fn span(&self) -> Span {
        let begun = self.project.first_event().map(PartialDate::first_day);
        let ended = ENDED.contains(&self.standing.status.as_str()).then(|| self.standing.since.last_day());
        let joined = self.site.and_then(|s| s.from).map(PartialDate::first_day);
        let left = self.site.and_then(|s| s.until).map(PartialDate::last_day);
        let span = Span::of_days(begun.max(joined), [ended, left].into_iter().flatten().min());
        // A site that joined after the end was reported still has the time of its project.
        if span.start <= span.end { span } else { Span::of_days(begun, ended) }
    }
}

/// Texts in one, each once; null where there is none.
pub fn joined<'t>(texts: impl Iterator<Item = &'t str>) -> Value<'static> {
    let mut seen: Vec<&str> = Vec::new();
    for text in texts {
        if !seen.contains(&text) {
            seen.push(text);
        }
    }
    Value::text(Cow::Owned(seen.join(SEPARATOR)))
}

/// The full date of a partial one.
pub fn full(date: Option<PartialDate>) -> Value<'static> {
    date.map_or(Value::Null, |d| Value::date(d.first_day()))
}

/// How much of a date is known.
pub fn precision(date: Option<PartialDate>) -> Value<'static> {
    date.map_or(Value::Null, |d| Value::text(d.precision().id()))
}
