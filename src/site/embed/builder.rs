//! The page on which frames are made: a form that the server answers, with the snippets filled in.

use askama::Template;

use super::snippet::Framed;
use super::{Ask, Stop, title};
use crate::atlas::Lang;
use crate::site::country;
use crate::site::frame::{Context, Frame, Place, asset};
use crate::site::page::View;
use crate::site::words::embed::{self, EmbedWords};
use crate::site::words::{copy, date, fill};

/// Heights that can be asked for, in pixels.
const LOWEST: u32 = 240;
const HIGHEST: u32 = 1200;
/// The widths of the preview, in pixels; the second is shown first.
const WIDTHS: [u32; 3] = [320, 600, 1000];

/// What a frame is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    View,
    Project,
    Country,
    Story,
}

/// An entry of a list to choose from.
struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

/// A story, and its stops to choose from.
struct Story {
    title: String,
    stops: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "embed/builder.html")]
struct BuilderPage {
    f: Frame,
    e: &'static EmbedWords,
    /// What stands in the place of the form where nobody answers it; else empty.
    no_form: &'static str,
    css: String,
    script: String,
    action: String,
    what: &'static str,
    /// The state of the view that one came with.
    kept: Vec<(String, String)>,
    projects: Vec<Choice>,
    countries: Vec<Choice>,
    stories: Vec<Story>,
    languages: Vec<Choice>,
    themes: Vec<Choice>,
    title: String,
    /// The title that the choice has by itself.
    made: String,
    height: u32,
    usual: u32,
    least: u32,
    most: u32,
    ask: Ask,
    latest: bool,
    frozen: bool,
    pinned: String,
    widths: Vec<(u32, String)>,
    preview: String,
    name: String,
    snippet: Snippets,
}

/// What can be copied.
struct Snippets {
    frame: String,
    png: String,
    svg: String,
    address: String,
    alternative: String,
    pictures: [String; 2],
}

/// The page, with what the query asks for filled in.
pub fn render(context: &Context, query: &str) -> Result<String, askama::Error> {
    let Context { atlas, links, lang } = *context;
    let e = embed::of(lang);
    let given: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let value = |name: &str| given.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());

    let came = Ask::read(query, atlas);
    let theme = came.view.theme;
    let what = what(value("what"), &came);
    let project = value("project").map(str::to_owned).or_else(|| came.view.sel.clone());
    let project = project.and_then(|id| atlas.project(id.split('.').next()?)).or(atlas.projects.first());
    let codes: Vec<String> = country::offered(atlas, lang).into_iter().map(str::to_owned).collect();
    let place = value("place").map(str::to_owned).or_else(|| came.view.country.first().cloned());
    let place = place.filter(|code| codes.contains(code)).or_else(|| codes.first().cloned());
    let stop = value("tour").and_then(|tour| tour.split_once('/'));
    let stop = stop.and_then(|(story, number)| Stop::read(story, Some(number), atlas));
    let stop = stop.or_else(|| came.stop.clone());
    let first = || Stop::read(&atlas.stories.first()?.id, None, atlas);
    let stop = stop.or_else(first);
    let view = match what {
        What::View => came.view.clone(),
        What::Project => View { sel: project.map(|p| p.id.clone()), theme, ..View::default() },
        What::Country => View { country: place.clone().into_iter().collect(), theme, ..View::default() },
        What::Story => View { theme, ..View::default() },
    };
    let frame_lang = value("lang").and_then(Lang::from_tag).unwrap_or(lang);
    let framed_in = Context { lang: frame_lang, ..*context };
    let shown = match &stop {
        Some(stop) if what == What::Story => {
            let of_story = Ask::read(&format!("story={}&stop={}", stop.story, stop.number), atlas);
            Ask { view: View { theme, ..of_story.view.clone() }, ..of_story }
        }
        _ => Ask { stop: None, view, ..came.clone() },
    };
    let made = title::of(&framed_in, &Ask { title: None, ..shown.clone() });
    // A title that only repeats what the frame would say by itself is left out of its address. One that
    // belongs to what was chosen before goes with it.
    let title = came.title.clone().filter(|title| *title != made && value("made") != Some(title.as_str()));
    let ask = Ask { view: shown.view, stop: shown.stop, title, ..came.clone() };
    // A height that was offered for what was chosen before goes with it.
    let usual = ask.usual_height();
    let given = value("height").filter(|height| value("usual") != Some(*height));
    let height = given.and_then(|h| h.parse().ok()).unwrap_or(usual);
    // Only what was frozen can be kept to.
    let frozen = links.edition_kept().is_some() || !links.lasting("").is_empty();
    let latest = !frozen || value("latest") == Some("1");
    let framed = Framed {
        ask: &ask,
        lang: frame_lang,
        width: WIDTHS[1],
        height: height.clamp(LOWEST, HIGHEST),
        pinned: !latest,
    };
    let name = framed.name(atlas, links);
    let snippet = Snippets {
        frame: framed.linked(atlas, links),
        png: framed.picture(atlas, links, "png"),
        svg: framed.picture(atlas, links, "svg"),
        address: framed.home(links),
        alternative: framed.alternative(atlas, links),
        pictures: ["png", "svg"].map(|ending| framed.image(links, ending)),
    };
    let page_title = format!("{} · {}", e.heading, atlas.about.short_title);
    let path = |lang: Lang| links.embed_builder(lang, "");
    let f = Frame::new(context, Place::Elsewhere, page_title, e.lede.to_owned(), path);
    let named = |value: &str, label: &str, chosen: bool| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        chosen,
    };
    BuilderPage {
        css: asset(links, "builder.css"),
        script: asset(links, "builder.js"),
        no_form: if links.are_files() { copy::of(lang).no_builder } else { "" },
        action: links.embed_builder(lang, ""),
        what: match what {
            What::View => "view",
            What::Project => "project",
            What::Country => "country",
            What::Story => "story",
        },
        kept: kept(&came),
        projects: projects(context, project.map(|p| p.id.as_str())),
        countries: codes
            .iter()
            .map(|code| named(code, country::name(code, lang), place.as_ref() == Some(code)))
            .collect(),
        stories: stories(context, stop.as_ref()),
        languages: Lang::ALL.into_iter().map(|l| named(l.tag(), l.own_name(), l == frame_lang)).collect(),
        themes: vec![
            named("", e.theme_reader, theme.is_none()),
            named("light", e.theme_light, theme == Some("light")),
            named("dark", e.theme_dark, theme == Some("dark")),
        ],
        title: ask.title.clone().unwrap_or_else(|| made.clone()),
        made,
        height: framed.height,
        usual,
        least: LOWEST,
        most: HIGHEST,
        latest,
        frozen,
        pinned: fill(e.pinned, &[("date", &date::day(atlas.today(), lang))]),
        widths: WIDTHS.map(|n| (n, fill(e.pixels, &[("n", &n.to_string())]))).to_vec(),
        preview: framed.path(links),
        name,
        snippet,
        ask: ask.clone(),
        f,
        e,
    }
    .render()
}

