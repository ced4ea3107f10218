//! `/query`: what a view of the map page shows, as a filter in CQL2 and as addresses of the OGC service.

use askama::Template;

use super::data::lines;
use super::frame::{Context, Frame, Place};
use super::listing;
use super::page::as_query::{AsQuery, Of};
use super::page::filter::Condition;
use super::page::{Survey, View};
use super::words::query::{self, QueryWords};
use super::words::{Words, date, fill, number};
use crate::atlas::{Lang, Project};
use crate::links::{Pin, told, with};

#[derive(Template)]
#[template(path = "query.html")]
struct QueryPage {
    f: Frame,
    w: &'static Words,
    qw: &'static QueryWords,
    lede: String,
    /// Projects, then sites; empty in an older edition.
    requests: Vec<Request>,
    notes: Vec<String>,
    lines: Vec<(&'static str, String)>,
    /// In an older edition: what is said instead, and where its files are.
    old: Option<(String, String)>,
    queryables: String,
    back: String,
}

/// One request.
struct Request {
    title: &'static str,
    count: String,
    filter: String,
    /// As GeoJSON.
    features: String,
    /// As a page.
    table: String,
}

/// The page of a view in the context's language.
pub fn render(context: &Context, view: &View) -> Result<String, askama::Error> {
    let Context { atlas, links, lang } = *context;
    let qw = query::of(lang);
    let view = View { v: None, ..view.clone().known(atlas) };
    let asked = AsQuery::new(atlas, &view);
    let survey = Survey::new(atlas, &view, lang);
    let shown: Vec<&Project> = survey.shown().map(|seen| seen.project).collect();
    let sites = shown.iter().flat_map(|project| &project.sites).filter(|site| view.stands(site)).count();
    let old = match links.pin() {
        Pin::At { edition, latest: false } => {
            Some((fill(qw.old, &[("edition", edition)]), links.edition(edition)))
        }
        _ => None,
    };
    let request = |of: Of| {
        let (title, count) = match of {
            Of::Projects => (qw.projects, shown.len()),
            Of::Sites => (qw.sites, sites),
        };
        let address = |form| links.absolute(&asked.address(links, of, count, form));
        Request {
            title,
            count: number::count(count, lang),
            filter: asked.filter(of),
            features: address("json"),
            table: told(&address("html"), lang),
        }
    };
    let requests: Vec<Request> =
        if old.is_none() { Of::ALL.into_iter().map(request).collect() } else { Vec::new() };
    let lede = fill(qw.lede, &[("shown", &listing::counted(context, &shown))]);
    let title = format!("{} · {}", qw.title, atlas.about.short_title);
    let path = |lang: Lang| links.as_query(lang, &view.query());
    let mut f = Frame::new(context, Place::Elsewhere, title, lede.clone(), path);
    // There are as many of these pages as views, and none says anything new.
    f.indexed = false;
    f.theme = view.theme.unwrap_or_default();
    QueryPage {
        lines: requests.first().map(|r| lines::of_geojson("projects", &r.features)).unwrap_or_default(),
        notes: if old.is_none() { notes(context, &asked, &view) } else { Vec::new() },
        queryables: told(&with(&links.collection("projects").queryables(), "f=html"), lang),
        back: view.address(links, lang),
        w: context.words(),
        requests,
        lede,
        old,
        qw,
        f,
    }
    .render()
}

/// What stands in the request by id, and where the day stands.
fn notes(context: &Context, asked: &AsQuery, view: &View) -> Vec<String> {
    let qw = query::of(context.lang);
    let name = |condition: &Condition| match condition {
        Condition::Precision => qw.precision,
        Condition::Year => qw.years,
        Condition::Actor => qw.organisation,
        _ => qw.search,
    };
    let comma = if context.lang == Lang::Zh { "、" } else { ", " };
    let what: Vec<&str> = asked.by_id.iter().map(name).collect();
    let edition = date::day(context.atlas.today(), context.lang);
    let by_id = || fill(qw.by_id, &[("what", &what.join(comma)), ("edition", &edition)]);
    let mut notes = Vec::new();
    notes.extend((!what.is_empty()).then(by_id));
    notes.extend(view.on.map(|_| qw.day.to_owned()));
    notes
}
