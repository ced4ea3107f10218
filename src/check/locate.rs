//! From a JSON pointer to the place in the text.

use std::ops::Range;

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use crate::atlas::read::MARK;

/// A file that was read as JSON (RFC 8259, nothing looser).
#[derive(Debug)]
pub struct Located<'a> {
    text: &'a str,
    root: Value<'a>,
}

/// RFC 8259 and nothing looser.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

impl<'a> Located<'a> {
    /// None where the text is not JSON.
    pub fn parse(text: &'a str) -> Option<Located<'a>> {
        let text = text.trim_start_matches(MARK);
        let root = parse_to_ast(text, &CollectOptions::default(), &STRICT).ok()?.value?;
        Some(Located { text, root })
    }

    /// The whole value.
    pub fn root(&self) -> &Value<'a> {
        &self.root
    }

    /// The bytes of the value at a pointer; of its key where the value takes several lines; of what
    /// it should stand in where it is missing.
    pub fn span(&self, pointer: &str) -> Range<usize> {
        let mut at = &self.root;
        let mut range = at.range();
        for part in pointer.split('/').skip(1) {
            let part = part.replace("~1", "/").replace("~0", "~");
            match at {
                Value::Object(object) => match object.get(&part) {
                    Some(member) => {
                        at = &member.value;
                        let long = at.text(self.text).contains('\n');
                        range = if long { member.name.range() } else { at.range() };
                    }
                    None => break,
                },
                Value::Array(list) => match part.parse::<usize>().ok().and_then(|i| list.elements.get(i)) {
                    Some(element) => {
                        at = element;
                        range = at.range();
                    }
                    None => break,
                },
                _ => break,
            }
        }
        range.start..range.end
    }

    /// Line and column of a byte, both from 1, the column in characters.
    pub fn line_and_column(&self, byte: usize) -> (usize, usize) {
        line_and_column(self.text, byte)
    }
}

/// Line and column of a byte, both from 1, the column in characters.
pub fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let before = &text[..text.floor_char_boundary(byte)];
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[start..].chars().count() + 1)
}

/// The byte of a line and column.
pub fn byte(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(start..).unwrap_or_default();
    let offset = rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
    (start + offset).min(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_finds_its_value_or_what_it_is_missing_from() {
        let text = "{\n \"é\": [1, {\"a\": \"x\"}],\n \"c\": [\n 2]\n}";
        let located = Located::parse(text).expect("JSON");
        let told = |pointer: &str| &text[located.span(pointer)];
        assert_eq!(told("/é/0"), "1");
        assert_eq!(told("/é/1/a"), "\"x\"");
        assert_eq!(told("/é"), "[1, {\"a\": \"x\"}]");
        assert_eq!(told("/c"), "\"c\"");
        assert_eq!(told("/é/1/missing"), "{\"a\": \"x\"}");
        assert_eq!(located.line_and_column(located.span("/é/0").start), (2, 8));
        assert_eq!(byte(text, 2, 8), located.span("/é/0").start);
    }
}
