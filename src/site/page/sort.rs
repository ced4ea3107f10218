//! In which order the list stands.

use std::cmp::{Ordering, Reverse};

use super::seen::Seen;
use crate::atlas::{Atlas, Lang};
use crate::fold;

/// An order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// The latest event first.
    #[default]
    Event,
    /// By name.
    Name,
    /// By status, in the order of the vocabulary.
    Status,
    /// What a search found best first.
    Relevance,
}

impl Sort {
    /// All of them, the default first.
    pub const ALL: [Sort; 4] = [Sort::Event, Sort::Name, Sort::Status, Sort::Relevance];

    /// The word in the address.
    pub fn id(self) -> &'static str {
        match self {
            Sort::Event => "event",
            Sort::Name => "name",
            Sort::Status => "status",
            Sort::Relevance => "relevance",
        }
    }

    /// From the word in the address.
    pub fn from_id(id: &str) -> Option<Sort> {
        Sort::ALL.into_iter().find(|sort| sort.id() == id)
    }

    /// Puts what is seen in this order; where two are equal the latest event comes first, then the id.
    pub(super) fn apply(self, seen: &mut [Seen], atlas: &Atlas, lang: Lang) {
        seen.sort_by(by_event);
        match self {
            Sort::Event => {}
            Sort::Name => seen.sort_by_cached_key(|s| fold::search(s.project.name.get(lang))),
            Sort::Status => {
                let place = |s: &Seen| atlas.vocabulary.statuses.iter().position(|term| term.id == s.status);
                seen.sort_by_key(|s| place(s));
            }
            Sort::Relevance => seen.sort_by_key(|s| s.rank),
        }
    }
}

fn by_event(a: &Seen, b: &Seen) -> Ordering {
    let key = |s: &Seen| Reverse(s.last);
    key(a).cmp(&key(b)).then_with(|| a.project.id.cmp(&b.project.id))
}
