//! The form in which an edition lies inside the program, as `web/editions.mjs` writes it: one line
//! of JSON, a list of path and length, then the bytes of all files one after another; the whole in
//! brotli, with a window wide enough to see that layers repeat what stands in `sites`.

use bytes::Bytes;

use super::Files;

/// The files of an archive; none where it is not in this form.
pub fn unpack(packed: &[u8]) -> Option<Files> {
    let mut whole = Vec::with_capacity(packed.len() * 8);
    brotli::BrotliDecompress(&mut &packed[..], &mut whole).ok()?;
    let whole = Bytes::from(whole);
    let end = whole.iter().position(|byte| *byte == b'\n')?;
    let list: Vec<(String, usize)> = serde_json::from_slice(&whole[..end]).ok()?;
    let mut from = end + 1;
    let mut files = Files::new();
    for (path, len) in list {
        let to = from.checked_add(len).filter(|to| *to <= whole.len())?;
        files.insert(path, whole.slice(from..to));
        from = to;
    }
    Some(files)
}
