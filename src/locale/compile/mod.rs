//! The catalogue's compiler, used by `build.rs` alone; no part of the crate.
//!
//! ```text
//! *.ftl ─► parse ─► catalogue (merged, references resolved, languages compared) ─► emit ─► Rust
//! ```

pub mod catalogue;
pub mod emit;
pub mod parse;
