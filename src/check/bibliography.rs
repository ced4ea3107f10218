//! A source can be found.

use super::record::Record;
use crate::atlas::Fault;

/// Refuses a source or an archived copy whose address is none, an empty title, and a language that is
/// no tag.
pub fn bibliography(record: &Record, faults: &mut Vec<Fault>) {
    let file = "sources.json";
    for (i, source) in record.written.sources.iter().enumerate() {
        let archive = source.custom.as_ref().and_then(|custom| custom.archive.as_deref());
        let addresses = [("URL", Some(source.url.as_str())), ("custom/archive", archive)];
        for (key, address) in addresses.into_iter().filter_map(|(key, a)| Some((key, a?))) {
            if !is_address(address) {
                let reason = format!("`{address}` is no address");
                let remedy = "write it whole, beginning with http:// or https://, without spaces";
                faults.push(Fault::new(file, format!("/{i}/{key}"), reason, remedy));
            }
        }
        if source.title.trim().is_empty() {
            let remedy = "write its headline; in square brackets what the page is, where none was seen";
            faults.push(Fault::new(file, format!("/{i}/title"), "the source has no title", remedy));
        }
        if !is_language(&source.language) {
            let reason = format!("`{}` is no language", source.language);
            faults.push(Fault::new(
                file,
                format!("/{i}/language"),
                reason,
                "write a BCP 47 tag such as es or pt-BR",
            ));
        }
    }
}

fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    host.contains('.') && !text.chars().any(|c| c.is_whitespace() || c.is_control())
}

/// RFC 5646, as far as the record needs it: a language of two or three letters, then subtags.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let letters = |part: &str| part.chars().all(|c| c.is_ascii_alphabetic());
    parts.next().is_some_and(|l| (2..=3).contains(&l.len()) && letters(l) && l == l.to_lowercase())
        && parts.all(|part| (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()))
}
