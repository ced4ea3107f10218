//! From the text of a query to a [`Query`].

use std::borrow::Cow;
use std::collections::HashMap;

use super::cql2::Language;
use super::{BadParameter, Crs, Filter, PARAMETERS, Query, Resource, filter, params};
use crate::collection::Collection;

impl Query {
    /// Reads the text after the `?`. Every name and value must be known
    /// (OGC 17-069r4, /req/core/query-param-unknown and /req/core/query-param-invalid). A name that is
    /// repeated with the same value counts once: clients put their parameters on links that have them.
    pub fn read(
        resource: Resource,
        text: Option<&str>,
        collection: Option<&Collection>,
    ) -> Result<Query, BadParameter> {
        let mut query = Query::default();
        let mut given: Vec<(Cow<str>, Cow<str>)> = Vec::new();
        let mut known: HashMap<Cow<str>, Cow<str>> = HashMap::new();
        for (name, value) in form_urlencoded::parse(text.unwrap_or_default().as_bytes()) {
            match known.get(&name) {
                Some(before) if *before == value => {}
                Some(before) => {
                    let reason = format!("`{name}` is given twice, as `{before}` and as `{value}`.");
                    return Err(BadParameter::value(&name, &value, reason));
                }
                None => {
                    known.insert(name.clone(), value.clone());
                    given.push((name, value));
                }
            }
        }
        given.sort_by_key(|(name, _)| PARAMETERS.iter().position(|p| p.name == name));
        for (name, value) in &given {
            query.take(resource, name, value, collection)?;
        }
        if query.condition.is_none() {
            (query.filter_lang, query.filter_crs) = (Language::default(), Crs::CRS84);
        }
        if query.bbox.is_none() {
            query.bbox_crs = Crs::CRS84;
        }
        query.filters.sort_by_key(|f| f.field);
        Ok(query)
    }

    fn take(
        &mut self,
        resource: Resource,
        name: &str,
        value: &str,
        collection: Option<&Collection>,
    ) -> Result<(), BadParameter> {
        if let Some(parameter) = params::parameter(name).filter(|p| p.applies(resource, collection)) {
            return (parameter.read)(self, value, collection);
        }
        let schema = collection.filter(|_| resource == Resource::Items).map(|c| &c.schema);
        if let Some(schema) = schema
            && params::parameter(name).is_none()
            && let Some(at) = schema.position(name).filter(|at| schema.fields[*at].is_queryable())
        {
            let value = filter::read(&schema.fields[at], value)?;
            self.filters.push(Filter { field: at, value });
            return Ok(());
        }
        let known = PARAMETERS.iter().filter(|p| p.applies(resource, collection)).map(|p| p.name);
        let properties = schema.into_iter().flat_map(|s| s.queryables()).map(|f| f.name.as_str());
        let properties = properties.filter(|name| params::parameter(name).is_none());
        let reason = format!("There is no parameter `{name}` here.");
        Err(BadParameter::value(name, value, reason).allowed(name, known.chain(properties)))
    }
}
