//! What a page says of itself in `<meta>`, so that reference managers file it rightly: Zotero's translator
//! for embedded metadata reads Highwire's `citation_…` and Dublin Core.

use super::Cited;

/// Names and contents, in their order.
pub fn tags(cited: &Cited) -> Vec<(&'static str, String)> {
    let mut tags = vec![
        ("citation_title", cited.title.clone()),
        ("citation_author", cited.author.clone()),
        ("citation_publication_date", cited.issued.strftime("%Y/%m/%d").to_string()),
        ("citation_language", cited.lang.tag().to_owned()),
        ("citation_public_url", cited.url.clone()),
        ("DC.type", "Dataset".to_owned()),
        ("DC.title", cited.title.clone()),
        ("DC.creator", cited.author.clone()),
        ("DC.publisher", cited.publisher.clone()),
        ("DC.date", cited.issued.to_string()),
        ("DC.language", cited.lang.tag().to_owned()),
        ("DC.identifier", cited.url.clone()),
        ("DCTERMS.hasVersion", cited.version.clone()),
    ];
    tags.extend(cited.container.clone().map(|title| ("DCTERMS.isPartOf", title)));
    tags.extend(cited.doi.clone().map(|doi| ("citation_doi", doi)));
    tags
}
