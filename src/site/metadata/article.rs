//! A record or a story as a schema.org Article.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::{CONTEXT, dataset_id, licence_address, publisher};
use crate::atlas::{Lang, Project, Source};
use crate::site::country;
use crate::site::frame::Context;

/// The longest headline that search engines show.
const HEADLINE: usize = 110;

/// What an article is about; addresses are whole.
#[derive(Debug)]
pub struct Article<'a> {
    /// Its title.
    pub headline: &'a str,
    /// A few sentences.
    pub description: &'a str,
    /// The language it is told in, which may not be the page's.
    pub lang: Lang,
    /// Where it stands.
    pub address: String,
    /// Its picture.
    pub image: String,
    /// When it last changed.
    pub changed: Date,
    /// Codes of the countries it is about.
    pub countries: &'a [String],
    /// What it cites.
    pub sources: Vec<&'a Source>,
}

/// The article in the context's language.
pub fn article(context: &Context, article: &Article) -> Value {
    let lang = context.lang;
    let places: Vec<Value> = (article.countries.iter())
        .map(|code| json!({"@type": "Country", "name": country::name(code, lang), "identifier": code}))
        .collect();
    let citations: Vec<Value> = article.sources.iter().map(|source| citation(source)).collect();
    let headline: String = article.headline.chars().take(HEADLINE).collect();
    json!({
        "@context": CONTEXT,
        "@type": "Article",
        "@id": article.address,
        "headline": headline,
        "description": article.description,
        "inLanguage": article.lang.tag(),
        "url": article.address,
        "mainEntityOfPage": article.address,
        "image": article.image,
        "dateModified": article.changed,
        "author": publisher(context),
        "publisher": publisher(context),
        "license": licence_address(context),
        "isAccessibleForFree": true,
        "isPartOf": {"@id": dataset_id(context)},
        "about": places,
        "citation": citations,
    })
}

/// A record as an article.
pub fn of_project(context: &Context, project: &Project, address: String, image: String) -> Value {
    let Context { atlas, lang, .. } = *context;
    article(
        context,
        &Article {
            headline: project.name.get(lang),
            description: project.summary.get(lang),
            lang: project.summary.told(lang).0,
            address,
            image,
            changed: atlas.changed(project),
            countries: &project.countries,
            sources: project.source_ids().into_iter().filter_map(|id| atlas.sources.get(id)).collect(),
        },
    )
}

fn citation(source: &Source) -> Value {
    let mut work = json!({"@type": "CreativeWork", "name": source.title, "url": source.url});
    if let Some(date) = source.date() {
        work["datePublished"] = json!(date);
    }
    work
}
