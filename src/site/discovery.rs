//! How a page tells other people's programs that it can be embedded (oEmbed 1.0, 4).

use super::head::Head;
use crate::links::Links;

/// Tells in the head of a page where its frame is described; `file` is the description as a file, where
/// there is one.
pub fn tell(head: &mut Head, links: &Links, path: &str, file: Option<&str>) {
    let address = links.absolute(path);
    let json = file.map_or_else(|| links.oembed(&address, "json"), str::to_owned);
    head.link("alternate", "application/json+oembed", links.absolute(&json));
    head.link("alternate", "text/xml+oembed", links.absolute(&links.oembed(&address, "xml")));
}
