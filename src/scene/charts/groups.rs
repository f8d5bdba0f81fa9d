//! Groups the rows of one name; the name is left of them where there is room, otherwise above.

use crate::frame::{Frame, Row};
use crate::scene::measure::{Weight, width, wrap};
use crate::scene::{Anchor, LABEL, Piece, Role, Text};
use std::collections::HashMap;

/// Distance from one line of a name to the next, in px.
pub const LINE: f64 = 18.0;
/// Space between names and bars, in px.
pub const GUTTER: f64 = 10.0;
/// Space between a name and the bars under it, in px.
const UNDER: f64 = 3.0;
/// The maximum number of lines of a name.
const MOST: usize = 3;

/// The rows of one name.
pub struct Group<'a> {
    /// The name, broken into lines.
    pub lines: Vec<String>,
    /// With their indexes in [`Frame::rows`], the first series first.
    pub rows: Vec<(usize, &'a Row)>,
}

/// The positions of the parts of a group.
pub struct Block {
    pub name: f64,
    pub bars: f64,
    pub height: f64,
}

/// Groups rows by name, in the order in which the names first occur.
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

/// Width of the column of names, in px; `None` where names are above the bars.
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

/// Breaks the names into lines, for a column of names or for the whole width.
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

    /// Positions of the name and of bars of height `bars`, from `top` downward.
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

    /// Draws the name, from `top` downward.
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
