//! The answer of one measure, by the type of its table.

use super::{Frame, Refusal, facts, figures};
use crate::query::{MeasureRef, Resolved};
use crate::table::Dataset;

/// The answer of one measure.
pub(super) fn of_one_measure(dataset: &Dataset, resolved: &Resolved) -> Result<Frame, Refusal> {
    match resolved.measure.reference {
        MeasureRef::Figure => figures::answer(dataset, resolved),
        _ => facts::answer(dataset, resolved),
    }
}
