//! Dates as a language writes them, never more exact than they are.

use jiff::civil::Date;

use crate::atlas::date::DatePrecision;
use crate::atlas::{Lang, PartialDate};

const EN: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const ES: [&str; 12] = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];
const PT: [&str; 12] = ["jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"];

/// `18 Sep 2025`, `Sep 2025`, `2025`; `2025年9月18日` in Chinese.
pub fn written(date: PartialDate, lang: Lang) -> String {
    let (year, month, day) = (date.year(), date.first_day().month(), date.first_day().day());
    let named = |names: [&str; 12]| {
        let month = names[usize::from(month.unsigned_abs() - 1) % 12];
        match date.precision() {
            DatePrecision::Year => year.to_string(),
            DatePrecision::Month => format!("{month} {year}"),
            DatePrecision::Day => format!("{day} {month} {year}"),
        }
    };
    match lang {
        Lang::En => named(EN),
        Lang::Es => named(ES),
        Lang::Pt => named(PT),
        Lang::Zh => match date.precision() {
            DatePrecision::Year => format!("{year}年"),
            DatePrecision::Month => format!("{year}年{month}月"),
            DatePrecision::Day => format!("{year}年{month}月{day}日"),
        },
    }
}

/// A whole day.
pub fn day(day: Date, lang: Lang) -> String {
    written(PartialDate::day(day), lang)
}

/// The month of a date, or its year where no more is known: what a row has room for.
pub fn month(date: PartialDate, lang: Lang) -> String {
    let short = date.to_string().chars().take(7).collect::<String>();
    short.parse().map_or_else(|_| written(date, lang), |date| written(date, lang))
}
