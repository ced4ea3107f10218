//! BibTeX, in UTF-8, which biber and newer BibTeX programs read.

use std::fmt::Write;

use super::Cited;
use crate::atlas::source::{CslDate, Name, SourceKind};
use crate::atlas::{Atlas, Source};

/// One entry. `version`, `urldate` and `doi` are fields of biblatex; older styles pass them over and have
/// the edition in `note`.
pub fn entry(cited: &Cited) -> String {
    let day = cited.issued;
    let mut fields = vec![
        ("author", braced(&cited.author)),
        ("title", braced(&cited.title)),
        ("year", day.year().to_string()),
        ("month", month(day.month().into())),
        ("date", day.to_string()),
        ("version", escaped(&cited.version)),
        ("publisher", braced(&cited.publisher)),
        ("url", address(&cited.url)),
        ("language", cited.lang.tag().to_owned()),
        ("note", escaped(&capital(&cited.state))),
    ];
    fields.extend(cited.container.as_ref().map(|title| ("howpublished", braced(title))));
    fields.extend(cited.doi.as_ref().map(|doi| ("doi", address(doi))));
    fields.extend(cited.accessed.map(|day| ("urldate", day.to_string())));
    written("misc", &cited.key, &fields)
}

/// The bibliography of the record.
pub fn sources(atlas: &Atlas) -> String {
    atlas.sources.values().map(|each| source(each) + "\n").collect()
}

fn source(source: &Source) -> String {
    let (kind, venue, house) = match source.kind {
        SourceKind::ArticleNewspaper | SourceKind::ArticleMagazine | SourceKind::ArticleJournal => {
            ("article", "journal", "publisher")
        }
        SourceKind::Report => ("techreport", "series", "institution"),
        SourceKind::Book => ("book", "series", "publisher"),
        SourceKind::Chapter => ("incollection", "booktitle", "publisher"),
        SourceKind::Thesis => ("phdthesis", "series", "school"),
        _ => ("misc", "howpublished", "publisher"),
    };
    let mut fields: Vec<(&str, String)> = Vec::new();
    let mut put = |name: &'static str, value: Option<String>| fields.extend(value.map(|value| (name, value)));
    put("author", Some(names(&source.author)).filter(|names| !names.is_empty()));
    put("title", Some(braced(&source.title)));
    let date = source.issued.as_ref();
    put("year", date.and_then(|date| part(date, 0)));
    put("month", date.and_then(|date| date.date_parts.first()?.get(1).map(|number| month(*number))));
    put("date", source.date().map(|date| date.to_string()));
    put(venue, source.container_title.as_deref().map(braced));
    put(house, source.publisher.as_deref().map(braced));
    put("volume", source.volume.as_deref().map(escaped));
    put(if kind == "article" { "number" } else { "issue" }, source.issue.as_deref().map(escaped));
    put("pages", source.page.as_deref().map(escaped));
    if kind != "article" {
        put("number", source.number.as_deref().map(escaped));
    }
    put("doi", source.doi.as_deref().map(address));
    put("url", Some(address(&source.url)));
    put("urldate", source.accessed.as_ref().and_then(day));
    put("language", Some(escaped(&source.language)));
    put("note", source.note.as_deref().map(escaped));
    written(kind, &source.id, &fields)
}

fn written(kind: &str, key: &str, fields: &[(&str, String)]) -> String {
    let mut out = format!("@{kind}{{{key}");
    for (name, value) in fields {
        // Writing to memory does not fail. A month is a macro, which styles write in their language.
        let _ = match *name {
            "month" => write!(out, ",\n  {name} = {value}"),
            _ => write!(out, ",\n  {name} = {{{value}}}"),
        };
    }
    out.push_str("\n}\n");
    out
}

fn month(number: i16) -> String {
    const MACROS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let at = usize::try_from(number).unwrap_or_default().clamp(1, 12) - 1;
    MACROS[at].to_owned()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn part(date: &CslDate, at: usize) -> Option<String> {
    date.date_parts.first()?.get(at).map(ToString::to_string)
}

/// `2026-11-24`, where the day is known.
fn day(date: &CslDate) -> Option<String> {
    match date.date_parts.first()?.as_slice() {
        [year, month, day] => Some(format!("{year:04}-{month:02}-{day:02}")),
        _ => None,
    }
}

/// People as `Family, Given`, bodies in braces, with `and` between.
fn names(all: &[Name]) -> String {
    let one = |name: &Name| match (&name.literal, &name.family, &name.given) {
        (Some(literal), _, _) => Some(braced(literal)),
        (None, Some(family), Some(given)) => Some(format!("{}, {}", escaped(family), escaped(given))),
        (None, Some(only), None) | (None, None, Some(only)) => Some(braced(only)),
        (None, None, None) => None,
    };
    all.iter().filter_map(one).collect::<Vec<_>>().join(" and ")
}

/// Kept as it is written: styles put other capitals where there are no braces.
fn braced(text: &str) -> String {
    format!("{{{}}}", escaped(text))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            // Unbalanced braces would end the value: they are named.
            '{' => out.push_str("\\textbraceleft "),
            '}' => out.push_str("\\textbraceright "),
            '\\' => out.push_str("\\textbackslash "),
            '~' => out.push_str("\\textasciitilde "),
            '^' => out.push_str("\\textasciicircum "),
            '\n' | '\r' | '\t' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// An address is verbatim to biblatex; only what would end the value is percent-encoded.
fn address(text: &str) -> String {
    text.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C").replace(' ', "%20")
}
