//! Published bytes go in at the top, one typed query says what is wanted, and everything a person
//! sees or takes away is the same frame of numbers, drawn once.
//!
//! ```text
//! bytes ─► package ─► table ─► query ─► frame ─► scene ─► paint
//! fetch    manifest   columns  filter,  rows     marks,   SVG in the page,
//!          + checks   + codes  group    + status text     table, sentence
//! ```
//!
//! The modules stand in that order; each may use what is above it, never what is below
//! (`tests/architecture.rs` holds it).

// Views are deeply nested types.
#![recursion_limit = "512"]

// Words that every floor speaks; no I/O, no browser.
pub mod value;
pub mod locale;

pub mod problem;
pub mod bytes;

// The flow.
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

// What grantees write, held against the flow.
pub mod story;

// Reads for the site what its pages show.
pub mod loader;

// The site.
pub mod site;
pub mod browser;
pub mod ui;
pub mod pages;

// The publisher's desk.
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
