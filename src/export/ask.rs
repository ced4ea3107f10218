//! Asks the router for every address, and for what the pages name beside.

use std::collections::BTreeSet;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::available_parallelism;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::response::Response;
use bytes::Bytes;
use http::header::{ACCEPT, CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderName, StatusCode};
use percent_encoding::percent_decode_str;
use tokio::task::{JoinError, JoinSet};
use tower::ServiceExt;

use super::Page;
use super::manifest::is_inside;
use crate::links::{Links, files};

/// Why an address is not written.
#[derive(Debug, thiserror::Error)]
pub enum NoAnswer {
    /// The router did not give what was asked for.
    #[error("`{address}` was answered with {status}: a fault of the program, please report it")]
    Status {
        /// What was asked.
        address: String,
        /// What came.
        status: StatusCode,
    },
    /// No address, or a body that broke off.
    #[error("`{address}` could not be asked for: {reason}")]
    Broken {
        /// What was asked.
        address: String,
        /// Why.
        reason: String,
    },
    /// Whoever asked broke, and what was asked is not known.
    #[error("the export broke off: {0}; a fault of the program, please report it")]
    Asker(#[from] JoinError),
}

/// An address, and the name of its file where that is not told by the address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wanted {
    /// Path and query below the public address.
    pub ask: String,
    /// The address as a file.
    pub file: String,
}

impl Wanted {
    /// An address that is a file by itself.
    pub fn plain(address: String) -> Wanted {
        Wanted { file: address.clone(), ask: address }
    }
}

/// What is said where a host finds nothing, in each language; hosts look for the first.
pub const NOTHING: &str = "404.html";

/// Asks for every address once, and for what the answers name, on all cores; `take` gets each answer, in no
/// order. The first failure ends it.
pub async fn all<E: From<NoAnswer> + Send + 'static>(
    router: Router,
    links: &Links,
    first: Vec<Wanted>,
    take: impl Fn(Page) -> Result<(), E> + Send + Sync + 'static,
    found: impl Fn(usize),
) -> Result<(), E> {
    let take = Arc::new(take);
    let mut seen = BTreeSet::new();
    let mut wave: Vec<Wanted> = first;
    loop {
        wave.retain(|wanted| seen.insert(wanted.file.clone()));
        if wave.is_empty() {
            return Ok(());
        }
        found(wave.len());
        wave = self::wave(&router, links, wave, &take).await?;
    }
}

/// Twice as many as cores: while one waits for a picture, another is asked for.
async fn wave<E: From<NoAnswer> + Send + 'static>(
    router: &Router,
    links: &Links,
    wanted: Vec<Wanted>,
    take: &Arc<impl Fn(Page) -> Result<(), E> + Send + Sync + 'static>,
) -> Result<Vec<Wanted>, E> {
    let workers = 2 * available_parallelism().map_or(1, NonZero::get);
    let (wanted, next) = (Arc::new(wanted), Arc::new(AtomicUsize::new(0)));
    let named = Arc::new(Mutex::new(BTreeSet::new()));
    let mut working = JoinSet::new();
    for _ in 0..workers {
        let (router, links, take) = (router.clone(), links.clone(), Arc::clone(take));
        let (wanted, next, named) = (Arc::clone(&wanted), Arc::clone(&next), Arc::clone(&named));
        working.spawn(async move {
            while let Some(wanted) = wanted.get(next.fetch_add(1, Ordering::Relaxed)) {
                let page = patiently(&router, wanted).await?;
                if let Ok(text) = std::str::from_utf8(&page.body) {
                    let follow = named_in(text, &links);
                    named.lock().unwrap_or_else(PoisonError::into_inner).extend(follow);
                }
                take(page)?;
            }
            Ok::<(), E>(())
        });
    }
    while let Some(done) = working.join_next().await {
        // Dropping the set ends the others.
        done.map_err(NoAnswer::from)??;
    }
    let named = std::mem::take(&mut *named.lock().unwrap_or_else(PoisonError::into_inner));
    Ok(named.into_iter().collect())
}

