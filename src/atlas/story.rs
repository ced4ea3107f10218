//! A story: a guided map, written as Markdown with front matter.
//!
//! Front matter is the little of YAML that a story needs: `key: value`, quotes around a text, and a
//! list of `- item` lines. Each `##` section is a stop of the tour and may open with the view it
//! wants: `<!-- map: sel=jujuy-seguro&map=10/-24.19/-65.3 -->`.

/// A piece of a story's text and where it stands, line and column from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot<'a> {
    /// The piece.
    pub text: &'a str,
    /// Its line.
    pub line: usize,
    /// Its column in characters.
    pub column: usize,
}

/// A stop of the tour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop<'a> {
    /// Its heading.
    pub title: Spot<'a>,
    /// The map it shows, as the page's query string.
    pub view: Option<Spot<'a>>,
    /// Its Markdown, without heading and view.
    pub body: &'a str,
}

/// A story, borrowed from its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story<'a> {
    /// Single values of the front matter, in file order.
    pub front: Vec<(&'a str, Spot<'a>)>,
    /// `sources` of the front matter.
    pub sources: Vec<Spot<'a>>,
    /// What stands before the first stop.
    pub opening: &'a str,
    /// The stops.
    pub stops: Vec<Stop<'a>>,
    /// Sources named in the text: `[^id]`.
    pub cited: Vec<Spot<'a>>,
    /// Footnotes at the foot: `[^id]: …`.
    pub footnotes: Vec<Spot<'a>>,
}

/// Why a file is no story.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct NoStory {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub reason: String,
}

impl<'a> Story<'a> {
    /// Reads a story; an error only where the front matter cannot be read.
    pub fn read(text: &'a str) -> Result<Story<'a>, NoStory> {
        let mut story = Story {
            front: Vec::new(),
            sources: Vec::new(),
            opening: "",
            stops: Vec::new(),
            cited: Vec::new(),
            footnotes: Vec::new(),
        };
        let (body, first_line) = story.front_matter(text.trim_start_matches(super::read::MARK))?;
        story.body(body, first_line);
        Ok(story)
    }

    /// A single value of the front matter.
    pub fn value(&self, key: &str) -> Option<Spot<'a>> {
        self.front.iter().find(|(name, _)| *name == key).map(|(_, spot)| *spot)
    }

    /// Returns what follows the front matter, and the line it begins on.
    fn front_matter(&mut self, text: &'a str) -> Result<(&'a str, usize), NoStory> {
        let broken = |line: usize, reason: &str| NoStory { line, reason: reason.to_owned() };
        let mut rest = text;
        let mut list: Option<&str> = None;
        for number in 1.. {
            let Some((line, after)) = rest.split_once('\n') else {
                return Err(broken(number, "the front matter has no end: `---` on a line of its own"));
            };
            rest = after;
            let line = line.trim_end();
            match (number, line) {
                (1, "---") => continue,
                (1, _) => return Err(broken(1, "there is no front matter: the first line is not `---`")),
                (_, "---") => return Ok((rest, number + 1)),
                _ => {}
            }
            if let Some(item) = line.trim_start().strip_prefix("- ") {
                match list {
                    Some("sources") => self.sources.push(spot(line, item, number)),
                    _ => return Err(broken(number, "this item belongs to no list; only `sources` is one")),
                }
                continue;
            }
            let Some((key, value)) = line.split_once(':') else {
                return Err(broken(number, "this is neither `key: value` nor an item of a list"));
            };
            let value = value.trim();
            list = value.is_empty().then_some(key);
            if !value.is_empty() {
                let bare = value.strip_prefix('"').and_then(|v| v.strip_suffix('"')).unwrap_or(value);
                self.front.push((key, spot(line, bare, number)));
            }
        }
        Err(broken(1, "there is no front matter"))
    }

    fn body(&mut self, body: &'a str, first_line: usize) {
        // Where the text of the opening, or of the stop being read, begins.
        let mut begin = 0;
        let mut offset = 0;
        let mut view_may_stand = false;
        for (number, line) in (first_line..).zip(body.split_inclusive('\n')) {
            let (start, end) = (offset, offset + line.len());
            offset = end;
            let line = line.trim_end();
            if let Some(title) = line.strip_prefix("## ") {
                self.close(&body[begin..start]);
                self.stops.push(Stop { title: spot(line, title, number), view: None, body: "" });
                (begin, view_may_stand) = (end, true);
            } else if let Some(view) = line.strip_prefix("<!-- map:").and_then(|l| l.strip_suffix("-->"))
                && view_may_stand
                && let Some(stop) = self.stops.last_mut()
            {
                stop.view = Some(spot(line, view.trim(), number));
                (begin, view_may_stand) = (end, false);
            } else if let Some((id, _)) = line.strip_prefix("[^").and_then(|l| l.split_once("]:")) {
                self.footnotes.push(spot(line, id, number));
                self.close(&body[begin..start]);
                begin = end;
            } else if !line.is_empty() {
                view_may_stand = false;
                self.cited.extend(citations(line, number));
            }
        }
        self.close(&body[begin..]);
    }

    /// Gives a text to the stop it belongs to, or to the opening; footnotes end the last one.
    fn close(&mut self, text: &'a str) {
        match self.stops.last_mut() {
            Some(stop) if stop.body.is_empty() => stop.body = text.trim(),
            None if self.opening.is_empty() => self.opening = text.trim(),
            _ => {}
        }
    }
}

/// `part` must be a piece of `line`.
fn spot<'a>(line: &str, part: &'a str, number: usize) -> Spot<'a> {
    let offset = (part.as_ptr() as usize).saturating_sub(line.as_ptr() as usize);
    let column = line.get(..offset).map_or(1, |before| before.chars().count() + 1);
    Spot { text: part, line: number, column }
}

/// Every `[^id]` of a line.
fn citations(line: &str, number: usize) -> Vec<Spot<'_>> {
    let parts = line.split("[^").skip(1);
    parts.filter_map(|part| part.split_once(']')).map(|(id, _)| spot(line, id, number)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_is_read_with_the_place_of_every_piece() {
        let text = "---\nid: a\ntitle: \"T: é\"\nsources:\n  - s-1\n---\n\nOpening.[^s-1]\n\n## One\n\
                    <!-- map: sel=b -->\n\nSaid.[^s-1][^s-2]\n\n## Two\n\nEnd.\n\n[^s-1]: One.\n[^s-2]: Two.\n";
        let story = Story::read(text).expect("a story");
        assert_eq!(story.value("title").map(|s| (s.text, s.line, s.column)), Some(("T: é", 3, 9)));
        assert_eq!(story.opening, "Opening.[^s-1]");
        let stops: Vec<_> =
            story.stops.iter().map(|s| (s.title.text, s.view.map(|v| v.text), s.body)).collect();
        assert_eq!(stops, [("One", Some("sel=b"), "Said.[^s-1][^s-2]"), ("Two", None, "End.")]);
        let cited: Vec<_> = story.cited.iter().map(|s| (s.text, s.line, s.column)).collect();
        assert_eq!(cited, [("s-1", 8, 11), ("s-1", 13, 8), ("s-2", 13, 14)]);
        assert_eq!(story.footnotes.len(), 2);
    }

    #[test]
    fn what_has_no_front_matter_is_no_story() {
        assert_eq!(Story::read("# Title\n").map_err(|e| e.line), Err(1));
        assert_eq!(Story::read("---\nid: a\n").map_err(|e| e.line), Err(3));
    }
}
