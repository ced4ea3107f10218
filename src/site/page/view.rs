//! The state of the map page, as it stands in the query string.

use jiff::civil::Date;

use super::find;
use crate::atlas::{Atlas, Project};

/// What is chosen and filtered. Unknown parameters are ignored, unknown values dropped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct View {
    /// Ids of layers; none means all.
    pub layer: Vec<String>,
    /// Ids of statuses; none means all.
    pub status: Vec<String>,
    /// Codes of countries; none means all.
    pub country: Vec<String>,
    /// Search text.
    pub q: Option<String>,
    /// Id of a project or a site.
    pub sel: Option<String>,
    /// `light` or `dark`.
    pub theme: Option<&'static str>,
    /// What only the page's script reads, kept as it is for links to the same view.
    pub others: Vec<(&'static str, String)>,
}

/// Every parameter of the state, in the order in which it is written.
const ORDER: [&str; 13] = [
    "layer",
    "status",
    "country",
    "precision",
    "actor",
    "year",
    "q",
    "on",
    "sel",
    "map",
    "sort",
    "theme",
    "v",
];
/// Those that only the script reads.
const OTHERS: [&str; 7] = ["precision", "actor", "year", "on", "map", "sort", "v"];

impl View {
    /// The parameters of the state, in the order in which they are written.
    pub const NAMES: &'static [&'static str] = &ORDER;

    /// Reads a query string, without its `?`.
    pub fn read(query: &str) -> View {
        let mut view = View::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match name.as_ref() {
                "layer" => view.layer = list(&value),
                "status" => view.status = list(&value),
                "country" => view.country = list(&value),
                "q" => view.q = find::asked(&value),
                "sel" => view.sel = Some(value.into_owned()).filter(|id| is_id(id)),
                "theme" => view.theme = ["light", "dark"].into_iter().find(|theme| *theme == value),
                name => {
                    let known = OTHERS.into_iter().find(|other| *other == name);
                    view.others
                        .extend(known.filter(|_| is_plain(&value)).map(|name| (name, value.into_owned())));
                }
            }
        }
        view
    }

    /// The view as a query string with its `?`; empty where all is as usual.
    pub fn query(&self) -> String {
        let q = self.q.as_ref().map(|q| ("q", form_urlencoded::byte_serialize(q.as_bytes()).collect()));
        let sel = self.sel.clone().map(|sel| ("sel", sel));
        let all = self.kept().into_iter().chain(q).chain(sel).chain(self.others.iter().cloned());
        let mut all: Vec<(&str, String)> = all.collect();
        all.sort_by_key(|(name, _)| ORDER.iter().position(|each| each == name));
        all.dedup_by_key(|(name, _)| *name);
        let pairs: Vec<String> = all.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }

    /// The project in hand, if the record has it.
    pub fn chosen<'a>(&self, atlas: &'a Atlas) -> Option<&'a Project> {
        let id = self.sel.as_deref()?;
        let project = atlas.project(id.split_once('.').map_or(id, |(project, _)| project))?;
        (id == project.id || project.sites.iter().any(|site| site.id == id)).then_some(project)
    }

    /// The day as of which the atlas is asked for: the edition's where none, or no day up to it, is.
    pub fn day(&self, atlas: &Atlas) -> Date {
        let asked = self.others.iter().find(|(name, _)| *name == "on");
        let day = asked.and_then(|(_, value)| crate::query::datetime::day(value));
        day.filter(|day| *day < atlas.today()).unwrap_or(atlas.today())
    }

    /// Whether a project in this status is shown.
    pub fn shows(&self, project: &Project, status: &str) -> bool {
        let among = |wanted: &[String], id: &str| wanted.is_empty() || wanted.iter().any(|w| w == id);
        among(&self.layer, &project.layer)
            && among(&self.status, status)
            && (self.country.is_empty() || project.countries.iter().any(|c| self.country.contains(c)))
    }

    /// The filters as parameters, so that a search keeps them.
    pub fn kept(&self) -> Vec<(&'static str, String)> {
        [("layer", &self.layer), ("status", &self.status), ("country", &self.country)]
            .into_iter()
            .filter(|(_, ids)| !ids.is_empty())
            .map(|(name, ids)| (name, ids.join(",")))
            .chain(self.theme.map(|theme| ("theme", theme.to_owned())))
            .collect()
    }

    /// Drops what the record does not know, so that a stale link never empties the list.
    pub fn known(mut self, atlas: &Atlas) -> View {
        self.layer.retain(|id| atlas.layer(id).is_some());
        self.status.retain(|id| atlas.vocabulary.status(id).is_some());
        self.country.retain(|code| atlas.projects.iter().any(|p| p.countries.contains(code)));
        self
    }
}

fn list(value: &str) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for id in value.split(',').filter(|id| is_id(id)) {
        if !ids.iter().any(|known| known == id) {
            ids.push(id.to_owned());
        }
    }
    ids
}

/// Values that need no escaping in a query: ids, dates, ranges, coordinates.
fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._:,/".contains(&b))
}

fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::View;

    #[test]
    fn a_view_is_written_in_one_order_and_reads_back_the_same() {
        let view = View::read(
            "utm_x=1&theme=dark&sel=a-b.c&q=l%C3%ADtio+y+ZTE&on=2019-07-05&layer=solar,wind&map=5/-24/-66",
        );
        let query = view.query();
        assert_eq!(
            query,
            "?layer=solar,wind&q=l%C3%ADtio+y+ZTE&on=2019-07-05&sel=a-b.c&map=5/-24/-66&theme=dark"
        );
        assert_eq!(View::read(&query[1..]), view);
        assert_eq!(View::read("layer=&sel=%00&on=<x>&theme=pink").query(), "");
    }
}
