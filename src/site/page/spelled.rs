//! How values of a view stand in a query string, and in a note about it.

use super::filter::Actor;

/// A query string may be very long; a note about it may not.
const MOST_NOTES: usize = 3;
const LONGEST_NOTE: usize = 40;

/// Notes a value that is dropped.
pub(super) fn note(dropped: &mut Vec<String>, name: &str, value: &str) {
    if dropped.len() < MOST_NOTES {
        let text = format!("{name}={value}");
        dropped.push(
            text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).take(LONGEST_NOTE).collect(),
        );
    }
}

/// `zte` or `zte:vendor`.
pub(super) fn actor_text((id, role): &Actor) -> String {
    role.as_ref().map_or_else(|| id.clone(), |role| format!("{id}:{role}"))
}

/// A value for a query string; what ids, dates and places hold stays readable.
pub(super) fn escaped(value: &str) -> String {
    let escaped: String = form_urlencoded::byte_serialize(value.as_bytes()).collect();
    escaped.replace("%2C", ",").replace("%2F", "/").replace("%3A", ":")
}
