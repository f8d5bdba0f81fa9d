//! Combines the records of a group into one number, or says why that is impossible.

use super::{Cell, MeasureWords};
use crate::package::Adds;
use crate::query::{MeasureRef, Measured};
use crate::table::{NumberColumn, Sums, Table};
use crate::value::{NoNumber, Qualifier, Quantity, Status};

/// A sum over records, with its qualifier and gaps.
///
/// - All numbers known: the sum, with the qualifier that follows from those of the parts.
/// - Some missing, and none can be negative: "at least" the sum of the others.
/// - Some missing, and the measure can be negative: the sum of the others, with their count.
/// - All missing: no number, and the reasons.
pub(super) fn sum(sums: &Sums, group: usize, may_be_negative: bool) -> Cell {
    let records = sums.records(group);
    let without = sums.without_number(group);
    let mut status = sums.status(group);
    let mut cell = Cell {
        status,
        records,
        without_number: without,
        ..Cell::default()
    };
    let known = sums.sum(group);
    if without == records || (without > 0 && !may_be_negative && known == 0.0) {
        return cell;
    }
    let mut words: Vec<Qualifier> = sums.words(group).collect();
    if without > 0 {
        // Where a value may be negative, the sum is of the known values alone and is shown with their count.
        if !may_be_negative {
            words.push(Qualifier::AtLeast);
        }
        status = status.with(Status::Partial);
        cell.status = status;
    } else if records > 1 && words.len() == 1 {
        // The qualifier of a sum can differ from that of its parts: nearly 10 and nearly 10 are about 20.
        words.push(words[0]);
    }
    match worded(&words, known) {
        Ok(quantity) => cell.quantity = Some(quantity),
        Err(reason) => cell.refused = Some(reason),
    }
    cell
}

/// The qualifier of a sum whose parts were published with `words`. The bounds of the parts are already in the
/// sum; only the qualifier is missing.
fn worded(words: &[Qualifier], sum: f64) -> Result<Quantity, NoNumber> {
    let mut zeros = words.iter().map(|word| Quantity::worded(*word, 0.0));
    let first = zeros.next().unwrap_or(Quantity::exact(0.0));
    let shape = zeros.try_fold(first, Quantity::plus)?;
    Ok(Quantity::worded(shape.word, sum))
}

/// One record as it was published.
pub(super) fn single(column: &NumberColumn, row: usize, error: Option<&NumberColumn>) -> Cell {
    let quantity = column.quantity_at(row);
    Cell {
        quantity,
        status: column.status_at(row),
        records: 1,
        without_number: u32::from(quantity.is_none()),
        error_pct: error.and_then(|error| error.at(row)),
        ..Cell::default()
    }
}

/// A mean of records by their weights, with the qualifier that follows from theirs. Refused where a value
/// or a weight is missing: a mean over the rest would be the mean of another group.
pub(super) fn mean(sums: &Sums, group: usize) -> Cell {
    let weights = sums.weights(group);
    let records = sums.records(group);
    let mut cell = Cell {
        status: sums.status(group),
        records,
        without_number: weights.without,
        ..Cell::default()
    };
    if weights.without == 0 && weights.weights > 0.0 {
        let words: Vec<Qualifier> = sums.words(group).collect();
        match worded(&words, weights.products / weights.weights) {
            Ok(quantity) => cell.quantity = Some(quantity),
            Err(reason) => cell.refused = Some(reason),
        }
        cell.denominator = Some(Quantity::exact(weights.weights));
    } else if cell.status.is_normal() {
        cell.status = cell.status.with(Status::Missing);
    } else {
        cell.status = cell.status.with(Status::Partial);
    }
    cell
}

/// One sum divided by another, each with its qualifier and gaps.
pub(super) fn rate(mut numerator: Cell, mut denominator: Cell) -> Cell {
    for side in [&mut numerator, &mut denominator] {
        // A sum of some values is the numerator or denominator of another rate.
        if side.is_of_some() {
            side.quantity = None;
        }
    }
    let mut cell = Cell {
        status: numerator.status.union(denominator.status),
        records: numerator.records,
        without_number: numerator.without_number.max(denominator.without_number),
        denominator: denominator.quantity,
        ..Cell::default()
    };
    match (numerator.quantity, denominator.quantity) {
        (Some(above), Some(below)) => match above.over(below) {
            Ok(quantity) => cell.quantity = Some(quantity),
            Err(reason) => cell.refused = Some(reason),
        },
        _ if cell.status.is_normal() => cell.status = cell.status.with(Status::Missing),
        _ => {}
    }
    cell
}

/// The parts of a sum that was refused; parts with the same qualifier are added.
pub(super) fn parts(column: &NumberColumn, rows: impl Iterator<Item = usize>) -> Vec<Quantity> {
    let mut parts: Vec<Quantity> = Vec::new();
    for quantity in rows.filter_map(|row| column.quantity_at(row)) {
        match parts.iter_mut().find(|part| part.word == quantity.word) {
            Some(part) => *part = Quantity::worded(part.word, part.anchor() + quantity.anchor()),
            None => parts.push(quantity),
        }
    }
    parts
}

/// The measure in words for a frame.
pub(super) fn measure_words(measure: &Measured, table: Option<&Table>) -> MeasureWords {
    let column = match &measure.reference {
        MeasureRef::Column { field, .. } => table.and_then(|table| table.numbers(field)),
        _ => None,
    };
    let is_mean = matches!(
        measure.reference,
        MeasureRef::Column {
            adds: Adds::Mean,
            ..
        }
    );
    let decimals = column.map_or(0, |column| column.decimals);
    let percentile = match &measure.reference {
        MeasureRef::Column { field, .. } => {
            let mut known = measure.percentiles.iter();
            known.find(|(_, name)| name == field).map(|(at, _)| *at)
        }
        _ => None,
    };
    MeasureWords {
        code: measure.code.clone(),
        title: measure.title.clone(),
        unit: measure.unit.clone(),
        definition: measure.definition.clone(),
        decimals: if is_mean {
            decimals.max(measure.unit.decimals())
        } else {
            decimals
        },
        percentile,
        has_error: matches!(
            &measure.reference,
            MeasureRef::Column { error: Some(_), .. }
        ),
    }
}
