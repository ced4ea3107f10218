//! What a handler gives back. [`finish`] turns it into a response: it settles encoding, ETag, conditions and
//! headers in one place, for every address alike.

use axum::body::Body;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use headers::{ETag, HeaderMapExt, IfNoneMatch};
use http::header::{
    ACCEPT_ENCODING, ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_RANGE,
    CONTENT_TYPE, ETAG, IF_NONE_MATCH, IF_RANGE, RANGE, RETRY_AFTER, VARY,
};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use std::sync::Arc;

use super::encoding::{Effort, Encoding, encode};
use super::headers::Kind;
use super::packed::{LEAST, Packed, tag_of};
use super::range::{self, Part, part};
use crate::format::mvt::MVT;

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
    fn value(self) -> &'static str {
        match self {
            Keep::Forever => "public, max-age=31536000, immutable",
            Keep::Ask => "public, no-cache",
            Keep::Never => "no-store",
        }
    }
}

/// The body of an answer.
#[derive(Debug, Clone)]
enum Content {
    /// A file that is kept ready.
    Kept(Arc<Packed>),
    /// Made for this request.
    Made(Bytes),
    /// Nothing: the client's copy still holds.
    Unchanged,
}

/// An answer before encoding and conditions.
#[derive(Debug, Clone)]
pub struct Answer {
    status: StatusCode,
    media_type: &'static str,
    content: Content,
    keep: Keep,
    kind: Kind,
    tag: Option<String>,
    headers: Vec<(HeaderName, HeaderValue)>,
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
        Answer::made(Kind::Page, "text/html; charset=utf-8", html)
    }

    /// A file that is kept ready.
    pub fn kept(kind: Kind, file: Arc<Packed>) -> Answer {
        let answer = Answer::made(kind, file.media_type, Bytes::new());
        Answer { tag: Some(file.tag().to_owned()), content: Content::Kept(file), ..answer }
    }

    /// The client's copy, which it named by its ETag, still holds.
    pub fn unchanged(kind: Kind, tag: String) -> Answer {
        Answer { content: Content::Unchanged, tag: Some(tag), ..Answer::made(kind, "", Bytes::new()) }
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

/// The ETags of one resource differ by encoding, as their bytes do.
fn etag(tag: &str, encoding: Encoding) -> String {
    match encoding {
        Encoding::Identity => ["\"", tag, "\""].concat(),
        _ => ["\"", tag, "-", encoding.token(), "\""].concat(),
    }
}

/// Whether the client holds this resource in one of these encodings.
fn holds_in(request: &HeaderMap, tag: &str, encodings: &[Encoding]) -> bool {
    let Some(held) = request.typed_get::<IfNoneMatch>() else { return false };
    let mut here = encodings.iter().filter_map(|encoding| etag(tag, *encoding).parse::<ETag>().ok());
    here.any(|etag| !held.precondition_passes(&etag))
}

/// Whether the client holds this resource, in any encoding: for a body that is not made yet, since only its
/// size says whether it would be encoded.
pub fn holds(request: &HeaderMap, tag: &str) -> bool {
    holds_in(request, tag, &[Encoding::Identity, Encoding::Brotli, Encoding::Zstd, Encoding::Gzip])
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

/// What an answer heeds of its request.
pub struct Asking(HeaderMap);

impl Asking {
    /// Of a request.
    pub fn of(request: &Request) -> Asking {
        // These alone: to copy all headers would cost more than most answers do. A range is of GET only
        // (RFC 9110, 14.2).
        let ranged = request.method() == Method::GET && request.headers().contains_key(RANGE);
        let names: &[HeaderName] = match ranged {
            true => &[ACCEPT_ENCODING, IF_NONE_MATCH, IF_RANGE, RANGE],
            false => &[ACCEPT_ENCODING, IF_NONE_MATCH],
        };
        let mut asked = HeaderMap::new();
        for name in names {
            for value in request.headers().get_all(name) {
                asked.append(name.clone(), value.clone());
            }
        }
        Asking(asked)
    }
}

/// Completes an [`Answer`]; other responses pass.
pub async fn finish(mut response: Response, asking: &Asking) -> Response {
    match response.extensions_mut().remove::<Answer>() {
        Some(answer) => complete(answer, &asking.0).await,
        None => response,
    }
}

async fn complete(answer: Answer, asked: &HeaderMap) -> Response {
    let accept = asked.get(ACCEPT_ENCODING).and_then(|v| v.to_str().ok());
    let tag = match (&answer.tag, &answer.content) {
        (Some(tag), _) => Some(tag.clone()),
        (None, Content::Made(bytes)) if answer.keep == Keep::Ask => Some(tag_of(bytes)),
        _ => None,
    };
    let mut response = Response::new(Body::empty());
    *response.headers_mut() = answer.kind.headers();
    let in_parts = matches!(&answer.content, Content::Kept(file) if !may_be_encoded(file.media_type));
    let encoding = match answer.content {
        // RFC 9110, 15.4.5: a 304 carries the headers that a 200 would, without the body.
        Content::Unchanged => {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            Encoding::choose(accept, &[Encoding::Brotli, Encoding::Zstd, Encoding::Gzip])
        }
        Content::Kept(file) => {
            let encoding = Encoding::choose(accept, &file.offered());
            // In the encoding that would be sent now (RFC 9110, 13.1.2): else a shared cache, which asked before
            // the twins were made, would keep and hand out the plain bytes for as long as the file stands.
            if answer.status == StatusCode::OK && holds_in(asked, file.tag(), &[encoding]) {
                *response.status_mut() = StatusCode::NOT_MODIFIED;
            } else {
                let whole = file.form(encoding);
                let wanted = match in_parts && answer.status == StatusCode::OK {
                    true => part(asked, &format!("\"{}\"", file.tag()), whole.len()),
                    false => Part::Whole,
                };
                *response.status_mut() = answer.status;
                *response.body_mut() = match wanted {
                    Part::Whole => Body::from(whole.clone()),
                    Part::Bytes(range) => {
                        let told = format!("bytes {}-{}/{}", range.start, range.end - 1, whole.len());
                        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
                        response.headers_mut().extend(header(CONTENT_RANGE, &told));
                        Body::from(whole.slice(range))
                    }
                    Part::Beyond => return beyond(whole.len(), answer.kind),
                };
            }
            encoding
        }
        Content::Made(_)
            if answer.status == StatusCode::OK && tag.as_deref().is_some_and(|tag| holds(asked, tag)) =>
        {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            Encoding::choose(accept, &[Encoding::Zstd, Encoding::Brotli, Encoding::Gzip])
        }
        Content::Made(bytes) => {
            *response.status_mut() = answer.status;
            let worth = bytes.len() >= LEAST && may_be_encoded(answer.media_type);
            let offered: &[Encoding] =
                if worth { &[Encoding::Zstd, Encoding::Brotli, Encoding::Gzip] } else { &[] };
            let chosen = Encoding::choose(accept, offered);
            let (body, encoding) = encoded(bytes, chosen).await;
            *response.body_mut() = Body::from(body);
            encoding
        }
    };
    let not_modified = response.status() == StatusCode::NOT_MODIFIED;
    let headers = response.headers_mut();
    if !not_modified {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(answer.media_type));
        if encoding != Encoding::Identity {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding.token()));
        }
    }
    if let Some(etag) = tag.and_then(|tag| HeaderValue::try_from(etag(&tag, encoding)).ok()) {
        headers.insert(ETAG, etag);
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(answer.keep.value()));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    headers.insert(ACCEPT_RANGES, HeaderValue::from_static(if in_parts { "bytes" } else { "none" }));
    for (name, value) in answer.headers {
        if name == VARY {
            headers.append(name, value)
        } else {
            headers.insert(name, value).is_some()
        };
    }
    response
}

