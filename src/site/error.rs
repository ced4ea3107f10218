//! Pages for what could not be answered: plain words, and the way back.

use askama::Template;

use super::frame::{Context, Frame, Place};
use super::told::{Named, Told, named, told};
use super::words::{Words, date, fill, guide};
use crate::atlas::{Lang, Project, Withdrawal};

/// So many near names are offered.
const NEAREST: usize = 3;

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    f: Frame,
    w: &'static Words,
    heading: String,
    reason: Option<Told>,
    nearest: Vec<Near>,
}

/// In the place of the record, on the map page.
#[derive(Template)]
#[template(path = "unknown.html")]
struct Unknown {
    w: &'static Words,
    home: String,
    heading: String,
    reason: Option<Told>,
    nearest: Vec<Near>,
}

struct Near {
    href: String,
    name: Named,
}

/// A project that does not exist, with the nearest names.
pub fn no_project(context: &Context, id: &str) -> Result<String, askama::Error> {
    let near = nearest(context, id);
    page(context, context.words().no_project.to_owned(), None, near)
}

/// An organisation that does not exist, with the nearest names.
pub fn no_organisation(context: &Context, id: &str) -> Result<String, askama::Error> {
    let Context { atlas, links, lang } = *context;
    let ids = crate::nearest::nearest(id, atlas.organisations.keys().map(String::as_str));
    let known = ids.into_iter().filter_map(|id| atlas.organisations.get(id));
    let near = known
        .map(|o| Near { href: links.organisation(lang, &o.id), name: named(&o.name, lang) })
        .take(NEAREST)
        .collect();
    written(context, guide::of(lang).no_organisation.to_owned(), None, near)
}

/// A country without a page.
pub fn no_country(context: &Context) -> Result<String, askama::Error> {
    page(context, guide::of(context.lang).no_country.to_owned(), None, Vec::new())
}

/// An address that leads nowhere.
pub fn no_page(context: &Context) -> Result<String, askama::Error> {
    page(context, context.words().no_page.to_owned(), None, Vec::new())
}

/// A request that could not be answered for a reason a reader cannot mend.
pub fn no_answer(context: &Context) -> Result<String, askama::Error> {
    page(context, context.words().no_answer.to_owned(), None, Vec::new())
}

/// A record that was withdrawn: when, why, and what is near its name.
pub fn withdrawn(context: &Context, withdrawal: &Withdrawal) -> Result<String, askama::Error> {
    let near = nearest(context, &withdrawal.id);
    page(context, heading_of(context, withdrawal), Some(told(&withdrawal.reason, context.lang)), near)
}

/// What stands in the place of a record that the map page was asked for and does not have.
pub fn unknown(context: &Context, id: &str) -> Result<String, askama::Error> {
    let Context { atlas, links, lang } = *context;
    let w = context.words();
    let id = id.split_once('.').map_or(id, |(project, _)| project);
    let gone = atlas.gone(id);
    let heading = match gone {
        Some(gone) => heading_of(context, gone),
        None => w.no_project.to_owned(),
    };
    let near = |p: &Project| Near { href: links.map_at(lang, &p.id), name: named(&p.name, lang) };
    Unknown {
        w,
        home: links.map(lang),
        heading,
        reason: gone.map(|gone| told(&gone.reason, lang)),
        nearest: nearest(context, id).into_iter().map(near).collect(),
    }
    .render()
}

fn heading_of(context: &Context, withdrawal: &Withdrawal) -> String {
    let day = date::written(withdrawal.date, context.lang);
    format!("{}: {}", withdrawal.id, fill(context.words().withdrawn, &[("date", &day)]))
}

fn page(
    context: &Context,
    heading: String,
    reason: Option<Told>,
    near: Vec<&Project>,
) -> Result<String, askama::Error> {
    let Context { links, lang, .. } = *context;
    let near = near.into_iter();
    let near = near.map(|p| Near { href: links.project(lang, &p.id), name: named(&p.name, lang) });
    written(context, heading, reason, near.collect())
}

fn written(
    context: &Context,
    heading: String,
    reason: Option<Told>,
    nearest: Vec<Near>,
) -> Result<String, askama::Error> {
    let Context { atlas, links, .. } = *context;
    let title = format!("{heading} · {}", atlas.about.short_title);
    let mut f = Frame::new(context, Place::Elsewhere, title, String::new(), |lang: Lang| links.map(lang));
    f.indexed = false;
    ErrorPage { f, w: context.words(), heading, reason, nearest }.render()
}

/// The projects whose id, or else whose name, is most like a text, the likest first.
pub fn nearest<'a>(context: &Context<'a>, text: &str) -> Vec<&'a Project> {
    let projects = &context.atlas.projects;
    let ids: Vec<(String, &Project)> = projects.iter().map(|p| (p.id.clone(), p)).collect();
    let written = |p: &'a Project| p.name.all().map(move |(_, n)| (n.to_lowercase().replace(' ', "-"), p));
    let names: Vec<(String, &Project)> = projects.iter().flat_map(written).collect();
    let mut found: Vec<&Project> = Vec::new();
    // Ids first: a project has one id but a name in each language, which would take all places.
    for candidates in [ids, names] {
        for name in crate::nearest::nearest(text, candidates.iter().map(|(name, _)| name.as_str())) {
            let project = candidates.iter().find(|(candidate, _)| candidate == name).map(|(_, p)| *p);
            found.extend(project.filter(|p| !found.iter().any(|known| known.id == p.id)));
        }
    }
    found.truncate(NEAREST);
    found
}
