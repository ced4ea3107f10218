//! CQL2: `filter` finds what the standard says, however it is written.

mod agreement;
mod bad;
mod documented;
mod examples;
mod expressions;
mod folded;
mod fuzz;
mod lists;
mod naive;
mod record;
mod round_trip;
mod served;
mod values;

use huella::collection::Collection;
use huella::query::Crs;
use huella::query::cql2::{Condition, Language};
use huella::query::{Query, select};

/// The rows that a filter finds.
pub fn found(collection: &Collection, language: Language, filter: &str) -> Vec<u32> {
    let condition = Condition::read(Crs::CRS84, language, filter, &collection.schema);
    let condition = Some(condition.unwrap_or_else(|fault| panic!("{filter}: {fault}")));
    let selection = select(collection, &Query { condition, limit: 10_000, ..Query::default() });
    assert_eq!(selection.matched, selection.rows.len());
    selection.rows
}

/// The ids that a filter in text finds.
pub fn ids(collection: &Collection, filter: &str) -> Vec<String> {
    found(collection, Language::Text, filter)
        .into_iter()
        .map(|row| collection.feature_id(row).into_owned())
        .collect()
}
