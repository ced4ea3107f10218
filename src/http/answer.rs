//! What a handler gives back; [`finish`](super::complete::finish) makes a response of it.

use std::ops::Range;
use std::sync::Arc;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::header::{CONTENT_DISPOSITION, RETRY_AFTER};
use http::{HeaderName, HeaderValue, StatusCode};

use super::headers::Kind;
use super::packed::Packed;
use crate::format::mvt::MVT;

/// The media type of a page for people.
pub const PAGE: &str = "text/html; charset=utf-8";

/// How long an answer may be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Its address changes with its bytes.
    Forever,
    /// Ask again each time; a 304 costs next to nothing.
    Ask,
    /// Never keep it.
    Never,
}

impl Keep {
    /// Value of `Cache-Control`.
    pub(super) fn value(self) -> &'static str {
        match self {
            Keep::Forever => "public, max-age=31536000, immutable",
            Keep::Ask => "public, no-cache",
            Keep::Never => "no-store",
        }
    }
}

/// The body of an answer.
#[derive(Debug, Clone)]
pub(super) enum Content {
    /// A file that is kept ready.
    Kept(Arc<Packed>),
    /// Part of one.
    Part(Arc<Packed>, Range<usize>),
    /// Made for this request.
    Made(Bytes),
    /// Nothing: the client's copy still holds.
    Unchanged,
}

/// An answer before encoding and conditions.
#[derive(Debug, Clone)]
pub struct Answer {
    pub(super) status: StatusCode,
    pub(super) media_type: &'static str,
    pub(super) content: Content,
    pub(super) keep: Keep,
    pub(super) kind: Kind,
    pub(super) tag: Option<String>,
    pub(super) headers: Vec<(HeaderName, HeaderValue)>,
}

impl Answer {
    /// A body made for this request.
    pub fn made(kind: Kind, media_type: &'static str, body: impl Into<Bytes>) -> Answer {
        Answer {
            status: StatusCode::OK,
            media_type,
            content: Content::Made(body.into()),
            keep: Keep::Ask,
            kind,
            tag: None,
            headers: Vec::new(),
        }
    }

    /// An HTML page.
    pub fn page(html: String) -> Answer {
        Answer::made(Kind::Page, PAGE, html)
    }

    /// A file that is kept ready.
    pub fn kept(kind: Kind, file: Arc<Packed>) -> Answer {
        let answer = Answer::made(kind, file.media_type, Bytes::new());
        Answer { tag: Some(file.tag().to_owned()), content: Content::Kept(file), ..answer }
    }

    /// The client's copy, which it named by its ETag, still holds; see [`holds`].
    pub fn unchanged(kind: Kind, media_type: &'static str, tag: String) -> Answer {
        Answer { content: Content::Unchanged, tag: Some(tag), ..Answer::made(kind, media_type, Bytes::new()) }
    }

    /// With another status.
    pub fn status(self, status: StatusCode) -> Answer {
        Answer { status, ..self }
    }

    /// Kept longer or shorter.
    pub fn keep(self, keep: Keep) -> Answer {
        Answer { keep, ..self }
    }

    /// With an ETag that was known before the body was made; its stem, without quotation marks.
    pub fn tag(self, tag: String) -> Answer {
        Answer { tag: Some(tag), ..self }
    }

    /// With one more header.
    pub fn header(mut self, name: HeaderName, value: &str) -> Answer {
        self.headers.extend(header(name, value));
        self
    }

    /// Saved under a name instead of shown, for `?download`.
    pub fn download(self, name: &str) -> Answer {
        self.header(CONTENT_DISPOSITION, &format!("attachment; filename=\"{name}\""))
    }

    /// To be tried again after some seconds.
    pub fn retry_after(self, seconds: u32) -> Answer {
        self.header(RETRY_AFTER, &seconds.to_string())
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::empty());
        response.extensions_mut().insert(self);
        response
    }
}

/// Binary files are never content-encoded, so that ranges of them mean what they say. Of a tile nobody asks for
/// ranges, and compressed it is a third.
pub fn may_be_encoded(media_type: &str) -> bool {
    media_type.starts_with("text/")
        || media_type == MVT
        || media_type.contains("json")
        || media_type.contains("xml")
        || media_type.contains("javascript")
}

/// A header that can be sent.
pub(super) fn header(name: HeaderName, value: &str) -> Option<(HeaderName, HeaderValue)> {
    HeaderValue::from_str(value).ok().map(|value| (name, value))
}
