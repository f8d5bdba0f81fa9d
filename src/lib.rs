//! From published bytes to a frame: one typed query selects the numbers, and everything that a
//! person sees or downloads is the same frame of numbers, drawn once.
//!
//! ```text
//! bytes ─► package ─► table ─► query ─► frame ─► scene ─► paint
//! fetch    manifest   columns  filter,  rows     marks,   SVG in the page,
//!          + checks   + codes  group    + status text     table, sentence
//! ```
//!
//! The modules are listed in that order; each may use those above it, never those below
//! (`tests/architecture.rs` checks this).

// Views are deeply nested types.
#![recursion_limit = "512"]

// Vocabulary shared by all modules; no I/O, no browser.
pub mod value;
pub mod locale;

pub mod problem;
pub mod bytes;

// The data flow.
pub mod package;
pub mod table;
pub mod foreign;
pub mod query;
pub mod frame;
pub mod prose;
pub mod geo;
pub mod scene;
pub mod paint;
pub mod export;

// Stories about grantees, checked against the data.
pub mod story;

// Reads for the site what its pages show.
pub mod loader;

// The site.
pub mod site;
pub mod browser;
pub mod ui;
pub mod pages;

// The publisher's command-line tool.
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
