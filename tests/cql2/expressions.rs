//! Filters of any kind over the made-up layer, as CQL2 JSON.

use proptest::prelude::*;
use serde_json::{Value, json};

fn call(op: &str, args: impl IntoIterator<Item = Value>) -> Value {
    json!({"op": op, "args": args.into_iter().collect::<Vec<Value>>()})
}

fn property(name: &str) -> Value {
    json!({"property": name})
}

fn comparison() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec!["=", "<>", "<", ">", "<=", ">="])
}

fn number() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(property("value")),
        Just(property("share")),
        (-3i64..45).prop_map(|n| json!(n)),
        (-40i64..1000).prop_map(|n| json!(n as f64 / 8.0)),
    ];
    leaf.prop_recursive(3, 8, 2, |inner| {
        let op = proptest::sample::select(vec!["+", "-", "*", "/", "%", "div", "^"]);
        (op, inner.clone(), inner).prop_map(|(op, a, b)| call(op, [a, b]))
    })
}

fn text() -> impl Strategy<Value = Value> {
    let literal = prop_oneof![
        (0..32).prop_map(|n| json!(format!("w {n}"))),
        (0..32).prop_map(|n| json!(format!("W {n}"))),
        Just(json!("it's \\ 'ñ\\'")),
        Just(json!("")),
    ];
    let plain = prop_oneof![2 => Just(property("word")), 1 => literal];
    (plain, 0..4).prop_map(|(text, fold)| match fold {
        0 => call("casei", [text]),
        1 => call("accenti", [call("casei", [text])]),
        _ => text,
    })
}

fn pattern() -> impl Strategy<Value = Value> {
    proptest::sample::select(vec!["w 1%", "%1", "w _", "%", "_ 1_", "W %", "%\\%%", "w%2%", "", "__%", "w 1"])
        .prop_map(|pattern| json!(pattern))
}

fn day() -> impl Strategy<Value = String> {
    (2000..2026, 1..13, 1..29).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}"))
}

fn date() -> impl Strategy<Value = Value> {
    prop_oneof![Just(property("day")), day().prop_map(|day| json!({"date": day}))]
}

fn time() -> impl Strategy<Value = Value> {
    prop_oneof![
        2 => Just(property("day")),
        1 => day().prop_map(|day| json!({"date": day})),
        1 => (day(), 0..24).prop_map(|(day, h)| json!({"timestamp": format!("{day}T{h:02}:30:00Z")})),
        2 => (day(), 0..2000).prop_map(|(start, more)| {
            let start: jiff::civil::Date = start.parse().expect("a day");
            let end = start.saturating_add(jiff::SignedDuration::from_hours(24 * i64::from(more)));
            json!({"interval": [start.to_string(), end.to_string()]})
        }),
        1 => day().prop_map(|day| json!({"interval": ["..", day]})),
        1 => day().prop_map(|day| json!({"interval": [day, ".."]})),
        1 => Just(json!({"interval": [{"property": "day"}, ".."]})),
    ]
}

fn shape() -> impl Strategy<Value = Value> {
    let at = || (-180i32..150, -85i32..60, 1i32..30, 1i32..25);
    prop_oneof![
        at().prop_map(|(x, y, w, h)| json!({"bbox": [x, y, x + w, y + h]})),
        at().prop_map(|(x, y, _, h)| json!({"bbox": [170, y, x.min(-100), y + h]})),
        at().prop_map(|(x, y, w, h)| json!({
            "type": "Polygon", "coordinates": [[[x, y], [x + w, y], [x, y + h], [x, y]]],
        })),
        at().prop_map(|(x, y, w, h)| json!({"type": "LineString", "coordinates": [[x, y], [x + w, y + h]]})),
        at().prop_map(|(x, y, ..)| json!({"type": "Point", "coordinates": [x, y]})),
        at().prop_map(|(x, y, w, h)| json!({"type": "MultiPoint", "coordinates": [[x, y], [x + w, y + h]]})),
    ]
}

fn leaf() -> impl Strategy<Value = Value> {
    let spatial = [
        "s_intersects",
        "s_disjoint",
        "s_within",
        "s_contains",
        "s_touches",
        "s_crosses",
        "s_overlaps",
        "s_equals",
    ];
    let temporal = [
        "t_after",
        "t_before",
        "t_contains",
        "t_disjoint",
        "t_during",
        "t_equals",
        "t_finishedBy",
        "t_finishes",
        "t_intersects",
        "t_meets",
        "t_metBy",
        "t_overlappedBy",
        "t_overlaps",
        "t_startedBy",
        "t_starts",
    ];
    prop_oneof![
        4 => (comparison(), number(), number()).prop_map(|(op, a, b)| call(op, [a, b])),
        4 => (comparison(), text(), text()).prop_map(|(op, a, b)| call(op, [a, b])),
        2 => (comparison(), date(), date()).prop_map(|(op, a, b)| call(op, [a, b])),
        3 => (text(), pattern()).prop_map(|(text, pattern)| call("like", [text, pattern])),
        2 => (number(), number(), number()).prop_map(|(a, b, c)| call("between", [a, b, c])),
        2 => (text(), proptest::collection::vec(text(), 1..4)).prop_map(|(x, all)| call("in", [x, json!(all)])),
        2 => (number(), proptest::collection::vec(number(), 1..4)).prop_map(|(x, all)| call("in", [x, json!(all)])),
        1 => (date(), proptest::collection::vec(date(), 1..4)).prop_map(|(x, all)| call("in", [x, json!(all)])),
        1 => proptest::sample::select(vec!["value", "word", "share", "day", "big", "geometry"])
            .prop_map(|name| call("isNull", [property(name)])),
        1 => number().prop_map(|number| call("isNull", [number])),
        3 => (proptest::sample::select(spatial.to_vec()), shape(), any::<bool>()).prop_map(|(op, shape, first)| {
            let geometry = property("geometry");
            if first { call(op, [geometry, shape]) } else { call(op, [shape, geometry]) }
        }),
        3 => (proptest::sample::select(temporal.to_vec()), time(), time()).prop_map(|(op, a, b)| call(op, [a, b])),
        1 => any::<bool>().prop_map(|truth| json!(truth)),
        1 => Just(property("big")),
        1 => (proptest::sample::select(vec!["=", "<>"]), any::<bool>())
            .prop_map(|(op, truth)| call(op, [property("big"), json!(truth)])),
    ]
}

/// A filter.
pub fn filter() -> impl Strategy<Value = Value> {
    leaf().prop_recursive(4, 16, 3, |inner| {
        prop_oneof![
            3 => proptest::collection::vec(inner.clone(), 2..4).prop_map(|all| call("and", all)),
            3 => proptest::collection::vec(inner.clone(), 2..4).prop_map(|all| call("or", all)),
            2 => inner.clone().prop_map(|inner| call("not", [inner])),
            // Of TRUE or FALSE alone no text says that it is a condition.
            1 => inner.prop_filter("a condition", |inner| inner["op"].is_string())
                .prop_map(|inner| call("isNull", [inner])),
        ]
    })
}
