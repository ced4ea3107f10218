//! A country: the projects there by layer, who comes from there, and what is missing.

use askama::Template;

use super::{CountryLink, has_page, name};
use crate::atlas::gaps::STATES;
use crate::atlas::{Lang, Project};
use crate::site::discovery;
use crate::site::frame::{Context, Frame, Place};
use crate::site::listing::{self, Group, Tally};
use crate::site::organisation::{self, Tie};
use crate::site::sign;
use crate::site::told::told;
use crate::site::words::guide::{self, Guide};
use crate::site::words::{Words, date, fill, number};

#[derive(Template)]
#[template(path = "country.html")]
struct CountryPage {
    f: Frame,
    w: &'static Words,
    g: &'static Guide,
    name: &'static str,
    /// Its name in the other languages.
    other_names: Vec<(&'static str, &'static str)>,
    counted: String,
    /// How many, and the word for them.
    sites: (String, &'static str),
    last: Option<(String, String)>,
    groups: Vec<Group>,
    statuses: Vec<Tally>,
    missing: Vec<String>,
    seated: Vec<Tie>,
    map: String,
    /// Light and dark.
    picture: [String; 2],
    picture_alt: String,
    index: CountryLink,
}

/// The state of the region with this code, in any case of letters.
pub fn known(code: &str) -> Option<&'static str> {
    STATES.into_iter().find(|state| state.eq_ignore_ascii_case(code)).filter(|state| has_page(state))
}

/// The page in the context's language.
pub fn render(context: &Context, code: &'static str) -> Result<String, askama::Error> {
    let Context { atlas, links, lang } = *context;
    let (w, g) = (context.words(), guide::of(lang));
    let projects = atlas.projects_in(code);
    let own_name = name(code, lang);
    let counted = listing::counted(context, &projects);
    let sentence = if projects.is_empty() { g.country_bare } else { g.country_told };
    let description = fill(sentence, &[("name", own_name), ("what", &counted)]);
    let title = format!("{own_name} · {}", atlas.about.short_title);
    let mut f =
        Frame::new(context, Place::Elsewhere, title, description, |lang: Lang| links.country(lang, code));
    let picture_alt = fill(w.picture_alt, &[("what", own_name), ("date", &date::day(atlas.today(), lang))]);
    if !projects.is_empty() {
        discovery::tell(&mut f.head, links, &links.country(lang, code), None);
        f.preview = links.absolute(&links.image(lang, "png", &format!("country={code}")));
        f.preview_alt = picture_alt.clone();
    }
    let sites: usize = projects.iter().map(|p| p.sites.len()).sum();
    let last = projects.iter().filter_map(|p| p.last_event()).max();
    CountryPage {
        other_names: other_names(code, lang),
        sites: (number::count(sites, lang), if sites == 1 { g.site_one } else { g.site_other }),
        last: last.map(|date| (date.to_string(), date::written(date, lang))),
        groups: by_layer(context, &projects),
        statuses: listing::by_status(context, &projects),
        missing: missing(context, code),
        seated: seated(context, code),
        map: links.map_of(lang, "country", code),
        picture: ["", "&theme=dark"]
            .map(|theme| links.image(lang, "svg", &format!("country={code}{theme}&plain=1&w=320&h=384"))),
        picture_alt,
        index: CountryLink { name: g.countries.to_owned(), href: links.page(lang, "/countries") },
        name: own_name,
        counted,
        f,
        w,
        g,
    }
    .render()
}

fn other_names(code: &'static str, lang: Lang) -> Vec<(&'static str, &'static str)> {
    let mut names = vec![("", name(code, lang))];
    for each in Lang::ALL {
        let other = name(code, each);
        if !names.iter().any(|(_, known)| *known == other) {
            names.push((each.tag(), other));
        }
    }
    names.split_off(1)
}

fn by_layer(context: &Context, projects: &[&Project]) -> Vec<Group> {
    let group = |layer: &crate::atlas::Layer| Group {
        id: layer.id.clone(),
        mark: Some(sign::mark(&format!("g-{}", layer.glyph), &format!("hue f-{}", layer.family), 20)),
        title: told(&layer.title, context.lang),
        rows: listing::rows(context, projects.iter().copied().filter(|p| p.layer == layer.id).collect()),
    };
    context.atlas.layers.layers.iter().map(group).filter(|group| !group.rows.is_empty()).collect()
}

/// What the record lacks about the country, in sentences; a country without an entry lacks all.
fn missing(context: &Context, code: &str) -> Vec<String> {
    let Context { atlas, lang, .. } = *context;
    let g = guide::of(lang);
    let gaps = atlas.gaps_in(code);
    let since = date::day(atlas.quiet_since(), lang);
    let sentence = |word: &str, n: usize, m: usize| {
        let (n, m) = (number::count(n, lang), number::count(m, lang));
        fill(word, &[("n", &n), ("m", &m), ("date", &since)])
    };
    let mut all = Vec::new();
    if gaps.sites > 0 {
        all.push(sentence(g.gap_placed, gaps.placed, gaps.sites));
    }
    for (word, n) in
        [(g.gap_quiet, gaps.quiet), (g.gap_unanswered, gaps.unanswered), (g.gap_single, gaps.single)]
    {
        if n > 0 {
            all.push(sentence(word, n, gaps.projects));
        }
    }
    all
}

fn seated(context: &Context, code: &str) -> Vec<Tie> {
    let from_here = context.atlas.organisations.values().filter(|o| o.country == code);
    from_here.map(|o| organisation::tie(context, o)).collect()
}
