//! Everything a record's templates lay out, built from the atlas.

use super::figures::{self, Group};
use super::numbering::Numbering;
use super::places::{self, Place};
use super::said::{self, Stance};
use super::sources::{self, Source};
use super::timeline::{self, Item};
use super::who::{self, Role};
use super::{ribbon, silence};
use crate::atlas::{Entry, Lang, Project, Text, status};
use crate::site::country::{self, CountryLink};
use crate::site::frame::Context;
use crate::site::retold::{self, ToldIn};
use crate::site::sign::{self, Sign, Svg};
use crate::site::told::{LangAttribute, Named, Told, named, told};
use crate::site::words::{date, fill, number};

/// A record as its templates need it.
#[derive(Debug)]
pub struct RecordView {
    pub id: String,
    pub layer: String,
    pub family: String,
    /// The layer's glyph in its hue.
    pub glyph: Svg,
    pub layer_title: Told,
    /// The word for an entry that is not a project, and what it means; else empty.
    pub entry_word: &'static str,
    pub entry_note: &'static str,
    pub name: Named,
    /// The names in the other languages, each once.
    pub other_names: Vec<Told>,
    /// Id of the status on the edition's day.
    pub status: String,
    pub status_mark: Svg,
    pub status_word: String,
    /// Since when: machine form and words.
    pub since: Option<(String, String)>,
    pub countries: Vec<CountryLink>,
    /// Between two of them.
    pub comma: &'static str,
    /// `12 sites`, or how well the one is known.
    pub place_word: String,
    /// The last event's date: machine form and words.
    pub last: Option<(String, String)>,
    pub ribbon: Svg,
    pub summary: Told,
    pub figures: Vec<Group>,
    pub timeline: Vec<Item>,
    pub stances: Vec<Stance>,
    pub claim_count: usize,
    pub places: Vec<Place>,
    pub roles: Vec<Role>,
    pub silence: Vec<String>,
    pub sources: Vec<Source>,
    pub related: Vec<Related>,
    /// The stories that tell of it.
    pub stories: Vec<ToldIn>,
    pub links: RecordLinks,
}

/// A related project.
#[derive(Debug)]
pub struct Related {
    pub href: String,
    pub name: Named,
}

/// Where a record leads.
#[derive(Debug)]
pub struct RecordLinks {
    pub article: String,
    pub map: String,
    pub json: String,
    pub geojson: String,
    /// Where a frame of it is made.
    pub embed: String,
    /// The card, as PNG and SVG.
    pub card: [String; 2],
    /// The map of the rail, light and dark.
    pub rail: [String; 2],
    /// What that map shows.
    pub rail_alt: String,
    /// Where an error is reported; empty where the operator has given no address.
    pub report: String,
}

