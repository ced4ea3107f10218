//! From SVG to PNG.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::encode::NoPicture;

/// Draws an SVG as large as its own width and height say.
pub fn png(svg: &str) -> Result<Vec<u8>, NoPicture> {
    let tree = Tree::from_str(svg, &Options::default())?;
    let size = tree.size().to_int_size();
    let (width, height) = (size.width(), size.height());
    let mut pixmap = Pixmap::new(width, height).ok_or(NoPicture::Size(width, height))?;
    resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
    super::encode::encode(pixmap.data(), width, height)
}
