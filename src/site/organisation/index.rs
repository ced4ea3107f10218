//! The index of organisations, from A to Z.

use std::collections::BTreeMap;

use askama::Template;

use crate::atlas::{Lang, Organisation};
use crate::fold;
use crate::site::country;
use crate::site::frame::{Context, Frame, Place};
use crate::site::listing;
use crate::site::told::{Told, told};
use crate::site::words::guide::{self, Guide};
use crate::site::words::{Words, fill, number};

#[derive(Template)]
#[template(path = "organisations.html")]
struct OrganisationsPage {
    f: Frame,
    w: &'static Words,
    g: &'static Guide,
    lede: String,
    countries: String,
    letters: Vec<Letter>,
}

/// The organisations whose English name begins with a letter: one order for every language.
struct Letter {
    id: String,
    letter: String,
    entries: Vec<Entry>,
}

struct Entry {
    href: String,
    name: Told,
    seat: String,
    counted: String,
}

/// The page in the context's language.
pub fn render(context: &Context) -> Result<String, askama::Error> {
    let Context { atlas, links, lang } = *context;
    let g = guide::of(lang);
    let title = format!("{} · {}", g.organisations, atlas.about.short_title);
    let n = number::count(atlas.organisations.len(), lang);
    let lede = fill(g.organisations_lede, &[("n", &n)]);
    let path = |lang: Lang| links.page(lang, "/organisations");
    OrganisationsPage {
        f: Frame::new(context, Place::Elsewhere, title, lede.clone(), path),
        w: context.words(),
        g,
        lede,
        countries: links.page(lang, "/countries"),
        letters: letters(context),
    }
    .render()
}

fn letters(context: &Context) -> Vec<Letter> {
    let Context { atlas, links, lang } = *context;
    let mut sorted: Vec<(String, &Organisation)> =
        atlas.organisations.values().map(|o| (fold::search(&o.name.en), o)).collect();
    sorted.sort_by(|(a, one), (b, other)| (a, &one.id).cmp(&(b, &other.id)));
    let mut letters: BTreeMap<char, Vec<Entry>> = BTreeMap::new();
    for (folded, organisation) in sorted {
        let first = folded.chars().find(|c| c.is_alphanumeric()).unwrap_or('#');
        let projects = atlas.projects_of(organisation);
        letters.entry(first).or_default().push(Entry {
            href: links.organisation(lang, &organisation.id),
            name: told(&organisation.name, lang),
            seat: country::name(&organisation.country, lang).to_owned(),
            counted: if projects.is_empty() { String::new() } else { listing::counted(context, &projects) },
        });
    }
    let letter = |(c, entries): (char, Vec<Entry>)| {
        let capital: String = c.to_uppercase().collect();
        Letter { id: format!("letter-{}", u32::from(c)), letter: capital, entries }
    };
    letters.into_iter().map(letter).collect()
}
