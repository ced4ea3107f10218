//! Citations as text, in the styles most asked for.

use std::sync::LazyLock;

use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::citationberg::{IndependentStyle, Locale, LocaleCode, Style as AnyStyle, json::Item};
use hayagriva::{BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest};
use moka::sync::Cache;

use super::{Cited, csl, day};
use crate::atlas::Lang;

/// A style of citations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// APA, 7th edition.
    Apa,
    /// Chicago Manual of Style, 18th edition, author-date.
    Chicago,
}

impl Style {
    /// All of them.
    pub const ALL: [Style; 2] = [Style::Apa, Style::Chicago];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Style::Apa => "APA",
            Style::Chicago => "Chicago",
        }
    }

    fn archived(self) -> ArchivedStyle {
        match self {
            Style::Apa => ArchivedStyle::AmericanPsychologicalAssociation,
            Style::Chicago => ArchivedStyle::ChicagoAuthorDate,
        }
    }
}

/// So many texts are kept: every record in two styles and all languages.
const KEPT: u64 = 2048;

// Unpacked by the first who asks: most readers of the atlas never do.
static STYLES: LazyLock<Vec<IndependentStyle>> = LazyLock::new(|| {
    let styles = Style::ALL.into_iter().filter_map(|style| match style.archived().get() {
        AnyStyle::Independent(style) => Some(style),
        AnyStyle::Dependent(_) => None,
    });
    styles.collect()
});
static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(|| {
    let ours = |locale: &Locale| {
        locale.lang.as_ref().is_some_and(|code| Lang::ALL.into_iter().any(|lang| *code == locale_of(lang)))
    };
    locales().into_iter().filter(ours).collect()
});
static TEXTS: LazyLock<Cache<(Style, Cited), String>> = LazyLock::new(|| Cache::new(KEPT));

fn locale_of(lang: Lang) -> LocaleCode {
    let code = match lang {
        Lang::En => "en-US",
        Lang::Es => "es-ES",
        Lang::Pt => "pt-BR",
        Lang::Zh => "zh-CN",
    };
    LocaleCode(code.to_owned())
}

/// The citation as one line of text; empty where the style gives none.
pub fn text(cited: &Cited, style: Style) -> String {
    TEXTS.get_with((style, cited.clone()), || render(cited, style).unwrap_or_default())
}

fn render(cited: &Cited, style: Style) -> Option<String> {
    // A version with hyphens would be taken for a range of versions: "versions 2026–11–24".
    let version = cited.version.replace('-', "\u{2011}");
    let mut item = csl::item(cited);
    item["version"] = version.as_str().into();
    // Title case is for what is English alone (CSL 1.0.2, "Text-case"), and would falsify names: "Park I,
    // II and Iii", "Purchase of Cge". A name is in no language.
    item["language"] = "zxx".into();
    // Who wrote it is not named a second time as its publisher (Publication Manual of the APA, 9.29).
    if let Some(members) = item.as_object_mut().filter(|_| cited.publisher == cited.author) {
        members.remove("publisher");
    }
    let item: Item = serde_json::from_value(item).ok()?;
    let at = Style::ALL.iter().position(|each| *each == style)?;
    let code = locale_of(cited.lang);
    let locale = LOCALES.iter().find(|locale| locale.lang.as_ref() == Some(&code))?;
    let style = &day::written(STYLES.get(at)?, locale);
    let mut driver = BibliographyDriver::new();
    driver.citation(CitationRequest::from_items(vec![CitationItem::with_entry(&item)], style, &LOCALES));
    let request = BibliographyRequest::new(style, Some(code), &LOCALES);
    let entry = driver.finish(request).bibliography?.items.into_iter().next()?;
    // The alternate form is plain text; the other has the codes of a terminal.
    let text = format!("{:#}", entry.content);
    Some(text.trim().replace(&version, &cited.version))
}
