//! Shares of a total in whole percent.

use crate::frame::{Cell, MeasureWords};
use crate::locale::{Locale, Message};
use crate::prose;
use crate::value::{Bound, Qualifier, Quantity, Unit};

/// Rounds a share to whole percent. Bounds are rounded outward, so that they stay true; a share
/// above zero is never "0%", and a share below one is never "100%".
pub fn rounded(share: Quantity) -> Quantity {
    let at = share.anchor();
    let percent = (at * 100.0).round() / 100.0;
    let down = |end: Bound| Bound {
        at: (end.at * 100.0 + 1e-9).floor() / 100.0,
        ..end
    };
    let up = |end: Bound| Bound {
        at: (end.at * 100.0 - 1e-9).ceil() / 100.0,
        ..end
    };
    match share.word {
        Qualifier::Exact if at > 0.0 && percent == 0.0 => {
            Quantity::worded(Qualifier::LessThan, 0.01)
        }
        Qualifier::Exact if at < 1.0 && percent == 1.0 => {
            Quantity::worded(Qualifier::MoreThan, 0.99)
        }
        Qualifier::Exact | Qualifier::About | Qualifier::Nearly => {
            Quantity::worded(share.word, percent)
        }
        _ => Quantity {
            low: share.low.map(down),
            high: share.high.map(up),
            ..share
        },
    }
}

/// "62%", as written in a chart.
pub fn short(share: Quantity, locale: Locale) -> String {
    locale.text(prose::short_value(&cell(share), &measure()))
}

/// "at least 62%", for use within a sentence.
pub fn full(share: Quantity) -> Message {
    prose::value(&cell(share), &measure())
}

fn cell(share: Quantity) -> Cell {
    Cell {
        quantity: Some(rounded(share)),
        ..Cell::default()
    }
}

fn measure() -> MeasureWords {
    MeasureWords {
        unit: Unit::new(Unit::SHARE),
        ..MeasureWords::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_stay_true() {
        let exact = |share| short(Quantity::exact(share), Locale::EN);
        assert_eq!(exact(0.7016), "70%");
        assert_eq!(exact(0.001), "< 1%");
        assert_eq!(exact(0.999), "99%+");
        assert_eq!(exact(1.0), "100%");
        assert_eq!(exact(0.0), "0%");
        assert_eq!(short(Quantity::at_least(0.708), Locale::EN), "≥ 70%");
        assert_eq!(short(Quantity::range(0.708, 0.712), Locale::EN), "70%–72%");
    }
}
