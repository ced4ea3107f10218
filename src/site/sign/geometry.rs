//! The drawing of every sign, as `web/signs.json` describes it in its member `about`.
//!
//! Units are CSS pixels at scale 1; y grows downwards.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// A list of paint and path.
pub type Part = Vec<(String, String)>;

/// The whole file.
#[derive(Debug, Default, Deserialize)]
pub struct Geometry {
    /// Left, top, width and height of a sign; the centre of its body is 0, 0.
    #[serde(rename = "box")]
    pub frame: [f64; 4],
    /// Sizes by zoom, in order.
    pub sizes: Vec<Size>,
    /// How much larger the sign in hand is.
    pub emphasis: Emphasis,
    /// Where signs become seeds.
    pub crowd: Crowd,
    /// How signs give way.
    pub layout: Layout,
    /// The disc of a place known to some kilometres.
    pub disc: Disc,
    /// Schematic lines.
    pub line: Line,
    /// Scale in a row of the list.
    pub row_scale: f64,
    /// How a paint is painted.
    pub paints: BTreeMap<String, Paint>,
    /// What each status draws.
    pub statuses: BTreeMap<String, Drawing>,
    /// Small marks at a corner of the body.
    pub badges: BTreeMap<String, Part>,
    /// The count of several sites at one place.
    pub stack: Stack,
    /// Shapes by precision.
    pub precisions: BTreeMap<String, Shape>,
    /// Glyphs of layers.
    pub glyphs: BTreeMap<String, Vec<Stroke>>,
    /// Marks in text.
    pub marks: BTreeMap<String, Vec<Stroke>>,
}

/// A size, and the zoom below which it holds.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
pub struct Size {
    /// The size holds below this zoom; the last has none.
    pub below: Option<f64>,
    /// Whether all signs are seeds.
    pub seed: bool,
    /// Scale of a sign.
    pub scale: f64,
    /// How many signs a project has.
    pub sites: Sites,
}

/// How many signs a project has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sites {
    /// One for all its sites.
    #[default]
    One,
    /// One each.
    All,
}

/// How much larger the sign in hand and its siblings are, and how pale the others.
#[derive(Debug, Default, Deserialize)]
pub struct Emphasis {
    /// The site in hand.
    pub hand: f64,
    /// Other sites of its project.
    pub siblings: f64,
    /// Opacity of all other signs.
    pub others_opacity: f64,
}

/// Below a zoom, a sign with so many neighbours within so many pixels is drawn as a seed.
#[derive(Debug, Default, Deserialize)]
pub struct Crowd {
    /// Zoom.
    pub below: f64,
    /// Pixels.
    pub within: f64,
    /// Neighbours.
    pub neighbours: usize,
}

/// How signs give way to each other.
#[derive(Debug, Default, Deserialize)]
pub struct Layout {
    /// How often all pairs are looked at.
    pub rounds: u32,
    /// Pull towards the point, a part of the distance.
    pub spring: f64,
    /// Weight of the project in hand.
    pub hand_weight: f64,
    /// Moved by more than this part of its radius, a sign has a line back to its point.
    pub leader: f64,
    /// Moved by less than these pixels, a sign snaps back.
    pub snap: f64,
    /// Radius of the dot on the point.
    pub leader_dot: f64,
}

/// The disc of a place known to some kilometres.
#[derive(Debug, Default, Deserialize)]
pub struct Disc {
    /// The precision that has one.
    pub precision: String,
    /// Smaller ones are not drawn.
    pub least_diameter: f64,
    /// Opacity of the fill.
    pub fill_opacity: f64,
    /// Opacity of the edge.
    pub stroke_opacity: f64,
}

/// Schematic lines.
#[derive(Debug, Default, Deserialize)]
pub struct Line {
    /// Width of the stroke.
    pub width: f64,
    /// Dashes.
    pub dash: Vec<f64>,
    /// Radius of an end.
    pub end_radius: f64,
    /// The same while a project has one sign.
    pub end_radius_one: f64,
    /// Width of an end's edge.
    pub end_width: f64,
}

/// Colours are names of tokens, or `hue`.
#[derive(Debug, Deserialize)]
pub struct Paint {
    /// Colour within.
    pub fill: Option<String>,
    /// Colour of the edge.
    pub stroke: Option<String>,
    /// Width of the edge.
    pub width: Option<f64>,
    /// Dashes.
    pub dash: Option<Vec<f64>>,
    /// Ends of dashes.
    pub cap: Option<String>,
}

/// What a status draws.
#[derive(Debug, Deserialize)]
pub struct Drawing {
    /// Names of parts, in order.
    pub draw: Vec<String>,
    /// Token in which the glyph is painted.
    pub ink: String,
    /// The part of a seed.
    pub seed: String,
    /// Whether the hue is grey.
    pub gone: bool,
}

/// The count of several sites at one place.
#[derive(Debug, Default, Deserialize)]
pub struct Stack {
    /// The disc.
    pub parts: Part,
    /// Right, down, size and weight of the number.
    pub text: [f64; 4],
}

/// The shape of a precision.
#[derive(Debug, Deserialize)]
pub struct Shape {
    /// What lies on the point.
    pub anchor: [f64; 2],
    /// The same of a seed.
    pub seed_anchor: [f64; 2],
    /// Two signs whose centres stand farther apart than the sum of their radii do not touch.
    pub radius: f64,
    /// The same of a seed.
    pub seed_radius: f64,
    /// Where a badge stands.
    pub badge: [f64; 2],
    /// Where the count stands.
    pub stack: [f64; 2],
    /// Left, top and size of the glyph.
    pub glyph: [f64; 3],
    /// The same above a level.
    pub glyph_low: [f64; 3],
    /// Parts by name.
    pub parts: BTreeMap<String, Part>,
}

/// A path on 16 × 16 in the current colour: filled, or drawn with a width.
#[derive(Debug, Deserialize)]
pub struct Stroke {
    /// Path data.
    pub d: String,
    /// Whether it is filled.
    #[serde(default)]
    pub fill: bool,
    /// Fill rule.
    pub rule: Option<String>,
    /// Width of the stroke.
    pub stroke: Option<f64>,
    /// Dashes.
    pub dash: Option<Vec<f64>>,
    /// Ends of strokes.
    pub cap: Option<String>,
    /// Corners.
    pub join: Option<String>,
}

impl Geometry {
    /// The size that holds at a zoom.
    pub fn size_at(&self, zoom: f64) -> Size {
        let holds = |size: &&Size| size.below.is_none_or(|below| zoom < below);
        self.sizes.iter().find(holds).or(self.sizes.last()).copied().unwrap_or_default()
    }
}

/// The geometry that was compiled in.
pub static GEOMETRY: LazyLock<Geometry> = LazyLock::new(|| {
    // The file is compiled in and read by the tests: a fault in it is seen before it can be shipped.
    serde_json::from_str(include_str!("../../../web/signs.json")).unwrap_or_default()
});
