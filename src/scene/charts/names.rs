//! Groups the rows of one name, and places the names: in a column where there is room for one,
//! otherwise above their rows.

use crate::frame::{Frame, Row};
use crate::prose;
use crate::scene::measure::{Weight, width, wrap};
use crate::scene::{Anchor, LABEL, Primitive, RenderOptions, Role, Text};
use std::collections::HashMap;

/// Height of a line of a name, in px.
pub const LINE: f64 = 18.0;
/// Space between the column of names and what they label, in px.
pub const GUTTER: f64 = 12.0;
/// The maximum number of lines of a name.
pub const MAX_LABEL_LINES: usize = 3;

/// The rows of one name, in the order of their series.
pub struct NamedRows<'a> {
    pub label: String,
    /// The name, broken into lines.
    pub lines: Vec<String>,
    /// The reader selected it by name.
    pub chosen: bool,
    /// Each with its index in the frame.
    pub rows: Vec<(usize, &'a Row)>,
}

/// The rows of each name, with their indexes in the frame: names in the order in which they first occur, the first series
/// first. A row without a series is a group of its own.
pub fn rows_by_name(frame: &Frame) -> Vec<Vec<(usize, &Row)>> {
    let mut groups: Vec<Vec<(usize, &Row)>> = Vec::new();
    let mut known = HashMap::new();
    for (index, row) in frame.rows.iter().enumerate() {
        let key = row.series.map(|_| row.key.as_str());
        if let Some(at) = key.and_then(|key| known.get(key)) {
            let group: &mut Vec<_> = &mut groups[*at];
            group.push((index, row));
            continue;
        }
        if let Some(key) = key {
            known.insert(key, groups.len());
        }
        groups.push(vec![(index, row)]);
    }
    for group in &mut groups {
        group.sort_by_key(|(_, row)| row.series);
    }
    groups
}

/// Groups rows by name, with the name as the locale writes it.
pub fn group<'a>(frame: &'a Frame, look: &RenderOptions) -> Vec<NamedRows<'a>> {
    let named = rows_by_name(frame).into_iter().map(|rows| {
        let (_, first) = rows[0];
        NamedRows {
            label: look.locale.argument(&prose::row_label(frame, first)),
            lines: Vec::new(),
            chosen: frame.query.highlight.contains(&first.key),
            rows,
        }
    });
    named.collect()
}

/// Width of a column for names of which the longest is `longest` px wide: at most `share` of a wide picture; in a narrow one
/// `None`, names above their rows, if the longest needs more than `narrow` of it.
pub fn column_width(longest: f64, wide: f64, share: f64, narrow: f64) -> Option<f64> {
    if wide >= 560.0 {
        Some(longest.min(wide * share).ceil())
    } else {
        (longest <= wide * narrow).then(|| longest.ceil())
    }
}

/// Breaks the names into lines. Returns the width of their column, at most `share` of the picture's
/// width, or `None` where names are above their rows.
pub fn set(groups: &mut [NamedRows], wide: f64, share: f64) -> Option<f64> {
    let longest = groups
        .iter()
        .map(|group| width(&group.label, LABEL, weight(group.chosen)))
        .fold(0.0, f64::max);
    let column = column_width(longest, wide, share, 0.3);
    for group in groups {
        let room = column.unwrap_or(wide);
        group.lines = wrap(
            &group.label,
            LABEL,
            weight(group.chosen),
            room,
            MAX_LABEL_LINES,
        );
    }
    column
}

/// Writes a name from `top` downward, right-aligned in its column or from the left edge.
pub fn write(group: &NamedRows, column: Option<f64>, top: f64, out: &mut Vec<Primitive>) {
    out.extend(written(&group.lines, column, top, weight(group.chosen)));
}

/// The lines of a name as texts.
pub fn written(
    lines: &[String],
    column: Option<f64>,
    top: f64,
    weight: Weight,
) -> impl Iterator<Item = Primitive> {
    lines.iter().enumerate().map(move |(at, line)| {
        let baseline = top + at as f64 * LINE + 13.5;
        let mut text = match column {
            Some(room) => Text::new(line, room, baseline, LABEL).anchored(Anchor::End),
            None => Text::new(line, 0.0, baseline, LABEL),
        };
        text.weight = weight;
        text.piece(Role::Ink)
    })
}

/// Names that the reader selected are bold.
pub fn weight(chosen: bool) -> Weight {
    match chosen {
        true => Weight::Strong,
        false => Weight::Regular,
    }
}
