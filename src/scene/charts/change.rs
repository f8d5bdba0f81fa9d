//! Describes in words how one number differs from another; only where both are exact.

use crate::frame::{Cell, MeasureWords};
use crate::locale::{Arg, Message};
use crate::m;
use crate::prose;
use crate::value::{Quantity, Unit};

/// "from $15.50 to $24.75, up $9.25"; `None` where either number is not exact.
pub fn spoken(measure: &MeasureWords, first: &Cell, last: &Cell) -> Option<Message> {
    let by = between(first, last)?;
    let (from, to) = (amount(first, measure), amount(last, measure));
    if by == 0.0 {
        return Some(m!(ChartUnchanged, value = to));
    }
    let size = difference(by.abs(), measure);
    Some(match by > 0.0 {
        true => m!(ChartUp, from = from, to = to, change = size),
        false => m!(ChartDown, from = from, to = to, change = size),
    })
}

/// "+$9.25"; `None` where either number is not exact.
pub fn short(measure: &MeasureWords, first: &Cell, last: &Cell) -> Option<Message> {
    let by = between(first, last)?;
    let cell = Cell {
        quantity: Some(Quantity::exact(by.abs())),
        ..Cell::default()
    };
    let size = match points(by.abs(), measure) {
        Some(value) => m!(ChartPointsShort, value = value),
        None => prose::short_value(&cell, measure),
    };
    Some(match by {
        0.0 => m!(ChartSame),
        _ if by > 0.0 => m!(ChartMore, change = size),
        _ => m!(ChartFewer, change = size),
    })
}

fn between(first: &Cell, last: &Cell) -> Option<f64> {
    let (from, to) = (first.quantity?, last.quantity?);
    let by = to.anchor() - from.anchor();
    (from.is_exact() && to.is_exact() && by.is_finite()).then_some(by)
}

/// A number without any rounding that would hide a difference.
fn amount(cell: &Cell, measure: &MeasureWords) -> Message {
    match measure.unit.as_str() {
        Unit::USD => prose::value(cell, measure),
        _ => prose::short_value(cell, measure),
    }
}

fn difference(by: f64, measure: &MeasureWords) -> Message {
    if let Some(value) = points(by, measure) {
        return m!(ChartPoints, value = value);
    }
    let cell = Cell {
        quantity: Some(Quantity::exact(by)),
        ..Cell::default()
    };
    amount(&cell, measure)
}

/// Shares differ by percentage points, to one decimal place.
fn points(by: f64, measure: &MeasureWords) -> Option<Arg> {
    let points = match measure.unit.as_str() {
        Unit::SHARE => by * 100.0,
        Unit::PERCENT => by,
        _ => return None,
    };
    let value = (points * 10.0).round() / 10.0;
    let decimals = u8::from(value.fract() != 0.0);
    Some(Arg::Number { value, decimals })
}
