//! What a request got wrong: the parameter, what was given, what is allowed.

use crate::nearest::nearest;

/// A parameter that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct BadParameter {
    /// Its name.
    pub name: String,
    /// What was given.
    pub value: String,
    /// What is wrong, a sentence.
    pub reason: String,
    /// What may stand there.
    pub allowed: Vec<String>,
    /// What may have been meant.
    pub nearest: Vec<String>,
}

impl BadParameter {
    /// A value that cannot be used.
    pub fn value(name: &str, value: &str, reason: impl Into<String>) -> BadParameter {
        BadParameter {
            name: name.to_owned(),
            value: value.to_owned(),
            reason: reason.into(),
            allowed: Vec::new(),
            nearest: Vec::new(),
        }
    }

    /// With what is allowed; `given` is compared with it.
    pub fn allowed<'a>(self, given: &str, allowed: impl IntoIterator<Item = &'a str>) -> BadParameter {
        let allowed: Vec<&str> = allowed.into_iter().collect();
        BadParameter {
            nearest: nearest(given, allowed.iter().copied()).into_iter().map(str::to_owned).collect(),
            allowed: allowed.into_iter().map(str::to_owned).collect(),
            ..self
        }
    }

    /// With a description of what is allowed.
    pub fn form(self, form: &str) -> BadParameter {
        BadParameter { allowed: vec![form.to_owned()], ..self }
    }
}
