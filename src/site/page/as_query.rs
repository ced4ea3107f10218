//! What a view shows, as a request to the OGC service that finds exactly the same: a filter in CQL2, and the day.

use super::filter::Condition;
use super::survey::Survey;
use super::view::View;
use crate::atlas::{Atlas, Lang};
use crate::collection::SEPARATOR;
use crate::links::Links;
use crate::query::DEFAULT_LIMIT;
use jiff::civil::Date;

/// A view as a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsQuery {
    /// What properties say, in CQL2 text.
    said: Vec<String>,
    ids: Ids,
    on: Option<Date>,
    /// The conditions that are said by id.
    pub by_id: Vec<Condition>,
}

/// Which of what properties find is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Ids {
    All,
    Only(Vec<String>),
    But(Vec<String>),
}

/// What a request is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// The projects that are shown.
    Projects,
    /// Every site of these projects.
    Sites,
}

/// A role of organisations, and the property that has their names.
pub const ROLES: [(&str, &str); 7] = [
    ("vendor", "vendors"),
    ("contractor", "contractors"),
    ("financier", "financiers"),
    ("owner", "owners"),
    ("operator", "operators"),
    ("buyer", "buyers"),
    ("partner", "partners"),
];

/// Of all sites, all events and all names and texts of a project a feature tells no more than one.
const UNTOLD: [Condition; 3] = [Condition::Precision, Condition::Year, Condition::Q];

impl AsQuery {
    /// Of a view that asks only for what the record knows.
    pub fn new(atlas: &Atlas, view: &View) -> AsQuery {
        let ids = |property, ids: &[String]| among(property, ids.iter().map(String::as_str));
        let mut said: Vec<String> = [
            ids("layer", &view.layer),
            ids("status", &view.status),
            ids("country", &view.country),
            ids("entry", &view.entry),
        ]
        .into_iter()
        .flatten()
        .collect();
        let mut by_id: Vec<Condition> = UNTOLD.into_iter().filter(|c| view.asks(*c)).collect();
        match actors(atlas, view) {
            Some(actors) => said.extend(Some(actors).filter(|text| !text.is_empty())),
            None => by_id.push(Condition::Actor),
        }
        by_id.sort_by_key(|condition| *condition as u8);
        let ids = if by_id.is_empty() { Ids::All } else { Ids::of(atlas, view, &by_id) };
        AsQuery { said, ids, on: view.on, by_id }
    }

    /// The filter in CQL2 text; empty where everything is shown.
    pub fn filter(&self, of: Of) -> String {
        let property = of.project();
        let list = |ids: &[String]| among(property, ids.iter().map(String::as_str));
        let ids = match &self.ids {
            Ids::All => None,
            // Nothing is shown where nothing is found.
            Ids::Only(ids) => Some(list(ids).unwrap_or_else(|| format!("{property} IS NULL"))),
            Ids::But(ids) => list(ids).map(|ids| format!("NOT ({ids})")),
        };
        self.said.iter().cloned().chain(ids).collect::<Vec<_>>().join(" AND ")
    }

    /// Path and query of the request in a form, for as many features as there are.
    pub fn address(&self, links: &Links, of: Of, features: usize, form: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        let filter = self.filter(of);
        if !filter.is_empty() {
            query.append_pair("filter", &filter);
        }
        if let Some(day) = self.on {
            query.append_pair("on", &day.to_string());
        }
        if features > DEFAULT_LIMIT {
            query.append_pair("limit", &features.to_string());
        }
        format!("{}?{}", links.collection(of.collection()).items(), query.append_pair("f", form).finish())
    }
}

impl Ids {
    /// What remains when properties have said what they can; the shorter of the two lists.
    fn of(atlas: &Atlas, view: &View, by_id: &[Condition]) -> Ids {
        let wide = by_id.iter().fold(view.clone(), |view, condition| view.without(*condition, None));
        let found = |view: &View| -> Vec<String> {
            let survey = Survey::new(atlas, view, Lang::En);
            let mut ids: Vec<String> = survey.shown().map(|seen| seen.project.id.clone()).collect();
            ids.sort_unstable();
            ids
        };
        let shown = found(view);
        let mut others = found(&wide);
        others.retain(|id| shown.binary_search(id).is_err());
        if others.is_empty() {
            Ids::All
        } else if others.len() < shown.len() {
            Ids::But(others)
        } else {
            Ids::Only(shown)
        }
    }
}

impl Of {
    /// Projects, then sites.
    pub const ALL: [Of; 2] = [Of::Projects, Of::Sites];

    /// The collection that is asked.
    pub fn collection(self) -> &'static str {
        match self {
            Of::Projects => "projects",
            Of::Sites => "sites",
        }
    }

    /// The property that has the id of the project.
    fn project(self) -> &'static str {
        match self {
            Of::Projects => "id",
            Of::Sites => "project",
        }
    }
}

/// A property that has one of these values; none where there is no value.
fn among<'v>(property: &str, values: impl IntoIterator<Item = &'v str>) -> Option<String> {
    let values: Vec<String> =
        values.into_iter().map(|value| format!("'{}'", value.replace('\'', "''"))).collect();
    match values.as_slice() {
        [] => None,
        [value] => Some(format!("{property} = {value}")),
        values => Some(format!("{property} IN ({})", values.join(", "))),
    }
}

/// Organisations by their names, which the properties of roles hold; none where a name does not tell one
/// from the others, and empty where none is asked for.
fn actors(atlas: &Atlas, view: &View) -> Option<String> {
    let name = |id: &str| {
        let name = atlas.organisations.get(id)?.name.en.as_str();
        let same = atlas.organisations.values().filter(|other| other.name.en == name).count();
        (same == 1 && !name.contains(SEPARATOR)).then_some(name)
    };
    let asked: Vec<(&str, Option<&str>)> =
        view.actor.iter().map(|(id, role)| Some((name(id)?, role.as_deref()))).collect::<Option<_>>()?;
    if asked.iter().any(|(_, role)| role.is_some_and(|role| ROLES.iter().all(|(known, _)| *known != role))) {
        return None;
    }
    let in_role = |(role, property): &(&str, &str)| {
        among(property, asked.iter().filter(|(_, own)| own.is_none_or(|own| own == *role)).map(|(n, _)| *n))
    };
    let parts: Vec<String> = ROLES.iter().filter_map(in_role).collect();
    Some(if parts.len() > 1 { format!("({})", parts.join(" OR ")) } else { parts.concat() })
}
