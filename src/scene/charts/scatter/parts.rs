//! A plot of very many dots in a few parts: what is walked where nobody would walk the dots.

use super::{Plot, Stand};
use crate::frame::{Frame, MeasureWords};
use crate::m;
use crate::scene::words::amount;
use crate::scene::{Look, Mark, Rect};

/// Parts along and up.
const ALONG: usize = 4;
const UP: usize = 3;

/// The parts that hold dots, from the lowest left on along and then up: each says how many, and
/// between which numbers.
pub fn of(
    frame: &Frame,
    across: &MeasureWords,
    look: &Look,
    plot: &Plot,
    stands: &[Stand],
) -> Vec<Mark> {
    let mut counts = [[0_usize; ALONG]; UP];
    let part = |value: f64, low: f64, high: f64, parts: usize| {
        let along = (value - low) / (high - low) * parts as f64;
        (along.max(0.0) as usize).min(parts - 1)
    };
    for stand in stands {
        if let Stand::Both(along, up) = stand {
            let row = part(up.at, plot.up.low, plot.up.high, UP);
            let column = part(along.at, plot.along.low, plot.along.high, ALONG);
            counts[row][column] += 1;
        }
    }
    let end = |low: f64, high: f64, at: usize, parts: usize| {
        low + (high - low) * at as f64 / parts as f64
    };
    let (_, fine_up) = plot.up.ticks(24.0, false);
    let (_, fine_along) = plot.along.ticks(24.0, false);
    let mut marks = Vec::new();
    for (row, counts) in counts.iter().enumerate() {
        for (column, count) in counts.iter().enumerate() {
            if *count == 0 {
                continue;
            }
            let up = |at| end(plot.up.low, plot.up.high, at, UP);
            let along = |at| end(plot.along.low, plot.along.high, at, ALONG);
            let words = |measure, value, decimals| amount(measure, value, decimals, look.locale);
            let name = look.locale.text(m!(
                ScatterPart,
                count = *count,
                of = stands.len(),
                up = &frame.measure.title,
                up_low = words(&frame.measure, up(row), fine_up),
                up_high = words(&frame.measure, up(row + 1), fine_up),
                along = &across.title,
                along_low = words(across, along(column), fine_along),
                along_high = words(across, along(column + 1), fine_along)
            ));
            let (left, right) = (
                plot.along.at(along(column)),
                plot.along.at(along(column + 1)),
            );
            let (top, bottom) = (plot.up.at(up(row + 1)), plot.up.at(up(row)));
            marks.push(Mark {
                row: None,
                name,
                area: Rect::new(left, top, right - left, bottom - top),
                pieces: Vec::new(),
            });
        }
    }
    marks
}
