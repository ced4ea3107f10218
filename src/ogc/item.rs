//! `…/items/{id}`: one feature.

use super::asked::Asked;
use super::page::{Page, Part};
use super::{HTML, JSON, Service};
use crate::collection::Collection;
use crate::format::{self, Format, Link, Unwritten};

/// What a request for an item stands on.
pub fn identity(service: &Service, collection: &Collection, id: &str, form: &str) -> String {
    Asked::item(service, collection, id).identity(collection, form)
}

/// The feature in a format.
pub fn body(
    service: &Service,
    collection: &Collection,
    row: u32,
    format: &dyn Format,
) -> Result<Vec<u8>, Unwritten> {
    let links = links(service, collection, row, format.name(), format.media_type());
    format.item(&format::Item { collection, query: service.query, row, links: &links })
}

fn links(
    service: &Service,
    collection: &Collection,
    row: u32,
    form: &str,
    media_type: &'static str,
) -> Vec<Link> {
    let id = collection.feature_id(row);
    let asked = Asked::item(service, collection, &id);
    let mut links = vec![Link::new("self", media_type, asked.form(form), id.into_owned())];
    links.extend(asked.alternates(form, service.query.crs));
    links.push(Link::new(
        "collection",
        JSON,
        service.href(&service.links.collection(collection.id()).own()),
        collection.about.title.get(service.lang()).to_owned(),
    ));
    links
}

/// The page for people: every property.
pub fn html(service: &Service, collection: &Collection, row: u32) -> Result<String, askama::Error> {
    let id = collection.feature_id(row);
    let fields = collection.schema.fields.iter().enumerate();
    let facts =
        fields.map(|(at, field)| (field.title.clone(), collection.value(row, at).plain().into_owned()));
    let facts: Vec<(String, String)> = facts.filter(|(_, value)| !value.is_empty()).collect();
    let links = links(service, collection, row, "html", HTML);
    let geojson = links.iter().find(|l| l.rel == "alternate").map(|l| l.href.clone()).unwrap_or_default();
    let title = collection.about.title.get(service.lang());
    let of = service.links.collection(collection.id());
    let project =
        collection.schema.position("project").map(|at| collection.value(row, at).plain().into_owned());
    let name = collection.schema.position("name").map(|at| collection.value(row, at).plain().into_owned());
    let mut page =
        Page::new(service, name.as_deref().filter(|name| !name.is_empty()).unwrap_or(&id), &of.item(&id))
            .crumb(service.links.collections(), "Collections")
            .crumb(of.own(), title);
    if let Some(project) = project.filter(|p| service.catalogue.atlas.project(p).is_some()) {
        let record = service.links.project(service.lang(), &project);
        page = page.part(Part::link(record, "The whole record", "with a source at every value"));
    }
    page.part(Part::Links(vec![Part::link(geojson.clone(), "GeoJSON", "")]))
        .map(service.links, geojson)
        .part(Part::Facts(facts))
        .finish()
}
