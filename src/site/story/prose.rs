//! The text of a story as its template lays it out, with numbers for its footnotes.

use crate::atlas::prose::{Block, Span};
use crate::site::record::numbering::{Numbering, Refs};
use crate::site::words::Words;

/// A paragraph or a list.
#[derive(Debug)]
pub struct Part {
    /// Whether it is a list; a paragraph has one item.
    pub is_list: bool,
    /// Its items.
    pub items: Vec<Vec<Piece>>,
}

/// A piece of a line.
#[derive(Debug)]
pub enum Piece {
    /// Plain text.
    Text(String),
    /// Emphasised.
    Emphasis(String),
    /// A link: text and address.
    Link(String, String),
    /// Source numbers.
    Refs(Refs),
}

/// Numbers are given out in the order in which the text is told.
pub fn parts(blocks: &[Block], numbering: &mut Numbering, w: &'static Words) -> Vec<Part> {
    let mut line = |spans: &[Span]| -> Vec<Piece> { spans.iter().map(|s| piece(s, numbering, w)).collect() };
    let part = |block: &Block| match block {
        Block::Paragraph(spans) => Part { is_list: false, items: vec![line(spans)] },
        Block::List(items) => Part { is_list: true, items: items.iter().map(|item| line(item)).collect() },
    };
    blocks.iter().map(part).collect()
}

fn piece(span: &Span, numbering: &mut Numbering, w: &'static Words) -> Piece {
    match span {
        Span::Text(text) => Piece::Text(text.clone()),
        Span::Emphasis(text) => Piece::Emphasis(text.clone()),
        Span::Link { text, href } => Piece::Link(text.clone(), href.clone()),
        Span::Cited(ids) => Piece::Refs(numbering.cite(ids, w)),
    }
}
