//! What was asked of a collection, written once: identity and all links of an answer are made of it.

use super::Service;
use crate::collection::Collection;

/// The address of a request for items without its form and page.
pub struct Asked {
    stem: String,
    limit: usize,
    offset: usize,
}

impl Asked {
    /// Writes it.
    pub fn new(service: &Service, collection: &Collection) -> Asked {
        let chosen = service.query.selection(&collection.schema);
        let mut stem = service.links.absolute(&service.links.items(collection.id(), &chosen));
        stem.push(if chosen.is_empty() { '?' } else { '&' });
        Asked { stem, limit: service.query.limit, offset: service.query.offset }
    }

    /// What the answer stands on: two answers of one text are byte for byte the same.
    pub fn identity(&self, collection: &Collection, form: &str) -> String {
        let build = env!("CARGO_PKG_VERSION");
        format!("{build} {} {form} {} {} {}", collection.version, self.limit, self.offset, self.stem)
    }

    /// This page in a form.
    pub fn page(&self, form: &str) -> String {
        self.page_from(form, self.offset)
    }

    /// The page that begins after `offset` items. `limit` and `offset` stand last, because clients
    /// change them.
    pub fn page_from(&self, form: &str, offset: usize) -> String {
        let mut out = String::with_capacity(self.stem.len() + 48);
        out.push_str(&self.stem);
        // Names of forms and numbers need no escape.
        for part in ["f=", form, "&limit=", &self.limit.to_string()] {
            out.push_str(part);
        }
        if offset > 0 {
            out.push_str("&offset=");
            out.push_str(&offset.to_string());
        }
        out
    }
}
