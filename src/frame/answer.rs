//! Dataset and question → frame: chooses the type of answer.

use super::single::of_one_measure;
use super::{Frame, Refusal, multi_measure, shares, view_fit};
use crate::query::Resolved;
use crate::table::Dataset;

/// Answers a question. A refusal is also an answer: the reason why there is no number.
///
/// The view in the frame's query fits its rows, even if the question named another.
pub fn answer(dataset: &Dataset, resolved: &Resolved) -> Result<Frame, Refusal> {
    let mut frame = match &resolved.across {
        _ if !resolved.compare.is_empty() => multi_measure::compared(dataset, resolved)?,
        Some(measure) => multi_measure::against(dataset, resolved, measure)?,
        None if resolved.query.share => shares::shares(dataset, resolved)?,
        None => of_one_measure(dataset, resolved)?,
    };
    view_fit::settle(&mut frame);
    Ok(frame)
}
