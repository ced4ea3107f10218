//! The page's scripts, styles and base map, and the fonts of pictures: built by `build.rs` and embedded.
//! What the page asks for stands under a name that carries its hash.

/// One file of the page, with the compressed forms made at build.
#[derive(Debug)]
pub struct Asset {
    /// Name in the address, with the hash of its bytes: `page-1a2b3c4d.js`. It may be cached for ever.
    pub name: &'static str,
    /// Name in the sources: `page.js`.
    pub logical: &'static str,
    /// Value of `Content-Type`.
    pub media_type: &'static str,
    /// The bytes as they are.
    pub identity: &'static [u8],
    /// The bytes in brotli.
    pub br: &'static [u8],
    /// The bytes in gzip.
    pub gz: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

/// The fonts of pictures in brotli, as `web/fonts.mjs` writes them: sans, sans-strong, serif-strong, serif-italic.
pub static FONTS: [&[u8]; 4] = [
    include_bytes!(concat!(env!("OUT_DIR"), "/font-sans.br")),
    include_bytes!(concat!(env!("OUT_DIR"), "/font-sans-strong.br")),
    include_bytes!(concat!(env!("OUT_DIR"), "/font-serif-strong.br")),
    include_bytes!(concat!(env!("OUT_DIR"), "/font-serif-italic.br")),
];

/// The asset of this hashed name, as it stands in an address.
pub fn by_name(name: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.name == name)
}

/// The asset of this plain name, such as `page.css`, whatever its hash.
pub fn by_logical(logical: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.logical == logical)
}
