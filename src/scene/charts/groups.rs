//! Rows of one name stand together; the name beside them where there is room, else above.

use crate::frame::{Frame, Row};
use crate::scene::measure::{Weight, width, wrap};
use crate::scene::{Anchor, LABEL, Piece, Role, Text};
use std::collections::HashMap;

/// From one line of a name to the next.
pub const LINE: f64 = 18.0;
/// Between names and bars.
pub const GUTTER: f64 = 10.0;
/// Between a name and the bars under it.
const UNDER: f64 = 3.0;
/// Lines of a name.
const MOST: usize = 3;

/// Rows of one name.
pub struct Group<'a> {
    /// The name as it is broken into lines.
    pub lines: Vec<String>,
    /// With their places in [`Frame::rows`], the first series first.
    pub rows: Vec<(usize, &'a Row)>,
}

/// Where the parts of a group stand.
pub struct Block {
    pub name: f64,
    pub bars: f64,
    pub height: f64,
}

/// Rows by name, in the order in which the names first come.
pub fn group(frame: &Frame) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = HashMap::new();
    for (index, row) in frame.rows.iter().enumerate() {
        let together = row.series.map(|_| row.key.as_str());
        let found = together.and_then(|key| at.get(key).copied());
        match found {
            Some(place) => {
                let group: &mut Group = &mut groups[place];
                group.rows.push((index, row));
            }
            None => {
                if let Some(key) = together {
                    at.insert(key, groups.len());
                }
                groups.push(Group {
                    lines: Vec::new(),
                    rows: vec![(index, row)],
                });
            }
        }
    }
    for group in &mut groups {
        group.rows.sort_by_key(|(_, row)| row.series);
    }
    groups
}

/// How wide the column of names is; `None` where names stand above the bars.
pub fn column(groups: &[Group], wide: f64) -> Option<f64> {
    let longest = groups
        .iter()
        .map(|group| width(group.label(), LABEL, Weight::Regular))
        .fold(0.0, f64::max);
    if wide >= 560.0 {
        Some(longest.min(wide * 0.38).ceil())
    } else {
        (longest <= wide * 0.32).then(|| longest.ceil())
    }
}

/// Breaks the names into lines for a column of names, or for the whole width.
pub fn break_names(groups: &mut [Group], beside: Option<f64>, wide: f64) {
    for group in groups {
        let room = beside.unwrap_or(wide);
        group.lines = wrap(group.label(), LABEL, Weight::Regular, room, MOST);
    }
}

impl Group<'_> {
    pub fn label(&self) -> &str {
        &self.rows[0].1.label
    }

    /// Where the name and bars of that height stand, from `top` on.
    pub fn block(&self, beside: Option<f64>, top: f64, bars: f64) -> Block {
        let lines = self.lines.len() as f64 * LINE;
        match beside {
            Some(_) => {
                let height = bars.max(lines);
                Block {
                    name: top + (height - lines) / 2.0,
                    bars: top + (height - bars) / 2.0,
                    height,
                }
            }
            None => Block {
                name: top,
                bars: top + lines + UNDER,
                height: lines + UNDER + bars,
            },
        }
    }

    /// The name, from `top` on.
    pub fn name(&self, beside: Option<f64>, top: f64) -> Vec<Piece> {
        self.lines
            .iter()
            .enumerate()
            .map(|(at, line)| {
                let baseline = top + at as f64 * LINE + 13.5;
                let text = match beside {
                    Some(room) => Text::new(line, room, baseline, LABEL).anchored(Anchor::End),
                    None => Text::new(line, 0.0, baseline, LABEL),
                };
                text.piece(Role::Ink)
            })
            .collect()
    }
}