/// What was chosen, or what the page was opened from: a record, a country, any other view.
fn what(chosen: Option<&str>, came: &Ask) -> What {
    let view = &came.view;
    let only_project = View { sel: view.sel.clone(), theme: view.theme, ..View::default() };
    let only_country = View { country: view.country.clone(), theme: view.theme, ..View::default() };
    match chosen {
        Some("project") => What::Project,
        Some("country") => What::Country,
        Some("story") => What::Story,
        Some(_) => What::View,
        None if came.stop.is_some() => What::Story,
        None if view.sel.is_some() && *view == only_project => What::Project,
        None if view.country.len() == 1 && *view == only_country => What::Country,
        None => What::View,
    }
}

/// The state of the view as parameters, but for those that the form has fields for.
fn kept(came: &Ask) -> Vec<(String, String)> {
    let query = if came.stop.is_some() { String::new() } else { came.view.query() };
    let pairs = form_urlencoded::parse(query.trim_start_matches('?').as_bytes()).into_owned();
    pairs.filter(|(name, _)| !["theme", "v", "sort"].contains(&name.as_str())).collect()
}

fn projects(context: &Context, chosen: Option<&str>) -> Vec<Choice> {
    let choice = |p: &crate::atlas::Project| Choice {
        value: p.id.clone(),
        label: p.name.get(context.lang).to_owned(),
        chosen: chosen == Some(p.id.as_str()),
    };
    let mut choices: Vec<Choice> = context.atlas.projects.iter().map(choice).collect();
    choices.sort_by_key(|choice| choice.label.to_lowercase());
    choices
}

/// Every story with its stops, as `lithium-triangle/3`.
fn stories(context: &Context, chosen: Option<&Stop>) -> Vec<Story> {
    let told = context.atlas.stories.iter().filter_map(|story| Some((story, story.told(context.lang)?)));
    let stops = |(story, telling): (&crate::atlas::Tour, &crate::atlas::Telling)| Story {
        title: telling.title.clone(),
        stops: (1..)
            .zip(&telling.stops)
            .map(|(number, stop)| Choice {
                value: format!("{}/{number}", story.id),
                label: format!("{number}. {}", stop.title),
                chosen: chosen.is_some_and(|c| c.story == story.id && c.number == number),
            })
            .collect(),
    };
    told.map(stops).collect()
}
