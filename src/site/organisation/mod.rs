//! An organisation: who it is, who controls it, and what it takes part in.

pub mod index;

use askama::Template;

use super::country;
use super::frame::{Context, Frame, Place};
use super::listing::{self, Group, Tally};
use super::metadata;
use super::told::{LangAttribute, Told, told};
use super::words::guide::{self, Guide};
use super::words::{Words, date, fill};
use crate::atlas::{Lang, Organisation, Project};

#[derive(Template)]
#[template(path = "organisation.html")]
struct OrganisationPage {
    f: Frame,
    w: &'static Words,
    g: &'static Guide,
    name: Told,
    /// Names in other languages and other names, each once.
    other_names: Vec<Told>,
    kind: String,
    kind_meaning: String,
    seat: country::CountryLink,
    counted: String,
    parent: Option<Tie>,
    children: Vec<Tie>,
    groups: Vec<Group>,
    statuses: Vec<Tally>,
    countries: Vec<Tally>,
    map: String,
    /// Light and dark.
    picture: [String; 2],
    picture_alt: String,
    /// Its item, and the address of that; empty where it has none.
    wikidata: [String; 2],
    index: String,
}

/// Another organisation, and in how much it takes part.
#[derive(Debug)]
pub struct Tie {
    /// Its page.
    pub href: String,
    /// Its name.
    pub name: Told,
    /// `30 projects`
    pub counted: String,
}

/// The page in the context's language.
pub fn render(context: &Context, organisation: &Organisation) -> Result<String, askama::Error> {
    let Context { atlas, links, lang } = *context;
    let (w, g) = (context.words(), guide::of(lang));
    let projects = atlas.projects_of(organisation);
    let counted = listing::counted(context, &projects);
    let kind = atlas.vocabulary.organisation_kind(&organisation.kind);
    let kind_word = kind.map_or(organisation.kind.as_str(), |k| k.label.get(lang)).to_owned();
    let name = told(&organisation.name, lang);
    let country = country::name(&organisation.country, lang);
    let sentence = if projects.is_empty() { g.organisation_quiet } else { g.organisation_told };
    let values = [("name", &*name.text), ("kind", &*kind_word), ("country", country), ("what", &*counted)];
    let title = format!("{} · {} · {}", name.text, g.organisation, atlas.about.short_title);
    let path = |lang: Lang| links.organisation(lang, &organisation.id);
    let mut f = Frame::new(context, Place::Elsewhere, title, fill(sentence, &values), path);
    let picture_alt = fill(w.picture_alt, &[("what", &name.text), ("date", &date::day(atlas.today(), lang))]);
    let query = format!("actor={}", organisation.id);
    // A picture for each of hundreds is drawn when it is asked for, not beforehand.
    if !projects.is_empty() && !links.are_files() {
        f.preview = links.absolute(&links.image(lang, "png", &query));
        f.preview_alt = picture_alt.clone();
    }
    f.head.data(metadata::organisation::organisation(context, organisation));
    let wikidata = organisation.wikidata.clone().unwrap_or_default();
    OrganisationPage {
        other_names: other_names(organisation, lang),
        kind: kind_word,
        kind_meaning: kind.and_then(|k| k.definition.as_ref()).map_or("", |d| d.get(lang)).to_owned(),
        seat: country::linked(std::slice::from_ref(&organisation.country), links, lang).remove(0),
        parent: organisation
            .parent
            .as_ref()
            .and_then(|id| atlas.organisations.get(id))
            .map(|o| tie(context, o)),
        children: children(context, organisation),
        groups: by_role(context, organisation, &projects),
        statuses: listing::by_status(context, &projects),
        countries: listing::by_country(context, &projects),
        map: links.map_of(lang, "actor", &organisation.id),
        picture: ["", "&theme=dark"]
            .map(|theme| links.image(lang, "svg", &format!("{query}{theme}&plain=1&w=320&h=384"))),
        picture_alt,
        wikidata: match wikidata.as_str() {
            "" => Default::default(),
            item => [item.to_owned(), format!("https://www.wikidata.org/wiki/{item}")],
        },
        index: links.page(lang, "/organisations"),
        counted,
        name,
        f,
        w,
        g,
    }
    .render()
}

/// An organisation as another page names it.
pub fn tie(context: &Context, organisation: &Organisation) -> Tie {
    let projects = context.atlas.projects_of(organisation);
    Tie {
        href: context.links.organisation(context.lang, &organisation.id),
        name: told(&organisation.name, context.lang),
        counted: if projects.is_empty() { String::new() } else { listing::counted(context, &projects) },
    }
}

fn children(context: &Context, organisation: &Organisation) -> Vec<Tie> {
    let belongs = |o: &&Organisation| o.parent.as_deref() == Some(&organisation.id);
    context.atlas.organisations.values().filter(belongs).map(|o| tie(context, o)).collect()
}

/// The roles in the order of the vocabulary, those it does not hold left out.
fn by_role(context: &Context, organisation: &Organisation, projects: &[&Project]) -> Vec<Group> {
    let holds = |p: &&Project, role: &str| {
        p.actors.iter().any(|a| a.organisation == organisation.id && a.role == role)
    };
    let group = |role: &crate::atlas::vocabulary::Term| Group {
        id: role.id.clone(),
        mark: None,
        title: told(&role.label, context.lang),
        rows: listing::rows(context, projects.iter().copied().filter(|p| holds(p, &role.id)).collect()),
    };
    context.atlas.vocabulary.roles.iter().map(group).filter(|group| !group.rows.is_empty()).collect()
}

fn other_names(organisation: &Organisation, lang: Lang) -> Vec<Told> {
    let mut seen = vec![organisation.name.get(lang)];
    let mut names = Vec::new();
    for (each, text) in organisation.name.all() {
        if !seen.contains(&text) {
            seen.push(text);
            names.push(Told { lang: LangAttribute::of(each.tag(), lang), text: text.to_owned() });
        }
    }
    for alias in organisation.aliases.iter().filter(|alias| !seen.contains(&alias.as_str())) {
        // The record does not say what language an alias is in; Chinese characters do.
        let is_chinese = alias.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        let tag = if is_chinese { Lang::Zh.tag() } else { lang.tag() };
        names.push(Told { lang: LangAttribute::of(tag, lang), text: alias.clone() });
    }
    names
}
