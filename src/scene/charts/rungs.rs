//! The vertical value axis: round numbers at the side of a plot, and the gridlines across it.

use crate::frame::Frame;
use crate::scene::measure::{Weight, shorten, width};
use crate::scene::words::amount;
use crate::scene::{Anchor, Look, Piece, Rect, Role, SMALLEST, Text, ticks};

/// Space between the numbers and the plot, in px.
const GAP: f64 = 10.0;

/// A vertical axis that includes zero and ends at round numbers.
pub struct Rungs {
    pub low: f64,
    pub high: f64,
    /// Room for the numbers, in px.
    pub left: f64,
    texts: Vec<(f64, String)>,
}

impl Rungs {
    /// The axis for values from `low` to `high`, with about `count` gridlines.
    pub fn of(frame: &Frame, look: &Look, (low, high): (f64, f64), count: usize) -> Self {
        let low = low.min(0.0);
        let mut high = high.max(0.0);
        if high <= low {
            high = low + 1.0;
        }
        let whole = frame.measure.unit.is_count();
        let (mut found, step) = ticks::ticks(low, high, count, whole);
        let decimals = ticks::decimals(step);
        let low = if low < 0.0 {
            (low / step).floor() * step
        } else {
            0.0
        };
        let high = (high / step).ceil() * step;
        for end in [low, high] {
            if !found.contains(&end) {
                found.push(end);
            }
        }
        let room = f64::from(look.width) * 0.25;
        let texts: Vec<(f64, String)> = found
            .into_iter()
            .map(|value| {
                let text = amount(&frame.measure, value, decimals, look.locale);
                (value, shorten(&text, SMALLEST, Weight::Regular, room))
            })
            .collect();
        let left = texts
            .iter()
            .map(|(_, text)| width(text, SMALLEST, Weight::Regular))
            .fold(0.0, f64::max)
            + GAP;
        Self {
            low,
            high,
            left,
            texts,
        }
    }

    /// Draws the gridlines from `from` to `to` at the heights that `y` gives; with `numbers`, their
    /// numbers end before `from`.
    pub fn draw(
        &self,
        y: impl Fn(f64) -> f64,
        (from, to): (f64, f64),
        numbers: bool,
        out: &mut Vec<Piece>,
    ) {
        let mut taken: Vec<Rect> = Vec::new();
        for (value, text) in &self.texts {
            let y = y(*value);
            let role = if *value == 0.0 {
                Role::Axis
            } else {
                Role::Grid
            };
            out.push(Piece::line(role, 10, (from, y), (to, y)));
            let text = Text::new(text, from - 8.0, y + 4.5, SMALLEST).anchored(Anchor::End);
            let area = text.area();
            // A number that would overlap another is left out.
            if numbers && taken.iter().all(|other| !other.overlaps(&area)) {
                taken.push(area);
                out.push(text.piece(Role::InkSoft));
            }
        }
    }
}
