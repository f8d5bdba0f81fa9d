//! Typed routes ⇄ paths. No DOM.
//!
//! Every page is its own document and every link an ordinary link, so that navigation works before,
//! during and after the app takes over, on any static host.

mod route;

pub use route::{Place, Route};
