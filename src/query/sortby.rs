//! `sortby`: properties to order by, each with `+` or `-`.

use crate::collection::{Field, Schema};

use super::BadParameter;

/// One property to order by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SortKey {
    /// Its place in the schema.
    pub field: usize,
    /// From the largest to the smallest. What has no value comes last either way.
    pub descending: bool,
}

/// Reads a list such as `-first_event,name`.
pub fn read(name: &str, text: &str, schema: &Schema) -> Result<Vec<SortKey>, BadParameter> {
    let mut keys: Vec<SortKey> = Vec::new();
    for part in text.split(',') {
        // A `+` that was not encoded in a query arrives as a blank.
        let (descending, property) = match part.strip_prefix('-') {
            Some(property) => (true, property),
            None => (false, part.strip_prefix(['+', ' ']).unwrap_or(part)),
        };
        let field = schema.position(property).filter(|at| schema.fields[*at].is_queryable());
        let Some(field) = field else {
            let reason = format!("`{property}` is no property to sort by.");
            let names = schema.queryables().map(|f: &Field| f.name.as_str());
            return Err(BadParameter::value(name, text, reason).allowed(property, names));
        };
        if keys.iter().all(|key| key.field != field) {
            keys.push(SortKey { field, descending });
        }
    }
    Ok(keys)
}
