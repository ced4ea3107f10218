//! LIKE: `%` stands for any text, `_` for one character, a backslash takes the meaning from both.

/// A pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// Between the `%`.
    parts: Vec<Part>,
}

/// Characters in a row; `None` is any one.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Plain(String),
    Holes(Vec<Option<char>>),
}

impl Pattern {
    /// Reads one. A backslash at the end, or before any other character, stands for itself.
    pub fn new(text: &str) -> Pattern {
        let mut parts = vec![Vec::new()];
        let mut rest = text.chars().peekable();
        while let Some(c) = rest.next() {
            let last = parts.len() - 1;
            match c {
                '%' => parts.push(Vec::new()),
                '_' => parts[last].push(None),
                '\\' => {
                    let taken = rest.next_if(|next| matches!(next, '%' | '_' | '\\'));
                    parts[last].push(Some(taken.unwrap_or(c)));
                }
                c => parts[last].push(Some(c)),
            }
        }
        Pattern { parts: parts.into_iter().map(Part::of).collect() }
    }

    /// What every text begins with that is like it.
    pub fn start(&self) -> String {
        match self.parts.first() {
            Some(Part::Plain(plain)) => plain.clone(),
            Some(Part::Holes(characters)) => characters.iter().map_while(|c| *c).collect(),
            None => String::new(),
        }
    }

    /// Whether a text is like it.
    pub fn matches(&self, text: &str) -> bool {
        let [first, between @ .., last] = self.parts.as_slice() else {
            return self.parts.first().is_some_and(|only| only.at_start(text) == Some(text.len()));
        };
        let Some(start) = first.at_start(text) else { return false };
        let Some(mut rest) = text.get(start..) else { return false };
        for part in between {
            let Some(end) = part.find(rest) else { return false };
            rest = rest.get(end..).unwrap_or_default();
        }
        last.at_end(rest)
    }
}

impl Part {
    fn of(characters: Vec<Option<char>>) -> Part {
        let plain: Option<String> = characters.iter().copied().collect();
        plain.map_or(Part::Holes(characters), Part::Plain)
    }

    /// The byte after it, if the text begins with it.
    fn at_start(&self, text: &str) -> Option<usize> {
        match self {
            Part::Plain(plain) => text.starts_with(plain.as_str()).then_some(plain.len()),
            Part::Holes(characters) => {
                let mut rest = text.chars();
                let fits = characters
                    .iter()
                    .all(|wanted| rest.next().is_some_and(|c| wanted.is_none_or(|wanted| wanted == c)));
                fits.then(|| text.len() - rest.as_str().len())
            }
        }
    }

    /// The byte after the first place where it stands.
    fn find(&self, text: &str) -> Option<usize> {
        match self {
            Part::Plain(plain) => text.find(plain.as_str()).map(|at| at + plain.len()),
            Part::Holes(_) => text.char_indices().find_map(|(at, _)| {
                let rest = text.get(at..)?;
                self.at_start(rest).map(|end| at + end)
            }),
        }
    }

    fn at_end(&self, text: &str) -> bool {
        match self {
            Part::Plain(plain) => text.ends_with(plain.as_str()),
            Part::Holes(characters) => {
                let count = text.chars().count();
                let skipped = count.checked_sub(characters.len());
                skipped.is_some_and(|skipped| {
                    let at = text.char_indices().nth(skipped).map_or(text.len(), |(at, _)| at);
                    self.at_start(text.get(at..).unwrap_or_default()).is_some()
                })
            }
        }
    }
}
