//! Pages of a selection. A page is told by its offset, never by its number: clients change `limit`
//! between two pages, and the next must still begin where this one ended.

use super::Query;

/// The request for the next page; none where this one holds the last feature.
pub fn next(query: &Query, matched: usize) -> Option<Query> {
    let offset = query.offset.checked_add(query.limit)?;
    (offset < matched).then(|| Query { offset, ..query.clone() })
}

/// The request for the page before; none on the first.
pub fn previous(query: &Query, matched: usize) -> Option<Query> {
    let offset = query.offset.min(matched).saturating_sub(query.limit);
    (query.offset > 0).then(|| Query { offset, ..query.clone() })
}
