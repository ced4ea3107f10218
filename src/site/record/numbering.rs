//! Source numbers: each source of a record has one number, in order of appearance.

use std::fmt;

use askama::filters::HtmlSafe;

use crate::site::words::{Words, fill};

/// Gives numbers out while a record is told from top to bottom.
#[derive(Debug, Default)]
pub struct Numbering {
    ids: Vec<String>,
}

impl Numbering {
    /// The numbers of these sources, in ascending order.
    pub fn cite(&mut self, ids: &[String], w: &'static Words) -> Refs {
        let mut numbers: Vec<usize> = ids.iter().map(|id| self.number(id)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        Refs { numbers, w }
    }

    fn number(&mut self, id: &str) -> usize {
        let at = self.ids.iter().position(|known| known == id).unwrap_or_else(|| {
            self.ids.push(id.to_owned());
            self.ids.len() - 1
        });
        at + 1
    }

    /// The sources in the order of their numbers, from 1.
    pub fn ids(&self) -> impl Iterator<Item = (usize, &str)> {
        self.ids.iter().enumerate().map(|(at, id)| (at + 1, id.as_str()))
    }
}

/// The source numbers of one value, as links to the list at the foot of the record.
#[derive(Debug)]
pub struct Refs {
    numbers: Vec<usize>,
    w: &'static Words,
}

impl fmt::Display for Refs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The no-break space keeps a number from standing alone on a line.
        f.write_str("&nbsp;<span class=\"refs\">")?;
        for n in &self.numbers {
            let label = fill(self.w.source, &[("n", &n.to_string())]);
            write!(f, "<a class=\"src\" href=\"#source-{n}\" aria-label=\"{label}\">{n}</a>")?;
        }
        f.write_str("</span>")
    }
}

impl HtmlSafe for Refs {}
