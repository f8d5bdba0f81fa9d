//! The words at a mark, and the sentence it is spoken with.

use crate::frame::{Frame, Row};
use crate::locale::{Locale, Message, Words, quantity, unit_value, usd, usd_compact};
use crate::m;
use crate::value::{Qualifier, Unit};

/// What is said of a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowWords {
    /// The number as it stands beside its mark, or why there is none: "> 400", "Not yet due".
    pub short: String,
    /// A sentence for those who hear it.
    pub spoken: String,
}

/// The words of a row where nobody brings better ones.
pub fn words_of(frame: &Frame, row: &Row, locale: Locale) -> RowWords {
    let decimals = frame.measure.decimals;
    let unit = &frame.measure.unit;
    let (short, long): (String, Message) = match (&row.cell.quantity, row.cell.reason()) {
        (Some(value), _) => {
            let number = |x: f64| locale.text(amount(unit, x, decimals));
            let short = match (value.word, value.low, value.high) {
                (Qualifier::Range, Some(low), Some(high)) => {
                    format!("{}–{}", number(low.at), number(high.at))
                }
                (word, _, _) => {
                    let sign = match word {
                        Qualifier::About | Qualifier::Nearly => "≈ ",
                        Qualifier::MoreThan => "> ",
                        Qualifier::AtLeast => "≥ ",
                        Qualifier::UpTo => "≤ ",
                        Qualifier::LessThan => "< ",
                        Qualifier::Exact | Qualifier::Range => "",
                    };
                    format!("{sign}{}", number(value.anchor()))
                }
            };
            (short, quantity(value, unit, decimals))
        }
        (None, Some(reason)) => (locale.text(reason.label()), reason.label()),
        (None, None) => (locale.text(m!(ChartNoNumber)), m!(ChartNoNumber)),
    };
    let series = row
        .series
        .and_then(|at| frame.series.as_ref()?.values.get(at))
        .map(|(_, label)| label.as_str());
    let name = match series {
        Some(series) => m!(ChartSpokenSeries, name = &row.label, series = series),
        None => m!(ChartSpokenName, name = &row.label),
    };
    let kind = row.kind.filter(|kind| *kind != crate::value::Kind::Actual);
    let spoken = match kind {
        Some(kind) => m!(ChartSpokenKind, name = name, value = long, kind = kind.label()),
        None => m!(ChartSpoken, name = name, value = long),
    };
    RowWords {
        short,
        spoken: locale.text(spoken),
    }
}

/// A number as it stands on an axis or beside a mark: with its sign, without the name of its unit.
pub(super) fn amount(unit: &Unit, value: f64, decimals: u8) -> Message {
    match unit.as_str() {
        Unit::SHARE | Unit::PERCENT => unit_value(unit, number(value, decimals)),
        _ if unit.is_money() && value.abs() >= 1e6 => usd_compact(value, 3),
        _ if unit.is_money() => usd(value, decimals),
        _ => m!(ChartNumber, value = number(value, decimals)),
    }
}

fn number(value: f64, decimals: u8) -> crate::locale::Arg {
    crate::locale::Arg::Number { value, decimals }
}
