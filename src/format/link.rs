//! A link as OGC API writes it (OGC 17-069r4, 7.6).

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
    pub title: String,
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
        title: impl Into<String>,
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
}
