//! The columns of a site: of the twelve layers and of `sites`.

use super::columns as shared;
use super::columns::{date, known};
use super::row::{full, precision};
use super::{Codes, FlatColumn, text};
use crate::collection::Value;

/// In the order of the files.
pub const COLUMNS: &[FlatColumn] = &[
    ID,
    PROJECT,
    shared::NAME,
    shared::NAME_ES,
    SITE,
    SITE_ES,
    shared::LAYER,
    shared::ENTRY,
    KIND,
    shared::COUNTRY,
    shared::REGION,
    shared::STATUS,
    shared::STATUS_SINCE,
    shared::STATUS_SINCE_PRECISION,
    shared::FIRST_EVENT,
    shared::FIRST_EVENT_PRECISION,
    shared::LAST_EVENT,
    shared::LAST_EVENT_PRECISION,
    FROM,
    FROM_PRECISION,
    UNTIL,
    UNTIL_PRECISION,
    shared::VENDORS,
    shared::CONTRACTORS,
    shared::FINANCIERS,
    shared::OWNERS,
    shared::OPERATORS,
    shared::BUYERS,
    shared::PARTNERS,
    shared::PRECISION,
    shared::UNCERTAINTY_M,
    shared::LOCATED_BY,
    shared::SUMMARY,
    shared::SOURCE_COUNT,
    shared::SOURCE_URLS,
    shared::RECORD_URL,
    shared::EDITION,
    shared::LICENCE,
];

const ID: FlatColumn =
    text("id", "Site id", "The feature's id, `<project>.<site>`; it never changes.", |row| {
        row.site.map_or(Value::Null, |s| Value::text(s.id.as_str()))
    });
const PROJECT: FlatColumn = text("project", "Project id", "The project that the site belongs to.", |row| {
    Value::text(row.project.id.as_str())
});
const SITE: FlatColumn = text("site", "Site", "Name of the site, in the language asked for.", |row| {
    row.site.map_or(Value::Null, |s| row.told(&s.name))
});
const SITE_ES: FlatColumn = text("site_es", "Site in Spanish", "Name of the site in Spanish.", |row| {
    row.site.map_or(Value::Null, |s| row.spanish(&s.name))
});
const KIND: FlatColumn = text("kind", "Kind of site", "What stands there.", |row| {
    row.site.map_or(Value::Null, |s| Value::text(s.kind.as_str()))
})
.coded(Codes::SiteKinds);
const FROM: FlatColumn = date(
    "from",
    "Part of the project from",
    "The site belongs to the project only from this day; null where no date is known.",
    |row| full(row.site.and_then(|s| s.from)),
);
const FROM_PRECISION: FlatColumn =
    known("from_precision", "From, known to", |row| precision(row.site.and_then(|s| s.from)));
const UNTIL: FlatColumn = date(
    "until",
    "Part of the project until",
    "The site belonged to the project only until this day; null where it still does.",
    |row| full(row.site.and_then(|s| s.until)),
);
const UNTIL_PRECISION: FlatColumn =
    known("until_precision", "Until, known to", |row| precision(row.site.and_then(|s| s.until)));
