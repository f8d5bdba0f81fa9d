//! Groups the rows of one name, and places the names: in a column where there is room for one,
//! otherwise above their rows.

use crate::frame::{Frame, Row};
use crate::prose;
use crate::scene::measure::{Weight, width, wrap};
use crate::scene::{Anchor, LABEL, Look, Piece, Role, Text};

/// Height of a line of a name, in px.
pub const LINE: f64 = 18.0;
/// Space between the column of names and what they label, in px.
pub const GUTTER: f64 = 12.0;
/// The maximum number of lines of a name.
const MOST: usize = 3;

/// The rows of one name, in the order of their series.
pub struct Group<'a> {
    pub label: String,
    /// The name, broken into lines.
    pub lines: Vec<String>,
    /// The reader selected it by name.
    pub chosen: bool,
    /// Each with its index in the frame.
    pub rows: Vec<(usize, &'a Row)>,
}

/// Groups rows by name, in the order in which the names first occur. A row without a series is a
/// group of its own.
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

/// Breaks the names into lines. Returns the width of their column, at most `share` of the picture's
/// width, or `None` where names are above their rows.
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

/// Writes a name from `top` downward, right-aligned in its column or from the left edge.
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

/// Names that the reader selected are bold.
pub fn weight(chosen: bool) -> Weight {
    match chosen {
        true => Weight::Strong,
        false => Weight::Regular,
    }
}
