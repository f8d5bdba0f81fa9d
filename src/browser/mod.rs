//! The only folder that touches `window`.

#[cfg(target_arch = "wasm32")]
mod drawing;
#[cfg(target_arch = "wasm32")]
mod fetch;
#[cfg(target_arch = "wasm32")]
mod formats;
#[cfg(target_arch = "wasm32")]
mod plot;
#[cfg(target_arch = "wasm32")]
mod start;
#[cfg(target_arch = "wasm32")]
mod translated;
mod files;
mod storage;
mod window;

#[cfg(target_arch = "wasm32")]
pub use drawing::{make_drawing, on_expand, say_draws};
#[cfg(target_arch = "wasm32")]
pub use fetch::{Fetch, Stop};
pub use files::on_files;
#[cfg(target_arch = "wasm32")]
pub use files::read_files;
#[cfg(target_arch = "wasm32")]
pub use formats::provide_formats;
#[cfg(target_arch = "wasm32")]
pub use plot::{CanvasPlot, Subject};
#[cfg(target_arch = "wasm32")]
pub use start::{
    carried, hydrate_islands, install_panic_page, mount_page, mount_parts, replace_main,
    swap_island, uncover,
};
pub use storage::{hand_out, on_chosen_file, store, stored};
#[cfg(target_arch = "wasm32")]
pub use translated::kept_drawing;
#[cfg(target_arch = "wasm32")]
pub use web_sys::HtmlElement;
pub use window::*;
