//! Which views fit an answer. `Resolved::fits` uses roles only; this uses the rows: how many
//! labels and series there are, and of which kinds.

use super::{AxisKind, Frame, MEASURES, Row};
use crate::query::View;
use crate::value::{Kind, Unit};
use std::collections::BTreeSet;

/// More upright bars than this leave no room for their names.
const COLUMNS: usize = 40;
/// More funnels than this are no longer read one by one.
const FUNNELS: usize = 6;

/// Whether a view fits the rows of a frame.
pub fn fits(frame: &Frame, view: View) -> bool {
    let labels = || {
        let keys = frame.rows.iter().map(|row| row.key.as_str());
        keys.collect::<BTreeSet<_>>().len()
    };
    match view {
        View::Column => frame.by.sort == AxisKind::Time || labels() <= COLUMNS,
        View::Dumbbell | View::Slope => has_two_series(frame),
        View::Funnel => labels() <= FUNNELS,
        View::Bullet => has_aim(frame),
        View::Area => is_amount(frame),
        View::Scatter => frame.across.is_some(),
        _ => true,
    }
}

/// Where the view of the question does not fit the rows, the plainest one that fits is used.
pub(super) fn settle(frame: &mut Frame) {
    let view = frame.query.view.unwrap_or_default();
    if !fits(frame, view) {
        frame.query.view = Some(match frame.by.sort {
            AxisKind::Time => View::Line,
            _ => View::Bar,
        });
    }
}

/// Just two series, each with a row.
fn has_two_series(frame: &Frame) -> bool {
    let count = frame
        .series
        .as_ref()
        .map_or(0, |series| series.values.len());
    let has_row = |at: usize| frame.rows.iter().any(|row| row.series == Some(at));
    count == 2 && has_row(0) && has_row(1)
}

/// A result together with a goal.
fn has_aim(frame: &Frame) -> bool {
    let is_measures = frame
        .series
        .as_ref()
        .is_some_and(|series| series.axis.field == MEASURES);
    let result = |row: &Row| row.series == Some(0) && row.kind == Some(Kind::Actual);
    let aim =
        |row: &Row| row.series != Some(0) && row.kind.is_some_and(|kind| kind != Kind::Actual);
    is_measures && frame.rows.iter().any(result) && frame.rows.iter().any(aim)
}

/// An amount whose minimum is zero: people, jobs, dollars; not a wage and not a rate.
fn is_amount(frame: &Frame) -> bool {
    let unit = &frame.measure.unit;
    frame.query.share || unit.is_count() || unit.as_str() == Unit::USD
}
