//! The little of Markdown that a story is written in: paragraphs, lists, *emphasis*, links to the web,
//! and footnotes, which name a source each.

/// A paragraph or a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// The items of a list.
    List(Vec<Vec<Span>>),
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    /// Plain text.
    Text(String),
    /// `*so*`
    Emphasis(String),
    /// `[so](https://…)`; only addresses of the web are links.
    Link {
        /// What is pressed.
        text: String,
        /// Where it leads.
        href: String,
    },
    /// Footnotes that follow one another: ids of sources.
    Cited(Vec<String>),
}

/// The blocks of a text, which blank lines part.
pub fn blocks(markdown: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    for line in markdown.lines().map(str::trim).chain([""]) {
        if !line.is_empty() {
            lines.push(line);
        } else if !lines.is_empty() {
            let items: Option<Vec<&str>> = lines.iter().map(|line| line.strip_prefix("- ")).collect();
            blocks.push(match items {
                Some(items) => Block::List(items.into_iter().map(spans).collect()),
                None => Block::Paragraph(spans(&lines.join(" "))),
            });
            lines.clear();
        }
    }
    blocks
}

impl Block {
    /// Every source cited in it, in order, repetitions kept.
    pub fn cited(&self) -> impl Iterator<Item = &str> {
        let lines: Vec<&Vec<Span>> = match self {
            Block::Paragraph(spans) => vec![spans],
            Block::List(items) => items.iter().collect(),
        };
        lines.into_iter().flatten().flat_map(|span| match span {
            Span::Cited(ids) => ids.iter().map(String::as_str).collect(),
            _ => Vec::new(),
        })
    }
}

fn spans(text: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['*', '[']) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some((span, length)) = marked(rest) else {
            plain.push_str(&rest[..1]);
            rest = &rest[1..];
            continue;
        };
        rest = &rest[length..];
        if !plain.is_empty() {
            out.push(Span::Text(std::mem::take(&mut plain)));
        }
        match (span, out.last_mut()) {
            (Span::Cited(more), Some(Span::Cited(ids))) => ids.extend(more),
            (span, _) => out.push(span),
        }
    }
    plain.push_str(rest);
    if !plain.is_empty() {
        out.push(Span::Text(plain));
    }
    out
}

/// The marked piece at the beginning of a text, and its length in bytes.
fn marked(text: &str) -> Option<(Span, usize)> {
    if let Some(rest) = text.strip_prefix("[^") {
        let (id, _) = rest.split_once(']')?;
        return Some((Span::Cited(vec![id.to_owned()]), id.len() + "[^]".len()));
    }
    if let Some(rest) = text.strip_prefix('[') {
        let (inner, after) = rest.split_once("](")?;
        let (href, _) = after.split_once(')')?;
        let web = href.starts_with("https://") || href.starts_with("http://");
        let link = Span::Link { text: inner.to_owned(), href: href.to_owned() };
        return web.then_some((link, inner.len() + href.len() + "[]()".len()));
    }
    let (inner, _) = text.strip_prefix('*')?.split_once('*')?;
    let tight = !inner.is_empty() && inner.trim() == inner;
    tight.then(|| (Span::Emphasis(inner.to_owned()), inner.len() + "**".len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Span {
        Span::Text(text.to_owned())
    }

    #[test]
    fn a_text_is_read_into_its_pieces() {
        let read = blocks("One *two*.[^a][^b] [Three](https://example.org/)\nfour.\n\n- five[^c]\n- six\n");
        let link = Span::Link { text: "Three".to_owned(), href: "https://example.org/".to_owned() };
        let cited = |ids: &[&str]| Span::Cited(ids.iter().map(|id| id.to_string()).collect());
        let first = vec![
            text("One "),
            Span::Emphasis("two".to_owned()),
            text("."),
            cited(&["a", "b"]),
            text(" "),
            link,
            text(" four."),
        ];
        let list = Block::List(vec![vec![text("five"), cited(&["c"])], vec![text("six")]]);
        assert_eq!(read, [Block::Paragraph(first), list]);
        assert_eq!(read.iter().flat_map(Block::cited).collect::<Vec<_>>(), ["a", "b", "c"]);
    }

    #[test]
    fn what_is_no_mark_stays_as_it_is_written() {
        for plain in
            ["3 * 4 * 5", "[not a link](javascript:alert)", "an open [ bracket", "[^open", "*", "é*ñ"]
        {
            assert_eq!(blocks(plain), [Block::Paragraph(vec![text(plain)])]);
        }
        assert_eq!(blocks(" \n\n"), []);
    }
}
