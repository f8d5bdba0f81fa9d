//! One cell in words, in full and in short.

use crate::frame::{Cell, MeasureWords};
use crate::locale::{Arg, Labeled, Message, quantity, usd, usd_compact};
use crate::m;
use crate::value::{Kind, NoNumber, Qualifier, Quantity, Status, Unit};

/// The label of a kind: "Target".
pub fn kind(kind: Kind) -> Message {
    kind.label()
}

/// The label of a status: "Suppressed".
pub fn status(status: Status) -> Message {
    status.label()
}

/// The meaning of a status, in a sentence.
pub fn status_explained(status: Status) -> Message {
    status.explanation()
}

/// Statuses that require care in reading a number, the most serious first.
const WITH_CARE: [Status; 5] = [
    Status::Break,
    Status::DefinitionDiffers,
    Status::LowReliability,
    Status::Provisional,
    Status::Estimated,
];

/// A cell in full, with unit and qualifier: "more than 25,000 people", "36 people (Preliminary)",
/// "Suppressed (Too few to show)".
pub fn value(cell: &Cell, measure: &MeasureWords) -> Message {
    if let Some(known) = &cell.quantity {
        let value = qualified(known, measure);
        let value = match cell.is_of_some() {
            true => of_some(value, cell),
            false => value,
        };
        let care = WITH_CARE.iter().filter(|status| cell.status.has(**status));
        let care: Vec<Arg> = care.map(|status| Arg::from(status.label())).collect();
        return match care.is_empty() {
            true => value,
            false => m!(ValueWithCare, value = value, care = Arg::List(care)),
        };
    }
    if let Some(reason) = cell.refused {
        let parts = cell
            .parts
            .iter()
            .map(|part| Arg::from(qualified(part, measure)))
            .collect();
        let parts = Arg::List(parts);
        return match reason {
            NoNumber::ZeroDenominator => m!(ValueRefusedZero),
            NoNumber::OpenWhole => m!(ValueRefusedWhole),
            _ if cell.parts.is_empty() => m!(ValueRefusedNone),
            NoNumber::AboutMeetsBound => m!(ValueRefusedAbout, parts = parts),
            NoNumber::NoEnd | NoNumber::Negative => m!(ValueRefusedOpen, parts = parts),
        };
    }
    absent(cell)
}

/// A sum of some values, with their number: "1,204 (12 of 14 values)".
fn of_some(value: Message, cell: &Cell) -> Message {
    let known = cell.records - cell.without_number;
    m!(ValueOfSome, value = value, known = known, of = cell.records)
}

/// The reason why there is no number: the most serious status, and for a suppressed value what
/// caused it.
fn absent(cell: &Cell) -> Message {
    let reason = cell.status.first().unwrap_or(Status::Missing);
    let because = [Status::SmallCount, Status::Secondary]
        .into_iter()
        .find(|status| cell.status.has(*status));
    match because.filter(|_| reason == Status::Suppressed) {
        Some(because) => m!(
            ValueAbsentBecause,
            reason = reason.label(),
            because = because.label()
        ),
        None => m!(ValueAbsent, reason = reason.label()),
    }
}

/// A quantity with its unit. A rounded amount of dollars keeps its precision: 9,700,000 published
/// as "about" is "about $9.7 million", never "about $9,700,000".
fn qualified(known: &Quantity, measure: &MeasureWords) -> Message {
    let unit = measure.unit.as_str();
    if unit == Unit::USD && known.word != Qualifier::Exact && known.word != Qualifier::Range {
        let money = usd_compact(known.anchor(), significant(known.anchor()));
        return worded(known.word, money);
    }
    if unit == Unit::USD {
        return quantity(
            known,
            &measure.unit,
            u8::from(known.anchor().fract() != 0.0) * 2,
        );
    }
    let (known, decimals) = match unit {
        Unit::SHARE => (known.times(100.0), percent_decimals(known)),
        _ => (*known, measure.decimals),
    };
    quantity(&known, &measure.unit, decimals)
}

