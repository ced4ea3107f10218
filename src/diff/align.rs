//! Which elements of two lists are the same thing, so that nobody's words are told as somebody else's.

use std::collections::HashMap;

use serde_json::Value;

/// More pairs than this are not compared.
const MOST_PAIRS: usize = 4_000_000;
/// What a pair of equal elements counts: more than many that are only alike, in a hundred.
const EQUAL: u32 = 10_000;
/// Of the words of two texts, so many in a hundred must be in both for the one to be the other rewritten.
const REWRITTEN: u32 = 50;

/// What became of one element, in the order in which it is told.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step<'a> {
    /// It stands in both lists, and may say something else now.
    Same(&'a Value, &'a Value),
    /// It is there no more.
    Gone(&'a Value),
    /// It is new.
    Come(&'a Value),
}

/// What an element is known by, chosen by the member that tells what it is: it is the same thing where all
/// members of one of these sets are alike. Never by its place: a list that lost its first statement would
/// put each speaker's words into the next one's mouth.
const KNOWN_BY: &[(&str, &[&[&str]])] = &[
    ("id", &[&["id"]]),
    ("speaker", &[&["text"], &["speaker", "date", "sources"]]),
    ("organisation", &[&["organisation"]]),
    ("measure", &[&["measure", "value", "unit"], &["measure", "as_of", "qualifier", "sources"]]),
    ("kind", &[&["note"], &["date", "kind"]]),
    ("view", &[&["title"], &["view"], &["text"]]),
    ("was", &[&["project", "what"]]),
];

/// The two lists beside each other; none where they are too long to be compared.
pub fn lists<'a>(before: &'a [Value], after: &'a [Value]) -> Option<Vec<Step<'a>>> {
    let equal = |(was, is): &(&Value, &Value)| was == is;
    let first = before.iter().zip(after).take_while(equal).count();
    let (was, is) = (&before[first..], &after[first..]);
    let last = was.iter().rev().zip(is.iter().rev()).take_while(equal).count();
    let (was, is) = (&was[..was.len() - last], &is[..is.len() - last]);
    if was.len().saturating_mul(is.len()) > MOST_PAIRS {
        return None;
    }
    let mut steps: Vec<Step> = before[..first].iter().zip(after).map(|(a, b)| Step::Same(a, b)).collect();
    between(was, is, &mut steps);
    steps.extend(
        before[before.len() - last..].iter().zip(&after[after.len() - last..]).map(|(a, b)| Step::Same(a, b)),
    );
    Some(steps)
}

/// Those pairs, ascending in both lists, that together are most alike.
fn between<'a>(was: &'a [Value], is: &'a [Value], steps: &mut Vec<Step<'a>>) {
    let width = is.len() + 1;
    let alike: Vec<u32> = was.iter().flat_map(|a| is.iter().map(|b| likeness(a, b))).collect();
    let likeness = |i: usize, j: usize| alike[i * is.len() + j];
    // The most that can be had from each pair of places on.
    let mut most = vec![0u32; (was.len() + 1) * width];
    for i in (0..was.len()).rev() {
        for j in (0..is.len()).rev() {
            let apart = most[(i + 1) * width + j].max(most[i * width + j + 1]);
            let paired = most[(i + 1) * width + j + 1] + likeness(i, j);
            most[i * width + j] = apart.max(paired);
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < was.len() && j < is.len() {
        let here = most[i * width + j];
        if likeness(i, j) > 0 && here == most[(i + 1) * width + j + 1] + likeness(i, j) {
            steps.push(Step::Same(&was[i], &is[j]));
            (i, j) = (i + 1, j + 1);
        } else if here == most[(i + 1) * width + j] {
            steps.push(Step::Gone(&was[i]));
            i += 1;
        } else {
            steps.push(Step::Come(&is[j]));
            j += 1;
        }
    }
    steps.extend(was[i..].iter().map(Step::Gone));
    steps.extend(is[j..].iter().map(Step::Come));
}

/// How much two elements are alike: [`EQUAL`] where they are the same, 0 where they are not the same thing.
fn likeness(was: &Value, is: &Value) -> u32 {
    if was == is {
        return EQUAL;
    }
    let tells = |(member, _): &&(&str, _)| was.get(member).is_some() && is.get(member).is_some();
    let Some((_, sets)) = KNOWN_BY.iter().find(tells) else { return 0 };
    let member = |name: &str| match (was.get(name), is.get(name)) {
        // What both leave out says nothing about either.
        (None, None) => None,
        (was, is) => Some(alike(was.unwrap_or(&Value::Null), is.unwrap_or(&Value::Null))),
    };
    let known = |set: &&[&str]| {
        let mut members = set.iter().filter_map(|name| member(name)).peekable();
        members.peek().is_some() && members.all(|alike| alike >= REWRITTEN)
    };
    if !sets.iter().any(known) {
        return 0;
    }
    let names = was.as_object().into_iter().chain(is.as_object()).flat_map(|members| members.keys());
    let all: Vec<u32> = names.filter_map(|name| member(name)).collect();
    let sum: u32 = all.iter().sum();
    (sum / u32::try_from(all.len()).unwrap_or(1).max(1)).clamp(1, 99)
}

/// In a hundred: texts by their words, a text by language by the first language of both, all else whole.
fn alike(was: &Value, is: &Value) -> u32 {
    match (was, is) {
        _ if was == is => 100,
        (Value::String(was), Value::String(is)) if was.contains(' ') && is.contains(' ') => words(was, is),
        (Value::Object(was), Value::Object(is)) => {
            let both = was.iter().find_map(|(lang, text)| Some((text, is.get(lang)?)));
            both.map_or(0, |(was, is)| alike(was, is))
        }
        (Value::Array(was), Value::Array(is)) => {
            let both = was.iter().filter(|each| is.contains(each)).count();
            share(2 * both, was.len() + is.len())
        }
        _ => 0,
    }
}

fn words(was: &str, is: &str) -> u32 {
    let mut left: HashMap<&str, usize> = HashMap::new();
    let mut total = 0;
    for word in was.split_whitespace() {
        *left.entry(word).or_default() += 1;
        total += 1;
    }
    let mut both = 0;
    for word in is.split_whitespace() {
        total += 1;
        if let Some(count) = left.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            both += 1;
        }
    }
    share(2 * both, total)
}

fn share(part: usize, whole: usize) -> u32 {
    u32::try_from(part * 100 / whole.max(1)).unwrap_or(100)
}