/// A machine that has much else to do may be too slow for a reader's patience; an export has more.
async fn patiently(router: &Router, wanted: &Wanted) -> Result<Page, NoAnswer> {
    const AGAIN: usize = 3;
    let mut last = one(router, wanted).await;
    for _ in 0..AGAIN {
        match last {
            Err(NoAnswer::Status { status: StatusCode::SERVICE_UNAVAILABLE, .. }) => {
                last = one(router, wanted).await;
            }
            _ => break,
        }
    }
    last
}

async fn one(router: &Router, wanted: &Wanted) -> Result<Page, NoAnswer> {
    let broken = |reason: String| NoAnswer::Broken { address: wanted.ask.clone(), reason };
    // People's form, where an address has several.
    let request = Request::get(&wanted.ask).header(ACCEPT, "text/html, */*;q=0.5").body(Body::empty());
    let request = request.map_err(|error| broken(error.to_string()))?;
    let response = router.clone().oneshot(request).await.map_err(|error| broken(error.to_string()))?;
    let status = response.status();
    // A withdrawn record has a page that says so.
    let expected = match wanted.file.ends_with(NOTHING) {
        true => status == StatusCode::NOT_FOUND,
        false => status == StatusCode::OK || status == StatusCode::GONE,
    };
    if !expected {
        return Err(NoAnswer::Status { address: wanted.ask.clone(), status });
    }
    let (media_type, cache) = (told(&response, &CONTENT_TYPE), told(&response, &CACHE_CONTROL));
    let body = to_bytes(response.into_body(), usize::MAX).await.map_err(|error| broken(error.to_string()))?;
    page(wanted, media_type, cache, body).ok_or_else(|| broken("its name is no file's".to_owned()))
}

fn told(response: &Response, name: &HeaderName) -> String {
    response.headers().get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned()
}

/// The answer under the name by which plain hosts find it: a page is the index of a folder, whose address
/// works with a slash and without.
fn page(wanted: &Wanted, media_type: String, cache: String, body: Bytes) -> Option<Page> {
    let decoded = percent_decode_str(&wanted.file).decode_utf8().ok()?;
    let name = decoded.trim_matches('/');
    let last = name.rsplit('/').next().unwrap_or_default();
    let is_page = media_type.starts_with("text/html") && !last.ends_with(".html");
    let path = match (is_page, name) {
        (true, "") => "index.html".to_owned(),
        (true, _) => format!("{name}/index.html"),
        (false, _) if !last.contains('.') => format!("{name}/{}", files::LIST),
        (false, _) => name.to_owned(),
    };
    let address = wanted.file.clone();
    is_inside(&path).then_some(Page { path, address, media_type, cache, body })
}

/// What a text names that no route tells of: pictures of a view, and descriptions of frames.
fn named_in(text: &str, links: &Links) -> BTreeSet<Wanted> {
    let mut named = BTreeSet::new();
    let of_address = |c: char| c.is_ascii_alphanumeric() || "-._~=,/:%".contains(c);
    for needle in [files::MARK, files::OEMBED] {
        for (at, _) in text.match_indices(needle) {
            let begin = text[..at]
                .rfind(|c| !of_address(c))
                .map_or(0, |before| before + text[before..].chars().next().map_or(1, char::len_utf8));
            let end = text[at..].find(|c| !of_address(c)).map_or(text.len(), |after| at + after);
            named.extend(wanted(&text[begin..end], links));
        }
    }
    named
}

fn wanted(address: &str, links: &Links) -> Option<Wanted> {
    let below = links.below(address).or_else(|| address.strip_prefix(links.prefix()))?;
    let below = below.strip_prefix('/').map(|_| below)?;
    if let Some(ask) = files::asked_picture(below) {
        let is_picture = ask.contains("/image.") || ask.contains("/story/");
        return is_picture.then(|| Wanted { ask, file: below.to_owned() });
    }
    let (path, form) = files::asked_oembed(below)?;
    let url: String =
        form_urlencoded::byte_serialize(links.absolute(&links.path(&path)).as_bytes()).collect();
    Some(Wanted { ask: format!("/oembed?url={url}&format={form}"), file: below.to_owned() })
}
