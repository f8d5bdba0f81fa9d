//! The words at a mark, and its sentence for screen readers.

use crate::frame::{Cell, Frame, MeasureWords, Row};
use crate::locale::Locale;
use crate::prose;
use crate::value::Quantity;

/// The words of a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowWords {
    /// The number as written next to its mark, or the reason why there is none: "400+", "not yet
    /// reported".
    pub short: String,
    /// A sentence for screen readers.
    pub spoken: String,
}

/// The words of a row, as used on the rest of the page.
pub fn words_of(frame: &Frame, row: &Row, locale: Locale) -> RowWords {
    RowWords {
        short: locale.text(prose::short_value(&row.cell, &frame.measure)),
        spoken: locale.text(prose::row_sentence(frame, row)),
    }
}

/// A number as written on an axis or in a legend.
pub(super) fn amount(measure: &MeasureWords, value: f64, decimals: u8, locale: Locale) -> String {
    let cell = Cell {
        quantity: Some(Quantity::exact(value)),
        ..Cell::default()
    };
    let measure = MeasureWords {
        unit: measure.unit.clone(),
        decimals,
        ..MeasureWords::default()
    };
    locale.text(prose::short_value(&cell, &measure))
}
