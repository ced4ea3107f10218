//! A set of features, a bit each.

/// Rows that one word holds.
pub const WORD: usize = 64;
/// Words that are passed over at once.
const STRETCH: usize = 8;
/// A word with fewer rows than this is gone through row by row.
const FEW: u32 = 12;

/// Rows in ascending order; all are below a number, and each stands once.
pub fn ascending(below: usize, mut rows: Vec<u32>) -> Vec<u32> {
    /// To go through a bit for each of so many rows takes as long as to sort one of them.
    const SPARSE: usize = 512;
    if rows.is_sorted() {
        return rows;
    }
    if rows.len() > below / SPARSE {
        let bits = Bits::of(below, &rows);
        rows.clear();
        bits.each(|row| rows.push(row));
    } else {
        rows.sort_unstable();
    }
    rows
}

/// A set of rows below a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bits {
    words: Vec<u64>,
    len: usize,
}

impl Bits {
    /// None of so many rows.
    pub fn none(len: usize) -> Bits {
        Bits { words: vec![0; len.div_ceil(WORD)], len }
    }

    /// All of so many rows.
    pub fn all(len: usize) -> Bits {
        let mut words = vec![u64::MAX; len.div_ceil(WORD)];
        if let Some(last) = words.last_mut().filter(|_| !len.is_multiple_of(WORD)) {
            *last = (1 << (len % WORD)) - 1;
        }
        Bits { words, len }
    }

    /// These of so many rows.
    pub fn of(len: usize, rows: &[u32]) -> Bits {
        let mut bits = Bits::none(len);
        rows.iter().for_each(|row| bits.insert(*row));
        bits
    }

    /// Takes a row in.
    pub fn insert(&mut self, row: u32) {
        if let Some(word) = self.words.get_mut(row as usize / WORD) {
            *word |= 1 << (row as usize % WORD);
        }
    }

    /// Whether a row is among them.
    pub fn has(&self, row: u32) -> bool {
        self.words.get(row as usize / WORD).is_some_and(|word| word >> (row as usize % WORD) & 1 == 1)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Below how many rows.
    pub fn len(&self) -> usize {
        self.len
    }

    /// The rows, ascending.
    pub fn rows(&self) -> Vec<u32> {
        let mut rows = Vec::with_capacity(self.count());
        self.each(|row| rows.push(row));
        rows
    }

    /// Visits the rows, ascending.
    pub fn each(&self, mut visit: impl FnMut(u32)) {
        // Several words at once, for most have no row.
        for (stretch, words) in self.words.chunks(STRETCH).enumerate() {
            if words.iter().fold(0, |all, word| all | word) == 0 {
                continue;
            }
            for (at, word) in words.iter().enumerate() {
                for_bits(*word, |bit| visit(((stretch * STRETCH + at) * WORD + bit) as u32));
            }
        }
    }

    /// With those of another set.
    pub fn with(&mut self, other: &Bits) {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word |= other);
    }

    /// Without those of another set.
    pub fn without(mut self, other: &Bits) -> Bits {
        self.words.iter_mut().zip(&other.words).for_each(|(word, other)| *word &= !other);
        self
    }

    /// Those whose value passes. Stretches without a row of the set cost nothing.
    pub fn keep<T: Copy>(&self, values: &[T], passes: impl Fn(T) -> bool) -> Bits {
        self.by_word(|at, word| {
            let Some(values) = values.get(at * WORD..(at * WORD + WORD).min(values.len())) else { return 0 };
            if word.count_ones() < FEW {
                let mut kept = 0;
                for_bits(word, |bit| kept |= u64::from(values.get(bit).is_some_and(|v| passes(*v))) << bit);
                return kept;
            }
            let all = values.iter().enumerate().fold(0, |all, (bit, v)| all | u64::from(passes(*v)) << bit);
            word & all
        })
    }

    /// Those that pass, each looked at by itself.
    pub fn sieve(&self, mut passes: impl FnMut(u32) -> bool) -> Bits {
        self.by_word(|at, word| {
            let mut kept = 0;
            for_bits(word, |bit| kept |= u64::from(passes((at * WORD + bit) as u32)) << bit);
            kept
        })
    }

    /// Those of each word that pass, given its first row and its rows.
    pub fn by_word(&self, mut kept: impl FnMut(usize, u64) -> u64) -> Bits {
        let words = self.words.iter().enumerate();
        let words = words.map(|(at, word)| if *word == 0 { 0 } else { kept(at, *word) });
        Bits { words: words.collect(), len: self.len }
    }
}

/// Visits the bits that are set, ascending.
fn for_bits(word: u64, visit: impl FnMut(usize)) {
    bits_of(word).for_each(visit);
}

/// The bits that are set, ascending.
pub fn bits_of(mut word: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = (word != 0).then(|| word.trailing_zeros() as usize);
        word &= word.wrapping_sub(1);
        bit
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_holds_no_row_that_is_not_there() {
        for len in [0, 1, 63, 64, 65, 128, 200] {
            let all = Bits::all(len);
            assert_eq!((all.count(), all.rows().len()), (len, len));
            assert_eq!(all.clone().without(&all), Bits::none(len));
            let odd = all.sieve(|row| row % 2 == 1);
            let values: Vec<u32> = (0..len as u32).collect();
            assert_eq!(odd, all.keep(&values, |v| v % 2 == 1));
            assert_eq!(odd, Bits::of(len, &odd.rows()));
        }
    }

    #[test]
    fn rows_in_any_order_come_out_ascending_however_many_there_are() {
        for (below, every) in [(100, 1), (100_000, 1), (100_000, 50), (100_000, 1000)] {
            let wanted: Vec<u32> = (0..below).step_by(every).collect();
            let turned: Vec<u32> = wanted.iter().rev().copied().collect();
            assert_eq!(ascending(below as usize, turned), wanted);
            assert_eq!(ascending(below as usize, wanted.clone()), wanted);
        }
    }
}
