//! Opens what a page asks for: the catalogue, packages in their versions, published views, terms and
//! outlines. Each file is read once. It knows no page and no browser.

mod changes;
mod edition;
mod files;

pub use changes::{changes_between, with_previous};
pub use edition::{Edition, EditionWords};
pub use files::{ColumnReadings, PublishedFiles, asking};
