//! Stories: the pages that tell them stop by stop beside the map, and what other pages say of them.

mod caption;
mod index;
pub mod metadata;
mod page;
mod prose;
pub mod state;

pub use index::index;
pub use page::page;