fn header(name: HeaderName, value: &str) -> Option<(HeaderName, HeaderValue)> {
    HeaderValue::from_str(value).ok().map(|value| (name, value))
}

/// No byte of what was asked for is there (RFC 9110, 15.5.17).
fn beyond(length: usize, kind: Kind) -> Response {
    let mut response = Response::new(Body::from(range::problem(length)));
    *response.status_mut() = StatusCode::RANGE_NOT_SATISFIABLE;
    let headers = response.headers_mut();
    *headers = kind.headers();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(Keep::Never.value()));
    headers.extend(header(CONTENT_RANGE, &format!("bytes */{length}")));
    response
}

/// Compresses a body; a large one off the threads that serve.
async fn encoded(bytes: Bytes, encoding: Encoding) -> (Bytes, Encoding) {
    const LARGE: usize = 256 * 1024;
    if encoding == Encoding::Identity {
        return (bytes, encoding);
    }
    let result = if bytes.len() < LARGE {
        encode(&bytes, encoding, Effort::Passing)
    } else {
        let whole = bytes.clone();
        let work = tokio::task::spawn_blocking(move || encode(&whole, encoding, Effort::Passing));
        work.await.unwrap_or_else(|_| Err(std::io::ErrorKind::Interrupted.into()))
    };
    match result {
        Ok(smaller) => (smaller, encoding),
        Err(_) => (bytes, Encoding::Identity),
    }
}