/// Builds the view. Numbers of sources follow the order in which the sections stand.
pub fn build(context: &Context, project: &Project) -> RecordView {
    let Context { atlas, links, lang } = *context;
    let w = context.words();
    let (glyph, family) = sign::layer_of(atlas, &project.layer);
    let standing = atlas.status_on(project, atlas.today());
    let status = standing.as_ref().map_or(status::UNKNOWN, |s| &s.status).to_owned();
    let precision = sign::best_precision(project);
    let sign = Sign { glyph, family, status: &status, precision, entry: project.entry };

    let mut numbering = Numbering::default();
    let figures = figures::groups(context, &project.quantities, &mut numbering);
    let timeline = timeline::items(context, project, family, &mut numbering);
    let stances = said::stances(context, project, &mut numbering);
    let places = places::places(context, project, &sign, &mut numbering);
    let roles = who::roles(context, project, &mut numbering);
    let both = |date: crate::atlas::PartialDate| (date.to_string(), date::written(date, lang));

    RecordView {
        id: project.id.clone(),
        layer: project.layer.clone(),
        family: family.to_owned(),
        glyph: sign::mark(&format!("g-{glyph}"), &format!("hue f-{family}"), 16),
        layer_title: layer_title(context, &project.layer),
        entry_word: entry(project.entry, w.decision, w.allegation),
        entry_note: entry(project.entry, w.decision_note, w.allegation_note),
        name: named(&project.name, lang),
        other_names: other_names(&project.name, lang),
        status_mark: sign::status_mark(&status, Some(family), 20),
        status_word: atlas.vocabulary.status(&status).map_or(&*status, |s| s.label.get(lang)).to_owned(),
        since: standing.map(|s| both(s.since)),
        countries: country::linked(&project.countries, links, lang),
        comma: country::comma(lang),
        place_word: place_word(context, project),
        last: project.last_event().map(both),
        ribbon: ribbon::ribbon(context, project, family),
        summary: told(&project.summary, lang),
        silence: silence::sentences(context, project),
        sources: sources::sources(context, &numbering),
        related: related(context, project),
        stories: retold::stories_of(context, project),
        links: RecordLinks {
            article: links.project(lang, &project.id),
            map: links.map_at(lang, &project.id),
            json: links.project_as(&project.id, "json"),
            geojson: links.project_as(&project.id, "geojson"),
            embed: links.embed_builder(lang, &format!("sel={}", project.id)),
            card: ["png", "svg"].map(|ending| links.project_picture(lang, &project.id, ending)),
            rail: ["", "&theme=dark"].map(|theme| rail(context, &project.id, theme)),
            rail_alt: rail_alt(context, project),
            report: atlas.about.contact.clone().unwrap_or_default(),
        },
        claim_count: project.claims.len(),
        figures,
        timeline,
        stances,
        places,
        roles,
        status,
    }
}

fn entry(entry: Entry, decision: &'static str, allegation: &'static str) -> &'static str {
    match entry {
        Entry::Project => "",
        Entry::Decision => decision,
        Entry::Allegation => allegation,
    }
}

fn layer_title(context: &Context, layer: &str) -> Told {
    let unnamed = || Told { lang: LangAttribute::default(), text: layer.to_owned() };
    context.atlas.layer(layer).map_or_else(unnamed, |l| told(&l.title, context.lang))
}

/// The names in other languages that are another name: the same one with another remark in brackets
/// is left out.
fn other_names(name: &Text, lang: Lang) -> Vec<Told> {
    let mut seen = vec![named(name, lang).name];
    let mut others = Vec::new();
    for (each, text) in name.all().filter(|(each, _)| *each != lang) {
        let bare = named(name, each).name;
        if !seen.contains(&bare) {
            seen.push(bare);
            others.push(Told { lang: LangAttribute::of(each.tag(), lang), text: text.to_owned() });
        }
    }
    others
}

fn place_word(context: &Context, project: &Project) -> String {
    let (w, lang) = (context.words(), context.lang);
    match project.sites.len() {
        n if n > 1 => fill(w.sites_other, &[("n", &number::count(n, lang))]),
        _ => {
            let precision = sign::best_precision(project);
            let word = context.atlas.vocabulary.precision(precision).map_or("", |p| p.label.get(lang));
            fill(w.place_precision, &[("precision", &word.to_lowercase())])
        }
    }
}

fn related(context: &Context, project: &Project) -> Vec<Related> {
    let known = project.related.iter().filter_map(|id| context.atlas.project(id));
    known
        .map(|p| Related {
            href: context.links.project(context.lang, &p.id),
            name: named(&p.name, context.lang),
        })
        .collect()
}

/// As large as the rail is wide, and plain: the words around it are the page's own.
fn rail(context: &Context, id: &str, theme: &str) -> String {
    let query = format!("sel={id}{theme}&plain=1&w=320&h=384");
    context.links.image(context.lang, "svg", &query)
}

fn rail_alt(context: &Context, project: &Project) -> String {
    let Context { atlas, lang, .. } = *context;
    let what = format!("{}, {}", project.name.get(lang), country::names(&project.countries, lang));
    fill(context.words().picture_alt, &[("what", &what), ("date", &date::day(atlas.today(), lang))])
}
