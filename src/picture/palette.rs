//! The colours of a picture: the tokens of `web/css/tokens.css`, resolved, because an SVG that travels
//! alone has no style sheet. A test compares the two.

use crate::atlas::Atlas;

/// The ground a picture is drawn on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    /// Ink on warm paper.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// Black on white.
    Print,
}

impl Theme {
    /// All of them.
    pub const ALL: [Theme; 3] = [Theme::Light, Theme::Dark, Theme::Print];

    /// The word in an address.
    pub fn id(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Print => "print",
        }
    }
}

/// Token, then its colour in light, dark and print.
pub const TOKENS: [(&str, [&str; 3]); 21] = [
    ("paper", ["#fffefb", "#181d23", "#fff"]),
    ("paper-2", ["#f6f4ee", "#20272f", "#fff"]),
    ("rule", ["#dedad0", "#303943", "#dedad0"]),
    ("ink", ["#1a1e23", "#edebe5", "#000"]),
    ("ink-2", ["#4b5157", "#bcc1c6", "#333"]),
    ("ink-3", ["#666b70", "#98a0a8", "#555"]),
    ("on-ink", ["#fffefb", "#14191f", "#fff"]),
    ("land", ["#f3f0e8", "#2a323b", "#f3f0e8"]),
    ("land-out", ["#e7e5de", "#20272e", "#e7e5de"]),
    ("sea", ["#dde7ee", "#151c24", "#dde7ee"]),
    ("coast", ["#a9b6bf", "#4c5966", "#a9b6bf"]),
    ("border", ["#c3bcab", "#4a545e", "#c3bcab"]),
    ("graticule", ["#cfdbe3", "#1f2832", "#cfdbe3"]),
    ("label-land", ["#6a6556", "#a9b0b5", "#6a6556"]),
    ("label-sea", ["#4c6573", "#7f94a5", "#4c6573"]),
    ("halo", ["#fffdf8", "#12181f", "#fff"]),
    ("withdrawn", ["#6b7075", "#9aa1a8", "#6b7075"]),
    ("sign-ink", ["#ffffff", "#12181f", "#fff"]),
    ("sign-ground", ["#fffdf8", "#12181f", "#fff"]),
    ("ring-in", ["#fffefb", "#12181f", "#fffefb"]),
    ("ring-out", ["#1a1e23", "#fffefb", "#1a1e23"]),
];

/// The colours of a theme.
#[derive(Debug, Clone, Copy)]
pub struct Palette<'a> {
    theme: Theme,
    atlas: &'a Atlas,
}

impl<'a> Palette<'a> {
    /// The colours of a theme; hues of families are the record's.
    pub fn new(theme: Theme, atlas: &'a Atlas) -> Palette<'a> {
        Palette { theme, atlas }
    }

    /// The colour of a token; `none` for one that is not known.
    pub fn get(&self, token: &str) -> &'static str {
        let found = TOKENS.iter().find(|(name, _)| *name == token);
        found.map_or("none", |(_, colours)| colours[self.theme as usize])
    }

    /// The hue of a family, grey where the status is gone.
    pub fn hue(&self, family: &str, gone: bool) -> &'a str {
        let found = self.atlas.layers.families.iter().find(|f| f.id == family).filter(|_| !gone);
        match (found, self.theme) {
            (None, _) => self.get("withdrawn"),
            (Some(family), Theme::Dark) => &family.colour.dark,
            (Some(family), _) => &family.colour.light,
        }
    }
}
