//! Leptos parts used by several pages.

mod figure;
mod say;
mod table;

pub use figure::{FigureData, figure};
pub use say::{Shell, href, say, shell};
pub use table::frame_table;
