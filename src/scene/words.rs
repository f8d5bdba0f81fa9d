//! The words at a mark, and the sentence it is spoken with.

use crate::frame::{Cell, Frame, MeasureWords, Row};
use crate::locale::Locale;
use crate::prose;
use crate::value::Quantity;

/// What is said of a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowWords {
    /// The number as it stands beside its mark, or why there is none: "400+", "not yet reported".
    pub short: String,
    /// A sentence for those who hear it.
    pub spoken: String,
}

/// The words of a row as the rest of the page says them.
pub fn words_of(frame: &Frame, row: &Row, locale: Locale) -> RowWords {
    RowWords {
        short: locale.text(prose::short_value(&row.cell, &frame.measure)),
        spoken: locale.text(prose::row_sentence(frame, row)),
    }
}

/// A number as it stands on an axis or in a key.
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
