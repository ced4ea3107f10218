//! Text as outlines: a picture needs no font where it is read, and looks the same everywhere.

use harfrust::{Feature, ShapeOptions, Tag, UnicodeBuffer};
use skrifa::MetadataProvider;

use super::font::{Face, font, number};

/// A line of text as one path.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// Path data in font units; the line begins at 0, 0 on its baseline.
    pub path: String,
    /// Pixels that one font unit spans.
    pub scale: f64,
    /// How wide the line is, in pixels.
    pub width: f64,
}

/// A way to write: face, size in pixels, letter-spacing in parts of the size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// The face.
    pub face: Face,
    /// Pixels an em.
    pub size: f64,
    /// Letter-spacing, in em.
    pub track: f64,
}

/// A style without letter-spacing.
pub const fn style(face: Face, size: f64) -> Style {
    Style { face, size, track: 0.0 }
}

impl Style {
    /// The line as outlines. A character that the font lacks is drawn as an empty box.
    pub fn outline(self, text: &str) -> Outline {
        let mut outline = Outline { path: String::new(), scale: 0.0, width: 0.0 };
        let Some(font) = font(self.face) else { return outline };
        outline.scale = self.size / font.units;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        // A ligature is one glyph, between whose letters no space can be put.
        let features = [Feature::new(Tag::new(b"liga"), 0, ..)];
        let shaped =
            font.shaper.shaper(&font.font).build().shape(buffer, ShapeOptions::new().features(&features));
        let track = self.track * font.units;
        let mut pen = 0.0;
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let glyph = font.glyph(info.glyph_id);
            if !glyph.rest.is_empty() {
                let x = pen + f64::from(position.x_offset);
                outline.path.push('M');
                number(&mut outline.path, x.round() as i32 + glyph.start.0, false);
                number(&mut outline.path, glyph.start.1 - position.y_offset, true);
                outline.path.push_str(&glyph.rest);
            }
            pen += f64::from(position.x_advance) + track;
        }
        outline.width = (pen - track).max(0.0) * outline.scale;
        outline
    }

    /// How wide a line is, in pixels.
    pub fn width(self, text: &str) -> f64 {
        self.outline(text).width
    }

    /// The text in lines no wider than `width`; at most `lines`, the last one cut with an ellipsis.
    pub fn wrapped(self, text: &str, width: f64, lines: usize) -> Vec<String> {
        let mut out: Vec<String> = vec![String::new()];
        let mut words = text.split_whitespace().peekable();
        while let Some(word) = words.peek() {
            let at = out.len() - 1;
            let longer = if out[at].is_empty() { (*word).to_owned() } else { format!("{} {word}", out[at]) };
            if self.width(&longer) <= width || out[at].is_empty() {
                out[at] = longer;
                words.next();
            } else if out.len() < lines {
                out.push(String::new());
            } else {
                break;
            }
        }
        let unfinished = words.peek().is_some();
        if let Some(last) = out.last_mut() {
            *last = self.cut(last, width, unfinished);
        }
        out
    }

    /// The text, shortened with an ellipsis where it is wider than `width` or does not end here.
    fn cut(self, text: &str, width: f64, unfinished: bool) -> String {
        if !unfinished && self.width(text) <= width {
            return text.to_owned();
        }
        let mut kept: Vec<char> = text.chars().collect();
        loop {
            let short =
                format!("{}…", kept.iter().collect::<String>().trim_end_matches([' ', ',', ';', ':']));
            if kept.pop().is_none() || self.width(&short) <= width {
                return short;
            }
        }
    }
}

/// Whether every character of a text has a glyph in the fonts of pictures.
pub fn can_draw(text: &str) -> bool {
    let drawn = |face| {
        font(face).is_some_and(|font| {
            let charmap = font.font.charmap();
            text.chars().all(|c| c.is_control() || charmap.map(c).is_some_and(|id| id.to_u32() != 0))
        })
    };
    [Face::Sans, Face::Strong, Face::Title].into_iter().all(drawn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_three_languages_write_can_be_drawn_and_chinese_cannot() {
        assert!(can_draw("Año nuevo: São Paulo, Ñuñoa, pingüino — “açaí” … 24° S × ½ № Ð Ł ő"));
        assert!(!can_draw("胡胡伊"));
    }

    #[test]
    fn a_line_grows_with_its_letters_and_is_cut_with_an_ellipsis() {
        let style = style(Face::Sans, 12.0);
        assert!(style.width("Jujuy") < style.width("Jujuy Seguro"));
        assert!(style.width("AV") < style.width("A") + style.width("V"), "pairs are kerned");
        let lines = style.wrapped("one two three four five six seven", 60.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| style.width(line) <= 60.0), "{lines:?}");
        assert!(lines[1].ends_with('…'));
    }
}
