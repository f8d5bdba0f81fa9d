//! Ratios in words.

use crate::frame::{NoRatio, Ratio, RatioTerm};
use crate::locale::{Arg, Message, Words};
use crate::m;

/// The value of a ratio: "32.9%", "about $20,000".
pub fn ratio_value(ratio: &Ratio) -> Message {
    let cell = crate::frame::Cell {
        quantity: Some(ratio.quantity),
        ..crate::frame::Cell::default()
    };
    super::value(&cell, &ratio.measure)
}

/// One of the two numbers with its date.
pub fn ratio_term(term: &RatioTerm) -> Message {
    let cell = crate::frame::Cell {
        quantity: Some(term.quantity),
        ..crate::frame::Cell::default()
    };
    let value = super::value(&cell, &term.measure);
    match &term.date {
        Some(date) => m!(RatioTerm, value = value, date = Arg::Date(date.clone())),
        None => m!(RatioTermUndated, value = value),
    }
}

/// Both numbers: "1,181 people (March 2025) ÷ 3,587 people (March 2025)".
pub fn ratio_made(ratio: &Ratio) -> Message {
    m!(
        RatioMade,
        numerator = ratio_term(&ratio.numerator),
        denominator = ratio_term(&ratio.denominator)
    )
}

/// The reason why there is no ratio; the pair has the titles of the two measures. `None` where
/// nothing was published from which it could be computed.
pub fn no_ratio(why: &NoRatio, (numerator, denominator): (&str, &str)) -> Option<Message> {
    Some(match why {
        NoRatio::Nothing => return None,
        NoRatio::NoNumerator => m!(RatioNoNumerator, measure = numerator),
        NoRatio::NoDenominator => m!(RatioNoNumerator, measure = denominator),
        NoRatio::Kinds {
            numerator,
            denominator,
        } => m!(
            RatioKinds,
            numerator = numerator.label(),
            denominator = denominator.label()
        ),
        NoRatio::Parts => m!(RatioParts),
        NoRatio::Dates {
            numerator,
            denominator,
        } => m!(
            RatioDates,
            numerator = Arg::Date(numerator.clone()),
            denominator = Arg::Date(denominator.clone())
        ),
        NoRatio::Undated => m!(RatioUndated),
        NoRatio::Small { fewest } => m!(RatioSmall, fewest = *fewest),
        NoRatio::BeyondWhole => m!(RatioBeyond),
        NoRatio::NoNumber => m!(RatioNoNumber),
    })
}
