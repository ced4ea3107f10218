//! Folding: texts that differ only in case, accents or width are made alike. The page folds by the same rules
//! (`web/src/fold.ts`); both are tested on `tests/cases/fold.json`.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What makes texts alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    /// Without case: [`case`].
    Case,
    /// Without accents: [`accents`].
    Accents,
}

impl Fold {
    /// The text without it.
    pub fn of(self, text: &str) -> Cow<'_, str> {
        // ASCII has no accents, and its case needs no tables.
        match (self, text.is_ascii()) {
            (Fold::Accents, true) => Cow::Borrowed(text),
            (Fold::Case, true) if !text.bytes().any(|b| b.is_ascii_uppercase()) => Cow::Borrowed(text),
            (Fold::Case, true) => Cow::Owned(text.to_ascii_lowercase()),
            (Fold::Accents, false) => Cow::Owned(accents(text)),
            (Fold::Case, false) => Cow::Owned(case(text)),
        }
    }

    /// The text after several, in their order.
    pub fn all<'t>(folds: &[Fold], text: &'t str) -> Cow<'t, str> {
        folds.iter().fold(Cow::Borrowed(text), |text, fold| match text {
            Cow::Borrowed(text) => fold.of(text),
            Cow::Owned(text) => Cow::Owned(fold.of(&text).into_owned()),
        })
    }
}

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
