//! Leptos parts used by several pages.

mod chart;
mod drawing;
mod figure;
mod figure_data;
mod island;
mod shell;
mod list_filter;
mod provenance;
mod table;
mod chart_actions;

#[cfg(target_arch = "wasm32")]
pub use chart::draw_anew;
#[cfg(not(target_arch = "wasm32"))]
pub use chart::small;
#[cfg(target_arch = "wasm32")]
pub use chart::still;
pub use chart::{NARROW, WIDE, chart, reading};
pub use chart_actions::{cache_figures, current_figure};
pub use drawing::{Drawing, Drawn};
pub use figure::figure;
pub use figure_data::FigureData;
pub use island::{figure_island, island, sift_island};
pub use list_filter::{ListFilterData, list_filter};
pub use provenance::row_box;
pub use shell::{Shell, address, href, localize, shell};
pub use table::frame_table;
