//! Damages an example: a fixed rule for each number, so that any input can be made again.

/// Numbers that look thrown (splitmix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(name: &str, case: u64) -> Dice {
        let seed = name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Dice(seed.wrapping_add(case.wrapping_mul(0x9e37_79b9_7f4a_7c15)))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Less than `n`; 0 where that is 0.
    fn below(&mut self, n: usize) -> usize {
        if n == 0 { 0 } else { (self.next() % n as u64) as usize }
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all.get(self.below(all.len())).copied().unwrap_or_default()
    }
}

/// What breaks parsers of any kind.
const NASTY: [&str; 22] = [
    "\0",
    "\u{feff}",
    "\u{202e}",
    "é",
    "中",
    "\u{1f5fa}",
    "%",
    "%00",
    "%ff",
    "\"",
    "'",
    "\\",
    "\\u0000",
    "-0",
    "1e999",
    "NaN",
    "18446744073709551616",
    "9999-12-31",
    "-0001-01-01",
    "..",
    "null",
    "\r\n",
];
/// What may be nested without an end.
const NESTING: [&str; 8] = ["(", "[", "{\"a\":", "NOT ", "-", ">", "**", "%25"];

/// One of the examples with some pieces changed, taken out, doubled, or brought in from elsewhere.
pub fn damaged(dice: &mut Dice, examples: &[&str], words: &[&str]) -> Vec<u8> {
    let mut input = dice.of(examples).as_bytes().to_vec();
    for _ in 0..=dice.below(6) {
        let at = dice.below(input.len() + 1);
        let end = (at + 1 + dice.below(12)).min(input.len());
        match dice.below(12) {
            0 if at < input.len() => input[at] ^= 1 << dice.below(8),
            1 if at < input.len() => input[at] = dice.next() as u8,
            2 => drop(input.splice(at..at, dice.of(&NASTY).bytes())),
            3 | 4 => drop(input.splice(at..at, dice.of(words).bytes())),
            5 | 6 if at < end => drop(input.drain(at..end)),
            7 if at < end => {
                let piece = input[at..end].to_vec();
                drop(input.splice(at..at, piece));
            }
            8 => {
                let other = dice.of(examples).as_bytes();
                let from = dice.below(other.len());
                let to = (from + 1 + dice.below(40)).min(other.len());
                drop(input.splice(at..end.max(at), other[from..to].iter().copied()));
            }
            9 => input.truncate(at),
            10 if at < end => input[at..end].reverse(),
            // Seldom, and then deep.
            11 if dice.below(8) == 0 => {
                let piece = dice.of(&NESTING).repeat(1 + dice.below(9_000));
                drop(input.splice(at..at, piece.bytes()));
            }
            _ => drop(input.splice(at..at, dice.of(words).bytes())),
        }
    }
    input
}
