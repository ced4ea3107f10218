//! From SVG to PNG.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

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

/// Draws an SVG as large as its own width and height say.
pub fn png(svg: &str) -> Result<Vec<u8>, NoPicture> {
    let tree = Tree::from_str(svg, &Options::default())?;
    let size = tree.size().to_int_size();
    let (width, height) = (size.width(), size.height());
    let mut pixmap = Pixmap::new(width, height).ok_or(NoPicture::Size(width, height))?;
    resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
    super::encode::encode(pixmap.data(), width, height)
}
