//! What is wrong with a filter: where, what stands there, what was expected.

use super::{At, Language, Op};
use crate::nearest::nearest;
use crate::query::BadParameter;

/// A filter that cannot be used.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{reason}")]
pub struct Fault {
    /// Where it stands.
    pub at: At,
    /// What is wrong or was expected, a sentence without its full stop.
    pub reason: String,
    /// What may stand there.
    pub allowed: Vec<String>,
    /// What may have been meant.
    pub nearest: Vec<String>,
}

/// Longest piece of a filter that a message repeats, in characters.
const SHOWN: usize = 40;

impl Fault {
    /// At a place of the filter.
    pub fn new(at: &At, reason: impl Into<String>) -> Fault {
        Fault { at: at.clone(), reason: reason.into(), allowed: Vec::new(), nearest: Vec::new() }
    }

    /// With what is allowed; `given` is compared with it.
    pub fn allowed<'a>(self, given: &str, allowed: impl IntoIterator<Item = &'a str>) -> Fault {
        let allowed: Vec<&str> = allowed.into_iter().collect();
        let close = nearest(given, allowed.iter().copied());
        Fault {
            nearest: close.into_iter().map(str::to_owned).collect(),
            allowed: allowed.into_iter().map(str::to_owned).collect(),
            ..self
        }
    }

    /// With examples of what may stand there, given as text and told in the language of the filter.
    pub fn forms<'a>(self, forms: impl IntoIterator<Item = &'a str>) -> Fault {
        let told = |form: &str| match self.at {
            At::Text { .. } => form.to_owned(),
            At::Pointer(_) => in_json(form).unwrap_or_else(|| form.to_owned()),
        };
        Fault { allowed: forms.into_iter().map(told).collect(), ..self }
    }

    /// As the answer to the parameter that held the filter.
    pub fn of(self, name: &str, filter: &str) -> BadParameter {
        let told = match &self.at {
            At::Text { start, end } => {
                let before = filter.get(..*start).unwrap_or(filter);
                let token = filter.get(*start..*end).unwrap_or_default();
                let place = before.chars().count() + 1;
                match token.is_empty() {
                    true => format!("At its end, character {place}: {}.", self.reason),
                    false => format!("At character {place}, `{}`: {}.", shown(token), self.reason),
                }
            }
            At::Pointer(pointer) if pointer.is_empty() => format!("At its root: {}.", self.reason),
            At::Pointer(pointer) => {
                let value = serde_json::from_str(filter).ok();
                let value = value.as_ref().and_then(|v: &serde_json::Value| v.pointer(pointer));
                match value {
                    Some(value) => {
                        format!("At `{pointer}`, `{}`: {}.", shown(&value.to_string()), self.reason)
                    }
                    None => format!("At `{pointer}`: {}.", self.reason),
                }
            }
        };
        BadParameter {
            name: name.to_owned(),
            value: shown_whole(filter),
            reason: told,
            allowed: self.allowed,
            nearest: self.nearest,
        }
    }
}

/// An example of text in JSON: an operator by its name there, or what the text means.
fn in_json(form: &str) -> Option<String> {
    let bare = form.replace(' ', "");
    if let Some(op) = Op::all().find(|op| op.name().eq_ignore_ascii_case(&bare)) {
        return Some(op.name().to_owned());
    }
    Some(Language::Json.write(&Language::Text.read(form).ok()?))
}

fn shown(token: &str) -> String {
    let mut text: String = token.chars().take(SHOWN).collect();
    if text.len() < token.len() {
        text.push('…');
    }
    text
}

/// A filter may be long: the answer repeats its beginning.
fn shown_whole(filter: &str) -> String {
    const WHOLE: usize = 500;
    let mut text: String = filter.chars().take(WHOLE).collect();
    if text.len() < filter.len() {
        text.push('…');
    }
    text
}
