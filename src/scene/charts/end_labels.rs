//! End labels: the last number of each line and the line's name, to the right of a plot.

use super::line_series::{IN_COLOR, is_gray};
use crate::scene::measure::{Weight, shorten, width};
use crate::scene::{LABEL, Primitive, Rect, Role, SMALLEST, Text};

/// Space between the plot and the texts, in px.
const GAP: f64 = 12.0;
/// Height of a label of one line, and of one with a name, in px.
const VALUE: f64 = 20.0;
const NAMED: f64 = 34.0;

/// The label at the end of one line.
pub struct LineEndLabel {
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
    pub fn of(ends: &[LineEndLabel], wide: f64) -> Self {
        // The name of a gray line has what room the others leave.
        let ends: Vec<&LineEndLabel> = ends.iter().filter(|end| !is_gray(end.role)).collect();
        let names = ends
            .iter()
            .filter_map(|end| Some(width(end.name.as_ref()?, SMALLEST, Weight::Regular)))
            .fold(0.0, f64::max);
        let numbers = ends
            .iter()
            .map(|end| width(&end.value, LABEL, Weight::Strong))
            .fold(0.0, f64::max);
        let is_named = ends.len() > 1 && names <= wide * 0.24 && ends.len() <= IN_COLOR;
        Self {
            wide: numbers.max(if is_named { names } else { 0.0 }) + GAP + 2.0,
            is_named,
        }
    }
}

/// Writes the end labels right of `x`, moved apart where they would overlap. A label that has no
/// room within the plot is left out: its mark still has the text. The name of a gray line is beside
/// its end, or left out where another label is. `out` takes the position of the label and a piece.
pub fn write(
    ends: &[&LineEndLabel],
    is_named: bool,
    (x, wide): (f64, f64),
    (top, bottom): (f64, f64),
    out: &mut dyn FnMut(usize, Primitive),
) {
    let (gray, colored): (Vec<_>, Vec<_>) = ends
        .iter()
        .enumerate()
        .partition(|(_, end)| is_gray(end.role));
    let mut blocks: Vec<(f64, usize, &LineEndLabel)> = colored
        .into_iter()
        .map(|(at, end)| (end.y, at, *end))
        .collect();
    blocks.sort_by(|a, b| a.0.total_cmp(&b.0));
    let named = |end: &LineEndLabel| is_named && end.name.is_some();
    let tall = |end: &LineEndLabel| if named(end) { NAMED } else { VALUE };
    // Down from the top, then up from the bottom.
    let mut free = top - 10.0;
    for (y, _, end) in &mut blocks {
        *y = (*y - 10.0).max(free);
        free = *y + tall(end);
    }
    let mut limit = bottom + 6.0;
    for (y, _, end) in blocks.iter_mut().rev() {
        *y = y.min(limit - tall(end));
        limit = *y;
    }
    let x = x + GAP;
    let room = wide - x;
    let mut taken: Vec<Rect> = Vec::new();
    for (y, at, end) in blocks {
        if y < top - 12.0 {
            continue;
        }
        taken.push(Rect::new(x, y, room, tall(end)));
        let value = shorten(&end.value, LABEL, Weight::Strong, room);
        let text = Text::new(value, x, y + 14.5, LABEL).strong();
        out(at, text.piece(end.role));
        if let Some(name) = end.name.as_ref().filter(|_| named(end)) {
            let name = shorten(name, SMALLEST, Weight::Regular, room);
            out(at, Text::new(name, x, y + 29.0, SMALLEST).piece(end.role));
        }
    }
    for (at, end) in gray {
        let Some(name) = end.name.as_ref().filter(|_| is_named) else {
            continue;
        };
        let text = Text::new(name, x, end.y + 4.0, SMALLEST);
        let area = text.area();
        if area.width <= room && !taken.iter().any(|other| other.overlaps(&area)) {
            taken.push(area);
            out(at, text.piece(Role::InkSoft));
        }
    }
}
