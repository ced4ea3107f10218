//! CQL2 text in words.

use winnow::ascii::{digit0, digit1, multispace0};
use winnow::combinator::{alt, delimited, opt, repeat};
use winnow::stream::LocatingSlice;
use winnow::token::{one_of, take_till, take_while};
use winnow::{Parser, Result};

use super::{At, Fault};

/// Words that are no properties unless they stand in double quotes.
const RESERVED: [&str; 11] =
    ["AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "TRUE", "FALSE", "DIV"];

/// Whether a word means something else than a property.
pub fn is_reserved(word: &str) -> bool {
    RESERVED.iter().any(|reserved| reserved.eq_ignore_ascii_case(word))
}

/// A word of a filter.
#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    /// A keyword, a function or a property, as it was written.
    Word(String),
    /// A property in double quotes.
    Quoted(String),
    /// A text in quotes.
    Text(String),
    /// A whole number without a sign.
    Integer(i64),
    /// Any other number without a sign.
    Number(f64),
    /// A sign.
    Sign(&'static str),
    /// After the last word.
    End,
}

/// A word and where it stands.
#[derive(Debug, Clone)]
pub struct Placed {
    /// The word.
    pub token: Token,
    /// Its first byte.
    pub start: usize,
    /// The byte after it.
    pub end: usize,
}

type Input<'s> = LocatingSlice<&'s str>;

/// The words of a text; the last is [`Token::End`].
pub fn tokens(text: &str) -> std::result::Result<Vec<Placed>, Fault> {
    let mut input = LocatingSlice::new(text);
    let mut all = Vec::new();
    loop {
        // Blanks are taken where there are any; to find none is no error.
        let _: Result<&str> = multispace0.parse_next(&mut input);
        let start = text.len() - input.as_ref().len();
        if input.as_ref().is_empty() {
            all.push(Placed { token: Token::End, start, end: start });
            return Ok(all);
        }
        match token.with_span().parse_next(&mut input) {
            Ok((token, span)) => all.push(Placed { token, start: span.start, end: span.end }),
            Err(_) => return Err(no_token(text, start)),
        }
    }
}

fn no_token(text: &str, start: usize) -> Fault {
    let rest = text.get(start..).unwrap_or_default();
    let first = rest.chars().next().unwrap_or_default();
    let end = start + first.len_utf8();
    let (reason, allowed): (&str, &[&str]) = match first {
        '\'' => (
            "the text that begins here has no closing quote (a quote within a text is written twice)",
            &["'text'"],
        ),
        '"' => ("the name that begins here has no closing quote, or is empty", &["\"name\""]),
        '0'..='9' | '.' => ("this number is too large or not complete", &["1.5", "1e308"]),
        '!' => ("this is no part of CQL2, where unequal is written `<>`", &["<>"]),
        '{' if start == 0 => {
            ("a filter that is JSON comes with `filter-lang=cql2-json`", &["filter-lang=cql2-json"])
        }
        _ => ("this is no part of CQL2", &SIGNS),
    };
    Fault::new(&At::Text { start, end }, reason).allowed("", allowed.iter().copied())
}

fn token(input: &mut Input) -> Result<Token> {
    alt((text, quoted, number, word, sign)).parse_next(input)
}

/// `'` within a text is written `''` or `\'`.
fn text(input: &mut Input) -> Result<Token> {
    let part = alt(("''".value("'"), "\\'".value("'"), "\\", take_till(1.., ['\'', '\\'])));
    let parts = repeat(0.., part).fold(String::new, |mut all, part: &str| {
        all.push_str(part);
        all
    });
    delimited('\'', parts, '\'').map(Token::Text).parse_next(input)
}

/// Any name, though the standard has plain ones alone: files of one's own hold others.
fn quoted(input: &mut Input) -> Result<Token> {
    let part = alt(("\"\"".value("\""), take_till(1.., '"')));
    let parts = repeat(1.., part).fold(String::new, |mut all, part: &str| {
        all.push_str(part);
        all
    });
    delimited('"', parts, '"').map(Token::Quoted).parse_next(input)
}

fn number(input: &mut Input) -> Result<Token> {
    let exponent = (one_of(['e', 'E']), opt(one_of(['+', '-'])), digit1);
    let digits = alt(((digit1, opt(('.', digit0))).void(), ('.', digit1).void()));
    (digits, opt(exponent)).take().verify_map(value).parse_next(input)
}

fn value(text: &str) -> Option<Token> {
    if let Ok(number) = text.parse() {
        return Some(Token::Integer(number));
    }
    text.parse().ok().filter(|number: &f64| number.is_finite()).map(Token::Number)
}

fn word(input: &mut Input) -> Result<Token> {
    let start = take_while(1, begins);
    let part = |c: char| begins(c) || c == '.' || c.is_alphanumeric() || is_joined(c);
    (start, take_while(0.., part)).take().map(|word: &str| Token::Word(word.to_owned())).parse_next(input)
}

fn begins(c: char) -> bool {
    c == ':' || c == '_' || c.is_alphabetic()
}

/// Marks that follow a letter.
fn is_joined(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}')
}

/// Whether a name can be written without quotes.
pub fn is_plain(name: &str) -> bool {
    word.parse(LocatingSlice::new(name)).is_ok() && !is_reserved(name)
}

const SIGNS: [&str; 15] = ["<>", "<=", ">=", "(", ")", ",", "=", "<", ">", "+", "-", "*", "/", "%", "^"];

fn sign(input: &mut Input) -> Result<Token> {
    let found = SIGNS.into_iter().find(|sign| input.as_ref().starts_with(sign));
    winnow::token::literal(found.unwrap_or("\0")).parse_next(input)?;
    Ok(Token::Sign(found.unwrap_or_default()))
}
