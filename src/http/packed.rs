//! A whole file kept ready: its bytes, their hash, and its compressed twins.

use std::sync::OnceLock;

use bytes::Bytes;

use super::encoding::{Effort, Encoding, encode};

/// A file that does not change while the catalogue stands. The compressed twins come later, from
/// a thread in the background, so that they keep nobody waiting; until then a client gets the
/// best that is there.
#[derive(Debug)]
pub struct Packed {
    /// Value of `Content-Type`.
    pub media_type: &'static str,
    identity: Bytes,
    tag: String,
    brotli: OnceLock<Bytes>,
    zstd: OnceLock<Bytes>,
    gzip: OnceLock<Bytes>,
}

/// Below this many bytes a compressed form saves nothing worth its header.
pub const LEAST: usize = 512;
/// From this many bytes on there is no Brotli: while it works it holds several times the file. Who reads
/// files of this size, reads gzip.
const LARGE: usize = 8 * 1024 * 1024;

impl Packed {
    /// A file, not yet compressed.
    pub fn new(media_type: &'static str, bytes: Bytes) -> Packed {
        Packed {
            media_type,
            tag: tag_of(&bytes),
            identity: bytes,
            brotli: OnceLock::new(),
            zstd: OnceLock::new(),
            gzip: OnceLock::new(),
        }
    }

    /// A file whose twins were made at build.
    pub fn built(
        media_type: &'static str,
        identity: &'static [u8],
        br: &'static [u8],
        gz: &'static [u8],
    ) -> Packed {
        let packed = Packed::new(media_type, Bytes::from_static(identity));
        let twin = |slot: &OnceLock<Bytes>, bytes: &'static [u8]| {
            if !bytes.is_empty() {
                slot.get_or_init(|| Bytes::from_static(bytes));
            }
        };
        twin(&packed.brotli, br);
        twin(&packed.gzip, gz);
        packed
    }

    /// The hash of the bytes, the stem of every ETag of this file.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The bytes as they are.
    pub fn identity(&self) -> &Bytes {
        &self.identity
    }

    /// The forms that are there, best first.
    pub fn offered(&self) -> Vec<Encoding> {
        let there = [
            (Encoding::Brotli, self.brotli.get()),
            (Encoding::Zstd, self.zstd.get()),
            (Encoding::Gzip, self.gzip.get()),
        ];
        there.into_iter().filter_map(|(encoding, bytes)| bytes.map(|_| encoding)).collect()
    }

    /// The bytes in a form; as they are where that form is not there.
    pub fn form(&self, encoding: Encoding) -> &Bytes {
        let slot = match encoding {
            Encoding::Identity => None,
            Encoding::Brotli => self.brotli.get(),
            Encoding::Zstd => self.zstd.get(),
            Encoding::Gzip => self.gzip.get(),
        };
        slot.unwrap_or(&self.identity)
    }

    /// Whether a form is there, or would save nothing.
    pub fn is_ready(&self, encoding: Encoding) -> bool {
        encoding == Encoding::Identity || self.identity.len() < LEAST || self.offered().contains(&encoding)
    }

    /// Makes one compressed twin, unless it is there.
    pub fn fill(&self, encoding: Encoding) {
        self.fill_with(encoding, Effort::Kept);
    }

    /// The same, with more or less effort.
    pub fn fill_with(&self, encoding: Encoding, effort: Effort) {
        let slot = match encoding {
            Encoding::Identity => return,
            Encoding::Brotli => &self.brotli,
            Encoding::Zstd => &self.zstd,
            Encoding::Gzip => &self.gzip,
        };
        let unfit =
            self.identity.len() < LEAST || (encoding == Encoding::Brotli && self.identity.len() >= LARGE);
        if unfit || slot.get().is_some() {
            return;
        }
        match encode(&self.identity, encoding, effort) {
            Ok(bytes) => {
                slot.get_or_init(|| bytes);
            }
            Err(error) => tracing::warn!(%error, encoding = encoding.token(), "a file stays uncompressed"),
        }
    }
}

/// 128 bits of blake3 over the bytes, hexadecimal.
pub fn tag_of(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..32].to_owned()
}
