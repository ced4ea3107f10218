//! The engine finds what going through all features finds.

use std::sync::OnceLock;

use huella::query::Crs;
use huella::query::cql2::{Condition, Language};
use huella::query::{Query, select};
use proptest::prelude::*;
use serde_json::Value;

use super::expressions::filter;
use super::{found, naive};
use crate::cities;

fn features() -> &'static [Value] {
    static FEATURES: OnceLock<Vec<Value>> = OnceLock::new();
    FEATURES.get_or_init(|| {
        let file: Value = serde_json::from_slice(cities::shared().whole()).expect("JSON");
        file["features"].as_array().expect("features").clone()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn any_filter_finds_what_brute_force_finds(filter in filter()) {
        let rows = found(cities::shared(), Language::Json, &filter.to_string());
        let expected: Vec<u32> = (0..features().len() as u32)
            .filter(|row| naive::holds(&filter, &features()[*row as usize]) == Some(true))
            .collect();
        prop_assert_eq!(rows, expected, "{}", Language::Text.write(&Language::Json.read(&filter.to_string()).expect("a filter")));
    }

    #[test]
    fn a_filter_narrows_a_box_and_a_time(filter in filter(), west in -170i32..100, south in -80i32..40) {
        let collection = cities::shared();
        let condition = Condition::read(Crs::CRS84, Language::Json, &filter.to_string(), &collection.schema).expect("a filter");
        let bbox = crate::bbox::bbox(&format!("{west},{south},{},{}", west + 60, south + 40)).expect("a box");
        let datetime = huella::query::Interval::read("2005-01-01/2018-06-30").expect("an interval");
        let around = Query { bbox: Some(bbox), datetime: Some(datetime), limit: 10_000, ..Query::default() };
        let both = select(collection, &Query { condition: Some(condition.clone()), ..around.clone() }).rows;
        let alone = select(collection, &Query { condition: Some(condition), limit: 10_000, ..Query::default() }).rows;
        let expected: Vec<u32> = select(collection, &around).rows.into_iter().filter(|row| alone.contains(row)).collect();
        prop_assert_eq!(both, expected);
    }
}
