//! The distinct texts of a column, each once, ordered, so that the order of codes is the order of texts.

use std::hash::BuildHasher;
use std::ops::Range;
use std::sync::OnceLock;

use foldhash::fast::FixedState;
use hashbrown::HashTable;

use crate::fold::Fold;

/// The code of "no value".
pub const NULL: u32 = u32::MAX;

/// Ways to fold whose texts are kept. Their order matters: a capital of `ᾳ` is two letters.
const WAYS: [&[Fold]; 4] =
    [&[Fold::Case], &[Fold::Accents], &[Fold::Accents, Fold::Case], &[Fold::Case, Fold::Accents]];
/// Texts are kept folded where all together have at most so many bytes.
const MOST: usize = 64 * 1024 * 1024;

/// Distinct texts in one piece of memory; a text's code is its place among them.
#[derive(Debug, Clone, Default)]
pub struct Dictionary {
    text: String,
    ends: Vec<u32>,
    folded: [OnceLock<Box<Folded>>; WAYS.len()],
}

/// The texts of a dictionary folded, each that comes of it once.
#[derive(Debug, Clone)]
pub struct Folded {
    /// What they became.
    pub texts: Dictionary,
    /// For each code of the dictionary, the code of what its text became.
    pub codes: Vec<u32>,
}

impl Folded {
    fn of(dictionary: &Dictionary, folds: &[Fold]) -> Folded {
        let mut interner = Interner::default();
        let mut codes: Vec<u32> =
            dictionary.iter().map(|(_, text)| interner.code(&Fold::all(folds, text))).collect();
        let (texts, renamed) = interner.finish();
        codes.iter_mut().for_each(|code| *code = renamed.get(*code as usize).copied().unwrap_or(NULL));
        Folded { texts, codes }
    }
}

impl Dictionary {
    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text of a code; empty for a code that was never given out.
    pub fn get(&self, code: u32) -> &str {
        let code = code as usize;
        let start = if code == 0 { 0 } else { self.ends.get(code - 1).copied().unwrap_or_default() };
        let end = self.ends.get(code).copied().unwrap_or(start);
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// Every text with its code.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &str)> {
        (0..self.len() as u32).map(|code| (code, self.get(code)))
    }

    /// The code of a text. Binary search: codes stand in the order of texts.
    pub fn code(&self, text: &str) -> Option<u32> {
        let at = self.lower_bound(text);
        (at < self.len() as u32 && self.get(at) == text).then_some(at)
    }

    /// The first code whose text is not less than this one; the number of texts if all are less.
    pub fn lower_bound(&self, text: &str) -> u32 {
        self.first_not(|each| each < text)
    }

    /// The codes of the texts that begin with this one.
    pub fn starting(&self, with: &str) -> Range<u32> {
        self.lower_bound(with)..self.first_not(|each| each < with || each.starts_with(with))
    }

    /// The first code whose text is not so, where all that are stand before those that are not.
    fn first_not(&self, is: impl Fn(&str) -> bool) -> u32 {
        let (mut low, mut high) = (0, self.len() as u32);
        while low < high {
            let middle = low + (high - low) / 2;
            if is(self.get(middle)) { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// Its texts folded, which is done once, when first asked for; none where they are too many to be kept.
    pub fn folded(&self, folds: &[Fold]) -> Option<&Folded> {
        let way = WAYS.iter().position(|way| *way == folds).filter(|_| self.text.len() <= MOST)?;
        Some(self.folded[way].get_or_init(|| Box::new(Folded::of(self, folds))))
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len() as u32);
    }
}

/// A dictionary being made: codes in order of first appearance.
#[derive(Debug, Default)]
pub struct Interner {
    texts: Dictionary,
    codes: HashTable<u32>,
}

impl Interner {
    /// The code of a text, given out now if it is new.
    pub fn code(&mut self, text: &str) -> u32 {
        let Interner { texts, codes } = self;
        if let Some(code) = codes.find(hash(text.as_bytes()), |code| texts.get(*code) == text) {
            return *code;
        }
        let code = texts.len() as u32;
        texts.push(text);
        codes.insert_unique(hash(text.as_bytes()), code, |code| hash(texts.get(*code).as_bytes()));
        code
    }

    /// Takes every text of another in; element `c` of the answer is the code here of its code `c`.
    pub fn absorb(&mut self, other: &Interner) -> Vec<u32> {
        other.texts.iter().map(|(_, text)| self.code(text)).collect()
    }

    /// The finished dictionary; element `c` of the list is the final code of code `c`.
    pub fn finish(self) -> (Dictionary, Vec<u32>) {
        let old = self.texts;
        let mut order: Vec<u32> = (0..old.len() as u32).collect();
        order.sort_unstable_by(|a, b| old.get(*a).cmp(old.get(*b)));
        let mut new = Dictionary {
            text: String::with_capacity(old.text.len()),
            ends: Vec::with_capacity(old.ends.len()),
            ..Dictionary::default()
        };
        let mut codes = vec![0; order.len()];
        for (at, code) in order.into_iter().enumerate() {
            new.push(old.get(code));
            codes[code as usize] = at as u32;
        }
        (new, codes)
    }
}

/// Not a secret hash: texts come from the operator's own files.
pub fn hash(bytes: &[u8]) -> u64 {
    FixedState::default().hash_one(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_stand_in_the_order_of_texts() {
        let mut interner = Interner::default();
        let codes: Vec<u32> = ["b", "", "ñ", "b", "a"].map(|t| interner.code(t)).to_vec();
        assert_eq!(codes, [0, 1, 2, 0, 3]);
        let (dictionary, renamed) = interner.finish();
        assert_eq!(codes.iter().map(|c| renamed[*c as usize]).collect::<Vec<_>>(), [2, 0, 3, 2, 1]);
        assert_eq!(["", "a", "b", "ñ"].map(|t| dictionary.code(t)), [Some(0), Some(1), Some(2), Some(3)]);
        assert_eq!((dictionary.code("aa"), dictionary.lower_bound("aa"), dictionary.len()), (None, 2, 4));
        assert_eq!(["", "a", "aa", "c", "ñ"].map(|t| dictionary.starting(t)), [0..4, 1..2, 2..2, 3..3, 3..4]);
    }

    #[test]
    fn what_folds_alike_has_one_code() {
        let mut interner = Interner::default();
        for text in ["São", "SAO", "sao", "Zé", "São Luís"] {
            interner.code(text);
        }
        let (dictionary, _) = interner.finish();
        for folds in WAYS.into_iter().chain([&[Fold::Case, Fold::Accents, Fold::Case] as &[Fold], &[]]) {
            let Some(folded) = dictionary.folded(folds) else {
                assert!(!WAYS.contains(&folds));
                continue;
            };
            for (code, text) in dictionary.iter() {
                assert_eq!(folded.texts.get(folded.codes[code as usize]), Fold::all(folds, text));
            }
            let texts: Vec<&str> = folded.texts.iter().map(|(_, text)| text).collect();
            assert!(texts.is_sorted_by(|a, b| a < b), "{texts:?}");
        }
    }
}
