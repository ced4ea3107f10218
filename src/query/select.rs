//! Runs a query: tree, exact geometry test, time, columns, order, page. Cost grows with the answer, and
//! no value is copied.

use std::cmp::Ordering;

use super::bits::{Bits, ascending};
use super::cql2::op::Array;
use super::cql2::run;
use super::cql2::typed::{Predicate, Several, Test};
use super::filter::{Filter, Literal};
use super::{Bbox, Query, SortKey};
use crate::collection::dictionary::Dictionary;
use crate::collection::time::Span;
use crate::collection::{Collection, Column, SEPARATOR};

/// What a query found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// How many features match, on all pages together.
    pub matched: usize,
    /// Those of this page, in their order.
    pub rows: Vec<u32>,
}

/// Finds the features of a page.
pub fn select(collection: &Collection, query: &Query) -> Selection {
    select_while(collection, query, || true).unwrap_or(Selection { matched: 0, rows: Vec::new() })
}

/// The same as long as somebody waits for it: asked before every part that may look at all features;
/// `None` once nobody does.
pub fn select_while(collection: &Collection, query: &Query, wanted: impl Fn() -> bool) -> Option<Selection> {
    let mut found = query.bbox.as_ref().and_then(|bbox| within(collection, bbox));
    if let Some((area, projection)) = query.bbox_area.and_then(|area| Some((area, area.projection()?))) {
        let mut rows = found.unwrap_or_else(|| (0..collection.len() as u32).collect());
        rows.retain(|row| area.holds(&projection, collection.places.get(*row)));
        found = Some(rows);
    }
    if let Some(interval) = query.datetime.as_ref().filter(|_| wanted()) {
        let (spans, asked) = (collection.times.spans(), interval.span());
        keep(&mut found, spans, |span: &Span| span.intersects(asked));
    }
    for filter in query.filters.iter().take_while(|_| wanted()) {
        apply(&mut found, collection, filter);
    }
    if let Some(condition) = query.condition.as_ref().filter(|_| wanted()) {
        let within = bits(found, collection.len());
        found = Some(run::matching(condition.predicate(), collection, within, &wanted).rows());
    }
    wanted().then(|| cut_page(collection, query, found))
}

/// The page of what was found, in the order that was asked for.
fn cut_page(collection: &Collection, query: &Query, found: Option<Vec<u32>>) -> Selection {
    let page = query.offset..query.offset.saturating_add(query.limit);
    match found {
        None if query.sortby.is_empty() => {
            let matched = collection.len();
            let rows = page.start.min(matched) as u32..page.end.min(matched) as u32;
            Selection { matched, rows: rows.collect() }
        }
        found => {
            let rows = found.unwrap_or_else(|| (0..collection.len() as u32).collect());
            let keys: Vec<(&Column, bool)> = (query.sortby.iter())
                .filter_map(|SortKey { field, descending }| {
                    Some((collection.columns.get(*field)?, *descending))
                })
                .collect();
            let matched = rows.len();
            let page = page.start.min(matched)..page.end.min(matched);
            let rows = match keys.is_empty() {
                true => {
                    let mut rows = ascending(collection.len(), rows);
                    rows.truncate(page.end);
                    rows.drain(..page.start);
                    rows
                }
                false => cut(rows, page, |a, b| ordered(&keys, *a, *b)),
            };
            Selection { matched, rows }
        }
    }
}

/// The features in a box, in no order; `None` where all are.
fn within(collection: &Collection, bbox: &Bbox) -> Option<Vec<u32>> {
    let covers = |[west, south, east, north]: [f64; 4], all: [f64; 4]| {
        west <= all[0] && south <= all[1] && east >= all[2] && north >= all[3]
    };
    match collection.extent() {
        Some(all) if bbox.parts().any(|part| covers(part, all)) => return None,
        None => return None,
        _ => {}
    }
    let mut parts = bbox.parts();
    let mut found = parts.next().map(|part| collection.places.intersecting(part)).unwrap_or_default();
    if let Some(part) = parts.next() {
        // A shape may reach into both halves.
        found.extend(collection.places.intersecting(part));
        found.sort_unstable();
        found.dedup();
    }
    // "The bbox parameter SHALL match all features that are not associated with a spatial geometry, too"
    // (OGC 17-069r4, /req/core/fc-bbox-response, C).
    found.extend(collection.places.nowhere());
    Some(found)
}

