//! Converts values to positions along one axis, and chooses the round numbers written on it.

use super::Place;
use crate::frame::MeasureWords;
use crate::locale::Locale;
use crate::scene::measure::{Weight, shorten, width};
use crate::scene::words::amount;
use crate::scene::{Anchor, Piece, Role, SMALLEST, Text, ticks};

/// A linear scale between two positions; it may run in either direction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    pub low: f64,
    pub high: f64,
    /// Position of the lowest value.
    pub from: f64,
    /// Position of the highest value.
    pub to: f64,
}

impl Scale {
    /// A scale around some values. It begins at zero where that takes no more than a third of it,
    /// otherwise at a round number.
    pub fn around(values: impl IntoIterator<Item = f64>, from: f64, to: f64) -> Self {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values {
            low = low.min(value);
            high = high.max(value);
        }
        let scale = |low: f64, high: f64| Self {
            low,
            high,
            from,
            to,
        };
        if low > high || low == 0.0 && high == 0.0 {
            return scale(0.0, 1.0);
        }
        if low >= 0.0 && low <= (high - low) / 2.0 || low == high && low > 0.0 {
            return scale(0.0, high);
        }
        if high <= 0.0 && -high <= (high - low) / 2.0 || low == high {
            return scale(low, 0.0);
        }
        // Leaves room at both ends; differences below one hundredth of the values are not resolved.
        let least = high.abs().max(low.abs()) * 0.01;
        let step = ticks::round_up(((high - low) / 6.0).max(least), false);
        scale((low / step).floor() * step, (high / step).ceil() * step)
    }

    /// A scale around the ends of what can be drawn.
    pub fn of<'a>(places: impl IntoIterator<Item = &'a Place>, from: f64, to: f64) -> Self {
        let ends = |place: &Place| [Some(place.at), place.from];
        Self::around(places.into_iter().flat_map(ends).flatten(), from, to)
    }

    pub fn at(&self, value: f64) -> f64 {
        let along = (value - self.low) / (self.high - self.low);
        self.from + along * (self.to - self.from)
    }

    /// Zero is not on the scale.
    pub fn is_cut(&self) -> bool {
        self.low > 0.0 || self.high < 0.0
    }

    /// Round numbers on the scale, about one every `apart` px, and the number of decimals they
    /// need.
    pub fn ticks(&self, apart: f64, whole: bool) -> (Vec<f64>, u8) {
        let count = ((self.to - self.from).abs() / apart).max(2.0) as usize;
        let (found, step) = ticks::ticks(self.low, self.high, count, whole);
        (found, ticks::decimals(step).min(4))
    }
}

/// Draws vertical gridlines at round numbers, from `top` to `bottom`, each with its number at
/// `baseline`; a number that has no room between `left` and `right` is left out.
pub fn upright(
    scale: &Scale,
    measure: &MeasureWords,
    locale: Locale,
    (baseline, top, bottom): (f64, f64, f64),
    (left, right): (f64, f64),
    out: &mut Vec<Piece>,
) {
    let (found, decimals) = scale.ticks(96.0, measure.unit.is_count());
    let mut free = left;
    for value in found {
        let x = scale.at(value);
        let role = match value == 0.0 {
            true => Role::Axis,
            false => Role::Grid,
        };
        out.push(Piece::line(role, 10, (x, top), (x, bottom)));
        let text = amount(measure, value, decimals, locale);
        let half = width(&text, SMALLEST, Weight::Regular) / 2.0;
        // At the ends, a number is shifted inward rather than left out.
        let middle = x.max((left + half).min(x + 10.0));
        let middle = middle.min((right - half).max(x - 10.0));
        if middle - half >= free && middle + half <= right {
            let text = Text::new(text, middle, baseline, SMALLEST).anchored(Anchor::Middle);
            out.push(text.piece(Role::InkSoft));
            free = middle + half + 10.0;
        }
    }
}

/// Draws horizontal gridlines at round numbers from `left` to `right`, each with its number to the
/// left.
pub fn level(
    scale: &Scale,
    texts: &[(f64, String)],
    (left, right): (f64, f64),
    out: &mut Vec<Piece>,
) {
    let mut free = f64::INFINITY;
    for (value, text) in texts {
        let y = scale.at(*value);
        let role = match *value == 0.0 {
            true => Role::Axis,
            false => Role::Grid,
        };
        out.push(Piece::line(role, 10, (left, y), (right, y)));
        if y + 8.0 <= free {
            let text = Text::new(text, left - 8.0, y + 4.5, SMALLEST).anchored(Anchor::End);
            out.push(text.piece(Role::InkSoft));
            free = y - 8.0;
        }
    }
}

/// The numbers of horizontal gridlines, none wider than `room` px.
pub fn numbers(
    scale: &Scale,
    measure: &MeasureWords,
    locale: Locale,
    room: f64,
) -> Vec<(f64, String)> {
    let (found, decimals) = scale.ticks(64.0, measure.unit.is_count());
    found
        .into_iter()
        .map(|value| {
            let text = amount(measure, value, decimals, locale);
            (value, shorten(&text, SMALLEST, Weight::Regular, room))
        })
        .collect()
}
