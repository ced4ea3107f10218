//! Which bytes a client would be sent now, and whether it holds them already.

use headers::{ETag, HeaderMapExt, IfMatch, IfNoneMatch};
use http::HeaderMap;
use http::header::ACCEPT_ENCODING;

use super::answer::may_be_encoded;
use super::encoding::Encoding;

/// The ETags of one resource differ by encoding, as their bytes do.
pub fn etag(tag: &str, encoding: Encoding) -> String {
    match encoding {
        Encoding::Identity => ["\"", tag, "\""].concat(),
        _ => ["\"", tag, "-", encoding.token(), "\""].concat(),
    }
}

/// Whether the client holds this resource in the encoding that would be sent now (RFC 9110, 13.1.2).
pub fn holds_in(asked: &HeaderMap, tag: &str, encoding: Encoding) -> bool {
    let Some(held) = asked.typed_get::<IfNoneMatch>() else { return false };
    etag(tag, encoding).parse::<ETag>().is_ok_and(|etag| !held.precondition_passes(&etag))
}

/// Whether the client wants this resource only as it was, and it is another now, in whatever encoding (RFC 9110,
/// 13.1.1).
pub fn is_another(asked: &HeaderMap, tag: &str) -> bool {
    const ALL: [Encoding; 4] = [Encoding::Identity, Encoding::Brotli, Encoding::Zstd, Encoding::Gzip];
    asked.typed_get::<IfMatch>().is_some_and(|wanted| {
        let mut here = ALL.iter().filter_map(|encoding| etag(tag, *encoding).parse::<ETag>().ok());
        !here.any(|etag| wanted.precondition_passes(&etag))
    })
}

/// The encoding of a body that is made for this request, if it is large enough to be encoded.
pub fn passing(asked: &HeaderMap, media_type: &str) -> Encoding {
    match may_be_encoded(media_type) {
        true => Encoding::choose(accepted(asked), &[Encoding::Zstd, Encoding::Brotli, Encoding::Gzip]),
        false => Encoding::Identity,
    }
}

/// The encodings that a client takes.
pub fn accepted(asked: &HeaderMap) -> Option<&str> {
    asked.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok())
}

/// Whether the client is known to hold this resource before its body is made. What it holds of a small one, which
/// is not encoded, shows when that is made: its size is not known before.
pub fn holds(asked: &HeaderMap, tag: &str, media_type: &str) -> bool {
    holds_in(asked, tag, passing(asked, media_type))
}
