//! From a [`Query`] back to text: every link is rebuilt from what was understood.

use form_urlencoded::Serializer;

use super::{Crs, Query};
use crate::atlas::Lang;
use crate::collection::Schema;

impl Query {
    /// The one way to write this request for items, without the `?`. `limit` and `offset` always stand
    /// last in it, because clients change them.
    pub fn write(&self, schema: &Schema) -> String {
        let mut out = self.chosen(schema);
        self.form(&mut out);
        out.append_pair("limit", &self.limit.to_string());
        if self.offset > 0 {
            out.append_pair("offset", &self.offset.to_string());
        }
        out.finish()
    }

    /// The same without page and form: what is selected, in which order, and how it is told.
    pub fn selection(&self, schema: &Schema) -> String {
        self.chosen(schema).finish()
    }

    fn chosen(&self, schema: &Schema) -> Serializer<'static, String> {
        let mut out = Serializer::new(String::new());
        let name = |at: usize| schema.fields.get(at).map_or("", |f| f.name.as_str());
        if let Some(bbox) = &self.bbox {
            let text = match (&self.bbox_area, self.bbox_crs.is_north_first()) {
                (Some(area), _) => area.to_string(),
                (None, true) => bbox.turned().to_string(),
                (None, false) => bbox.to_string(),
            };
            out.append_pair("bbox", &text);
            if self.bbox_crs != Crs::CRS84 {
                out.append_pair("bbox-crs", &self.bbox_crs.to_string());
            }
        }
        if let Some(interval) = &self.datetime {
            out.append_pair("datetime", &interval.to_string());
        }
        for filter in &self.filters {
            out.append_pair(name(filter.field), &filter.value.to_string());
        }
        if let Some(condition) = &self.condition {
            out.append_pair("filter-lang", condition.language().name());
            if self.filter_crs != Crs::CRS84 {
                out.append_pair("filter-crs", &self.filter_crs.to_string());
            }
            out.append_pair("filter", &condition.write());
        }
        if self.crs != Crs::CRS84 {
            out.append_pair("crs", &self.crs.to_string());
        }
        if let Some(chosen) = &self.properties {
            let names: Vec<&str> = chosen.iter().map(|at| name(*at)).collect();
            out.append_pair("properties", &names.join(","));
        }
        if !self.sortby.is_empty() {
            let sign = |descending| if descending { "-" } else { "" };
            let keys: Vec<String> = self
                .sortby
                .iter()
                .map(|key| format!("{}{}", sign(key.descending), name(key.field)))
                .collect();
            out.append_pair("sortby", &keys.join(","));
        }
        self.told(&mut out);
        out
    }

    /// What any resource takes: day, language and form.
    pub fn telling(&self, out: &mut Serializer<'static, String>) {
        self.told(out);
        self.form(out);
    }

    fn told(&self, out: &mut Serializer<'static, String>) {
        if let Some(day) = self.on {
            out.append_pair("on", &day.to_string());
        }
        if self.lang != Lang::En {
            out.append_pair("lang", self.lang.tag());
        }
    }

    fn form(&self, out: &mut Serializer<'static, String>) {
        if let Some(form) = &self.f {
            out.append_pair("f", form);
        }
    }
}
