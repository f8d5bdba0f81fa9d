//! Pictures for places that are no page: a chart as a file for a report, and the card that social
//! networks show beside a link.
//!
//! A picture is laid out with the same measures as a chart, so that its texts are known not to meet
//! before anything is drawn. What it says must hold when it stands alone: a chart goes with its
//! title, its notes and its source, and made-up numbers carry their word.
//!
//! | file | what it does |
//! |---|---|
//! | `card.rs` | what a card says |
//! | `board.rs` | a card laid out |
//! | `arrange.rs` | a chart on a card, below the title or beside it |
//! | `fit.rs` | the size at which a chart fits into a card |
//! | `word.rs` | the word for made-up numbers across a card |
//! | `raster.rs` | an SVG document as a PNG file |
//! | `palette.rs` | few colours, for a small file |
//! | `ask.rs` | `outcomes picture` |

mod arrange;
mod ask;
mod board;
mod card;
mod fit;
mod palette;
mod raster;
mod word;

pub use ask::{Wanted, picture, provide_outlines};
pub use board::{HIGH, WIDE};
pub use card::{Card, CardBody, capital};
pub use raster::{FACES, Pictures};

use crate::export::{Lettering, Sheet};
use crate::locale::Locale;
use crate::paint::Theme;

/// A card as an SVG document, [`WIDE`] × [`HIGH`].
pub fn card_svg(card: &Card, locale: Locale) -> String {
    card_sheet(card, locale).svg(&Theme::LIGHT, locale, Lettering::Own)
}

/// The same before it is drawn.
pub fn card_sheet(card: &Card, locale: Locale) -> Sheet {
    board::lay_out(card, locale)
}
