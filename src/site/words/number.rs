//! Numbers as a language writes them.

use crate::atlas::Lang;

/// The mark between groups of three digits, and the one before decimals.
fn marks(lang: Lang) -> (char, char) {
    match lang {
        Lang::En | Lang::Zh => (',', '.'),
        Lang::Es | Lang::Pt => ('.', ','),
    }
}

/// A plain decimal number (`-1234.5`), grouped and marked: `1,234.5` or `1.234,5`.
///
/// The digits are kept as they are: nothing is rounded.
pub fn written(digits: &str, lang: Lang) -> String {
    let (group, point) = marks(lang);
    let (sign, rest) = digits.strip_prefix('-').map_or(("", digits), |rest| ("−", rest));
    let (whole, decimals) = rest.split_once('.').map_or((rest, None), |(w, d)| (w, Some(d)));
    let mut text = sign.to_owned();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if let Some(decimals) = decimals {
        text.push(point);
        text.push_str(decimals);
    }
    text
}

/// A count.
pub fn count(n: usize, lang: Lang) -> String {
    written(&n.to_string(), lang)
}

/// A number with exactly so many decimals: degrees of a coordinate.
pub fn fixed(value: f64, decimals: usize, lang: Lang) -> String {
    written(&format!("{value:.decimals$}"), lang)
}
