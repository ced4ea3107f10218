//! `filter`: CQL2 (OGC 21-065r2), as text and as JSON.
//!
//! Both become one syntax tree ([`tree`]), from which both are written. The tree is held against the
//! schema of the collection once ([`check`]), which makes a [`Predicate`] of it: every name resolved, every
//! type known. A search runs the predicate over the columns ([`run`]).
//!
//! What holds for values:
//! - Where a property has no value, a comparison with it is neither true nor false, and neither is NOT of it.
//! - Where a property holds several values, it is an array, and a comparison holds if it holds for one of
//!   them; NOT of it, or `<>`, if it holds for none.
//! - A list of one's own layer is an array to the array functions alone: the set of its values, null being none.
//! - Texts are ordered by their Unicode code points. Arithmetic is done in double precision; a division by
//!   zero has no value.
//! - Comparisons of a date take the day that the feature shows. Temporal functions take the whole time that
//!   the date may mean: all of 2019 where only the year is known.

pub mod check;
mod fault;
mod json;
mod like;
mod literal;
pub mod op;
mod reader;
mod relate;
pub mod run;
mod shape;
mod text;
mod token;
pub mod tree;
pub mod typed;
mod unique;
mod write_json;
mod write_text;

use std::sync::Arc;

pub use fault::Fault;
pub use op::Op;
pub use tree::{At, Expr, Node};
pub use typed::Predicate;

use super::crs::Crs;
use crate::collection::Schema;

/// A filter has at most this many bytes.
pub const LONGEST: usize = 8 * 1024;
/// The same in words.
const SHORT_ENOUGH: &str = "a filter of at most 8192 bytes";
/// Levels of operators and parentheses that are read.
pub const MOST_DEEP: usize = 64;

/// How a filter is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// `cql2-text`
    #[default]
    Text,
    /// `cql2-json`
    Json,
}

impl Language {
    /// Both.
    pub const ALL: [Language; 2] = [Language::Text, Language::Json];

    /// Its name in `filter-lang`.
    pub fn name(self) -> &'static str {
        match self {
            Language::Text => "cql2-text",
            Language::Json => "cql2-json",
        }
    }

    /// Reads a filter.
    pub fn read(self, text: &str) -> Result<Node, Fault> {
        match self {
            Language::Text => text::read(text),
            Language::Json => json::read(text),
        }
    }

    /// Writes a filter.
    pub fn write(self, node: &Node) -> String {
        match self {
            Language::Text => write_text::write(node),
            Language::Json => write_json::write(node).to_string(),
        }
    }
}

/// A filter that was understood. Two are equal if they are written alike.
#[derive(Debug, Clone)]
pub struct Condition {
    language: Language,
    tree: Arc<Node>,
    predicate: Arc<Predicate>,
}

impl PartialEq for Condition {
    fn eq(&self, other: &Condition) -> bool {
        self.language == other.language && self.tree == other.tree
    }
}

impl Condition {
    /// Reads a filter, whose geometries are of a coordinate system, and holds it against a schema.
    pub fn read(crs: Crs, language: Language, text: &str, schema: &Schema) -> Result<Condition, Fault> {
        let tree = language.read(text)?;
        let predicate = check::predicate(&tree, schema, crs)?;
        Ok(Condition { language, tree: Arc::new(tree), predicate: Arc::new(predicate) })
    }

    /// How it was written.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The one way to write it.
    pub fn write(&self) -> String {
        self.language.write(&self.tree)
    }

    /// What it tests.
    pub fn predicate(&self) -> &Predicate {
        &self.predicate
    }
}
