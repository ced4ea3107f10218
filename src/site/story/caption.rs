//! What the map of a stop shows, in words: on the card over the map, under the picture, as its text.

use jiff::civil::Date;

use super::state;
use crate::atlas::{Atlas, Lang, Project, status};
use crate::site::country;
use crate::site::frame::Context;
use crate::site::sign::{self, Svg};
use crate::site::told::{LangAttribute, Named, named};
use crate::site::words::{date, fill};

/// The words for a stop's map.
#[derive(Debug)]
pub struct Caption {
    /// The project in hand, or what is filtered.
    pub name: Named,
    /// The project's address; empty where none is in hand.
    pub href: String,
    /// The mark of its status on the day.
    pub mark: Option<Svg>,
    /// `Pilot`, or empty.
    pub status: String,
    /// ` since Mar 2019`, or empty.
    pub since: String,
    /// That it has no place on the map; else empty.
    pub unplaced: &'static str,
    /// `As it stood on 5 Jul 2019`
    pub day: String,
    /// Ends a sentence.
    pub stop: &'static str,
    /// All of it in one sentence, for who does not see the map.
    pub sentence: String,
}

/// For the state of a stop.
pub fn caption(context: &Context, state: &str) -> Caption {
    let Context { atlas, links, lang } = *context;
    let w = context.words();
    let asked = |wanted: &str| {
        form_urlencoded::parse(state.as_bytes()).find(|(name, _)| name == wanted).map(|(_, v)| v.into_owned())
    };
    let day: Date = asked("on").and_then(|on| on.parse().ok()).unwrap_or(atlas.today());
    let sel = asked("sel").unwrap_or_default();
    let project = atlas.project(sel.split('.').next().unwrap_or_default());
    let name = project.map_or_else(|| filters(context, &asked), |project| named(&project.name, lang));
    let (status, since) = project.map(|project| standing(context, project, day)).unwrap_or_default();
    let words = date::day(day, lang);
    let unplaced = project.is_some() && state::in_hand(atlas, &sel).is_empty();
    let space = if name.bracket.is_empty() { "" } else { " " };
    let what = match project {
        Some(p) => format!("{}{space}{}, {}", name.name, name.bracket, country::names(&p.countries, lang)),
        None => name.name.clone(),
    };
    Caption {
        href: project.map(|project| links.project(lang, &project.id)).unwrap_or_default(),
        mark: project.and_then(|project| mark(atlas, project, day)),
        status,
        since,
        stop: if lang == Lang::Zh { "。" } else { ". " },
        unplaced: if unplaced { w.tray } else { "" },
        day: fill(w.story_as_of, &[("date", &words)]),
        sentence: fill(w.picture_alt, &[("what", &what), ("date", &words)]),
        name,
    }
}

fn standing(context: &Context, project: &Project, day: Date) -> (String, String) {
    let Some(standing) = context.atlas.status_on(project, day) else { return Default::default() };
    let label =
        context.atlas.vocabulary.status(&standing.status).map_or("", |status| status.label.get(context.lang));
    let since = date::written(standing.since, context.lang);
    (label.to_owned(), format!(" {} {since}", context.words().since))
}

fn mark(atlas: &Atlas, project: &Project, day: Date) -> Option<Svg> {
    let standing = atlas.status_on(project, day);
    let status = standing.as_ref().map_or(status::UNKNOWN, |standing| &standing.status);
    let (_, family) = sign::layer_of(atlas, &project.layer);
    Some(sign::status_mark(status, Some(family), 15))
}

/// `Lithium · Argentina, Bolivia, Chile`; the atlas's second name where nothing is filtered.
fn filters(context: &Context, asked: &impl Fn(&str) -> Option<String>) -> Named {
    let Context { atlas, lang, .. } = *context;
    let w = context.words();
    let list = |name: &str| -> Vec<String> {
        asked(name).map(|ids| ids.split(',').map(str::to_owned).collect()).unwrap_or_default()
    };
    let layer = |id: &String| {
        let short = w.layer(id).map(str::to_owned);
        short.or_else(|| atlas.layer(id).map(|layer| layer.title.get(lang).to_owned()))
    };
    let status = |id: &String| atlas.vocabulary.status(id).map(|status| status.label.get(lang).to_owned());
    let layers: Vec<String> = list("layer").iter().filter_map(layer).collect();
    let statuses: Vec<String> = list("status").iter().filter_map(status).collect();
    let parts = [layers.join(", "), statuses.join(", "), country::names(&list("country"), lang)];
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let name = if said.is_empty() { w.tagline.to_owned() } else { said.join(" · ") };
    Named { lang: LangAttribute::default(), name, bracket: String::new() }
}
