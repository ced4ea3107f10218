//! The headers that say what a browser may do with an answer, by the kind of answer.

use std::sync::LazyLock;

use http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, CONTENT_SECURITY_POLICY, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderMap, HeaderName, HeaderValue};

/// What kind of thing an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A page for people; it may be framed by this site alone.
    Page,
    /// A frame for any page, of any host and from a file.
    Frame,
    /// Data and pictures: anyone may load them, from an opaque origin too.
    Open,
    /// Scripts, styles and fonts of the pages, likewise.
    Asset,
    /// For the operator.
    Inner,
}

/// Nothing but this server's own files; no inline script, no inline style.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     connect-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; \
     frame-ancestors 'self'";

/// The same without a word on who may frame it: `frame-ancestors *` would shut out pages opened from a file
/// and in the web views of apps.
const FRAME_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     connect-src 'self'; base-uri 'none'; form-action 'none'";

/// A file is no page: if a browser opens it, it runs nothing.
const FILE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/// A script that runs as a worker fetches what its page may fetch, and nothing else.
const ASSET_POLICY: &str = "default-src 'none'; connect-src 'self'";

/// What a script on another site may read of an answer.
pub const EXPOSED: &str = "accept-ranges, content-crs, content-disposition, content-range, etag, link, \
     ogc-numbermatched, ogc-numberreturned, retry-after, x-request-id";

const CORP: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const COEP: HeaderName = HeaderName::from_static("cross-origin-embedder-policy");
const COOP: HeaderName = HeaderName::from_static("cross-origin-opener-policy");

/// Room for the headers of any answer: a map that grows is filled twice.
const ROOM: usize = 24;

impl Kind {
    /// What every answer of this kind begins with. To copy them takes a third of setting each.
    pub fn headers(self) -> HeaderMap {
        static ALL: LazyLock<[HeaderMap; 5]> = LazyLock::new(|| {
            [Kind::Page, Kind::Frame, Kind::Open, Kind::Asset, Kind::Inner].map(|kind| {
                let mut headers = HeaderMap::with_capacity(ROOM);
                set(&mut headers, kind);
                headers
            })
        });
        ALL[self as usize].clone()
    }
}

fn set(headers: &mut HeaderMap, kind: Kind) {
    let mut set = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    set(X_CONTENT_TYPE_OPTIONS, "nosniff");
    match kind {
        Kind::Page => {
            set(CONTENT_SECURITY_POLICY, PAGE_POLICY);
            // Not stricter: map services refuse requests without a referrer.
            set(REFERRER_POLICY, "strict-origin-when-cross-origin");
            set(COOP, "same-origin");
        }
        Kind::Frame => {
            set(CONTENT_SECURITY_POLICY, FRAME_POLICY);
            set(REFERRER_POLICY, "strict-origin-when-cross-origin");
            // A host page that is cut off from others (COEP) lets in only what says both.
            set(CORP, "cross-origin");
            set(COEP, "require-corp");
        }
        Kind::Open | Kind::Asset => {
            set(CONTENT_SECURITY_POLICY, if kind == Kind::Asset { ASSET_POLICY } else { FILE_POLICY });
            set(ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            set(ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
            set(CORP, "cross-origin");
        }
        Kind::Inner => set(CONTENT_SECURITY_POLICY, FILE_POLICY),
    }
}
