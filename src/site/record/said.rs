//! What is said, by stance: statements attributed to whoever made them, in our words.

use crate::atlas::{Claim, Project};
use crate::site::frame::Context;
use crate::site::told::{Told, told};
use crate::site::words::{date, fill, number};

use super::numbering::{Numbering, Refs};

/// In the panel both sides stand in one screen: so many of each, the others on request.
const FIRST: usize = 2;

/// The statements of one stance.
#[derive(Debug)]
pub struct Stance {
    /// Its id.
    pub id: String,
    /// Its word.
    pub label: String,
    /// How many there are.
    pub count: usize,
    /// Where it stands in the article: `left`, `right` or `across`.
    pub side: &'static str,
    /// The first few.
    pub first: Vec<Statement>,
    /// The others.
    pub more: Vec<Statement>,
    /// `Show 5 more`; empty where there are no others.
    pub more_words: String,
}

/// A statement.
#[derive(Debug)]
pub struct Statement {
    /// Who says it.
    pub speaker: Told,
    /// What is said.
    pub text: Told,
    /// When: machine form and words.
    pub date: Option<(String, String)>,
    /// Its sources.
    pub refs: Refs,
}

/// The stances in the order of the vocabulary, those nobody takes left out.
pub fn stances(context: &Context, project: &Project, numbering: &mut Numbering) -> Vec<Stance> {
    let terms = &context.atlas.vocabulary.stances;
    terms
        .iter()
        .filter_map(|term| {
            let claims: Vec<&Claim> = project.claims.iter().filter(|c| c.stance == term.id).collect();
            if claims.is_empty() {
                return None;
            }
            let mut statements: Vec<Statement> =
                claims.iter().map(|claim| statement(context, claim, numbering)).collect();
            // One statement behind a button would save no room.
            let first = if statements.len() > FIRST + 1 { FIRST } else { statements.len() };
            let more = statements.split_off(first);
            let n = number::count(more.len(), context.lang);
            Some(Stance {
                id: term.id.clone(),
                label: term.label.get(context.lang).to_owned(),
                count: claims.len(),
                side: match term.id.as_str() {
                    "concern" => "left",
                    "neutral" => "across",
                    _ => "right",
                },
                first: statements,
                more_words: match more.len() {
                    0 => String::new(),
                    _ => fill(context.words().more_claims, &[("n", &n)]),
                },
                more,
            })
        })
        .collect()
}

fn statement(context: &Context, claim: &Claim, numbering: &mut Numbering) -> Statement {
    let lang = context.lang;
    Statement {
        speaker: told(&claim.speaker, lang),
        text: told(&claim.text, lang),
        date: claim.date.map(|d| (d.to_string(), date::written(d, lang))),
        refs: numbering.cite(&claim.sources, context.words()),
    }
}
