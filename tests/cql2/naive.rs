//! CQL2 JSON on one GeoJSON feature, as plainly as the standard says it: nothing of the engine is used.

use geo::Relate;
use jiff::civil::Date;
use serde_json::Value;

/// What an expression is.
#[derive(Debug, Clone, PartialEq)]
enum Is {
    Null,
    Text(String),
    Number(f64),
    Truth(bool),
    /// First and last day or microsecond, and whether these are days.
    Time(i64, i64, bool),
    Place(geo_types::Geometry<f64>),
}

/// Whether the filter holds; none where that is not known.
pub fn holds(filter: &Value, feature: &Value) -> Option<bool> {
    match value(filter, feature) {
        Is::Truth(truth) => Some(truth),
        Is::Null => None,
        other => panic!("{filter} is {other:?}"),
    }
}

fn truth(known: Option<bool>) -> Is {
    known.map_or(Is::Null, Is::Truth)
}

fn value(expression: &Value, feature: &Value) -> Is {
    match expression {
        Value::String(text) => Is::Text(text.clone()),
        Value::Number(number) => Is::Number(number.as_f64().expect("a number")),
        Value::Bool(truth) => Is::Truth(*truth),
        _ if expression["property"].is_string() => property(&expression["property"], feature),
        _ if expression["date"].is_string() => {
            let day = days(expression["date"].as_str().expect("a date"));
            Is::Time(day, day, true)
        }
        _ if expression["timestamp"].is_string() => {
            let moment = moment(expression["timestamp"].as_str().expect("a moment"));
            Is::Time(moment, moment, false)
        }
        _ if expression["interval"].is_array() => interval(expression, feature),
        _ if expression["bbox"].is_array() => Is::Place(bbox(&expression["bbox"])),
        _ if expression["type"].is_string() => Is::Place(place(expression)),
        _ => call(expression, feature),
    }
}

fn property(name: &Value, feature: &Value) -> Is {
    let name = name.as_str().expect("a name");
    if name == "geometry" {
        return if feature["geometry"].is_null() { Is::Null } else { Is::Place(place(&feature["geometry"])) };
    }
    match &feature["properties"][name] {
        Value::Null => Is::Null,
        Value::String(text) if name == "day" => Is::Time(days(text), days(text), true),
        Value::String(text) => Is::Text(text.clone()),
        Value::Number(number) => Is::Number(number.as_f64().expect("a number")),
        Value::Bool(truth) => Is::Truth(*truth),
        other => panic!("{other}"),
    }
}

fn days(text: &str) -> i64 {
    let day: Date = text.parse().expect("a day");
    i64::from(jiff::civil::date(1970, 1, 1).until(day).expect("a span").get_days())
}

fn moment(text: &str) -> i64 {
    text.parse::<jiff::Timestamp>().expect("a moment").as_microsecond()
}

fn interval(expression: &Value, feature: &Value) -> Is {
    let end = |n: usize, open: i64| match &expression["interval"][n] {
        Value::String(text) if text == ".." => Some(open),
        Value::String(text) => Some(days(text)),
        other => match value(other, feature) {
            Is::Time(start, ..) => Some(start),
            _ => None,
        },
    };
    match (end(0, i64::MIN), end(1, i64::MAX)) {
        (Some(start), Some(end)) => Is::Time(start, end, true),
        _ => Is::Null,
    }
}

fn place(geometry: &Value) -> geo_types::Geometry<f64> {
    let geometry: geojson::Geometry = serde_json::from_value(geometry.clone()).expect("a geometry");
    geometry.try_into().expect("a geometry")
}

fn bbox(numbers: &Value) -> geo_types::Geometry<f64> {
    let n: Vec<f64> =
        numbers.as_array().expect("a list").iter().map(|n| n.as_f64().expect("a number")).collect();
    let rect = |west: f64, east: f64| geo_types::Rect::new((west, n[1]), (east, n[3])).to_polygon();
    if n[0] <= n[2] {
        rect(n[0], n[2]).into()
    } else {
        geo_types::MultiPolygon(vec![rect(n[0], 180.0), rect(-180.0, n[2])]).into()
    }
}

fn call(expression: &Value, feature: &Value) -> Is {
    let op = expression["op"].as_str().expect("an operator");
    let args = expression["args"].as_array().expect("arguments");
    let known = |n: usize| holds(&args[n], feature);
    match op {
        "not" => truth(known(0).map(|truth| !truth)),
        "and" | "or" => {
            let decides = op == "or";
            let all: Vec<Option<bool>> = (0..args.len()).map(known).collect();
            if all.contains(&Some(decides)) {
                Is::Truth(decides)
            } else {
                truth((!all.contains(&None)).then_some(!decides))
            }
        }
        "isNull" => Is::Truth(value(&args[0], feature) == Is::Null),
        "between" => {
            let parts = [(">=", 1), ("<=", 2)]
                .map(|(op, n)| serde_json::json!({"op": op, "args": [args[0], args[n]]}));
            call(&serde_json::json!({"op": "and", "args": parts}), feature)
        }
        "in" => {
            let each = args[1].as_array().expect("a list").iter();
            let parts: Vec<Value> =
                each.map(|each| serde_json::json!({"op": "=", "args": [args[0], each]})).collect();
            call(&serde_json::json!({"op": "or", "args": parts}), feature)
        }
        _ => {
            let values: Vec<Is> = args.iter().map(|arg| value(arg, feature)).collect();
            if values.contains(&Is::Null) { Is::Null } else { known_call(op, &values) }
        }
    }
}

