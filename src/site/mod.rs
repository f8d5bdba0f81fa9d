//! Where things are: typed routes ⇄ paths. No DOM.
//!
//! Every page is a document of its own and every link an ordinary link, so that navigation works
//! before, during and after the app has taken over, from any static host.

mod route;

pub use route::{Place, Route};
