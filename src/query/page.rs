//! Pages of a selection. A page is told by its offset, never by its number: clients change `limit`
//! between two pages, and the next must still begin where this one ended.

use super::Query;

/// Where the next page begins; none where this one holds the last feature.
pub fn next(query: &Query, matched: usize) -> Option<usize> {
    query.offset.checked_add(query.limit).filter(|offset| *offset < matched)
}

/// Where the page before begins; none on the first.
pub fn previous(query: &Query, matched: usize) -> Option<usize> {
    let offset = query.offset.min(matched).saturating_sub(query.limit);
    (query.offset > 0).then_some(offset)
}
