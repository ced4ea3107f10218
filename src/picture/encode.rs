//! PNG of few colours. A map is flat: its edges aside, it holds some dozen colours, so 256 of them tell it
//! without a difference that an eye could find, in a quarter of the bytes.

use std::collections::HashMap;

use png::{BitDepth, ColorType, Compression, Encoder, Filter};

const MOST: usize = 256;

/// Why a picture could not be drawn. Each of these is a fault of ours.
#[derive(Debug, thiserror::Error)]
pub enum NoPicture {
    /// What was written is no SVG.
    #[error("the drawing is no SVG: {0}")]
    Svg(#[from] resvg::usvg::Error),
    /// No memory for so many pixels.
    #[error("no picture of {0} by {1} pixels")]
    Size(u32, u32),
    /// The encoder failed.
    #[error("the picture cannot be encoded: {0}")]
    Png(#[from] png::EncodingError),
}

/// Encodes opaque pixels, four bytes each.
pub fn encode(pixels: &[u8], width: u32, height: u32) -> Result<Vec<u8>, NoPicture> {
    let (palette, indices) = reduced(pixels);
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, width, height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(palette.iter().flatten().copied().collect::<Vec<u8>>());
    encoder.set_compression(Compression::Balanced);
    // Neighbouring indices are no neighbouring colours, so that a filter finds nothing to predict.
    encoder.set_filter(Filter::NoFilter);
    encoder.write_header()?.write_image_data(&indices)?;
    Ok(out)
}

type Rgb = [u8; 3];

/// The commonest colours, and for each pixel the nearest of them.
fn reduced(pixels: &[u8]) -> (Vec<Rgb>, Vec<u8>) {
    let colours = || pixels.chunks_exact(4).map(|p| [p[0], p[1], p[2]]);
    let mut counts: HashMap<Rgb, u32> = HashMap::new();
    let mut last: Option<(Rgb, u32)> = None;
    for colour in colours() {
        match &mut last {
            Some((same, run)) if *same == colour => *run += 1,
            _ => {
                if let Some((before, run)) = last.replace((colour, 1)) {
                    *counts.entry(before).or_default() += run;
                }
            }
        }
    }
    if let Some((before, run)) = last {
        *counts.entry(before).or_default() += run;
    }
    let mut ranked: Vec<(Rgb, u32)> = counts.into_iter().collect();
    ranked.sort_unstable_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
    let palette = chosen(&ranked);
    let mut known: HashMap<Rgb, u8> = HashMap::with_capacity(ranked.len());
    for (colour, _) in &ranked {
        let nearest = palette.iter().enumerate().min_by_key(|(_, p)| distance(p, colour));
        known.insert(*colour, nearest.map_or(0, |(i, _)| i as u8));
    }
    let mut last = ([0; 3], 0);
    let indices = colours().enumerate().map(|(i, colour)| {
        if i == 0 || colour != last.0 {
            last = (colour, known.get(&colour).copied().unwrap_or_default());
        }
        last.1
    });
    (palette, indices.collect())
}

/// The commonest colours, leaving out those that one already taken stands for: a hundred near shades of
/// the commonest edge would leave none for a small sign.
fn chosen(ranked: &[(Rgb, u32)]) -> Vec<Rgb> {
    let mut taken: Vec<Rgb> = Vec::with_capacity(MOST);
    for apart in [300, 100, 30, 0] {
        for (colour, _) in ranked {
            if taken.len() == MOST {
                return taken;
            }
            let near = taken.iter().any(|t| distance(t, colour) <= apart);
            if !near {
                taken.push(*colour);
            }
        }
    }
    taken
}

/// Squared, the green that eyes see best weighing double.
fn distance(a: &Rgb, b: &Rgb) -> u32 {
    let d = |i: usize| u32::from(a[i].abs_diff(b[i])).pow(2);
    d(0) + 2 * d(1) + d(2)
}
