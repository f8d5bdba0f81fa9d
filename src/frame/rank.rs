//! When rows may be ranked, and when "highest" would claim more than is known.

use super::compare::is_beyond_error;
use super::{Frame, Row};
use crate::value::{Qualifier, Quantity, Status};

/// Why no row may be called the highest or the lowest.
#[derive(Clone, Debug, PartialEq)]
pub enum NoRank {
    /// This many values are bounds.
    Bounds { count: usize },
    /// Sums with a missing part are too low.
    Parts { count: usize },
    /// Results are mixed with targets, projections or commitments.
    Kinds,
    /// They are of different measures, each with a definition of its own.
    Measures,
    /// Wages of different senses: a start, a threshold, a promise.
    Senses,
    /// The values are of different years, or of none that is known.
    Dates,
    /// Two rounded values or ranges that may be the same.
    Overlap { first: usize, second: usize },
    /// Two values whose difference is smaller than the published error.
    WithinError { first: usize, second: usize },
    /// All values are equal.
    Same,
}

/// The rows, by their place in `known`, that are highest and lowest; several where they are equal.
#[derive(Clone, Debug, PartialEq)]
pub struct Ends {
    pub highest: Vec<usize>,
    pub lowest: Vec<usize>,
}

/// Finds the highest and the lowest of rows that all have a number, or the most serious reason why neither may
/// be named.
///
/// A row is highest when its lower bound is above the upper bound of every other; numbers with a
/// published error must differ by more than 1.645 combined standard errors (nine in ten).
pub fn ends(frame: &Frame, known: &[&Row]) -> Result<Ends, NoRank> {
    let quantity = |row: &Row| row.cell.quantity.unwrap_or(Quantity::exact(0.0));
    let open = known.iter().filter(|row| quantity(row).is_open_ended());
    match open.count() {
        0 => {}
        count => return Err(NoRank::Bounds { count }),
    }
    let partial = known
        .iter()
        .filter(|row| row.cell.status.has(Status::Partial));
    match partial.count() {
        0 => {}
        count => return Err(NoRank::Parts { count }),
    }
    if differ(known, |row| row.kind) {
        return Err(NoRank::Kinds);
    }
    if frame.compares() && differ(known, |row| row.series) {
        return Err(NoRank::Measures);
    }
    if differ(known, |row| row.figure.as_ref().map(|figure| figure.sense)) {
        return Err(NoRank::Senses);
    }
    if differ_in_date(known) {
        return Err(NoRank::Dates);
    }
    let anchors: Vec<f64> = known.iter().map(|row| quantity(row).anchor()).collect();
    let Some((most, least)) = outermost(&anchors, |_| true).filter(|(most, least)| most > least)
    else {
        return Err(NoRank::Same);
    };
    let alike = |end: f64| -> Vec<usize> {
        let tied = (0..anchors.len()).filter(|at| anchors[*at] == end);
        tied.collect()
    };
    let ends = Ends {
        highest: alike(most),
        lowest: alike(least),
    };
    // Compares each end with its neighbor, which may be the other end.
    let (next, _) = outermost(&anchors, |own| own < most).unwrap_or((least, least));
    let (_, before) = outermost(&anchors, |own| own > least).unwrap_or((most, most));
    for (high, low) in [(most, next), (before, least)] {
        let place = |value: f64| anchors.iter().position(|own| *own == value);
        if let Some((high, low)) = place(high).zip(place(low)) {
            apart(frame, known, high, low)?;
        }
    }
    Ok(ends)
}

/// The greatest and the least of some numbers.
fn outermost(numbers: &[f64], of: impl Fn(f64) -> bool) -> Option<(f64, f64)> {
    let chosen = numbers.iter().copied().filter(|own| of(*own));
    chosen.fold(None, |found, own| match found {
        None => Some((own, own)),
        Some((most, least)) => Some((own.max(most), own.min(least))),
    })
}

/// Whether the higher of two rows is so beyond doubt.
fn apart(frame: &Frame, known: &[&Row], high: usize, low: usize) -> Result<(), NoRank> {
    let (above, below) = (&known[high].cell, &known[low].cell);
    let (Some(a), Some(b)) = (above.quantity, below.quantity) else {
        return Ok(());
    };
    if span(&a).0 <= span(&b).1 && (a.word != Qualifier::Exact || b.word != Qualifier::Exact) {
        return Err(NoRank::Overlap {
            first: high,
            second: low,
        });
    }
    let errors = above.error_pct.zip(below.error_pct);
    if let Some((e, f)) = errors.filter(|_| frame.measure.has_error)
        && !is_beyond_error((a.anchor(), e), (b.anchor(), f))
    {
        return Err(NoRank::WithinError {
            first: high,
            second: low,
        });
    }
    Ok(())
}

/// The bounds of a value. A rounded value is within half a step of its last digit that is
/// not zero: "about 9,700,000" from 9,650,000 to 9,750,000; "nearly" below its number.
fn span(known: &Quantity) -> (f64, f64) {
    let (low, high) = (
        known.low.map_or(f64::NEG_INFINITY, |end| end.at),
        known.high.map_or(f64::INFINITY, |end| end.at),
    );
    let anchor = known.anchor();
    match known.word {
        Qualifier::About | Qualifier::Nearly => {
            let half = step(anchor) / 2.0;
            (anchor - half, anchor + half)
        }
        _ => (low, high),
    }
}

/// The unit of the last digit that is not zero.
fn step(value: f64) -> f64 {
    let mut rest = value.abs();
    if rest == 0.0 || !rest.is_finite() {
        return 0.0;
    }
    let mut step = 1.0;
    while rest.fract() != 0.0 && step > 1e-6 {
        rest = (rest * 10.0 * 1e6).round() / 1e6;
        step /= 10.0;
    }
    while rest >= 10.0 && rest % 10.0 == 0.0 {
        rest /= 10.0;
        step *= 10.0;
    }
    step
}

fn differ<T: PartialEq>(known: &[&Row], of: impl Fn(&Row) -> T) -> bool {
    known.windows(2).any(|pair| of(pair[0]) != of(pair[1]))
}

/// Published figures are compared as of a year. An amount that was awarded stays what it is, whenever
/// it is mentioned, so only its own date counts.
fn differ_in_date(known: &[&Row]) -> bool {
    let years = known.iter().map(|row| {
        let figure = row.figure.as_ref()?;
        let date = figure.as_of.as_deref()?;
        date.get(..4).map(str::to_owned)
    });
    let mut named = years.flatten();
    let first = named.next();
    named.any(|year| Some(year) != first)
}
