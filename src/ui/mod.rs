//! Leptos parts used by several pages.

mod chart;
mod drawing;
mod figure;
mod figure_data;
mod island;
mod say;
mod sift;
mod stands;
mod table;
mod taken;

#[cfg(target_arch = "wasm32")]
pub use chart::draw_anew;
#[cfg(not(target_arch = "wasm32"))]
pub use chart::small;
#[cfg(target_arch = "wasm32")]
pub use chart::still;
pub use chart::{NARROW, WIDE, chart, reading};
pub use drawing::{Drawing, Drawn};
pub use figure::figure;
pub use figure_data::FigureData;
pub use island::{figure_island, island, sift_island};
pub use say::{Shell, address, href, say, shell};
pub use sift::{SiftData, sift};
pub use stands::row_box;
pub use table::frame_table;
pub use taken::{handed_over, keep_figures};
