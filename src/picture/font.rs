//! The fonts of pictures: Roboto for what the tool says, Source Serif for what the record says.
//!
//! They come from the npm registry at build (`web/fonts.mjs`) and are compiled in, so that a picture is
//! the same on every machine. Both are under the SIL Open Font License, whose text goes along as the asset
//! `font-licences.txt`.

use std::collections::HashMap;
use std::io::Read as _;
use std::sync::{LazyLock, Mutex, PoisonError};

use harfrust::ShaperData;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use crate::assets;

/// A face.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// Labels, names on the map.
    Sans,
    /// Names of sites, head words.
    Strong,
    /// Names of records, titles.
    Title,
    /// Waters.
    Water,
}

/// A glyph's outline in font units: y grows downwards, every coordinate relative to the one before.
#[derive(Debug, Clone, Default)]
pub(super) struct Glyph {
    /// Where the first contour begins.
    pub start: (i32, i32),
    /// The rest of the path after its first point.
    pub rest: String,
}

pub(super) struct Font {
    pub font: FontRef<'static>,
    pub shaper: ShaperData,
    pub units: f64,
    glyphs: Mutex<HashMap<u32, Glyph>>,
}

static BYTES: LazyLock<[Vec<u8>; 4]> = LazyLock::new(|| {
    let unpacked = |packed: &'static [u8]| {
        let mut bytes = Vec::new();
        // What the build has packed can be unpacked; a face without bytes draws nothing.
        let read = brotli::Decompressor::new(packed, 4096).read_to_end(&mut bytes);
        read.map(|_| bytes).unwrap_or_default()
    };
    assets::FONTS.map(unpacked)
});

static FONTS: LazyLock<[Option<Font>; 4]> = LazyLock::new(|| {
    let [sans, strong, title, water] = &*BYTES;
    [sans, strong, title, water].map(|bytes| {
        let font = FontRef::new(bytes).ok()?;
        Some(Font {
            shaper: ShaperData::new(&font),
            units: font.metrics(Size::unscaled(), LocationRef::default()).units_per_em.into(),
            glyphs: Mutex::default(),
            font,
        })
    })
});

pub(super) fn font(face: Face) -> Option<&'static Font> {
    FONTS.get(face as usize)?.as_ref()
}

impl Font {
    /// The outline of a glyph; empty for a space.
    pub fn glyph(&self, id: u32) -> Glyph {
        let mut glyphs = self.glyphs.lock().unwrap_or_else(PoisonError::into_inner);
        glyphs.entry(id).or_insert_with(|| self.drawn(id)).clone()
    }

    fn drawn(&self, id: u32) -> Glyph {
        let mut pen = Pen::default();
        if let Some(outline) = self.font.outline_glyphs().get(GlyphId::new(id)) {
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            // An outline that cannot be drawn leaves a gap; the fonts are fixed and the tests look at them.
            let _ = outline.draw(settings, &mut pen);
        }
        pen.glyph
    }
}

#[derive(Default)]
struct Pen {
    glyph: Glyph,
    /// Where the contour began, and where the pen stands.
    from: (i32, i32),
    at: (i32, i32),
    begun: bool,
}

impl Pen {
    fn point(x: f32, y: f32) -> (i32, i32) {
        (x.round() as i32, -y.round() as i32)
    }

    fn push(&mut self, command: char, points: &[(i32, i32)]) {
        let (x, y) = self.at;
        self.glyph.rest.push(command);
        for (i, (px, py)) in points.iter().enumerate() {
            number(&mut self.glyph.rest, px - x, i > 0);
            number(&mut self.glyph.rest, py - y, true);
        }
        self.at = points.last().copied().unwrap_or(self.at);
    }
}

/// Appends a number; a minus parts it from the one before as well as a space does.
pub(super) fn number(out: &mut String, value: i32, follows: bool) {
    if follows && value >= 0 {
        out.push(' ');
    }
    out.push_str(&value.to_string());
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let to = Pen::point(x, y);
        if self.begun {
            // After a closed contour the pen stands where that began.
            self.at = self.from;
            self.push('m', &[to]);
        } else {
            self.glyph.start = to;
            self.begun = true;
        }
        (self.at, self.from) = (to, to);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.push('l', &[Pen::point(x, y)]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.push('q', &[Pen::point(cx, cy), Pen::point(x, y)]);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.push('c', &[Pen::point(ax, ay), Pen::point(bx, by), Pen::point(x, y)]);
    }

    fn close(&mut self) {
        self.glyph.rest.push('z');
    }
}
