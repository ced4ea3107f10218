//! Reads the markup of our own pages as a list of tags and texts. Not a parser of HTML at large: our
//! templates quote every attribute.

/// A piece of a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// `<name attribute="value">`
    Open { name: String, attributes: Vec<(String, String)> },
    /// `</name>`
    Close(String),
    /// What stands between.
    Text(String),
}

impl Piece {
    /// The value of an attribute of an opening tag.
    pub fn attribute(&self, wanted: &str) -> Option<&str> {
        match self {
            Piece::Open { attributes, .. } => {
                attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str())
            }
            _ => None,
        }
    }

    /// Whether it opens this element.
    pub fn opens(&self, wanted: &str) -> bool {
        matches!(self, Piece::Open { name, .. } if name == wanted)
    }

    /// Whether it has this class.
    pub fn has_class(&self, wanted: &str) -> bool {
        self.attribute("class").is_some_and(|class| class.split(' ').any(|c| c == wanted))
    }
}

/// The pieces in order.
pub fn pieces(html: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let text = &rest[..at];
        if !text.trim().is_empty() {
            pieces.push(Piece::Text(unescaped(text.trim())));
        }
        let end = tag_end(&rest[at..]).expect("a tag that ends") + at;
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            pieces.push(Piece::Close(name.trim().to_owned()));
        } else if !tag.starts_with('!') {
            pieces.push(open(tag));
        }
    }
    pieces
}

/// Where a tag ends; a `>` inside quotes does not end it.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quoted = false;
    tag.char_indices().find_map(|(at, c)| {
        quoted ^= c == '"';
        (c == '>' && !quoted).then_some(at)
    })
}

fn open(tag: &str) -> Piece {
    let tag = tag.trim_end_matches('/');
    let (name, mut rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            break;
        }
        let end = rest.find(['=', ' ', '\n']).unwrap_or(rest.len());
        let key = rest[..end].to_owned();
        rest = &rest[end..];
        match rest.strip_prefix("=\"") {
            Some(value) => {
                let close = value.find('"').expect("a quoted value");
                attributes.push((key, unescaped(&value[..close])));
                rest = &value[close + 1..];
            }
            None => {
                assert!(!rest.starts_with('='), "an attribute without quotes in <{tag}>");
                attributes.push((key, String::new()));
            }
        }
    }
    Piece::Open { name: name.to_owned(), attributes }
}

fn unescaped(text: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&#x27;", "'")]
        .iter()
        .chain(&[("&#60;", "<"), ("&#62;", ">"), ("&nbsp;", "\u{a0}"), ("&#38;", "&"), ("&amp;", "&")])
        .fold(text.to_owned(), |text, (entity, plain)| text.replace(entity, plain))
}
