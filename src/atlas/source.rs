//! The bibliography, in CSL-JSON 1.0, which Zotero reads and writes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One entry of `sources.json`. The variables are CSL's; those the record does not use yet but a
/// reference manager writes are allowed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[serde(rename_all = "kebab-case")]
pub struct Source {
    /// `<publisher>-<date>-<two or three words>`.
    #[schemars(regex(pattern = "^[a-z0-9-]+$"))]
    pub id: String,
    /// A CSL item type.
    #[serde(rename = "type")]
    pub kind: SourceKind,
    /// In its own language; in square brackets where it describes a page without a headline.
    pub title: String,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<Name>,
    /// The newspaper, journal or site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub container_title: Option<String>,
    /// Who published it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// When it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<CslDate>,
    /// When it was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accessed: Option<CslDate>,
    /// Volume of a journal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volume: Option<String>,
    /// Issue of a journal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issue: Option<String>,
    /// Pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// Number of a report.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Digital object identifier.
    #[serde(default, skip_serializing_if = "Option::is_none", rename = "DOI")]
    pub doi: Option<String>,
    /// Its address.
    #[serde(rename = "URL")]
    pub url: String,
    /// The language of the page, a BCP 47 tag.
    pub language: String,
    /// A remark on the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What CSL has no variable for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub custom: Option<Custom>,
}

/// The CSL item types the record uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// In a newspaper or news site.
    ArticleNewspaper,
    /// In a magazine.
    ArticleMagazine,
    /// In a journal.
    ArticleJournal,
    /// A page on the web.
    Webpage,
    /// A report.
    Report,
    /// A book.
    Book,
    /// A chapter of a book.
    Chapter,
    /// A law.
    Legislation,
    /// A court's decision.
    LegalCase,
    /// A thesis.
    Thesis,
    /// A data set.
    Dataset,
    /// A broadcast.
    Broadcast,
    /// An interview.
    Interview,
    /// Any other document.
    Document,
}

/// A person's or body's name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Name {
    /// Family name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
    /// Given name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<String>,
    /// A body's name, or a name that is not split.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub literal: Option<String>,
}

/// A date as CSL-JSON writes it: `{"date-parts": [[2019, 7, 5]]}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
#[serde(rename_all = "kebab-case")]
pub struct CslDate {
    /// One date, or the two ends of a range; each year, month, day as far as known.
    #[schemars(length(min = 1, max = 2))]
    pub date_parts: Vec<Vec<i16>>,
}

/// What CSL has no variable for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Custom {
    /// Address of an archived copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archive: Option<String>,
    /// The date since which the page is gone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gone: Option<super::PartialDate>,
}

impl Source {
    /// The date of publication, as far as known and if it is a date at all.
    pub fn date(&self) -> Option<super::PartialDate> {
        super::PartialDate::from_parts(self.issued.as_ref()?.date_parts.first()?)
    }

    /// The day it was read, as far as known.
    pub fn read(&self) -> Option<super::PartialDate> {
        super::PartialDate::from_parts(self.accessed.as_ref()?.date_parts.first()?)
    }

    /// Where it appeared: the newspaper or site, else its publisher.
    pub fn venue(&self) -> Option<&str> {
        self.container_title.as_deref().or(self.publisher.as_deref())
    }
}
