//! The only folder that touches `window`.

#[cfg(target_arch = "wasm32")]
mod fetch;
#[cfg(target_arch = "wasm32")]
mod start;
mod window;

#[cfg(target_arch = "wasm32")]
pub use fetch::{Fetch, Stop};
#[cfg(target_arch = "wasm32")]
pub use start::{carried, hydrate_islands, install_panic_page, mount_page, swap_island, uncover};
pub use window::*;
