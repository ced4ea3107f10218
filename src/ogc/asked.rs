//! What was asked of a collection, written once: identity and all links of an answer are made of it.

use std::sync::LazyLock;

use super::{HTML, Service};
use crate::collection::Collection;
use crate::format::{self, Link};
use crate::query::Crs;

/// The address of a request for features without its form and page.
pub struct Asked {
    stem: String,
    /// `&limit=…`; an item has none.
    limit: String,
    offset: usize,
}

/// A form in which features can be had.
struct Form {
    name: &'static str,
    media_type: &'static str,
    title: String,
    /// Whether only longitude and latitude can stand in it.
    degrees: bool,
}

static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let form = |name, media_type, title: &str, degrees| {
        let title = format!("The same as {title}");
        Form { name, media_type, title, degrees }
    };
    let formats = format::paged().map(|f| form(f.name(), f.media_type(), f.title(), !f.has_systems()));
    formats.chain([form("html", HTML, "a page", false)]).collect()
});

impl Asked {
    /// Of items.
    pub fn items(service: &Service, collection: &Collection) -> Asked {
        let chosen = service.query.selection(&collection.schema);
        let address = service.links.collection(collection.id()).items();
        let limit = ["&limit=", &service.query.limit.to_string()].concat();
        Asked { limit, offset: service.query.offset, ..Asked::of(service, &address, &chosen) }
    }

    /// Of one item.
    pub fn item(service: &Service, collection: &Collection, id: &str) -> Asked {
        let chosen = service.query.selection(&collection.schema);
        Asked::of(service, &service.links.collection(collection.id()).item(id), &chosen)
    }

    fn of(service: &Service, address: &str, chosen: &str) -> Asked {
        let mut stem = service.href(address);
        stem.push('?');
        if !chosen.is_empty() {
            stem.extend([chosen, "&"]);
        }
        Asked { stem, limit: String::new(), offset: 0 }
    }

    /// What the answer stands on: two answers of one text are byte for byte the same.
    pub fn identity(&self, collection: &Collection, form: &str) -> String {
        [env!("CARGO_PKG_VERSION"), &collection.version, &self.form(form)].join(" ")
    }

    /// The same in a form.
    pub fn form(&self, form: &str) -> String {
        self.page_from(form, self.offset)
    }

    /// The page that begins after `offset` items. `limit` and `offset` stand last, because clients
    /// change them.
    pub fn page_from(&self, form: &str, offset: usize) -> String {
        let mut out = String::with_capacity(self.stem.len() + 48);
        // Names of forms and numbers need no escape.
        out.extend([&self.stem, "f=", form, &self.limit]);
        if offset > 0 {
            out.extend(["&offset=", &offset.to_string()]);
        }
        out
    }

    /// The same in each other form.
    pub fn alternates(&self, form: &str, crs: Crs) -> impl Iterator<Item = Link> {
        let others = FORMS.iter().filter(move |f| f.name != form && (crs == Crs::CRS84 || !f.degrees));
        others.map(|f| Link::new("alternate", f.media_type, self.form(f.name), f.title.as_str()))
    }
}
