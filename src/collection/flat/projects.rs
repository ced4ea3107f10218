//! The columns of a project.

use super::columns as shared;
use super::figures::{CAMERAS, CAPACITY, MONEY, least, most, whole};
use super::{FlatColumn, Get, column, text};
use crate::collection::{FieldType, Value};

/// In the order of the files.
pub const COLUMNS: &[FlatColumn] = &[
    ID,
    shared::NAME,
    shared::NAME_ES,
    shared::LAYER,
    shared::ENTRY,
    shared::COUNTRY,
    shared::REGION,
    shared::STATUS,
    shared::STATUS_SINCE,
    shared::STATUS_SINCE_PRECISION,
    shared::FIRST_EVENT,
    shared::FIRST_EVENT_PRECISION,
    shared::LAST_EVENT,
    shared::LAST_EVENT_PRECISION,
    shared::VENDORS,
    shared::CONTRACTORS,
    shared::FINANCIERS,
    shared::OWNERS,
    shared::OPERATORS,
    shared::BUYERS,
    shared::PARTNERS,
    // Of the point that stands for the project: without them it would claim to be the site.
    shared::PRECISION,
    shared::UNCERTAINTY_M,
    shared::LOCATED_BY,
    shared::SUMMARY,
    shared::SOURCE_COUNT,
    shared::SOURCE_URLS,
    shared::RECORD_URL,
    shared::EDITION,
    shared::LICENCE,
    SITE_COUNT,
    MONEY_USD_MIN,
    MONEY_USD_MAX,
    CAMERAS_MIN,
    CAMERAS_MAX,
    CAPACITY_MW_MIN,
    CAPACITY_MW_MAX,
    CONCERNS,
    SUPPORTS,
    DENIALS,
];

const ABOUT_MONEY: &str = "Over every figure in US dollars for contract, investment, acquisition, loan, bond, \
     grant or budget. They often name the same money, and sources differ: a range, never a sum. Other currencies \
     are not converted; yearly payments, spectrum, claims and settlements are left out.";
const ABOUT_CAMERAS: &str =
    "Over every figure for cameras, planned and installed; those said to recognise faces are among them.";
const ABOUT_CAPACITY: &str = "Over every figure for generating capacity in MW or MWac, all phases and plans; MWp, \
     the peak of solar panels, is another measure and left out.";

const ID: FlatColumn =
    text("id", "Project id", "The feature's id, which is the project's; it never changes.", |row| {
        Value::text(row.project.id.as_str())
    });
const SITE_COUNT: FlatColumn =
    integer("site_count", "Number of sites", "How many sites the record names.", |row| {
        Value::count(row.sites.len())
    });
const MONEY_USD_MIN: FlatColumn =
    number("money_usd_min", "Money, least (USD)", ABOUT_MONEY, |row| least(row.project, MONEY));
const MONEY_USD_MAX: FlatColumn =
    number("money_usd_max", "Money, most (USD)", ABOUT_MONEY, |row| most(row.project, MONEY));
const CAMERAS_MIN: FlatColumn =
    integer("cameras_min", "Cameras, least", ABOUT_CAMERAS, |row| whole(least(row.project, CAMERAS)));
const CAMERAS_MAX: FlatColumn =
    integer("cameras_max", "Cameras, most", ABOUT_CAMERAS, |row| whole(most(row.project, CAMERAS)));
const CAPACITY_MW_MIN: FlatColumn =
    number("capacity_mw_min", "Capacity, least (MW)", ABOUT_CAPACITY, |row| least(row.project, CAPACITY));
const CAPACITY_MW_MAX: FlatColumn =
    number("capacity_mw_max", "Capacity, most (MW)", ABOUT_CAPACITY, |row| most(row.project, CAPACITY));
const CONCERNS: FlatColumn =
    integer("concerns", "Concerns", "Attributed statements of concern.", |row| row.stances("concern"));
const SUPPORTS: FlatColumn =
    integer("supports", "Support", "Attributed statements in support.", |row| row.stances("support"));
const DENIALS: FlatColumn =
    integer("denials", "Denials", "Attributed statements that deny or reject.", |row| row.stances("denial"));

const fn integer(name: &'static str, title: &'static str, about: &'static str, value: Get) -> FlatColumn {
    column(name, FieldType::Integer, title, about, value)
}

const fn number(name: &'static str, title: &'static str, about: &'static str, value: Get) -> FlatColumn {
    column(name, FieldType::Number, title, about, value)
}
