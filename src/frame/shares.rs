//! Parts of a row as shares of its whole.
//!
//! The whole is the row without its series, answered like any other question, so that what belongs to no
//! series is included. Where the whole is only known as a bound there is no share: the parts are listed.

use super::assemble::{keep_top, put_in_order};
use super::single::of_one_measure;
use super::{Caveat, Cell, Frame, Refusal, Row};
use crate::query::Resolved;
use crate::table::Dataset;
use crate::value::{NoNumber, Quantity, Status, Unit};
use std::collections::HashMap;

/// The answer with every number divided by the whole of its row, from 0 to 1.
pub(super) fn shares(dataset: &Dataset, resolved: &Resolved) -> Result<Frame, Refusal> {
    let mut parts = resolved.clone();
    parts.query.share = false;
    parts.query.top = None;
    let mut whole = parts.clone();
    whole.series = None;
    whole.query.series = None;
    let mut frame = of_one_measure(dataset, &parts)?;
    let wholes: HashMap<String, Cell> = of_one_measure(dataset, &whole)?
        .rows
        .into_iter()
        .map(|row| (row.key, row.cell))
        .collect();
    for row in &mut frame.rows {
        share(row, wholes.get(&row.key));
    }
    let lower = |row: &Row| row.cell.has_number() && row.cell.status.has(Status::Partial);
    let cells = frame.rows.iter().filter(|row| lower(row)).count() as u32;
    frame
        .caveats
        .retain(|caveat| !matches!(caveat, Caveat::LowerBounds { .. }));
    if cells > 0 {
        frame.caveats.push(Caveat::LowerBounds { cells });
    }
    put_in_order(
        &mut frame.rows,
        resolved.by.kind,
        resolved.query.sort.unwrap_or_default(),
    );
    if let Some((shown, of)) = keep_top(&mut frame.rows, resolved.query.top) {
        frame.caveats.push(Caveat::TopOnly { shown, of });
    }
    frame.measure.unit = Unit::new(Unit::SHARE);
    frame.measure.has_error = false;
    frame.total = None;
    frame.query.share = true;
    frame.query.top = resolved.query.top;
    Ok(frame)
}

fn share(row: &mut Row, whole: Option<&Cell>) {
    let cell = &mut row.cell;
    cell.error_pct = None;
    let Some(part) = cell.quantity.take() else {
        return;
    };
    // A sum of some values is no whole.
    let known = whole.filter(|whole| !whole.is_of_some());
    let known = known.and_then(|whole| whole.quantity);
    cell.denominator = known;
    let divided = match known.filter(|known| !is_bound(known)) {
        Some(known) => part.over(known),
        None => Err(NoNumber::OpenWhole),
    };
    match divided {
        Ok(share) => cell.quantity = Some(share),
        Err(reason) => {
            cell.refused = Some(reason);
            cell.parts = vec![part];
        }
    }
}

/// Whether the number has no upper bound, or no lower bound.
fn is_bound(known: &Quantity) -> bool {
    known.is_open_ended()
}
