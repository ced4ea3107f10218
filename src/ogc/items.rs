//! `…/items`: a page of features.

use super::asked::Asked;
use super::page::{Page, Part, Table};
use super::{HTML, JSON, Service, form};
use crate::collection::Collection;
use crate::format::{self, Format, Link, Unwritten};
use crate::query::{Query, Selection, page};

/// Rows of the table for people.
pub const ROWS: usize = 100;
/// Columns of the table for people.
const COLUMNS: usize = 8;

/// How much a search may have to do, counted in rows of which it looks at one column; a guess, for deciding on
/// which thread it runs.
pub fn effort(collection: &Collection, query: &Query) -> usize {
    // A position takes some twenty bytes.
    let positions = 1 + collection.whole().len() / (20 * collection.len().max(1));
    let condition = query
        .condition
        .as_ref()
        .map_or(0, |condition| condition.predicate().work(&collection.columns, positions));
    let projected = if query.bbox_area.is_some() { 8 * positions } else { 0 };
    // Of a list every value may be looked at.
    let fields = query.filters.iter().map(|f| f.field).chain(query.sortby.iter().map(|key| key.field));
    let lists: usize =
        fields.filter_map(|at| collection.columns.get(at)).map(|column| column.breadth() - 1).sum();
    rows(collection, query).saturating_mul(1 + condition + projected + lists)
}

/// How many rows it may have to look at.
fn rows(collection: &Collection, query: &Query) -> usize {
    let len = collection.len();
    let scans = query.datetime.is_some()
        || query.condition.is_some()
        || !query.filters.is_empty()
        || !query.sortby.is_empty();
    match (&query.bbox, collection.extent()) {
        (Some(bbox), Some([west, south, east, north])) => {
            let (wide, high) = ((east - west).max(1e-9), (north - south).max(1e-9));
            let share: f64 = (bbox.parts())
                .map(|[w, s, e, n]| {
                    ((e.min(east) - w.max(west)) / wide).clamp(0.0, 1.0)
                        * ((n.min(north) - s.max(south)) / high).clamp(0.0, 1.0)
                })
                .sum();
            // A tenth of the extent may hold most of the features: where people live.
            (len as f64 * (share * 10.0).min(1.0)) as usize
        }
        _ if scans => len,
        _ => query.limit,
    }
}

/// The page in a format.
pub fn body(
    service: &Service,
    collection: &Collection,
    asked: &Asked,
    selection: &Selection,
    format: &dyn Format,
) -> Result<Vec<u8>, Unwritten> {
    let links = match format.has_links() {
        true => links(service, collection, asked, selection, format.name(), format.media_type()),
        false => Vec::new(),
    };
    format.items(&format::Page { collection, query: service.query, selection, links: &links })
}

/// What leads on from a page whose format cannot say it, as the value of the header `Link` (RFC 8288).
pub fn link_header(
    service: &Service,
    collection: &Collection,
    asked: &Asked,
    selection: &Selection,
    format: &dyn Format,
) -> String {
    let links = links(service, collection, asked, selection, format.name(), format.media_type());
    // Alternates are left to the collection: headers have to stay short.
    let leading = links.iter().filter(|l| l.rel != "alternate");
    let told: Vec<String> =
        leading.map(|l| format!("<{}>; rel=\"{}\"; type=\"{}\"", l.href, l.rel, l.media_type)).collect();
    told.join(", ")
}

/// `self`, `alternate`, `collection`, `next`, `prev`.
fn links(
    service: &Service,
    collection: &Collection,
    asked: &Asked,
    selection: &Selection,
    form: &str,
    media_type: &'static str,
) -> Vec<Link> {
    let mut links = Vec::with_capacity(16);
    links.push(Link::new("self", media_type, asked.form(form), "This page"));
    links.extend(asked.alternates(form, service.query.crs));
    let title = collection.about.title.get(service.lang());
    let whole = service.href(&service.links.collection(collection.id()).own());
    links.push(Link::new("collection", JSON, whole, title.to_owned()));
    if let Some(offset) = page::next(service.query, selection.matched) {
        links.push(Link::new("next", media_type, asked.page_from(form, offset), "Next page"));
    }
    if let Some(offset) = page::previous(service.query, selection.matched) {
        links.push(Link::new("prev", media_type, asked.page_from(form, offset), "Previous page"));
    }
    links
}

/// The page for people: at most [`ROWS`] rows.
pub fn html(
    service: &Service,
    collection: &Collection,
    asked: &Asked,
    selection: &Selection,
) -> Result<String, askama::Error> {
    let of = service.links.collection(collection.id());
    let title = collection.about.title.get(service.lang());
    let fields = &collection.schema.fields;
    let shown: Vec<usize> = match &service.query.properties {
        Some(chosen) => chosen.clone(),
        None => (0..fields.len()).filter(|at| fields[*at].name != "id").take(COLUMNS).collect(),
    };
    let mut head = vec!["id".to_owned()];
    head.extend(shown.iter().filter_map(|at| fields.get(*at)).map(|f| f.name.clone()));
    let rows = selection.rows.iter().take(ROWS).map(|row| {
        let id = collection.feature_id(*row);
        let mut cells = vec![Part::link(form(&of.item(&id), "html"), &id, "")];
        cells.extend(shown.iter().map(|at| Part::plain(&collection.value(*row, *at).plain())));
        cells
    });
    let table = Table { head, rows: rows.collect() };
    let first = service.query.offset + 1;
    let last = service.query.offset + selection.rows.len().min(ROWS);
    let lede = match selection.matched {
        0 => "No feature matches.".to_owned(),
        _ if selection.rows.is_empty() => {
            format!("{} features match; none stands on this page.", selection.matched)
        }
        matched => format!("{first} to {last} of {matched} features."),
    };
    let links = links(service, collection, asked, selection, "html", HTML);
    let turned = links.iter().filter(|l| l.rel == "next" || l.rel == "prev" || l.rel == "alternate");
    let turned = turned.map(|l| Part::link(l.href.clone(), &l.title, "")).collect();
    let geojson = links.iter().find(|l| l.rel == "alternate").map(|l| l.href.clone()).unwrap_or_default();
    Page::new(service, title, &of.items())
        .crumb(service.links.collections(), "Collections")
        .crumb(of.own(), title)
        .lede(&lede)
        .part(Part::Links(turned))
        .map(service.links, geojson)
        .part(Part::Table(table))
        .finish()
}
