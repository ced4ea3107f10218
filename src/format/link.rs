//! A link as OGC API writes it (OGC 17-069r4, 7.6).

use std::borrow::Cow;

use serde::Serialize;

/// A link with its relation and the type of what it leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Whole address.
    pub href: String,
    /// The relation.
    pub rel: &'static str,
    /// The media type.
    #[serde(rename = "type")]
    pub media_type: &'static str,
    /// A few words for people.
    pub title: Cow<'static, str>,
    /// Bytes, where they are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub length: Option<usize>,
    /// Whether words in braces are to be replaced before it is an address (RFC 6570).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub templated: bool,
}

impl Link {
    /// A link.
    pub fn new(
        rel: &'static str,
        media_type: &'static str,
        href: impl Into<String>,
        title: impl Into<Cow<'static, str>>,
    ) -> Link {
        Link { href: href.into(), rel, media_type, title: title.into(), length: None, templated: false }
    }

    /// A form of addresses, with words in braces.
    pub fn templated(self) -> Link {
        Link { templated: true, ..self }
    }

    /// With the number of bytes.
    pub fn length(self, bytes: usize) -> Link {
        Link { length: Some(bytes), ..self }
    }

    /// Links as a JSON array. A page of items has a dozen of them, and their addresses are as long as what was
    /// asked: byte for byte through a serialiser they would cost more than the features.
    pub fn array(links: &[Link]) -> Vec<u8> {
        let mut out = Vec::with_capacity(links.iter().map(Link::room).sum());
        for (at, link) in links.iter().enumerate() {
            out.push(if at == 0 { b'[' } else { b',' });
            out.extend_from_slice(b"{\"href\":\"");
            push(&link.href, &mut out);
            out.extend_from_slice(b"\",\"rel\":\"");
            push(link.rel, &mut out);
            out.extend_from_slice(b"\",\"type\":\"");
            push(link.media_type, &mut out);
            out.extend_from_slice(b"\",\"title\":\"");
            push(&link.title, &mut out);
            out.push(b'"');
            if let Some(length) = link.length {
                out.extend_from_slice(b",\"length\":");
                out.extend_from_slice(length.to_string().as_bytes());
            }
            if link.templated {
                out.extend_from_slice(b",\"templated\":true");
            }
            out.push(b'}');
        }
        if links.is_empty() {
            out.push(b'[');
        }
        out.push(b']');
        out
    }

    fn room(&self) -> usize {
        self.href.len() + self.rel.len() + self.media_type.len() + self.title.len() + 80
    }
}

/// A text as it stands between the quotation marks of JSON (RFC 8259, 7).
fn push(text: &str, out: &mut Vec<u8>) {
    // Without a branch for each byte and in bytes throughout, so that sixteen are looked at together.
    let escapes = |b: u8| u8::from(b < 0x20) | u8::from(b == b'"') | u8::from(b == b'\\');
    if text.bytes().fold(0, |any, b| any | escapes(b)) == 0 {
        out.extend_from_slice(text.as_bytes());
    } else {
        let quoted = serde_json::to_vec(text).unwrap_or_default();
        out.extend_from_slice(quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn links_are_the_same_json_as_through_serde(
            given in prop::collection::vec((".*", "[a-z\"\\\\\u{1}ñ锂]{0,9}", any::<Option<usize>>(), any::<bool>()), 0..4),
        ) {
            let links: Vec<Link> = given
                .into_iter()
                .map(|(href, title, length, templated)| Link {
                    href, rel: "next", media_type: "application/geo+json", title: title.into(), length, templated,
                })
                .collect();
            prop_assert_eq!(Link::array(&links), serde_json::to_vec(&links).expect("plain values"));
        }
    }
}
