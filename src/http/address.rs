//! What an address says before a handler sees it.

use std::borrow::Cow;

use axum::extract::{self, FromRequestParts, RawPathParams, Request};
use http::request::Parts;
use http::uri::PathAndQuery;
use http::{StatusCode, Uri};
use serde::de::DeserializeOwned;

use super::problem::Problem;

/// The address without the public prefix, doubled slashes and a slash at its end, so that
/// `/atlas/ogc/`, `//ogc` and `/ogc` are one. Clients add slashes; the conformance suite asks for
/// `//conformance`.
pub fn tidied(request: &mut Request, prefix: &str) {
    let path = request.uri().path();
    if prefix.is_empty() && is_tidy(path) {
        return;
    }
    let below = match path.strip_prefix(prefix) {
        Some(rest) if !prefix.is_empty() && (rest.is_empty() || rest.starts_with('/')) => rest,
        _ => path,
    };
    let tidy: String =
        below.split('/').filter(|part| !part.is_empty()).flat_map(|part| ["/", part]).collect();
    let tidy = if tidy.is_empty() { "/".to_owned() } else { tidy };
    if tidy == path {
        return;
    }
    let whole = match request.uri().query() {
        Some(query) => format!("{tidy}?{query}"),
        None => tidy,
    };
    let mut parts = request.uri().clone().into_parts();
    if let Ok(path) = whole.parse::<PathAndQuery>() {
        parts.path_and_query = Some(path);
        if let Ok(uri) = Uri::from_parts(parts) {
            *request.uri_mut() = uri;
        }
    }
}

/// Whether nothing is to be taken away, as of most addresses.
fn is_tidy(path: &str) -> bool {
    path == "/" || !(path.ends_with('/') || path.contains("//"))
}

/// The first value of a parameter; of those that [`crate::query`] does not read, further ones are passed over.
pub fn parameter<'q>(query: Option<&'q str>, wanted: &str) -> Option<Cow<'q, str>> {
    let mut pairs = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    pairs.find(|(name, _)| name == wanted).map(|(_, value)| value)
}

/// The segments that a route leaves open, as axum reads them, with a problem in place of its plain refusal.
pub struct Path<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Path<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Path<T>, Problem> {
        let segments = extract::Path::from_request_parts(parts, state).await;
        segments.map(|extract::Path(segments)| Path(segments)).map_err(|_| no_text())
    }
}

fn no_text() -> Problem {
    Problem::new(StatusCode::BAD_REQUEST, "The address is not valid UTF-8.")
}

/// The last segment of an address, split once at its last dot: `jujuy-seguro.json` is the name
/// `jujuy-seguro` with the ending `json`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Before the dot.
    pub stem: String,
    /// After it.
    pub ending: Option<String>,
}

impl Named {
    /// Splits a segment.
    pub fn of(segment: &str) -> Named {
        match segment.rsplit_once('.') {
            Some((stem, ending)) if !stem.is_empty() && !ending.is_empty() => {
                Named { stem: stem.to_owned(), ending: Some(ending.to_owned()) }
            }
            _ => Named { stem: segment.to_owned(), ending: None },
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Named {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Named, Problem> {
        let params = RawPathParams::from_request_parts(parts, state).await.map_err(|_| no_text())?;
        Ok(Named::of(params.iter().last().map(|(_, value)| value).unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    #[test]
    fn slashes_and_the_public_prefix_make_no_other_address() {
        for (given, tidy) in [
            ("/", "/"),
            ("//conformance", "/conformance"),
            ("/ogc/?f=json", "/ogc?f=json"),
            ("/atlas", "/"),
            ("/atlas/es/", "/es"),
            ("/atlasfoo/", "/atlasfoo"),
        ] {
            let mut request = Request::new(Body::empty());
            *request.uri_mut() = given.parse().expect("an address");
            tidied(&mut request, "/atlas");
            assert_eq!(request.uri().to_string(), tidy);
        }
    }

    #[test]
    fn a_name_is_split_once() {
        assert_eq!(Named::of("a.b.json"), Named { stem: "a.b".into(), ending: Some("json".into()) });
        assert_eq!(Named::of("a"), Named { stem: "a".into(), ending: None });
        assert_eq!(Named::of(".json"), Named { stem: ".json".into(), ending: None });
    }
}
