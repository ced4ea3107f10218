//! Who takes part, by role.

use crate::atlas::Project;
use crate::site::country;
use crate::site::frame::Context;
use crate::site::told::{LangAttribute, Told, told};

use super::numbering::{Numbering, Refs};

/// The organisations in one role.
#[derive(Debug)]
pub struct Role {
    /// Its id.
    pub id: String,
    /// Its word.
    pub label: String,
    /// Who holds it.
    pub actors: Vec<Actor>,
}

/// An organisation in a role.
#[derive(Debug)]
pub struct Actor {
    /// Id of the organisation.
    pub organisation: String,
    /// Its page; empty where the record does not know it.
    pub href: String,
    /// Its name.
    pub name: Told,
    /// Code of the country of its seat.
    pub code: String,
    /// That country's name.
    pub country: String,
    /// Its sources.
    pub refs: Refs,
}

/// The roles in the order of the vocabulary, those nobody holds left out.
pub fn roles(context: &Context, project: &Project, numbering: &mut Numbering) -> Vec<Role> {
    let Context { atlas, links, lang } = *context;
    let mut roles = Vec::new();
    for term in &atlas.vocabulary.roles {
        let mut actors = Vec::new();
        for actor in project.actors.iter().filter(|a| a.role == term.id) {
            let organisation = atlas.organisations.get(&actor.organisation);
            let unnamed = || Told { lang: LangAttribute::default(), text: actor.organisation.clone() };
            let code = organisation.map(|o| o.country.clone()).unwrap_or_default();
            actors.push(Actor {
                organisation: actor.organisation.clone(),
                href: organisation.map_or_else(String::new, |o| links.organisation(lang, &o.id)),
                name: organisation.map_or_else(unnamed, |o| told(&o.name, lang)),
                country: country::name(&code, lang).to_owned(),
                code,
                refs: numbering.cite(&actor.sources, context.words()),
            });
        }
        if !actors.is_empty() {
            roles.push(Role { id: term.id.clone(), label: term.label.get(lang).to_owned(), actors });
        }
    }
    roles
}
