//! What the documents show as a filter finds something.

use crate::service::json;

const README: &str = include_str!("../../README.md");
const FILTERING: &str = include_str!("../../docs/filtering.md");

/// Filters that are typed into a shell.
fn typed(text: &str) -> impl Iterator<Item = &str> {
    text.split("\"filter=").skip(1).filter_map(|rest| rest.split('"').next())
}

/// Code that reads like a filter.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2).filter(|code| {
        let begins = code.starts_with(|c: char| c.is_ascii_alphabetic());
        let signs = [
            " = ",
            " > ",
            " >= ",
            " <> ",
            " LIKE ",
            " IN ",
            " BETWEEN ",
            " IS ",
            "S_INTERSECTS(",
            "T_",
            "A_OVERLAPS(",
        ];
        begins && code.contains(' ') && !code.contains('\n') && signs.iter().any(|sign| code.contains(sign))
    })
}

#[test]
fn every_filter_of_the_documents_finds_something() {
    let all: Vec<&str> = typed(README).chain(typed(FILTERING)).chain(code(FILTERING)).collect();
    assert!(all.len() > 12, "{all:?}");
    let mut empty = Vec::new();
    for filter in &all {
        let encoded: String = form_urlencoded::byte_serialize(filter.as_bytes()).collect();
        let found = json(&format!("/collections/projects/items?limit=1&filter={encoded}"));
        if found["numberMatched"] == 0 {
            empty.push(filter);
        }
    }
    assert!(empty.is_empty(), "{empty:#?}");
}
