//! The four languages, and text that stands in one or more of them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A language of the interface and of the record. English is the one every text has.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English, the default.
    #[default]
    En,
    /// Spanish.
    Es,
    /// Portuguese.
    Pt,
    /// Chinese in simplified characters.
    Zh,
}

impl Lang {
    /// All languages in display order.
    pub const ALL: [Lang; 4] = [Lang::En, Lang::Es, Lang::Pt, Lang::Zh];

    /// The BCP 47 tag: `en`, `es`, `pt`, `zh`.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Es => "es",
            Lang::Pt => "pt",
            Lang::Zh => "zh",
        }
    }

    /// Reads a tag; only the four exact ones.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|l| l.tag() == tag)
    }

    /// The language's name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Es => "Español",
            Lang::Pt => "Português",
            Lang::Zh => "中文",
        }
    }
}

/// A text by language. English is always there; the others where someone wrote them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Text {
    /// English.
    #[schemars(length(min = 1))]
    pub en: String,
    /// Spanish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub es: Option<String>,
    /// Portuguese.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pt: Option<String>,
    /// Chinese in simplified characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zh: Option<String>,
}

impl Text {
    /// A text that exists in English only.
    pub fn english(en: impl Into<String>) -> Text {
        Text { en: en.into(), es: None, pt: None, zh: None }
    }

    /// The text in exactly this language, if written.
    pub fn written(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::En => Some(&self.en),
            Lang::Es => self.es.as_deref(),
            Lang::Pt => self.pt.as_deref(),
            Lang::Zh => self.zh.as_deref(),
        }
    }

    /// The text in this language, else in English.
    pub fn get(&self, lang: Lang) -> &str {
        self.written(lang).unwrap_or(&self.en)
    }

    /// The text and the language it really is in, so that a page can mark a fallback with its own `lang`.
    pub fn told(&self, lang: Lang) -> (Lang, &str) {
        match self.written(lang) {
            Some(text) => (lang, text),
            None => (Lang::En, &self.en),
        }
    }

    /// Every language it is written in, English first.
    pub fn all(&self) -> impl Iterator<Item = (Lang, &str)> {
        Lang::ALL.into_iter().filter_map(|l| self.written(l).map(|t| (l, t)))
    }
}
