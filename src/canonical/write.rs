//! JSON, one space a level, with keys in a given order.

use jsonc_parser::ast::{Object, ObjectProp, Value};
use serde_json::Value as Order;

/// Writes a value with the keys of its objects in the order of `order`; the elements of the
/// outermost list by their `id` where `by_id` says so.
pub fn write(value: &Value, order: &Order, by_id: bool) -> String {
    let mut out = String::new();
    match (value, order) {
        (Value::Array(list), Order::Array(orders)) if by_id => {
            let mut elements: Vec<(&Value, &Order)> = list.elements.iter().zip(orders).collect();
            elements.sort_by_key(|(_, order)| order.get("id").and_then(Order::as_str).unwrap_or_default());
            block(&mut out, 0, ['[', ']'], elements, |out, (value, order)| one(out, 1, value, order));
        }
        _ => one(&mut out, 0, value, order),
    }
    out.push('\n');
    out
}

fn one(out: &mut String, level: usize, value: &Value, order: &Order) {
    match value {
        Value::Object(object) => {
            block(out, level, ['{', '}'], ordered(object, order), |out, member| {
                let key = member.name.as_str();
                string(out, key);
                out.push_str(": ");
                one(out, level + 1, &member.value, order.get(key).unwrap_or(&Order::Null));
            });
        }
        Value::Array(_) if is_short(value) => on_one_line(out, value),
        Value::Array(list) => {
            let elements: Vec<(usize, &Value)> = list.elements.iter().enumerate().collect();
            block(out, level, ['[', ']'], elements, |out, (i, element)| {
                one(out, level + 1, element, order.get(i).unwrap_or(&Order::Null));
            });
        }
        Value::StringLit(text) => string(out, &text.value),
        // As it is written: 17.0 stays 17.0.
        Value::NumberLit(number) => out.push_str(number.value),
        Value::BooleanLit(truth) => out.push_str(if truth.value { "true" } else { "false" }),
        Value::NullKeyword(_) => out.push_str("null"),
    }
}

/// Members in the order of their type; those it leaves out, because they say what is understood
/// without them, come last.
fn ordered<'a, 'b>(object: &'b Object<'a>, order: &Order) -> Vec<&'b ObjectProp<'a>> {
    let place = |key: &str| order.as_object().and_then(|keys| keys.keys().position(|k| k == key));
    let mut members: Vec<&ObjectProp> = object.properties.iter().collect();
    members.sort_by_key(|member| place(member.name.as_str()).unwrap_or(usize::MAX));
    members
}

fn block<T>(
    out: &mut String,
    level: usize,
    [open, close]: [char; 2],
    items: Vec<T>,
    mut each: impl FnMut(&mut String, T),
) {
    out.push(open);
    let empty = items.is_empty();
    for (i, item) in items.into_iter().enumerate() {
        out.push_str(if i == 0 { "\n" } else { ",\n" });
        out.extend(std::iter::repeat_n(' ', level + 1));
        each(out, item);
    }
    if !empty {
        out.push('\n');
        out.extend(std::iter::repeat_n(' ', level));
    }
    out.push(close);
}

/// A list of numbers stands on one line, a position for instance; so does a list of only one such
/// list, as CSL writes a date.
fn is_short(value: &Value) -> bool {
    let Value::Array(list) = value else { return false };
    match list.elements.as_slice() {
        [] => false,
        [only @ Value::Array(_)] => is_short(only),
        all => all.iter().all(|element| matches!(element, Value::NumberLit(_))),
    }
}

fn on_one_line(out: &mut String, value: &Value) {
    match value {
        Value::Array(list) => {
            out.push('[');
            for (i, element) in list.elements.iter().enumerate() {
                out.push_str(if i == 0 { "" } else { ", " });
                on_one_line(out, element);
            }
            out.push(']');
        }
        _ => one(out, 0, value, &Order::Null),
    }
}

fn string(out: &mut String, text: &str) {
    out.push_str(&Order::from(text).to_string());
}
