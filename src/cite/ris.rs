//! RIS, which EndNote, Mendeley and most library catalogues read.

use jiff::civil::Date;

use super::Cited;

/// One reference. Lines end with CR LF, and two spaces stand after each tag.
pub fn reference(cited: &Cited) -> String {
    let slashes = |day: Date| format!("{:04}/{:02}/{:02}/", day.year(), day.month(), day.day());
    let mut lines = vec![
        ("TY", "DATA".to_owned()),
        ("ID", cited.key.clone()),
        ("AU", cited.author.clone()),
        ("TI", cited.title.clone()),
        ("PY", cited.issued.year().to_string()),
        ("DA", slashes(cited.issued)),
        ("ET", cited.version.clone()),
        ("PB", cited.publisher.clone()),
        ("LA", cited.lang.tag().to_owned()),
        ("UR", cited.url.clone()),
    ];
    lines.extend(cited.container.clone().map(|title| ("T2", title)));
    lines.extend(cited.doi.clone().map(|doi| ("DO", doi)));
    lines.extend(cited.accessed.map(|day| ("Y2", slashes(day))));
    lines.push(("ER", String::new()));
    lines.iter().map(|(tag, value)| format!("{tag}  - {}\r\n", value.replace(['\r', '\n'], " "))).collect()
}
