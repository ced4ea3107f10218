//! A day that a story names.

use crate::atlas::PartialDate;
use crate::atlas::date::DatePrecision;
use crate::atlas::edition::Edition;
use crate::atlas::story::Spot;

/// Refuses what is no whole day, or lies after the edition.
pub fn day(spot: Spot, text: &str, today: Option<Edition>, refuse: &mut impl FnMut(Spot, String, &str)) {
    match text.parse::<PartialDate>() {
        Ok(date) if date.precision() == DatePrecision::Day => {
            if today.is_some_and(|today| date.first_day() > today.day()) {
                refuse(spot, format!("{date} lies after the edition's date"), "correct the date");
            }
        }
        _ => refuse(spot, format!("`{text}` is no day"), "write YYYY-MM-DD"),
    }
}
