//! End labels: the last number of each line and the line's name, to the right of a plot.

use crate::scene::measure::{Weight, shorten, width};
use crate::scene::{LABEL, Piece, Role, SMALLEST, Text};

/// Space between the plot and the texts, in px.
const GAP: f64 = 12.0;
/// The maximum number of lines labeled at their ends; with more, a legend is clearer.
const MOST: usize = 6;
/// Height of a label of one line, and of one with a name, in px.
const VALUE: f64 = 20.0;
const NAMED: f64 = 34.0;

/// The label at the end of one line.
pub struct End {
    pub role: Role,
    pub value: String,
    pub name: Option<String>,
    /// The height at which the line ends.
    pub y: f64,
}

/// The width that the end labels take, and whether they include names.
#[derive(Clone, Copy, Debug, Default)]
pub struct Aside {
    pub wide: f64,
    pub is_named: bool,
}

impl Aside {
    /// Measures the end labels for a picture `wide` px wide; names are given only where there are
    /// several lines.
    pub fn of(ends: &[End], wide: f64) -> Self {
        let names = ends
            .iter()
            .filter_map(|end| Some(width(end.name.as_ref()?, SMALLEST, Weight::Regular)))
            .fold(0.0, f64::max);
        let numbers = ends
            .iter()
            .map(|end| width(&end.value, LABEL, Weight::Strong))
            .fold(0.0, f64::max);
        let is_named = ends.len() > 1 && names <= wide * 0.24 && ends.len() <= MOST;
        Self {
            wide: numbers.max(if is_named { names } else { 0.0 }) + GAP + 2.0,
            is_named,
        }
    }
}

/// Writes the end labels right of `x`, moved apart where they would overlap. A label that has no
/// room within the plot is left out: its mark still has the text.
pub fn write(
    ends: &[End],
    is_named: bool,
    (x, wide): (f64, f64),
    (top, bottom): (f64, f64),
    out: &mut Vec<Piece>,
) {
    let mut blocks: Vec<(f64, &End)> = ends.iter().map(|end| (end.y, end)).collect();
    blocks.sort_by(|a, b| a.0.total_cmp(&b.0));
    let named = |end: &End| is_named && end.name.is_some();
    let tall = |end: &End| if named(end) { NAMED } else { VALUE };
    // Down from the top, then up from the bottom.
    let mut free = top - 10.0;
    for (y, end) in &mut blocks {
        *y = (*y - 10.0).max(free);
        free = *y + tall(end);
    }
    let mut limit = bottom + 6.0;
    for (y, end) in blocks.iter_mut().rev() {
        *y = y.min(limit - tall(end));
        limit = *y;
    }
    for (y, end) in blocks {
        if y < top - 12.0 {
            continue;
        }
        let x = x + GAP;
        let room = wide - x;
        let value = shorten(&end.value, LABEL, Weight::Strong, room);
        let text = Text::new(value, x, y + 14.5, LABEL).strong();
        out.push(text.piece(end.role));
        if let Some(name) = end.name.as_ref().filter(|_| named(end)) {
            let name = shorten(name, SMALLEST, Weight::Regular, room);
            out.push(Text::new(name, x, y + 29.0, SMALLEST).piece(end.role));
        }
    }
}
