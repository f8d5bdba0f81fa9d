//! Dataset and question → frame: which of the ways to answer a question takes.

use super::single::of_one_measure;
use super::{Frame, Refusal, fit, several, shares};
use crate::query::Resolved;
use crate::table::Dataset;

/// Answers a question. A refusal is an answer too: it says why there is no number.
///
/// The view in the frame's query is one that fits its rows, whatever was asked for.
pub fn answer(dataset: &Dataset, resolved: &Resolved) -> Result<Frame, Refusal> {
    let mut frame = match &resolved.across {
        _ if !resolved.compare.is_empty() => several::compared(dataset, resolved)?,
        Some(measure) => several::against(dataset, resolved, measure)?,
        None if resolved.query.share => shares::shares(dataset, resolved)?,
        None => of_one_measure(dataset, resolved)?,
    };
    fit::settle(&mut frame);
    Ok(frame)
}
