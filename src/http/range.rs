//! Which part of a file a client asks for (RFC 9110, 14).

use std::ops::Range;

use http::HeaderMap;
use http::header::{IF_RANGE, RANGE};

/// What to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// All of it: no part was asked for, or of an older copy, or in a way that may be ignored.
    Whole,
    /// These bytes.
    Bytes(Range<usize>),
    /// None of what was asked for lies in the file.
    Beyond,
}

/// The part of a file of this length and strong ETag, quotation marks included. Several ranges at once
/// are answered with the whole, which 14.2 allows.
pub fn part(asked: &HeaderMap, etag: &str, length: usize) -> Part {
    let text = |name| asked.get(name).and_then(|v| v.to_str().ok());
    // A date never matches: these files have none.
    if text(IF_RANGE).is_some_and(|held| held != etag) {
        return Part::Whole;
    }
    text(RANGE).and_then(|range| read(range, length)).unwrap_or(Part::Whole)
}

/// `None` where it is no single range of bytes.
fn read(text: &str, length: usize) -> Option<Part> {
    let (unit, range) = text.split_once('=')?;
    let (first, last) = range.trim().split_once('-').filter(|_| unit.eq_ignore_ascii_case("bytes"))?;
    let number = |digits: &str| {
        let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| digits.parse().unwrap_or(usize::MAX))
    };
    let range = match (number(first), number(last)) {
        (Some(first), Some(last)) if first <= last => first..last.saturating_add(1).min(length),
        (Some(first), None) if last.is_empty() => first..length,
        (None, Some(suffix)) if first.is_empty() => length.saturating_sub(suffix)..length,
        _ => return None,
    };
    Some(if range.start < range.end { Part::Bytes(range) } else { Part::Beyond })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_read_as_the_rfc_has_it() {
        for (text, part) in [
            ("bytes=0-0", Some(Part::Bytes(0..1))),
            ("bytes=2-", Some(Part::Bytes(2..10))),
            ("bytes=-3", Some(Part::Bytes(7..10))),
            ("bytes=-30", Some(Part::Bytes(0..10))),
            ("bytes=4-99999999999999999999999", Some(Part::Bytes(4..10))),
            ("Bytes=9-9", Some(Part::Bytes(9..10))),
            ("bytes=10-", Some(Part::Beyond)),
            ("bytes=-0", Some(Part::Beyond)),
            ("bytes=5-2", None),
            ("bytes=0-1,3-4", None),
            ("bytes=-", None),
            ("bytes=+1-2", None),
            ("lines=0-1", None),
            ("0-1", None),
        ] {
            assert_eq!(read(text, 10), part, "{text}");
        }
        assert_eq!(read("bytes=0-", 0), Some(Part::Beyond));
    }
}
