//! What crawlers are asked to leave alone (RFC 9309), and where the site map stands.

use crate::atlas::Lang;
use crate::links::Links;

/// `/robots.txt`. Fragments are no pages; the map has one address for all its views.
pub fn robots(links: &Links) -> String {
    let mut text = String::from("User-agent: *\n");
    for lang in Lang::ALL {
        text.push_str(&format!("Disallow: {}\n", links.page(lang, "/project/*/panel")));
    }
    text.push_str(&format!("\nSitemap: {}\n", links.absolute(&links.path("/sitemap.xml"))));
    text
}
