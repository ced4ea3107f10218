//! Title and description of the page for any state.

use super::filter::Condition;
use super::label;
use super::result::Result;
use super::view::View;
use crate::atlas::Project;
use crate::site::frame::Context;

/// Title and description: of the record in hand, of what is filtered, or of the atlas.
pub fn of(context: &Context, view: &View, chosen: Option<&Project>, result: &Result) -> (String, String) {
    let lang = context.lang;
    let short = &context.atlas.about.short_title;
    if let Some(project) = chosen {
        return (format!("{} · {short}", project.name.get(lang)), project.summary.get(lang).to_owned());
    }
    let asked = Condition::ALL.into_iter().filter(|condition| view.asks(*condition));
    let said: Vec<String> = asked.map(|condition| label::whole(context, view, condition).text).collect();
    if said.is_empty() {
        return (context.atlas.about.title.get(lang).to_owned(), context.words().tagline.to_owned());
    }
    let said = said.join(" · ");
    (format!("{said} · {short}"), format!("{}: {said}. {}", context.words().tagline, result.text()))
}
