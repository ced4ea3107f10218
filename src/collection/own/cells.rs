//! What the raw text of a property says about its type, and its value in the type that was settled.

use std::borrow::Cow;

use super::compact::compact;
use super::list;
use crate::collection::time::{DAY, day_number};
use crate::collection::{FieldType, Nested, Value};

/// Types that values of one property were seen to have, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Seen {
    types: u8,
    /// Those of the values of its lists, as long as it holds nothing but lists.
    items: u8,
}

impl Seen {
    const INTEGER: u8 = 1;
    const NUMBER: u8 = 2;
    const DATE: u8 = 4;
    const MOMENT: u8 = 8;
    const TEXT: u8 = 16;
    const BOOLEAN: u8 = 32;
    const LIST: u8 = 64;
    const OBJECT: u8 = 128;
    const NUMBERS: u8 = Seen::INTEGER | Seen::NUMBER;
    const TIMES: u8 = Seen::DATE | Seen::MOMENT;
    const TEXTS: u8 = Seen::TEXT | Seen::TIMES;
    const JSON: u8 = Seen::LIST | Seen::OBJECT;

    /// Takes one more value into account.
    pub fn see(&mut self, raw: &str) {
        let seen = Seen::types_with(self.types, raw);
        self.types |= seen;
        // Of lists of lists no more is asked.
        if seen == Seen::LIST && self.types == Seen::LIST && self.items & Seen::JSON == 0 {
            list::each(raw, |item| self.items |= Seen::types_with(self.items, item));
        }
    }

    /// The type of a value, given those of others.
    fn types_with(known: u8, raw: &str) -> u8 {
        match raw.as_bytes().first() {
            Some(b'"') if known & Seen::TEXT != 0 => Seen::TEXT,
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
        }
    }

    /// With what was seen elsewhere.
    pub fn and(self, other: Seen) -> Seen {
        Seen { types: self.types | other.types, items: self.items | other.items }
    }

    /// Of lists and objects, which.
    pub fn nested(self) -> Nested {
        match self.types {
            Seen::LIST if self.items & Seen::JSON != 0 => Nested::List,
            Seen::LIST => match Seen::narrowest(self.items) {
                FieldType::Text if Seen::is_mixed(self.items) => Nested::ListOfAny,
                // A list is asked for the texts that stand in it.
                FieldType::Date | FieldType::DateTime => Nested::ListOf(FieldType::Text),
                items => Nested::ListOf(items),
            },
            Seen::OBJECT => Nested::Object,
            _ => Nested::Either,
        }
    }

    /// The narrowest type that holds all, and how it was widened, if it was.
    pub fn settle(self) -> (FieldType, Option<String>) {
        let kind = Seen::narrowest(self.types);
        let note = match (kind, self.nested()) {
            (FieldType::Text, _) if Seen::is_mixed(self.types) => {
                Some(format!("In the file it holds {}; all are served as text.", Seen::in_words(self.types)))
            }
            (FieldType::Json, Nested::ListOfAny) => Some(format!(
                "Its lists hold {}; filters take all of them as text.",
                Seen::in_words(self.items)
            )),
            (FieldType::DateTime, _) if self.types == Seen::TIMES => {
                Some("Dates stand among its moments; each counts as its midnight, UTC.".to_owned())
            }
            _ => None,
        };
        (kind, note)
    }

    fn narrowest(types: u8) -> FieldType {
        match types {
            Seen::INTEGER => FieldType::Integer,
            Seen::NUMBER | Seen::NUMBERS => FieldType::Number,
            Seen::DATE => FieldType::Date,
            Seen::MOMENT | Seen::TIMES => FieldType::DateTime,
            Seen::BOOLEAN => FieldType::Boolean,
            Seen::LIST | Seen::OBJECT | Seen::JSON => FieldType::Json,
            _ => FieldType::Text,
        }
    }

    /// Whether of these, which only text holds together, some are no texts.
    fn is_mixed(types: u8) -> bool {
        types & !Seen::TEXTS != 0
    }

    fn in_words(types: u8) -> String {
        let words = [
            (Seen::TEXTS, "text"),
            (Seen::NUMBERS, "numbers"),
            (Seen::BOOLEAN, "true or false"),
            (Seen::JSON, "lists or objects"),
        ];
        let seen: Vec<&str> =
            words.iter().filter(|(bits, _)| types & bits != 0).map(|(_, word)| *word).collect();
        seen.join(" and ")
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
