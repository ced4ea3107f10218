//! Makes a response of an answer: encoding, ETag, conditions and headers are settled in one place, for every
//! address alike.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use bytes::Bytes;
use http::header::{
    ACCEPT_ENCODING, ACCEPT_RANGES, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_RANGE, CONTENT_TYPE, ETAG,
    IF_MATCH, IF_NONE_MATCH, IF_RANGE, RANGE, VARY,
};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};

use super::answer::{Answer, Content, Keep, header, may_be_encoded};
use super::encoding::{Effort, Encoding, encode};
use super::held::{accepted, etag, holds_in, is_another, passing};
use super::packed::{LEAST, tag_of};
use super::problem::Problem;
use super::range::{Part, part};
use super::unsent::Unsent;

/// What an answer heeds of its request.
pub struct Asking(HeaderMap);

impl Asking {
    /// Of a request.
    pub fn of(request: &Request) -> Asking {
        // These alone: to copy all headers would cost more than most answers do. A range is of GET only
        // (RFC 9110, 14.2).
        let ranged = request.method() == Method::GET && request.headers().contains_key(RANGE);
        let names: &[HeaderName] = match ranged {
            true => &[ACCEPT_ENCODING, IF_MATCH, IF_NONE_MATCH, IF_RANGE, RANGE],
            false => &[ACCEPT_ENCODING, IF_MATCH, IF_NONE_MATCH],
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
pub async fn finish(mut response: Response, asking: &Asking, unsent: &Unsent) -> Response {
    let Some(answer) = response.extensions_mut().remove::<Answer>() else { return response };
    match complete(in_part(answer, &asking.0), &asking.0, unsent).await {
        Ok(response) => response,
        // A problem is small enough for any time.
        Err(problem) => complete(problem.into(), &asking.0, unsent).await.unwrap_or_default(),
    }
}

async fn complete(answer: Answer, asked: &HeaderMap, unsent: &Unsent) -> Result<Response, Problem> {
    let tag = match (&answer.tag, &answer.content) {
        (Some(tag), _) => Some(tag.clone()),
        (None, Content::Made(bytes)) if answer.keep == Keep::Ask => Some(tag_of(bytes)),
        _ => None,
    };
    if answer.status == StatusCode::OK && tag.as_deref().is_some_and(|tag| is_another(asked, tag)) {
        let detail = "What is here has another ETag than those in `If-Match`.";
        return Err(Problem::new(StatusCode::PRECONDITION_FAILED, detail));
    }
    let mut response = Response::new(Body::empty());
    *response.headers_mut() = answer.kind.headers();
    let in_parts = match &answer.content {
        Content::Kept(file) => !may_be_encoded(file.media_type),
        Content::Part(..) => true,
        Content::Made(_) | Content::Unchanged => false,
    };
    let encoding = match answer.content {
        // RFC 9110, 15.4.5: a 304 carries the headers that a 200 would, without the body.
        Content::Unchanged => {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            passing(asked, answer.media_type)
        }
        Content::Kept(file) => {
            let encoding = Encoding::choose(accepted(asked), &file.offered());
            // Else a shared cache, which asked before the twins were made, would keep and hand out the plain bytes
            // for as long as the file stands.
            if answer.status == StatusCode::OK && holds_in(asked, file.tag(), encoding) {
                *response.status_mut() = StatusCode::NOT_MODIFIED;
            } else {
                *response.status_mut() = answer.status;
                *response.body_mut() = Body::from(file.form(encoding).clone());
            }
            encoding
        }
        Content::Part(file, range) => {
            let told = format!("bytes {}-{}/{}", range.start, range.end - 1, file.identity().len());
            *response.status_mut() = StatusCode::PARTIAL_CONTENT;
            response.headers_mut().extend(header(CONTENT_RANGE, &told));
            *response.body_mut() = Body::from(file.identity().slice(range));
            Encoding::Identity
        }
        Content::Made(bytes) => {
            let chosen = match bytes.len() >= LEAST {
                true => passing(asked, answer.media_type),
                false => Encoding::Identity,
            };
            let held = tag.as_deref().is_some_and(|tag| holds_in(asked, tag, chosen));
            if answer.status == StatusCode::OK && held {
                *response.status_mut() = StatusCode::NOT_MODIFIED;
                chosen
            } else {
                *response.status_mut() = answer.status;
                let (body, encoding) = encoded(bytes, chosen).await;
                *response.body_mut() = Body::from(unsent.hold(body)?);
                encoding
            }
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
    Ok(response)
}

/// The part that is asked for of a file that can be read in parts, unless the client holds the whole (RFC 9110,
/// 13.2.2).
fn in_part(answer: Answer, asked: &HeaderMap) -> Answer {
    let Content::Kept(file) = &answer.content else { return answer };
    let whole = answer.status != StatusCode::OK || may_be_encoded(file.media_type);
    if whole || holds_in(asked, file.tag(), Encoding::Identity) {
        return answer;
    }
    let length = file.identity().len();
    match part(asked, &etag(file.tag(), Encoding::Identity), length) {
        Part::Whole => answer,
        Part::Bytes(range) => Answer { content: Content::Part(Arc::clone(file), range), ..answer },
        // RFC 9110, 15.5.17.
        Part::Beyond => {
            let detail = format!("The file has {length} bytes; none of them lies in this range.");
            Answer::from(Problem::new(StatusCode::RANGE_NOT_SATISFIABLE, detail))
                .header(CONTENT_RANGE, &format!("bytes */{length}"))
                .header(ACCEPT_RANGES, "bytes")
        }
    }
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
