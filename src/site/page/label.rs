//! What the values of a condition are called.

use super::filter::{Actor, Condition};
use super::spelled::actor_text;
use super::view::View;
use crate::atlas::{Entry, Text};
use crate::site::country;
use crate::site::frame::Context;
use crate::site::told::{Told, told};
use crate::site::words::{date, fill, find, number};

/// More layers than this are told as a number.
const FEW_LAYERS: usize = 3;

/// A value of a condition, or the condition as a whole, as a reader sees it.
#[derive(Debug, Clone)]
pub struct Labelled {
    /// The condition.
    pub condition: Condition,
    /// The value; empty where the condition goes as a whole.
    pub value: String,
    /// What it is called.
    pub label: Told,
}

/// Every value that a view asks for, in the order of the address.
pub fn all(context: &Context, view: &View) -> Vec<Labelled> {
    let mut out = Vec::new();
    for condition in Condition::ALL.into_iter().filter(|condition| view.asks(*condition)) {
        let mut put = |value: &str, label: Told| {
            out.push(Labelled { condition, value: value.to_owned(), label });
        };
        match condition {
            Condition::Layer if view.layer.len() > FEW_LAYERS => put("", some_layers(context, view)),
            Condition::Layer => view.layer.iter().for_each(|id| put(id, layer(context, id))),
            Condition::Status => view.status.iter().for_each(|id| put(id, status(context, id))),
            Condition::Country => {
                view.country.iter().for_each(|code| put(code, plain(country::name(code, context.lang))))
            }
            Condition::Precision => view.precision.iter().for_each(|id| put(id, precision(context, id))),
            Condition::Actor => view.actor.iter().for_each(|a| put(&actor_text(a), actor(context, a))),
            Condition::Entry => view.entry.iter().for_each(|id| put(id, plain(entry(context, id)))),
            Condition::Year => put("", plain(&years(context, view))),
            Condition::Q => {
                let q = view.q.as_deref().unwrap_or_default();
                put("", plain(&fill(find::of(context.lang).searched, &[("q", q)])));
            }
            // Its own control shows it.
            Condition::On => {}
        }
    }
    out
}

/// A condition as a whole: all its values.
pub fn whole(context: &Context, view: &View, condition: Condition) -> Told {
    let values: Vec<Told> =
        all(context, view).into_iter().filter(|l| l.condition == condition).map(|l| l.label).collect();
    let comma = if context.lang == crate::atlas::Lang::Zh { "、" } else { ", " };
    match &values[..] {
        [only] => only.clone(),
        [] => plain(&as_of(context, view)),
        more => plain(&more.iter().map(|told| told.text.as_str()).collect::<Vec<_>>().join(comma)),
    }
}

/// `as of 5 Jul 2019`; empty at the edition's date.
pub fn as_of(context: &Context, view: &View) -> String {
    let written = |day| fill(find::of(context.lang).as_of, &[("date", &date::day(day, context.lang))]);
    view.on.map(written).unwrap_or_default()
}

fn plain(text: &str) -> Told {
    Told { lang: Default::default(), text: text.to_owned() }
}

fn of_record(context: &Context, text: Option<&Text>, id: &str) -> Told {
    text.map_or_else(|| plain(id), |text| told(text, context.lang))
}

/// The short name of a layer, else its title.
pub fn layer(context: &Context, id: &str) -> Told {
    let title = context.atlas.layer(id).map(|layer| &layer.title);
    context.words().layer(id).map_or_else(|| of_record(context, title, id), plain)
}

fn some_layers(context: &Context, view: &View) -> Told {
    let count = |n| number::count(n, context.lang);
    let (n, m) = (count(view.layer.len()), count(context.atlas.layers.layers.len()));
    plain(&fill(find::of(context.lang).some_layers, &[("n", &n), ("m", &m)]))
}

/// A status.
pub fn status(context: &Context, id: &str) -> Told {
    of_record(context, context.atlas.vocabulary.status(id).map(|term| &term.label), id)
}

/// A class of precision.
pub fn precision(context: &Context, id: &str) -> Told {
    let term = context.atlas.vocabulary.precisions.iter().find(|term| term.id.id() == id);
    of_record(context, term.map(|term| &term.label), id)
}

/// An organisation, with its role where one is asked for.
pub fn actor(context: &Context, (id, role): &Actor) -> Told {
    let mut label = of_record(context, context.atlas.organisations.get(id).map(|o| &o.name), id);
    if let Some(role) = role.as_ref().and_then(|role| context.atlas.vocabulary.role(role)) {
        label.text = format!("{} ({})", label.text, role.label.get(context.lang).to_lowercase());
    }
    label
}

/// A kind of entry.
pub fn entry(context: &Context, id: &str) -> &'static str {
    let w = context.words();
    match Entry::ALL.into_iter().find(|entry| entry.id() == id) {
        Some(Entry::Decision) => w.decision,
        Some(Entry::Allegation) => w.allegation,
        _ => find::of(context.lang).project,
    }
}

fn years(context: &Context, view: &View) -> String {
    let w = find::of(context.lang);
    match view.year {
        Some((0, last)) => fill(w.until_year, &[("year", &last.to_string())]),
        Some((first, 9999)) => fill(w.since_year, &[("year", &first.to_string())]),
        Some((first, last)) if first == last => first.to_string(),
        Some((first, last)) => format!("{first}–{last}"),
        None => String::new(),
    }
}
