//! Rows of one name, and where the names stand: in a column where there is room for one, else above
//! what they name.

use crate::frame::{Frame, Row};
use crate::prose;
use crate::scene::measure::{Weight, width, wrap};
use crate::scene::{Anchor, LABEL, Look, Piece, Role, Text};

/// The height of a line of a name.
pub const LINE: f64 = 18.0;
/// Between the column of names and what they name.
pub const GUTTER: f64 = 12.0;
/// A name takes no more lines.
const MOST: usize = 3;

/// Rows of one name, in the order of their series.
pub struct Group<'a> {
    pub label: String,
    /// The name as it is broken into lines.
    pub lines: Vec<String>,
    /// Somebody asked for it by name.
    pub chosen: bool,
    /// Each with its place in the frame.
    pub rows: Vec<(usize, &'a Row)>,
}

/// Rows by name, in the order in which the names first come. Rows without a series stand alone.
pub fn group<'a>(frame: &'a Frame, look: &Look) -> Vec<Group<'a>> {
    let mut groups: Vec<Group> = Vec::new();
    let mut known = std::collections::HashMap::new();
    for (index, row) in frame.rows.iter().enumerate() {
        let together = row.series.map(|_| row.key.as_str());
        if let Some(at) = together.and_then(|key| known.get(key)) {
            let group: &mut Group = &mut groups[*at];
            group.rows.push((index, row));
            continue;
        }
        if let Some(key) = together {
            known.insert(key, groups.len());
        }
        groups.push(Group {
            label: look.locale.argument(&prose::row_label(frame, row)),
            lines: Vec::new(),
            chosen: frame.query.highlight.contains(&row.key),
            rows: vec![(index, row)],
        });
    }
    for group in &mut groups {
        group.rows.sort_by_key(|(_, row)| row.series);
    }
    groups
}

/// Breaks the names into lines; gives the width of their column, at most that share of the picture,
/// or `None` where they stand above.
pub fn set(groups: &mut [Group], wide: f64, share: f64) -> Option<f64> {
    let longest = groups
        .iter()
        .map(|group| width(&group.label, LABEL, weight(group.chosen)))
        .fold(0.0, f64::max);
    let column = if wide >= 560.0 {
        Some(longest.min(wide * share).ceil())
    } else {
        (longest <= wide * 0.3).then(|| longest.ceil())
    };
    for group in groups {
        let room = column.unwrap_or(wide);
        group.lines = wrap(&group.label, LABEL, weight(group.chosen), room, MOST);
    }
    column
}

/// Writes a name from `top` down, to the end of its column or from the left edge on.
pub fn write(group: &Group, column: Option<f64>, top: f64, out: &mut Vec<Piece>) {
    for (at, line) in group.lines.iter().enumerate() {
        let baseline = top + at as f64 * LINE + 13.5;
        let mut text = match column {
            Some(room) => Text::new(line, room, baseline, LABEL).anchored(Anchor::End),
            None => Text::new(line, 0.0, baseline, LABEL),
        };
        text.weight = weight(group.chosen);
        out.push(text.piece(Role::Ink));
    }
}

/// What was asked for by name is written strongly.
pub fn weight(chosen: bool) -> Weight {
    match chosen {
        true => Weight::Strong,
        false => Weight::Regular,
    }
}
