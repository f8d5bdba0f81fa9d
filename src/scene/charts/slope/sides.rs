//! The texts next to the ends of the lines.

use super::{LEAD, LINE, RADIUS};
use crate::frame::Row;
use crate::m;
use crate::scene::charts::grid::{Grid, Line};
use crate::scene::charts::lanes::spread;
use crate::scene::charts::{names, place, spot};
use crate::scene::measure::{Weight, cap_height};
use crate::scene::{Anchor, LABEL, Look, Piece, Role, RowWords, Text};

/// A text next to one end of a line.
pub struct Side {
    pub line: usize,
    pub lines: Vec<String>,
    /// Height of the end that the text labels.
    pub y: f64,
    /// There is no number at this end.
    pub lacks: bool,
}

pub fn weight(line: &Line) -> Weight {
    names::weight(line.chosen)
}

/// The text on the left, and the text with the name on the right.
pub fn texts(
    grid: &Grid,
    line: &Line,
    words: &[RowWords],
    look: &Look,
) -> (Option<String>, String) {
    let short = |cell: &Option<(usize, &Row)>| cell.map(|(index, _)| words[index].short.clone());
    let first = match grid.columns.len() {
        1 => None,
        _ => line.cells.first().and_then(short),
    };
    let last = line.cells.last().copied().flatten();
    let name = match last {
        Some((index, row)) => {
            let (value, name) = (words[index].short.clone(), &line.label);
            look.locale.text(match place(&row.cell) {
                Some(_) => m!(SlopeEnd, value = value, name = name),
                None => m!(ChartSeriesValue, series = name, value = value),
            })
        }
        None => line.label.clone(),
    };
    (first, name)
}

/// Places the texts of one side, with leader lines to their ends.
pub fn set(
    grid: &Grid,
    mut sides: Vec<Side>,
    (x, end): (f64, usize),
    (top, bottom): (f64, f64),
    below: &mut Vec<Piece>,
    out: &mut [Vec<Piece>],
) {
    sides.sort_by(|a, b| a.y.total_cmp(&b.y));
    let high = |side: &Side| side.lines.len() as f64 * LINE + 4.0;
    let blocks: Vec<(f64, f64)> = sides.iter().map(|side| (side.y, high(side))).collect();
    let begins = spread(&blocks, top, bottom);
    let away = if end == 0 { -1.0 } else { 1.0 };
    for (side, begin) in sides.iter().zip(begins) {
        let line = &grid.lines[side.line];
        let column = if end == 0 { 0 } else { line.cells.len() - 1 };
        let middle = begin + high(side) / 2.0;
        let text_x = x + away * LEAD;
        let pieces = &mut out[side.line * 2 + end];
        match line.cells[column] {
            Some((_, row)) if side.lacks => {
                let wide = spot::absent_width(&row.cell);
                let from = if end == 0 {
                    text_x + 4.0
                } else {
                    text_x - 4.0 - wide
                };
                spot::absent(&row.cell, Role::InkSoft, from, middle, pieces);
            }
            _ if (middle - side.y).abs() > 2.0 && !side.lacks => {
                let near = (x + away * (RADIUS + 2.0), side.y);
                let far = (text_x - away * 4.0, middle);
                below.push(Piece::line(Role::Axis, 7, near, far));
            }
            _ => {}
        }
        let role = match side.lacks {
            true => Role::InkSoft,
            false => Role::Ink,
        };
        let high = side.lines.len() as f64 * LINE;
        for (at, text) in side.lines.iter().enumerate() {
            let baseline =
                middle - high / 2.0 + at as f64 * LINE + (LINE + cap_height(LABEL)) / 2.0;
            let anchor = if end == 0 { Anchor::End } else { Anchor::Start };
            let mut text = Text::new(text, text_x, baseline, LABEL).anchored(anchor);
            text.weight = weight(line);
            pieces.push(text.piece(role));
        }
    }
}
