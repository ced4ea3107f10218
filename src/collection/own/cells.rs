//! What the raw text of a property says about its type, and its value in the type that was settled.

use std::borrow::Cow;

use super::compact::compact;
use crate::collection::time::{DAY, day_number};
use crate::collection::{FieldType, Nested, Value};

/// Types that values of one property were seen to have, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Seen(u8);

impl Seen {
    const INTEGER: u8 = 1;
    const NUMBER: u8 = 2;
    const DATE: u8 = 4;
    const MOMENT: u8 = 8;
    const TEXT: u8 = 16;
    const BOOLEAN: u8 = 32;
    const LIST: u8 = 64;
    const OBJECT: u8 = 128;

    /// Takes one more value into account.
    pub fn see(&mut self, raw: &str) {
        self.0 |= match raw.as_bytes().first() {
            Some(b'"') if self.0 & Seen::TEXT != 0 => Seen::TEXT,
            Some(b'"') => match plain(raw) {
                Some(text) if date(text).is_some() => Seen::DATE,
                Some(text) if moment(text).is_some() => Seen::MOMENT,
                _ => Seen::TEXT,
            },
            Some(b't' | b'f') => Seen::BOOLEAN,
            Some(b'[') => Seen::LIST,
            Some(b'{') => Seen::OBJECT,
            Some(b'n') | None => 0,
            // The smallest number is the mark of a null in a column.
            Some(_) if raw.parse::<i64>().is_ok_and(|n| n != i64::MIN) => Seen::INTEGER,
            Some(_) => Seen::NUMBER,
        };
    }

    /// With what was seen elsewhere.
    pub fn and(self, other: Seen) -> Seen {
        Seen(self.0 | other.0)
    }

    /// Of lists and objects, which.
    pub fn nested(self) -> Nested {
        match self.0 {
            Seen::LIST => Nested::List,
            Seen::OBJECT => Nested::Object,
            _ => Nested::Either,
        }
    }

    /// The narrowest type that holds all, and how it was widened, if it was.
    pub fn settle(self) -> (FieldType, Option<String>) {
        const NUMBERS: u8 = Seen::INTEGER | Seen::NUMBER;
        const TIMES: u8 = Seen::DATE | Seen::MOMENT;
        const JSON: u8 = Seen::LIST | Seen::OBJECT;
        let kind = match self.0 {
            Seen::INTEGER => FieldType::Integer,
            Seen::NUMBER | NUMBERS => FieldType::Number,
            Seen::DATE => FieldType::Date,
            Seen::MOMENT | TIMES => FieldType::DateTime,
            Seen::BOOLEAN => FieldType::Boolean,
            Seen::LIST | Seen::OBJECT | JSON => FieldType::Json,
            _ => FieldType::Text,
        };
        let texts = Seen::TEXT | TIMES;
        let mixed = kind == FieldType::Text && self.0 & !texts != 0;
        let words = [
            (texts, "text"),
            (NUMBERS, "numbers"),
            (Seen::BOOLEAN, "true or false"),
            (JSON, "lists or objects"),
        ];
        let seen: Vec<&str> =
            words.iter().filter(|(bits, _)| self.0 & bits != 0).map(|(_, word)| *word).collect();
        let note = format!("In the file it holds {}; all are served as text.", seen.join(" and "));
        let dates = (self.0 == TIMES)
            .then(|| "Dates stand among its moments; each counts as its midnight, UTC.".to_owned());
        (kind, mixed.then_some(note).or(dates))
    }
}

/// The inside of a JSON text without escapes.
fn plain(raw: &str) -> Option<&str> {
    let inside = raw.strip_prefix('"')?.strip_suffix('"')?;
    (!inside.contains('\\')).then_some(inside)
}

fn date(text: &str) -> Option<i32> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    text.parse().ok().map(day_number)
}

fn moment(text: &str) -> Option<i64> {
    // Looked at before it is parsed: most texts are none.
    let bytes = text.as_bytes();
    let shaped =
        bytes.len() >= 20 && bytes[4] == b'-' && matches!(bytes[10], b'T' | b't') && bytes[13] == b':';
    shaped.then(|| text.parse::<jiff::Timestamp>().ok()).flatten().map(jiff::Timestamp::as_microsecond)
}

/// The value of a raw text in a type, and the JSON that is served where it is not the raw text.
pub fn value<'a>(raw: &'a str, kind: FieldType) -> (Value<'a>, Option<String>) {
    let first = raw.as_bytes().first().copied().unwrap_or(b'n');
    if first == b'n' {
        return (Value::Null, None);
    }
    let found = match kind {
        FieldType::Integer => raw.parse().ok().map(Value::Integer),
        FieldType::Number => raw.parse().ok().filter(|n: &f64| n.is_finite()).map(Value::Number),
        FieldType::Boolean => Some(Value::Boolean(first == b't')),
        FieldType::Date => plain(raw).and_then(date).map(Value::Date),
        FieldType::DateTime => {
            let text = plain(raw).unwrap_or_default();
            moment(text).or_else(|| date(text).map(|d| i64::from(d) * DAY)).map(Value::DateTime)
        }
        FieldType::Json => return (Value::Null, compact(raw)),
        FieldType::Text => match (first, plain(raw)) {
            (b'"', Some(text)) => Some(Value::Text(Cow::Borrowed(text))),
            (b'"', None) => serde_json::from_str(raw).ok().map(|text: String| Value::Text(text.into())),
            // Not a text: what stands there becomes one.
            _ => {
                let text = compact(raw).unwrap_or_else(|| raw.to_owned());
                let json = serde_json::Value::from(text.as_str()).to_string();
                return (Value::Text(text.into()), Some(json));
            }
        },
    };
    (found.unwrap_or(Value::Null), None)
}
