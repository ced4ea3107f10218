//! `CITATION.cff` (Citation File Format 1.2.0), which code hosts and reference managers read at the root
//! of a repository.

use super::{ABSTRACT, KEYWORDS};
use crate::atlas::Atlas;

/// The file for the edition of this record.
pub fn file(atlas: &Atlas) -> String {
    let about = &atlas.about;
    let mut out = String::from("cff-version: 1.2.0\n");
    let mut put = |key: &str, value: &str| out.push_str(&format!("{key}: {}\n", quoted(value)));
    put("message", "If you use this atlas or its data, please cite it with the edition you used.");
    put("title", &about.title.en);
    put("abstract", ABSTRACT);
    put("type", "dataset");
    out.push_str(&format!("authors:\n  - name: {}\n", quoted(&about.publisher)));
    let mut put = |key: &str, value: &str| out.push_str(&format!("{key}: {}\n", quoted(value)));
    put("version", &atlas.version());
    put("date-released", &about.edition.day().to_string());
    put("license", &about.licence);
    if let Some(home) = &about.home {
        put("url", home);
    }
    if let Some(doi) = about.version_doi.as_ref().or(about.doi.as_ref()) {
        put("doi", doi);
    }
    out.push_str("keywords:\n");
    KEYWORDS.iter().for_each(|word| out.push_str(&format!("  - {}\n", quoted(word))));
    out
}

/// A YAML scalar in double quotes, whose escapes are those of JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