fn known_call(op: &str, values: &[Is]) -> Is {
    match values {
        [Is::Text(text)] if op == "casei" => Is::Text(text.to_lowercase()),
        // The made-up texts have no other accents.
        [Is::Text(text)] => Is::Text(text.replace('ñ', "n")),
        [Is::Text(text), Is::Text(pattern)] if op == "like" => {
            Is::Truth(like(&text.chars().collect::<Vec<_>>(), &pattern.chars().collect::<Vec<_>>()))
        }
        [Is::Text(a), Is::Text(b)] => Is::Truth(ordered(op, a.chars().cmp(b.chars()))),
        [Is::Truth(a), Is::Truth(b)] => Is::Truth(ordered(op, a.cmp(b))),
        [Is::Number(a), Is::Number(b)] => {
            let made = match op {
                "+" => a + b,
                "-" => a - b,
                "*" => a * b,
                "/" => a / b,
                "%" => a % b,
                "div" => (a / b).trunc(),
                "^" => a.powf(*b),
                op => return Is::Truth(ordered(op, a.partial_cmp(b).expect("numbers"))),
            };
            if made.is_finite() { Is::Number(made) } else { Is::Null }
        }
        [Is::Place(a), Is::Place(b)] => {
            let relation = a.relate(b);
            Is::Truth(match op {
                "s_intersects" => relation.is_intersects(),
                "s_disjoint" => relation.is_disjoint(),
                "s_within" => relation.is_within(),
                "s_contains" => relation.is_contains(),
                "s_touches" => relation.is_touches(),
                "s_crosses" => relation.is_crosses(),
                "s_overlaps" => relation.is_overlaps(),
                "s_equals" => relation.is_equal_topo(),
                other => panic!("{other}"),
            })
        }
        [Is::Time(a, b, days), Is::Time(c, d, others)] => {
            // Of a day and a moment the day is all its moments.
            let moments = *days != *others;
            let ((a, b), (c, d)) = (wide(*a, *b, moments && *days), wide(*c, *d, moments && *others));
            Is::Truth(related(op, a, b, c, d))
        }
        other => panic!("{op} of {other:?}"),
    }
}

/// First and last day as first and last microsecond; open ends stay open.
fn wide(first: i64, last: i64, days: bool) -> (i64, i64) {
    const DAY: i64 = 86_400_000_000;
    match days {
        false => (first, last),
        true => (
            if first == i64::MIN { first } else { first * DAY },
            if last == i64::MAX { last } else { (last + 1) * DAY - 1 },
        ),
    }
}

fn ordered(op: &str, order: std::cmp::Ordering) -> bool {
    match op {
        "=" => order.is_eq(),
        "<>" => order.is_ne(),
        "<" => order.is_lt(),
        ">" => order.is_gt(),
        "<=" => order.is_le(),
        ">=" => order.is_ge(),
        other => panic!("{other}"),
    }
}

fn related(op: &str, a: i64, b: i64, c: i64, d: i64) -> bool {
    match op {
        "t_after" => a > d,
        "t_before" => b < c,
        "t_contains" => a < c && d < b,
        "t_disjoint" => b < c || d < a,
        "t_during" => c < a && b < d,
        "t_equals" => (a, b) == (c, d),
        "t_finishedBy" => a < c && b == d,
        "t_finishes" => c < a && b == d,
        "t_intersects" => !(b < c || d < a),
        "t_meets" => b == c,
        "t_metBy" => a == d,
        "t_overlappedBy" => c < a && a < d && d < b,
        "t_overlaps" => a < c && c < b && b < d,
        "t_startedBy" => a == c && d < b,
        "t_starts" => a == c && b < d,
        _ => {
            let order = if (a, b) == (c, d) { std::cmp::Ordering::Equal } else { a.cmp(&c) };
            ordered(op, order)
        }
    }
}

fn like(text: &[char], pattern: &[char]) -> bool {
    match pattern {
        [] => text.is_empty(),
        ['%', rest @ ..] => (0..=text.len()).any(|n| like(&text[n..], rest)),
        ['\\', c @ ('%' | '_' | '\\'), rest @ ..] => text.first() == Some(c) && like(&text[1..], rest),
        ['_', rest @ ..] => !text.is_empty() && like(&text[1..], rest),
        [c, rest @ ..] => text.first() == Some(c) && like(&text[1..], rest),
    }
}