fn worded(word: Qualifier, value: Message) -> Message {
    match word {
        Qualifier::Exact | Qualifier::Range => value,
        Qualifier::About => m!(QualifierAbout, value = value),
        Qualifier::Nearly => m!(QualifierNearly, value = value),
        Qualifier::MoreThan => m!(QualifierMoreThan, value = value),
        Qualifier::AtLeast => m!(QualifierAtLeast, value = value),
        Qualifier::UpTo => m!(QualifierUpTo, value = value),
        Qualifier::LessThan => m!(QualifierLessThan, value = value),
    }
}

/// A share published in whole percent has no decimals; a computed one has one.
fn percent_decimals(share: &Quantity) -> u8 {
    let percent = share.anchor() * 100.0;
    u8::from((percent - percent.round()).abs() > 1e-9)
}

/// The number of significant digits of a rounded number: 9,700,000 has two, 23,687,365 eight.
fn significant(value: f64) -> u8 {
    let mut digits = value.abs().round() as u64;
    if digits == 0 {
        return 1;
    }
    while digits.is_multiple_of(10) {
        digits /= 10;
    }
    digits.ilog10() as u8 + 1
}

/// A cell as a label on a mark: "25,000+", "~$9.7M", "$28.79", "suppressed".
pub fn short_value(cell: &Cell, measure: &MeasureWords) -> Message {
    let Some(known) = &cell.quantity else {
        return match cell.status.first() {
            _ if cell.refused.is_some() => m!(ShortRefused),
            Some(Status::Suppressed) => m!(ShortSuppressed),
            Some(Status::NotApplicable) => m!(ShortNotApplicable),
            Some(Status::NotYetDue) => m!(ShortNotYetDue),
            Some(Status::NotCollected) => m!(ShortNotCollected),
            _ => m!(ShortNotReleased),
        };
    };
    let number = |value: f64| short_number(value, measure, known);
    if let (Qualifier::Range, Some(low), Some(high)) = (known.word, known.low, known.high) {
        return m!(ShortRange, low = number(low.at), high = number(high.at));
    }
    let value = number(known.anchor());
    match known.word {
        Qualifier::Exact if cell.is_of_some() => m!(
            ShortOfSome,
            value = value,
            known = cell.records - cell.without_number,
            of = cell.records
        ),
        Qualifier::Exact | Qualifier::Range => value,
        Qualifier::About | Qualifier::Nearly => m!(ShortAbout, value = value),
        Qualifier::MoreThan => m!(ShortMoreThan, value = value),
        Qualifier::AtLeast => m!(ShortAtLeast, value = value),
        Qualifier::UpTo => m!(ShortUpTo, value = value),
        Qualifier::LessThan => m!(ShortLessThan, value = value),
    }
}

fn short_number(value: f64, measure: &MeasureWords, known: &Quantity) -> Message {
    let unit = measure.unit.as_str();
    let plain =
        |value: f64, decimals: u8| m!(QualifierExact, value = Arg::Number { value, decimals });
    match unit {
        Unit::SHARE => {
            let value = Arg::Number {
                value: value * 100.0,
                decimals: percent_decimals(known),
            };
            m!(ShortPercent, value = value)
        }
        Unit::PERCENT => m!(
            ShortPercent,
            value = Arg::Number {
                value,
                decimals: measure.decimals
            }
        ),
        Unit::USD => {
            let scaled = |value: f64| {
                let decimals = u8::from((value * 10.0).round() % 10.0 != 0.0);
                usd(value, decimals)
            };
            match value.abs() {
                size if size >= 1e9 => m!(ShortBillions, value = scaled(value / 1e9)),
                size if size >= 1e6 => m!(ShortMillions, value = scaled(value / 1e6)),
                _ => usd(value, 0),
            }
        }
        _ if measure.unit.is_money() => usd(value, measure.decimals),
        _ => plain(value, measure.decimals),
    }
}
