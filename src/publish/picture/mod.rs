//! Pictures for use outside of pages: a chart as a file for a report, and the card that social
//! networks show with a link.
//!
//! A picture is laid out with the same text measurements as a chart, so that its texts are known
//! not to overlap before anything is drawn. It must remain correct on its own: a chart includes its
//! title, its notes and its source, and made-up numbers are labeled.
//!
//! | file | what it does |
//! |---|---|
//! | `card.rs` | the content of a card |
//! | `board.rs` | the layout of a card |
//! | `arrange.rs` | a chart on a card, below the title or next to it |
//! | `fit.rs` | the size at which a chart fits into a card |
//! | `word.rs` | the watermark of made-up numbers across a card |
//! | `raster.rs` | an SVG document as a PNG file |
//! | `palette.rs` | a color palette, for a small file |
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

/// The card before it is drawn.
pub fn card_sheet(card: &Card, locale: Locale) -> Sheet {
    board::lay_out(card, locale)
}
