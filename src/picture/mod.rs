//! A view of the map as SVG and PNG, drawn with the signs, the base map and the rules of the page.
//!
//! A [`View`] is what an address asks for; [`svg`] draws it; [`png`] makes pixels of any SVG drawn here.
//! Text is drawn as outlines of fonts that are compiled in, colours are resolved, nothing outside is
//! referred to, and nothing depends on a clock: one build and one record give the same bytes.

mod base;
mod caption;
mod card;
mod chart;
mod edge;
mod encode;
mod fit;
pub mod font;
mod frame;
mod ground;
mod key;
pub mod layout;
mod lettering;
mod lines;
mod names;
mod outline;
pub mod palette;
mod places;
pub mod projection;
mod raster;
pub mod sign;
mod site_names;
pub mod stop;
mod story_card;
mod strips;
mod svg;
pub mod text;
pub mod view;

pub use card::card;
pub use encode::NoPicture;
pub use frame::sheet as svg;
pub use raster::png;
pub use story_card::story_card;
pub use view::{NoSize, View};
