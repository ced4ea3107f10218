//! `sortby`: by any property, both ways, what has no value last, ties in the order of the collection.

use serde_json::Value;

use crate::service::{ids, json, values};

fn sorted(by: &str) -> Value {
    json(&format!("/collections/projects/items?sortby={by}"))
}

fn is_ordered(values: &[&Value], descending: bool) -> bool {
    let known: Vec<&&Value> = values.iter().take_while(|v| !v.is_null()).collect();
    let rest = &values[known.len()..];
    let order = |pair: &[&&Value]| match (pair[0].as_f64(), pair[1].as_f64()) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        _ => pair[0].as_str().cmp(&pair[1].as_str()),
    };
    rest.iter().all(|v| v.is_null())
        && known.windows(2).all(|pair| if descending { order(pair).is_ge() } else { order(pair).is_le() })
}

#[test]
fn every_type_of_property_sorts_both_ways() {
    for name in ["name", "first_event", "source_count", "capacity_mw_max", "cameras_min", "status"] {
        assert!(is_ordered(&values(&sorted(name), name), false), "{name}");
        assert!(is_ordered(&values(&sorted(&format!("%2B{name}")), name), false), "{name}");
        assert!(is_ordered(&values(&sorted(&format!("+{name}")), name), false), "{name}");
        assert!(is_ordered(&values(&sorted(&format!("-{name}")), name), true), "{name}");
    }
}

#[test]
fn ties_go_to_the_next_key_and_then_keep_the_order_of_the_collection() {
    let answer = sorted("layer,-source_count");
    let pairs: Vec<(&str, i64)> = (values(&answer, "layer").iter().zip(values(&answer, "source_count")))
        .map(|(layer, count)| (layer.as_str().expect("a layer"), -count.as_i64().expect("a count")))
        .collect();
    assert!(pairs.is_sorted());
    let unsorted = ids(&json("/collections/projects/items"));
    let place = |id: &String| unsorted.iter().position(|other| other == id);
    let by_layer = sorted("layer");
    let layers = values(&by_layer, "layer");
    for (pair, layers) in ids(&by_layer).windows(2).zip(layers.windows(2)) {
        assert!(layers[0] != layers[1] || place(&pair[0]) < place(&pair[1]));
    }
}

#[test]
fn a_page_of_a_sorted_answer_is_a_stretch_of_the_whole() {
    let whole = ids(&sorted("-first_event,name"));
    for (offset, limit) in [(0, 10), (37, 20), (140, 50), (146, 5)] {
        let page = json(&format!(
            "/collections/projects/items?sortby=-first_event,name&offset={offset}&limit={limit}"
        ));
        assert_eq!(ids(&page), whole[offset.min(146)..(offset + limit).min(146)]);
    }
}
