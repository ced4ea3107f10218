//! What a view is called, on the page and wherever it stands alone: in a frame, a picture, a card.

use super::filter::Condition;
use super::label;
use super::result::Result;
use super::view::View;
use crate::atlas::{Atlas, Project};
use crate::links::Links;
use crate::site::country;
use crate::site::frame::Context;
use crate::site::listing;
use crate::site::words::{date, embed, fill};

/// Title and description of the page: of the record in hand, of what is filtered, or of the atlas.
pub fn of(context: &Context, view: &View, chosen: Option<&Project>, result: &Result) -> (String, String) {
    let short = &context.atlas.about.short_title;
    let said = said(context, view);
    if let Some(project) = chosen {
        return (format!("{said} · {short}"), project.summary.get(context.lang).to_owned());
    }
    if said.is_empty() {
        return (context.atlas.about.title.get(context.lang).to_owned(), context.words().tagline.to_owned());
    }
    (format!("{said} · {short}"), format!("{}: {said}. {}", context.words().tagline, result.text()))
}

/// The record in hand or what is filtered, and the day where it is not the edition's. The page's script
/// says the same (`web/src/find/title.ts`).
fn said(context: &Context, view: &View) -> String {
    dated(context, view, subject(context, view))
}

/// The record in hand, else what is filtered; empty where it is the whole atlas.
fn subject(context: &Context, view: &View) -> String {
    if let Some(project) = view.chosen(context.atlas) {
        return project.name.get(context.lang).to_owned();
    }
    let asked = Condition::ALL.into_iter().filter(|c| *c != Condition::On && view.asks(*c));
    let said: Vec<String> = asked.map(|condition| label::whole(context, view, condition).text).collect();
    said.join(" · ")
}

/// The same where it stands alone: never empty, and without the day.
pub fn bare(context: &Context, view: &View) -> String {
    let subject = subject(context, view);
    if subject.is_empty() { context.words().tagline.to_owned() } else { subject }
}

/// A title with the day of the view, where it is not the edition's.
pub fn dated(context: &Context, view: &View, title: String) -> String {
    let parts = [title, label::as_of(context, view)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What a project that had not begun on the day of the view is said to be.
pub fn not_begun(context: &Context, view: &View) -> Option<String> {
    let day = view.on?;
    let project = view.chosen(context.atlas)?;
    let begun = context.atlas.status_on(project, day).is_some();
    let said = fill(embed::of(context.lang).not_begun, &[("date", &date::day(day, context.lang))]);
    (!begun).then_some(said)
}

/// The sentence that stands for a picture of a view under a title; without number and day where the picture
/// follows the record, which will change them.
pub fn alternative(context: &Context, view: &View, title: &str, shown: &[&Project], follows: bool) -> String {
    let what = match view.chosen(context.atlas) {
        Some(project) => format!("{title}, {}", country::names(&project.countries, context.lang)),
        None if follows || view.sel.is_some() => title.to_owned(),
        None => format!("{title}, {}", listing::counted(context, shown)),
    };
    let undated = embed::of(context.lang).map_of;
    if let Some(not_begun) = not_begun(context, view) {
        return fill(undated, &[("what", &format!("{what}. {not_begun}"))]);
    }
    if follows && view.on.is_none() {
        return fill(undated, &[("what", &what)]);
    }
    let day = date::day(view.day(context.atlas), context.lang);
    fill(context.words().picture_alt, &[("what", &what), ("date", &day)])
}

/// What is to be said of a project or site that the record does not have: that it was withdrawn, when and
/// why, else that there is none.
pub fn missing(atlas: &Atlas, id: &str, lang: crate::atlas::Lang) -> String {
    let context = Context { atlas, links: &Links::nowhere(), lang };
    match atlas.gone(id) {
        Some(gone) => {
            let day = date::written(gone.date, lang);
            let gone_on = fill(context.words().withdrawn, &[("date", &day)]);
            let reason = gone.reason.get(lang);
            fill(embed::of(lang).for_reason, &[("what", &gone_on), ("reason", reason)])
        }
        None => fill(embed::of(lang).no_project, &[("id", id)]),
    }
}
