//! Folding: texts that differ only in case, accents or width are made alike. The page folds by the same rules
//! (`web/src/fold.ts`); both are tested on `tests/cases/fold.json`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Without case: `LÍTIO` and `lítio` alike, `ß` as `ss`.
pub fn case(text: &str) -> String {
    text.chars().flat_map(uncased).collect()
}

/// Without accents, in composed form (NFC): `Caucharí` as `Cauchari`, `São` as `Sao`.
pub fn accents(text: &str) -> String {
    text.nfd().filter(|c| !is_combining_mark(*c)).map(unstroked).nfc().collect()
}

/// For searching: without case, accents, width and other variants of form (NFKD), with one kind of space,
/// hyphen and apostrophe. `Lítio` is `litio`, `ＺＴＥ` is `zte`.
pub fn search(text: &str) -> String {
    text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(uncased).map(unstroked).map(plain).collect()
}

/// The capital of `ß` is two letters and that of `ẞ` is itself: through small, capital and small again all meet.
fn uncased(c: char) -> impl Iterator<Item = char> {
    c.to_lowercase().flat_map(char::to_uppercase).flat_map(char::to_lowercase)
}

/// Letters with a stroke, which Unicode does not take apart.
fn unstroked(c: char) -> char {
    match c {
        'ø' => 'o',
        'Ø' => 'O',
        'đ' => 'd',
        'Đ' => 'D',
        'ł' => 'l',
        'Ł' => 'L',
        'ı' => 'i',
        _ => c,
    }
}

fn plain(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{02bc}' => '\'',
        // JavaScript counts the byte order mark among spaces.
        '\u{feff}' => ' ',
        _ if c.is_whitespace() => ' ',
        _ => c,
    }
}
