//! A figure with its unit. The currency stays as the source gives it; nothing is converted.

use serde_json::Number;

use super::number;
use crate::atlas::vocabulary::Unit;
use crate::atlas::{Lang, Quantity, Vocabulary};

/// A figure in two parts: the large one, and the small one beside it (may be empty).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// `US$331.5`
    pub figure: String,
    /// `million`
    pub unit: String,
}

/// How a language names large round numbers: the power of ten, and the word.
fn scales(lang: Lang) -> &'static [(u32, &'static str)] {
    match lang {
        Lang::En => &[(9, "billion"), (6, "million")],
        Lang::Es => &[(9, "mil M"), (6, "M")],
        Lang::Pt => &[(9, "bilhões"), (6, "milhões")],
        Lang::Zh => &[(8, "亿"), (4, "万")],
    }
}

/// More decimals than this are not written: the figure stands in full instead.
const MOST_DECIMALS: usize = 3;

/// The figure of a quantity.
pub fn written(quantity: &Quantity, vocabulary: &Vocabulary, lang: Lang) -> Amount {
    let unit = vocabulary.unit(&quantity.unit);
    let money = vocabulary.unit_kinds.iter().any(|k| k.id == "money" && k.units.contains(&quantity.unit));
    match unit {
        Some(unit) if money => sum(&quantity.value, unit, lang),
        Some(unit) => measure(&quantity.value, unit, lang),
        None => Amount { figure: number::written(&quantity.value.to_string(), lang), unit: String::new() },
    }
}

fn sum(value: &Number, unit: &Unit, lang: Lang) -> Amount {
    let digits = value.to_string();
    let (digits, scale) = scales(lang)
        .iter()
        .find_map(|(power, word)| Some((scaled(&digits, *power)?, *word)))
        .unwrap_or((digits, ""));
    let figure = number::written(&digits, lang);
    if lang == Lang::Zh {
        return Amount { figure, unit: format!("{scale}{}", unit.label.get(lang)) };
    }
    let scale = match (scale, digits.starts_with("1.") || digits == "1") {
        ("milhões", true) => "milhão",
        ("bilhões", true) => "bilhão",
        (scale, _) => scale,
    };
    let space = if unit.symbol.chars().all(char::is_alphabetic) || lang == Lang::Pt { "\u{a0}" } else { "" };
    let gap = if unit.symbol.is_empty() { "" } else { space };
    // A currency the source does not state is said, not guessed.
    let scale = match unit.symbol.as_str() {
        "" => format!("{scale} ({})", unit.label.get(lang)).trim_start().to_owned(),
        _ => scale.to_owned(),
    };
    Amount { figure: format!("{}{gap}{figure}", unit.symbol), unit: scale }
}

fn measure(value: &Number, unit: &Unit, lang: Lang) -> Amount {
    let figure = number::written(&value.to_string(), lang);
    match (unit.id.as_str(), unit.symbol.as_str()) {
        ("1", _) => Amount { figure, unit: String::new() },
        ("%", _) => {
            let gap = if matches!(lang, Lang::Es) { "\u{a0}" } else { "" };
            Amount { figure: format!("{figure}{gap}%"), unit: String::new() }
        }
        (_, "") => Amount { figure, unit: unit.label.get(lang).to_owned() },
        (_, symbol) => Amount { figure, unit: symbol.to_owned() },
    }
}

/// A whole number divided by a power of ten; none where it is smaller, or would need too many decimals.
fn scaled(digits: &str, power: u32) -> Option<String> {
    let power = power as usize;
    if !digits.bytes().all(|b| b.is_ascii_digit()) || digits.len() <= power {
        return None;
    }
    let (whole, rest) = digits.split_at(digits.len() - power);
    let rest = rest.trim_end_matches('0');
    match rest.len() {
        0 => Some(whole.to_owned()),
        n if n <= MOST_DECIMALS => Some(format!("{whole}.{rest}")),
        _ => None,
    }
}
