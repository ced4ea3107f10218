//! The words of a filter that are still to be read.

use super::token::{Placed, Token, tokens};
use super::tree::too_deep;
use super::{At, Fault, MOST_DEEP};

/// Words that are still to be read.
pub struct Reader {
    tokens: Vec<Placed>,
    at: usize,
    depth: usize,
}

impl Reader {
    /// All of a text.
    pub fn new(text: &str) -> Result<Reader, Fault> {
        Ok(Reader { tokens: tokens(text)?, at: 0, depth: 0 })
    }

    /// The next word.
    pub fn token(&self) -> &Token {
        self.tokens.get(self.at).map_or(&Token::End, |placed| &placed.token)
    }

    /// The word after the next.
    pub fn token_after(&self) -> &Token {
        self.tokens.get(self.at + 1).map_or(&Token::End, |placed| &placed.token)
    }

    /// Where the next word stands.
    pub fn here(&self) -> At {
        let last = self.tokens.len().saturating_sub(1);
        self.tokens
            .get(self.at.min(last))
            .map_or(At::Text { start: 0, end: 0 }, |placed| At::Text { start: placed.start, end: placed.end })
    }

    /// Passes over the next word.
    pub fn pass(&mut self) {
        self.at += 1;
    }

    /// Something else was expected where the next word stands.
    pub fn expected(&self, what: &str) -> Fault {
        Fault::new(&self.here(), what)
    }

    /// From `start` to the last word that was read.
    pub fn since(&self, start: &At) -> At {
        let end = self.at.checked_sub(1).and_then(|at| self.tokens.get(at)).map_or(0, |placed| placed.end);
        match start {
            At::Text { start, .. } => At::Text { start: *start, end },
            other => other.clone(),
        }
    }

    /// Takes a sign if it is next.
    pub fn takes(&mut self, sign: &str) -> bool {
        let found = matches!(self.token(), Token::Sign(next) if *next == sign);
        self.at += usize::from(found);
        found
    }

    /// Takes a sign that must be next.
    pub fn needs(&mut self, sign: &str) -> Result<(), Fault> {
        match self.takes(sign) {
            true => Ok(()),
            false => Err(self.expected(&format!("`{sign}` was expected")).allowed("", [sign])),
        }
    }

    /// Whether a word is next, in any case.
    pub fn is_word(&self, word: &str) -> bool {
        matches!(self.token(), Token::Word(next) if next.eq_ignore_ascii_case(word))
    }

    /// Takes a word if it is next.
    pub fn takes_word(&mut self, word: &str) -> bool {
        let found = self.is_word(word);
        self.at += usize::from(found);
        found
    }

    /// One level further in.
    pub fn within<T>(&mut self, read: impl FnOnce(&mut Reader) -> Result<T, Fault>) -> Result<T, Fault> {
        self.depth += 1;
        if self.depth > MOST_DEEP {
            return Err(too_deep(&self.here()));
        }
        let found = read(self);
        self.depth -= 1;
        found
    }
}
