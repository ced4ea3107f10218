//! Content encodings: which one a client gets, and how bytes are put into it.

use std::io::{self, Write};

use bytes::Bytes;

/// How a body is encoded on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// As it is.
    Identity,
    /// RFC 7932.
    Brotli,
    /// RFC 8878.
    Zstd,
    /// RFC 1952.
    Gzip,
}

impl Encoding {
    /// The token of the header; also the mark in the ETag.
    pub fn token(self) -> &'static str {
        match self {
            Encoding::Identity => "identity",
            Encoding::Brotli => "br",
            Encoding::Zstd => "zstd",
            Encoding::Gzip => "gzip",
        }
    }

    fn from_token(token: &str) -> Option<Encoding> {
        [Encoding::Identity, Encoding::Brotli, Encoding::Zstd, Encoding::Gzip]
            .into_iter()
            .find(|e| e.token() == token)
    }

    /// The best of `offered`, which stand in the server's order of preference, for an
    /// `Accept-Encoding`; q values count first. Identity where nothing else is wanted.
    pub fn choose(accept: Option<&str>, offered: &[Encoding]) -> Encoding {
        if accept.is_none() || offered.is_empty() {
            return Encoding::Identity;
        }
        let mut tokens: Vec<&str> = offered.iter().map(|e| e.token()).collect();
        // Last, so that of two that are liked alike the smaller is sent.
        tokens.push(Encoding::Identity.token());
        negotiator::preferred_encodings(accept, Some(&tokens), Some(&tokens))
            .first()
            .and_then(|token| Encoding::from_token(token))
            .unwrap_or(Encoding::Identity)
    }
}

/// How hard to try: once for a file that is kept, or for every answer anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// Small matters more than soon.
    Kept,
    /// Soon matters more than small.
    Passing,
}

/// Encodes bytes; an error only where the encoder itself fails.
pub fn encode(bytes: &[u8], encoding: Encoding, effort: Effort) -> io::Result<Bytes> {
    let kept = effort == Effort::Kept;
    Ok(match encoding {
        Encoding::Identity => Bytes::copy_from_slice(bytes),
        Encoding::Gzip => {
            let level = flate2::Compression::new(if kept { 6 } else { 3 });
            let mut encoder = flate2::write::GzEncoder::new(Vec::with_capacity(bytes.len() / 4), level);
            encoder.write_all(bytes)?;
            tight(encoder.finish()?)
        }
        Encoding::Zstd => tight(zstd::bulk::compress(bytes, if kept { 9 } else { 1 })?),
        Encoding::Brotli => {
            let params = brotli::enc::BrotliEncoderParams {
                quality: if kept { 9 } else { 3 },
                lgwin: 22,
                size_hint: bytes.len(),
                ..Default::default()
            };
            let mut out = Vec::with_capacity(bytes.len() / 4);
            brotli::BrotliCompress(&mut io::Cursor::new(bytes), &mut out, &params)?;
            tight(out)
        }
    })
}

/// Without the room that an encoder asked for and did not need: a kept form would hold it for as long.
fn tight(mut bytes: Vec<u8>) -> Bytes {
    bytes.shrink_to_fit();
    bytes.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Encoding::*;

    #[test]
    fn q_values_count_before_the_servers_own_order() {
        let offered = [Brotli, Zstd, Gzip];
        let choose = |accept| Encoding::choose(accept, &offered);
        assert_eq!(choose(Some("gzip, deflate, br, zstd")), Brotli);
        assert_eq!(choose(Some("gzip, br;q=0.5")), Gzip);
        assert_eq!(choose(Some("zstd;q=0, gzip;q=0.1")), Gzip);
        assert_eq!(choose(Some("deflate")), Identity);
        assert_eq!(choose(Some("gzip;q=0.001, identity;q=1")), Identity);
        assert_eq!(choose(Some("gzip;q=0.5, identity;q=0.5")), Gzip);
        assert_eq!(choose(Some("gzip;q=0.5")), Gzip);
        assert_eq!(choose(None), Identity);
        assert_eq!(choose(Some("*")), Brotli);
        assert_eq!(choose(Some("\u{1}, ;;q=")), Identity);
    }
}