/// Keeps the features whose value passes; looks at all of a column only where nothing was found before.
fn keep<T>(found: &mut Option<Vec<u32>>, values: &[T], passes: impl Fn(&T) -> bool) {
    match found {
        Some(rows) => rows.retain(|row| passes(&values[*row as usize])),
        None => {
            let all = values.iter().enumerate().filter(|(_, value)| passes(value));
            *found = Some(all.map(|(row, _)| row as u32).collect());
        }
    }
}

fn apply(found: &mut Option<Vec<u32>>, collection: &Collection, filter: &Filter) {
    let list = collection.schema.fields.get(filter.field).is_some_and(|f| f.list);
    match (collection.columns.get(filter.field), &filter.value) {
        (Some(Column::Text(dictionary, codes)), Literal::Text(text)) if list => {
            let matching = lists_with(dictionary, text);
            keep(found, codes, |code| matching.get(*code as usize).copied().unwrap_or(false));
        }
        (Some(Column::Text(dictionary, codes)), Literal::Text(text)) => match dictionary.code(text) {
            Some(wanted) => keep(found, codes, |code| *code == wanted),
            None => *found = Some(Vec::new()),
        },
        // The smallest number is the mark of no value, and no value is equal to it.
        (Some(Column::Integer(values)), Literal::Integer(number)) => {
            keep(found, values, |v| v == number && *v != i64::MIN);
        }
        (Some(Column::Number(values)), Literal::Number(number)) => keep(found, values, |v| v == number),
        (Some(Column::Date(values)), Literal::Date(day)) => {
            let day = Literal::days(*day);
            keep(found, values, |v| *v == day);
        }
        (Some(Column::DateTime(values)), Literal::DateTime(interval)) => {
            let Span { start, end } = Literal::moments(interval);
            keep(found, values, |v| *v >= start && *v <= end);
        }
        (Some(Column::Boolean(values)), Literal::Boolean(truth)) => {
            let truth = u8::from(*truth);
            keep(found, values, |v| *v == truth);
        }
        (Some(Column::Lists(_)), value) => {
            let value = match value {
                Literal::Text(text) => Several::Texts(vec![text.clone()]),
                Literal::Integer(number) => Several::Whole(vec![*number]),
                Literal::Number(number) => Several::Numbers(vec![*number]),
                Literal::Boolean(truth) => Several::Truths(vec![u8::from(*truth)]),
                Literal::Date(_) | Literal::DateTime(_) => return *found = Some(Vec::new()),
            };
            let test = Predicate::Leaf(Test::List(Array::Contains, filter.field, value), false);
            let within = bits(found.take(), collection.len());
            *found = Some(run::matching(&test, collection, within, &|| true).rows());
        }
        _ => *found = Some(Vec::new()),
    }
}

/// What was found, a bit each.
fn bits(found: Option<Vec<u32>>, len: usize) -> Bits {
    found.map_or_else(|| Bits::all(len), |rows| Bits::of(len, &rows))
}

/// For each text of a dictionary, whether it is a list that holds this value, or the value itself.
fn lists_with(dictionary: &Dictionary, value: &str) -> Vec<bool> {
    dictionary
        .iter()
        .map(|(_, text)| text == value || text.split(SEPARATOR).any(|part| part == value))
        .collect()
}

/// By the keys; what has no value comes last, and ties keep the order of the collection.
fn ordered(keys: &[(&Column, bool)], a: u32, b: u32) -> Ordering {
    for (column, descending) in keys {
        let order = match (column.is_null(a), column.is_null(b)) {
            (false, false) if *descending => column.order(b, a),
            (false, false) => column.order(a, b),
            (a, b) => a.cmp(&b),
        };
        if order != Ordering::Equal {
            return order;
        }
    }
    a.cmp(&b)
}

/// A page of what was found. Only the page is ordered: the rest is told apart from it, not sorted.
fn cut(
    mut rows: Vec<u32>,
    page: std::ops::Range<usize>,
    order: impl Fn(&u32, &u32) -> Ordering + Copy,
) -> Vec<u32> {
    if page.is_empty() {
        return Vec::new();
    }
    if page.end < rows.len() {
        rows.select_nth_unstable_by(page.end, order);
        rows.truncate(page.end);
    }
    if page.start > 0 {
        rows.select_nth_unstable_by(page.start, order);
        rows.drain(..page.start);
    }
    rows.sort_unstable_by(order);
    rows
}
