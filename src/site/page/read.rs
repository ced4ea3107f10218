//! Reads the query string of the map page, whatever it holds. The script reads by the same rules
//! (`web/src/state.ts`).

use std::collections::HashSet;
use std::hash::Hash;

use super::filter::Actor;
use super::find;
use super::sort::Sort;
use super::spelled::note;
use super::view::View;
use crate::atlas::PartialDate;
use crate::atlas::date::DatePrecision;
use crate::atlas::edition::Edition;

impl View {
    /// Reads a query string, without its `?`. What it names need not be in the record: see [`View::known`].
    pub fn read(query: &str) -> View {
        view(query)
    }
}

/// The view a query string asks for. A list may stand in one value or in several, as a form sends it; of
/// everything else the first counts.
fn view(query: &str) -> View {
    let mut view = View::default();
    let mut roles = Vec::new();
    let mut years: Vec<String> = Vec::new();
    let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let first = |name: &str| pairs.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str());
    let mut dropped = Vec::new();
    for (name, value) in &pairs {
        let mut list = |ids: &mut Vec<String>| {
            for id in value.split(',').filter(|id| !id.is_empty()) {
                if !is_id(id) {
                    note(&mut dropped, name, id);
                } else {
                    ids.push(id.to_owned());
                }
            }
        };
        match name.as_str() {
            "layer" => list(&mut view.layer),
            "status" => list(&mut view.status),
            "country" => list(&mut view.country),
            "precision" => list(&mut view.precision),
            "entry" => list(&mut view.entry),
            "role" => list(&mut roles),
            "year" => years.push(value.clone()),
            "actor" => {
                let mut texts = Vec::new();
                list(&mut texts);
                view.actor.extend(texts.iter().map(|text| actor(text)));
            }
            _ => {}
        }
    }
    for ids in [
        &mut view.layer,
        &mut view.status,
        &mut view.country,
        &mut view.precision,
        &mut view.entry,
        &mut roles,
    ] {
        once(ids);
    }
    let mut one = |name: &str, reads: &mut dyn FnMut(&str) -> bool| {
        if let Some(value) = first(name).filter(|value| !value.is_empty())
            && !reads(value)
        {
            note(&mut dropped, name, value);
        }
    };
    one("on", &mut |text| day(text).map(|day| view.on = Some(day)).is_some());
    one("sel", &mut |text| is_place(text).then(|| view.sel = Some(text.to_owned())).is_some());
    one("map", &mut |text| is_camera(text).then(|| view.map = Some(text.to_owned())).is_some());
    one("sort", &mut |text| Sort::from_id(text).map(|sort| view.sort = sort).is_some());
    one("theme", &mut |text| {
        let theme = ["light", "dark"].into_iter().find(|theme| *theme == text);
        theme.map(|theme| view.theme = Some(theme)).is_some()
    });
    one("v", &mut |text| text.parse::<Edition>().map(|_| view.v = Some(text.to_owned())).is_ok());
    view.q = first("q").and_then(find::asked);
    view.year = range(&years);
    if let (None, Some(years)) = (view.year, years.iter().find(|text| !text.is_empty())) {
        note(&mut dropped, "year", years);
    }
    // A form can only send a role for all organisations together.
    if let [role] = &roles[..] {
        view.actor.iter_mut().filter(|(_, own)| own.is_none()).for_each(|(_, own)| *own = Some(role.clone()));
    }
    once(&mut view.actor);
    view.dropped = dropped;
    view
}

/// Each value where it stands first. A query string may hold ten thousand.
fn once<T: Clone + Eq + Hash>(values: &mut Vec<T>) {
    let mut seen = HashSet::new();
    values.retain(|value| seen.insert(value.clone()));
}

fn actor(text: &str) -> Actor {
    match text.split_once(':') {
        Some((id, role)) => (id.to_owned(), Some(role.to_owned())),
        None => (text.to_owned(), None),
    }
}

/// `2015..2020`, or the two ends as a form sends them, of which one may be empty.
fn range(values: &[String]) -> Option<(i16, i16)> {
    let year = |text: &str| {
        let is_year = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
        text.parse::<i16>().ok().filter(|_| is_year)
    };
    let end = |text: Option<&String>, open: i16| match text.map(String::as_str) {
        None | Some("") => Some(open),
        Some(text) => year(text),
    };
    let (first, last) = match values {
        [] => return None,
        [only] => {
            let (first, last) = only.split_once("..")?;
            (year(first)?, year(last)?)
        }
        [first, last, ..] if first.is_empty() && last.is_empty() => return None,
        [first, last, ..] => (end(Some(first), 0)?, end(Some(last), 9999)?),
    };
    (first <= last).then_some((first, last))
}

fn day(text: &str) -> Option<jiff::civil::Date> {
    let date = text.parse::<PartialDate>().ok();
    date.filter(|date| date.precision() == DatePrecision::Day).map(PartialDate::first_day)
}

/// A list of ids, codes and organisations with roles is made of these.
fn is_id(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._:".contains(&b))
}

/// Ids of projects and sites. A page names in many places what was chosen, and no id is as long.
fn is_place(text: &str) -> bool {
    text.len() <= 100
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-.".contains(&b))
}

/// `zoom/lat/lon`: plain decimals, on the earth.
fn is_camera(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let decimal = |text: &str| {
        let text = text.strip_prefix('-').unwrap_or(text);
        let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
        digits(whole) && digits(decimals)
    };
    let parts: Vec<&str> = text.split('/').collect();
    let [zoom, lat, lon] = parts[..] else { return false };
    let within = |text: &str, least: f64, most: f64| {
        decimal(text) && text.parse::<f64>().is_ok_and(|number| (least..=most).contains(&number))
    };
    within(zoom, 0.0, 20.0) && within(lat, -85.0, 85.0) && within(lon, -180.0, 180.0)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    #[test]
    fn a_list_of_any_length_is_read_in_passing() {
        let ids: Vec<String> = (0..60_000).map(|id| format!("{id}")).collect();
        let start = Instant::now();
        let read = view(&format!("layer={0},{0}&actor={0},{0}", ids.join(",")));
        assert_eq!((read.layer.len(), read.actor.len()), (ids.len(), ids.len()));
        assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    }
}
