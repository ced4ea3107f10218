//! The conditions that are on, each with the way to take it away; and where nothing is shown, what that gives.

use super::filter::Condition;
use super::label;
use super::survey::Survey;
use super::view::View;
use crate::site::frame::Context;
use crate::site::told::Told;
use crate::site::words::{fill, find, number};

/// A condition that can be taken away.
#[derive(Debug)]
pub struct Chip {
    /// The view without it.
    pub href: String,
    /// Name of its parameter.
    pub name: &'static str,
    /// Its value; empty where the condition goes as a whole.
    pub value: String,
    /// What it is called.
    pub label: Told,
    /// Where nothing is shown: what taking it away would give.
    pub gives: String,
}

/// Why the list is empty, and what to do about it.
#[derive(Debug, Default)]
pub struct Nothing {
    /// Says so.
    pub sentence: String,
    /// The conditions.
    pub chips: Vec<Chip>,
}

/// Every value that is asked for.
pub fn chips(context: &Context, view: &View) -> Vec<Chip> {
    let chip = |l: label::Labelled| Chip {
        href: without(
            context,
            view,
            l.condition,
            Some(&l.value).filter(|v| !v.is_empty()).map(String::as_str),
        ),
        name: l.condition.name(),
        value: l.value,
        label: l.label,
        gives: String::new(),
    };
    label::all(context, view).into_iter().map(chip).collect()
}

/// Every condition with what would be shown without it, for a list that is empty.
pub fn nothing(context: &Context, view: &View) -> Nothing {
    let w = find::of(context.lang);
    let asked: Vec<Condition> =
        Condition::ALL.into_iter().filter(|condition| view.asks(*condition)).collect();
    let chip = |condition: &Condition| {
        let less = view.without(*condition, None);
        let counts = Survey::new(context.atlas, &less, context.lang).counts();
        Chip {
            href: without(context, view, *condition, None),
            name: condition.name(),
            value: String::new(),
            label: label::whole(context, view, *condition),
            gives: gives(context, counts.projects, counts.entries),
        }
    };
    let sentence = match asked.len() {
        0 | 1 => w.none_of_one.to_owned(),
        2 => w.none_of_two.to_owned(),
        n => fill(w.none_of_all, &[("n", &number::count(n, context.lang))]),
    };
    Nothing { sentence, chips: asked.iter().map(chip).collect() }
}

fn gives(context: &Context, projects: usize, entries: usize) -> String {
    let w = context.words();
    let space = if context.lang == crate::atlas::Lang::Zh { "" } else { " " };
    let counted = |n: usize, one: &str, other: &str| {
        (if n == 1 { one } else { other }).replace('#', &number::count(n, context.lang))
    };
    match (projects, entries) {
        (0, 0) => find::of(context.lang).still_none.to_owned(),
        (0, n) => counted(n, w.entry_one, w.entry_other),
        (n, _) => {
            let word = if n == 1 { w.project_one } else { w.project_other };
            format!("{}{space}{word}", number::count(n, context.lang))
        }
    }
}

fn without(context: &Context, view: &View, condition: Condition, value: Option<&str>) -> String {
    view.without(condition, value).address(context.links, context.lang)
}
