//! Groups the rows of one name; the name is left of them where there is room, otherwise above.

use super::names::{self, LINE, MAX_LABEL_LINES, column_width, rows_by_name};
use crate::frame::{Frame, Row};
use crate::scene::measure::{Weight, width, wrap};
use crate::scene::{LABEL, Primitive};

/// Space between names and bars, in px.
pub const GUTTER: f64 = 10.0;
/// Space between a name and the bars under it, in px.
const UNDER: f64 = 3.0;

/// The rows of one name.
pub struct RowGroup<'a> {
    /// The name, broken into lines.
    pub lines: Vec<String>,
    /// With their indexes in [`Frame::rows`], the first series first.
    pub rows: Vec<(usize, &'a Row)>,
}

/// The positions of the parts of a group.
pub struct GroupLayout {
    pub name: f64,
    pub bars: f64,
    pub height: f64,
}

/// Groups rows by name, in the order in which the names first occur.
pub fn group(frame: &Frame) -> Vec<RowGroup<'_>> {
    let groups = rows_by_name(frame).into_iter().map(|rows| RowGroup {
        lines: Vec::new(),
        rows,
    });
    groups.collect()
}

/// Width of the column of names, in px; `None` where names are above the bars.
pub fn column(groups: &[RowGroup], wide: f64) -> Option<f64> {
    let longest = groups
        .iter()
        .map(|group| width(group.label(), LABEL, Weight::Regular))
        .fold(0.0, f64::max);
    column_width(longest, wide, 0.38, 0.32)
}

/// Breaks the names into lines, for a column of names or for the whole width.
pub fn break_names(groups: &mut [RowGroup], beside: Option<f64>, wide: f64) {
    for group in groups {
        let room = beside.unwrap_or(wide);
        group.lines = wrap(group.label(), LABEL, Weight::Regular, room, MAX_LABEL_LINES);
    }
}

impl RowGroup<'_> {
    pub fn label(&self) -> &str {
        &self.rows[0].1.label
    }

    /// Positions of the name and of bars of height `bars`, from `top` downward.
    pub fn block(&self, beside: Option<f64>, top: f64, bars: f64) -> GroupLayout {
        let lines = self.lines.len() as f64 * LINE;
        match beside {
            Some(_) => {
                let height = bars.max(lines);
                GroupLayout {
                    name: top + (height - lines) / 2.0,
                    bars: top + (height - bars) / 2.0,
                    height,
                }
            }
            None => GroupLayout {
                name: top,
                bars: top + lines + UNDER,
                height: lines + UNDER + bars,
            },
        }
    }

    /// Draws the name, from `top` downward.
    pub fn name(&self, beside: Option<f64>, top: f64) -> Vec<Primitive> {
        names::written(&self.lines, beside, top, Weight::Regular).collect()
    }
}
