//! `/ogc/collections` and `/ogc/collections/{collection}`.

use serde_json::{Value, json};

use super::page::{Page, Part, Table};
use super::{HTML, JSON, SCHEMA_JSON, Service, form, tiles};
use crate::collection::time::{Span, timestamp_of};
use crate::collection::{Collection, Kind, whole_number};
use crate::credit::licence_address;
use crate::format::{self, FORMATS, Link, dataset};
use crate::query::Crs;
use crate::query::crs::CRS84;

const GREGORIAN: &str = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian";
/// What may be asked for (OGC 19-079r2).
pub const QUERYABLES: &str = "http://www.opengis.net/def/rel/ogc/1.0/queryables";
/// What is returned (OGC 23-058r1); QGIS looks for this relation.
pub const SCHEMA: &str = "http://www.opengis.net/def/rel/ogc/1.0/schema";

/// All, as JSON.
pub fn json(service: &Service) -> Value {
    let collections: Vec<Value> =
        service.catalogue.collections.iter().map(|c| one_json(service, c)).collect();
    json!({
        "links": service.own(&service.links.collections(), JSON, "Collections"),
        "collections": collections,
    })
}

/// One, as JSON; the same here and in the list, word for word.
pub fn one_json(service: &Service, collection: &Collection) -> Value {
    let about = &collection.about;
    let mut members = json!({
        "id": about.id,
        "title": about.title.get(service.lang()),
        "description": about.description.get(service.lang()),
        "itemType": "feature",
        "crs": Crs::all().map(|crs| crs.to_string()).collect::<Vec<String>>(),
        "storageCrs": CRS84,
    });
    let extent = extent(collection);
    let known = [
        ("extent", (!extent.is_null()).then_some(extent)),
        ("license", about.licence.as_deref().map(Value::from)),
        ("attribution", about.attribution.as_deref().map(Value::from)),
        ("edition", about.edition.as_deref().map(Value::from)),
        ("links", Some(json!(links(service, collection)))),
    ];
    if let Some(members) = members.as_object_mut() {
        members.extend(known.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    }
    members
}

fn extent(collection: &Collection) -> Value {
    let spatial = collection.extent().map(|e| {
        let bbox: Vec<Value> = e.iter().map(|n| whole_number(*n)).collect();
        json!({"bbox": [bbox], "crs": CRS84})
    });
    let temporal = collection.time_extent().map(|span| {
        let [start, end] = ends(span);
        json!({"interval": [[start, end]], "trs": GREGORIAN})
    });
    match (spatial, temporal) {
        (None, None) => Value::Null,
        (Some(spatial), None) => json!({"spatial": spatial}),
        (None, Some(temporal)) => json!({"temporal": temporal}),
        (Some(spatial), Some(temporal)) => json!({"spatial": spatial, "temporal": temporal}),
    }
}

/// Beginning and end as RFC 3339 in whole seconds; null is open.
fn ends(span: Span) -> [Option<String>; 2] {
    let second = |moment: i64| timestamp_of(moment.div_euclid(1_000_000) * 1_000_000).to_string();
    [(span.start != i64::MIN).then(|| second(span.start)), (span.end != i64::MAX).then(|| second(span.end))]
}

fn links(service: &Service, collection: &Collection) -> Vec<Link> {
    let of = service.links.collection(collection.id());
    let title = collection.about.title.get(service.lang());
    let mut links = service.own(&of.own(), JSON, title);
    let items = of.items();
    for (at, format) in format::paged().enumerate() {
        // The default stands without a query: clients put their own behind it, some without looking.
        let href = if at == 0 { service.href(&items) } else { service.href_as(&items, format.name()) };
        links.push(Link::new("items", format.media_type(), href, format!("{title}, {}", format.title())));
    }
    links.extend([
        Link::new("items", HTML, service.href_as(&items, "html"), format!("{title}, as a page")),
        Link::new(QUERYABLES, SCHEMA_JSON, service.href(&of.queryables()), "What may be asked for"),
        Link::new(SCHEMA, SCHEMA_JSON, service.href(&of.schema()), "What is returned"),
        Link::new("describedby", SCHEMA_JSON, service.href(&of.schema()), "What is returned"),
    ]);
    links.push(tiles::list::link(service, collection));
    for file in dataset::of_collection(collection) {
        let href = service.links.absolute(&service.links.data(&file.name));
        let link = Link::new("enclosure", file.media_type, href, format!("The whole file, {}", file.format));
        // The default stands ready; the length of others is known only when they are made.
        let ready = file.media_type == FORMATS[0].media_type();
        links.push(if ready { link.length(collection.whole().len()) } else { link });
    }
    if let Some(address) = collection.about.licence.as_deref().and_then(licence_address) {
        links.push(Link::new("license", HTML, address, "Licence"));
    }
    links
}

/// All, as a page.
pub fn html(service: &Service) -> Result<String, askama::Error> {
    let row = |c: &Collection| {
        vec![
            Part::link(service.links.collection(c.id()).own(), c.about.title.get(service.lang()), ""),
            Part::plain(c.about.description.get(service.lang())),
            Part::plain(&c.len().to_string()),
        ]
    };
    let rows = service.catalogue.collections.iter().map(|c| row(c)).collect();
    let head = ["Collection", "What is in it", "Features"].map(str::to_owned).to_vec();
    Page::new(service, "Collections", &service.links.collections())
        .lede("One collection a layer, all sites together, and one point a project.")
        .part(Part::Table(Table { head, rows }))
        .finish()
}

/// One, as a page.
pub fn one_html(service: &Service, collection: &Collection) -> Result<String, askama::Error> {
    let of = service.links.collection(collection.id());
    let about = &collection.about;
    let mut facts = vec![("Features".to_owned(), collection.len().to_string())];
    if let Some(extent) = collection.extent() {
        let [west, south, east, north] = extent;
        facts.push(("Extent".to_owned(), format!("{west}, {south} to {east}, {north}")));
    }
    if let Some(span) = collection.time_extent() {
        let [start, end] = ends(span).map(|e| e.map_or("…".to_owned(), |e| e[..10].to_owned()));
        facts.push(("Time".to_owned(), format!("{start} to {end}")));
    }
    facts.extend(about.edition.iter().map(|e| ("Edition".to_owned(), e.clone())));
    facts.extend(about.licence.iter().map(|l| ("Licence".to_owned(), l.clone())));
    facts.extend(about.attribution.iter().map(|a| ("Credit".to_owned(), a.clone())));
    let page_of = |address: &str| form(address, "html");
    let entry = |path: String, label: &str, note: &str| Part::link(path, label, note);
    let files = dataset::of_collection(collection);
    let files = files.iter().map(|file| entry(service.links.data(&file.name), "The whole file", file.format));
    let mut page = Page::new(service, about.title.get(service.lang()), &of.own())
        .crumb(service.links.collections(), "Collections")
        .lede(about.description.get(service.lang()))
        .part(Part::Links(
            [
                entry(page_of(&of.items()), "Features", "as a table"),
                entry(page_of(&of.schema()), "Columns", "what each property means"),
                entry(page_of(&of.queryables()), "What may be asked for", ""),
                entry(page_of(&of.tile_sets()), "Vector tiles", "for maps of many features"),
            ]
            .into_iter()
            .chain(files)
            .collect(),
        ))
        .part(Part::Facts(facts));
    if about.kind == Kind::Own && !about.notes.is_empty() {
        page = page.heading("Noticed while reading").part(Part::Texts(about.notes.clone()));
    }
    page.finish()
}
