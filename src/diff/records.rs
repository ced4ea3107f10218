//! The record as single documents, each under its kind and id: what is compared.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use crate::atlas::project::ProjectFile;
use crate::atlas::prose::{Block, Span};
use crate::atlas::{Atlas, Tour};

/// What a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A project with its sites, as its file has it.
    Project,
    /// An organisation.
    Organisation,
    /// An entry of the bibliography.
    Source,
    /// A story in all its languages.
    Story,
    /// A whole file: its lists have an order of their own.
    File,
}

/// Documents by kind and id.
pub type Records = BTreeMap<(Kind, String), Value>;

/// Every record of the atlas.
pub fn records(atlas: &Atlas) -> Records {
    let mut all = Records::new();
    let mut put = |kind: Kind, id: &str, document: serde_json::Result<Value>| {
        // The types of the record serialise to JSON; anything else would be left out.
        if let Ok(document) = document {
            all.insert((kind, id.to_owned()), document);
        }
    };
    for project in &atlas.projects {
        put(Kind::Project, &project.id, serde_json::to_value(ProjectFile::from(project.clone())));
    }
    for (id, organisation) in &atlas.organisations {
        put(Kind::Organisation, id, serde_json::to_value(organisation));
    }
    for (id, source) in &atlas.sources {
        put(Kind::Source, id, serde_json::to_value(source));
    }
    for story in &atlas.stories {
        put(Kind::Story, &story.id, Ok(told(story)));
    }
    put(Kind::File, "atlas.json", serde_json::to_value(&atlas.about));
    put(Kind::File, "layers.json", serde_json::to_value(&atlas.layers));
    put(Kind::File, "vocabulary.json", serde_json::to_value(&atlas.vocabulary));
    put(Kind::File, "corrections.json", serde_json::to_value(&atlas.corrections));
    put(Kind::File, "withdrawn.json", serde_json::to_value(&atlas.withdrawn));
    all
}

/// A story as a document, a paragraph a string, so that a change is told by the paragraph.
fn told(story: &Tour) -> Value {
    let telling = |telling: &crate::atlas::Telling| {
        let stops = telling
            .stops
            .iter()
            .map(|stop| json!({ "title": stop.title, "view": stop.view, "text": paragraphs(&stop.body) }));
        let document = json!({
            "title": telling.title,
            "summary": telling.summary,
            "date": telling.date,
            "opening": paragraphs(&telling.opening),
            "stops": stops.collect::<Vec<_>>(),
        });
        (telling.lang.tag().to_owned(), document)
    };
    Value::Object(story.tellings.iter().map(telling).collect())
}

fn paragraphs(blocks: &[Block]) -> Vec<String> {
    let paragraphs = blocks.iter().flat_map(|block| match block {
        Block::Paragraph(spans) => vec![line(spans)],
        Block::List(items) => items.iter().map(|item| format!("- {}", line(item))).collect(),
    });
    paragraphs.collect()
}

fn line(spans: &[Span]) -> String {
    let written = spans.iter().map(|span| match span {
        Span::Text(text) | Span::Emphasis(text) => text.clone(),
        Span::Link { text, href } => format!("[{text}]({href})"),
        Span::Cited(ids) => ids.iter().map(|id| format!("[^{id}]")).collect(),
    });
    written.collect()
}
