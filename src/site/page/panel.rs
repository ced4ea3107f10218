//! The filters as fields of a form, each value with how many projects it would give.

use super::filter::Condition;
use super::label;
use super::seen::Seen;
use super::spelled::actor_text;
use super::survey::Survey;
use super::view::View;
use crate::atlas::{Entry, Precision, Project};
use crate::site::country;
use crate::site::frame::Context;
use crate::site::told::Told;
use crate::site::words::{find, number};

/// Organisations with fewer projects are found by their name: hundreds of boxes are no filter.
const LISTED_FROM: usize = 3;

/// One filter.
#[derive(Debug)]
pub struct Group {
    /// Name of its parameter.
    pub name: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// Its values.
    pub options: Vec<Choice>,
}

/// A value that can be chosen.
#[derive(Debug)]
pub struct Choice {
    /// The value.
    pub value: String,
    /// What it is called.
    pub label: Told,
    /// How many projects it would give.
    pub count: String,
    /// Whether it is chosen.
    pub on: bool,
}

/// All filters but that of layers.
#[derive(Debug)]
pub struct Panel {
    /// Status and country, the latter by name.
    pub first: Vec<Group>,
    /// Organisations, those with most projects first.
    pub actors: Vec<Group>,
    /// Roles: id, label, whether chosen.
    pub roles: Vec<(String, String, bool)>,
    /// How well a place is known, and kinds of entry.
    pub more: Vec<Group>,
    /// First and last year: of the record, and as asked for.
    pub years: [i16; 4],
}

/// The filters as a view sets them.
pub fn panel(context: &Context, view: &View, survey: &Survey) -> Panel {
    let w = find::of(context.lang);
    let choice =
        |condition: Condition, value: &str, label: Told, on: bool, has: &dyn Fn(&Seen) -> bool| Choice {
            value: value.to_owned(),
            label,
            count: number::count(survey.would_give(condition, has), context.lang),
            on,
        };
    let among = |ids: &[String], id: &str| ids.iter().any(|each| each == id);

    let statuses = context.atlas.vocabulary.statuses.iter().map(|term| {
        let label = label::status(context, &term.id);
        choice(Condition::Status, &term.id, label, among(&view.status, &term.id), &|s| s.status == term.id)
    });
    let countries = country::offered(context.atlas, context.lang).into_iter().map(|code| {
        let label = Told { lang: Default::default(), text: country::name(code, context.lang).to_owned() };
        choice(Condition::Country, code, label, among(&view.country, code), &|s| {
            s.project.countries.iter().any(|c| c == code)
        })
    });
    let precisions = Precision::ALL.into_iter().map(Precision::id).map(|id| {
        let label = label::precision(context, id);
        choice(Condition::Precision, id, label, among(&view.precision, id), &|s| {
            s.project.sites.iter().any(|site| site.precision.id() == id)
        })
    });
    let entries = Entry::ALL.into_iter().map(|entry| {
        let label = Told { lang: Default::default(), text: label::entry(context, entry.id()).to_owned() };
        choice(Condition::Entry, entry.id(), label, among(&view.entry, entry.id()), &|s| {
            s.project.entry == entry
        })
    });
    let role = match &view.actor[..] {
        [(_, Some(role)), rest @ ..] if rest.iter().all(|(_, other)| other.as_ref() == Some(role)) => role,
        _ => "",
    };
    let roles = context.atlas.vocabulary.roles.iter();
    let years = context.atlas.projects.iter().flat_map(|p| &p.events).map(|event| event.date.year());
    let last = context.atlas.today().year();
    let first = years.min().unwrap_or(last);
    let (from, to) = view.year.unwrap_or((first, last));
    Panel {
        first: vec![
            Group { name: "status", title: context.words().status, options: statuses.collect() },
            Group { name: "country", title: w.country, options: countries.collect() },
        ],
        actors: vec![Group { name: "actor", title: w.organisation, options: actors(context, view, survey) }],
        roles: roles
            .map(|term| (term.id.clone(), term.label.get(context.lang).to_owned(), term.id == role))
            .collect(),
        more: vec![
            Group { name: "precision", title: w.precision, options: precisions.collect() },
            Group { name: "entry", title: w.entry, options: entries.collect() },
        ],
        years: [first, last, from.max(first), to.min(last)],
    }
}

/// Those that are chosen, then those with many projects; the more projects, the further up.
fn actors(context: &Context, view: &View, survey: &Survey) -> Vec<Choice> {
    let takes_part = |p: &Project, id: &str| p.actors.iter().any(|a| a.organisation == id);
    let all = |id: &str| context.atlas.projects.iter().filter(|p| takes_part(p, id)).count();
    let mut listed: Vec<(usize, &str)> =
        context.atlas.organisations.keys().map(|id| (all(id), id.as_str())).collect();
    listed.retain(|(count, id)| *count >= LISTED_FROM && view.actor.iter().all(|(chosen, _)| chosen != id));
    listed.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    let chosen = view.actor.iter().cloned();
    let listed = listed.into_iter().map(|(_, id)| (id.to_owned(), None));
    let choice = |(on, actor): (bool, (String, Option<String>))| {
        let (id, role) = &actor;
        let has = |s: &Seen| {
            let by =
                |a: &crate::atlas::Actor| a.organisation == *id && role.as_ref().is_none_or(|r| *r == a.role);
            s.project.actors.iter().any(by)
        };
        Choice {
            value: actor_text(&actor),
            // The role has a field of its own.
            label: label::actor(context, &(id.clone(), None)),
            count: number::count(survey.would_give(Condition::Actor, has), context.lang),
            on,
        }
    };
    chosen.map(|actor| (true, actor)).chain(listed.map(|actor| (false, actor))).map(choice).collect()
}
