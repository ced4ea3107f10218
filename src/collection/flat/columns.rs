//! Columns that sites and projects share.

use super::row::{full, joined, precision};
use super::{Codes, FlatColumn, Get, column, text};
use crate::collection::{FieldType, Value};

const KNOWN: &str = "Year, month or day: a date known to the year stands as its first of January, one known to the month as the first of that month.";

pub const NAME: FlatColumn = text(
    "name",
    "Project",
    "Name of the project, in the language asked for (English unless `lang` says otherwise).",
    |row| row.told(&row.project.name),
);
pub const NAME_ES: FlatColumn =
    text("name_es", "Project in Spanish", "Name of the project in Spanish.", |row| {
        row.spanish(&row.project.name)
    });
pub const LAYER: FlatColumn =
    text("layer", "Layer", "The layer of the atlas that the project belongs to.", |row| {
        Value::text(row.project.layer.as_str())
    })
    .coded(Codes::Layers);
pub const ENTRY: FlatColumn = text(
    "entry",
    "Entry",
    "Whether the record is a project, a decision about Chinese suppliers, or a disputed Chinese part; \
     leave the last two out of counts.",
    |row| Value::text(row.project.entry.id()),
)
.coded(Codes::Entries);
pub const COUNTRY: FlatColumn =
    text("country", "Countries", "Countries of the project, ISO 3166-1 alpha-2, joined by `; `.", |row| {
        joined(row.project.countries.iter().map(String::as_str))
    })
    .list();
pub const REGION: FlatColumn = text(
    "region",
    "Regions",
    "Provinces, states or departments of the project, ISO 3166-2, joined by `; `.",
    |row| joined(row.project.regions.iter().map(String::as_str)),
)
.list();
pub const STATUS: FlatColumn = text(
    "status",
    "Status",
    "Status on the edition's date, or on the day of `on`; it follows from the dated events.",
    |row| Value::text(row.standing.status.as_str()),
)
.coded(Codes::Statuses);
pub const STATUS_SINCE: FlatColumn =
    date("status_since", "Status since", "Date of the event that set the status.", |row| {
        full(Some(row.standing.since))
    });
pub const STATUS_SINCE_PRECISION: FlatColumn =
    known("status_since_precision", "Status since, known to", |row| precision(Some(row.standing.since)));
pub const FIRST_EVENT: FlatColumn =
    date("first_event", "First event", "Date of the first event of the record.", |row| {
        full(row.project.first_event())
    });
pub const FIRST_EVENT_PRECISION: FlatColumn =
    known("first_event_precision", "First event, known to", |row| precision(row.project.first_event()));
pub const LAST_EVENT: FlatColumn = date(
    "last_event",
    "Last event",
    "Date of the last event found, up to the edition; silence since then is not a status.",
    |row| full(row.project.last_event()),
);
pub const LAST_EVENT_PRECISION: FlatColumn =
    known("last_event_precision", "Last event, known to", |row| precision(row.project.last_event()));
pub const VENDORS: FlatColumn =
    names("vendors", "Vendors", "Who supplies the technology, joined by `; `.", |row| row.names("vendor"));
pub const CONTRACTORS: FlatColumn =
    names("contractors", "Contractors", "Who builds it, joined by `; `.", |row| row.names("contractor"));
pub const FINANCIERS: FlatColumn =
    names("financiers", "Financiers", "Who pays or lends, joined by `; `.", |row| row.names("financier"));
pub const OWNERS: FlatColumn =
    names("owners", "Owners", "Who owns it, joined by `; `.", |row| row.names("owner"));
pub const OPERATORS: FlatColumn =
    names("operators", "Operators", "Who runs it, joined by `; `.", |row| row.names("operator"));
pub const BUYERS: FlatColumn =
    names("buyers", "Buyers", "Who ordered or bought it, joined by `; `.", |row| row.names("buyer"));
pub const PARTNERS: FlatColumn =
    names("partners", "Partners", "Who else takes part, joined by `; `.", |row| row.names("partner"));
pub const PRECISION: FlatColumn = text(
    "precision",
    "Precision of the place",
    "How well the place is known; the decimals of the position follow it. A settlement's centre is never \
     the site itself.",
    |row| row.site.map_or(Value::Null, |s| Value::text(s.precision.id())),
)
.coded(Codes::Precisions);
pub const UNCERTAINTY_M: FlatColumn = column(
    "uncertainty_m",
    FieldType::Integer,
    "Uncertainty in metres",
    "The place lies within this many metres of the position; null where no radius can be given.",
    |row| {
        let term = row.site.and_then(|s| row.atlas.vocabulary.precision(s.precision));
        term.and_then(|t| t.radius_m).map_or(Value::Null, |m| Value::Integer(m.into()))
    },
);
pub const LOCATED_BY: FlatColumn =
    text("located_by", "Located by", "Where the position comes from.", |row| {
        row.site.map_or(Value::Null, |s| row.told(&s.located_by))
    });
pub const SUMMARY: FlatColumn =
    text("summary", "Summary", "Two to four sentences of fact, in the language asked for.", |row| {
        row.told(&row.project.summary)
    });
pub const SOURCE_COUNT: FlatColumn = column(
    "source_count",
    FieldType::Integer,
    "Number of sources",
    "How many sources the whole record of the project cites.",
    |row| Value::count(row.project.source_ids().len()),
);
pub const SOURCE_URLS: FlatColumn = text(
    "source_urls",
    "Addresses of sources",
    "Addresses of the sources that the record cites, in the order of their first use, joined by `; `.",
    |row| {
        let sources = row.project.source_ids().into_iter().filter_map(|id| row.atlas.sources.get(id));
        joined(sources.map(|s| s.url.as_str()))
    },
)
.list();
pub const RECORD_URL: FlatColumn = text(
    "record_url",
    "Page of the record",
    "The whole record with a source at every value; a path where the atlas has no public address.",
    |row| Value::text(row.record_url()),
);
pub const EDITION: FlatColumn = text(
    "edition",
    "Edition",
    "The edition of the atlas that this is taken from; of a working record with the beginning of its content after `+`.",
    |row| Value::text(row.atlas.version()),
);
pub const LICENCE: FlatColumn = text("licence", "Licence", "SPDX identifier of the licence.", |row| {
    Value::text(row.atlas.about.licence.as_str())
});

/// A column of full dates.
pub const fn date(name: &'static str, title: &'static str, about: &'static str, value: Get) -> FlatColumn {
    column(name, FieldType::Date, title, about, value)
}

/// The column beside a date that says how much of it is known.
pub const fn known(name: &'static str, title: &'static str, value: Get) -> FlatColumn {
    text(name, title, KNOWN, value).coded(Codes::DatePrecisions)
}

const fn names(name: &'static str, title: &'static str, about: &'static str, value: Get) -> FlatColumn {
    text(name, title, about, value).list()
}
