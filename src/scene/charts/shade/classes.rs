//! Divides values into a few classes at round numbers.

use super::super::place;
use crate::frame::Frame;
use crate::scene::ticks;

/// The number of classes that a reader can distinguish.
const MOST: usize = 5;

/// Classes of numbers, by the lowest value of each.
pub struct Classes {
    pub lows: Vec<f64>,
    /// The shaded values, in ascending order, without zero.
    pub values: Vec<f64>,
    /// Whether classes hold ranges rather than one value each.
    pub broken: bool,
}

impl Classes {
    pub fn of(frame: &Frame) -> Self {
        let mut values: Vec<f64> = frame
            .rows
            .iter()
            .filter_map(|row| {
                let place = place(&row.cell)?;
                (!(place.at == 0.0 && row.cell.is_zero())).then_some(place.at)
            })
            .collect();
        values.sort_by(f64::total_cmp);
        let mut distinct = values.clone();
        distinct.dedup();
        let broken = distinct.len() > MOST;
        let lows = if broken {
            breaks(&values, frame.measure.unit.is_count())
        } else {
            distinct
        };
        Self {
            lows,
            values,
            broken,
        }
    }

    /// The class of a value as a step of the color scale, from 0 to 4.
    pub fn class(&self, value: f64) -> u8 {
        let at = self
            .lows
            .partition_point(|low| *low <= value)
            .saturating_sub(1);
        self.shade(at)
    }

    /// The color step of a class. Few classes are spread over the scale and avoid its palest step,
    /// which is close to the color of unknown values.
    pub fn shade(&self, at: usize) -> u8 {
        const SPREAD: [&[u8]; MOST] = [&[2], &[1, 3], &[1, 2, 4], &[1, 2, 3, 4], &[0, 1, 2, 3, 4]];
        let steps = SPREAD[self.lows.len().clamp(1, MOST) - 1];
        steps[at.min(steps.len() - 1)]
    }

    /// The values of a class.
    pub fn within(&self, at: usize) -> &[f64] {
        let from = self.values.partition_point(|value| *value < self.lows[at]);
        let to = match self.lows.get(at + 1) {
            Some(next) => self.values.partition_point(|value| value < next),
            None => self.values.len(),
        };
        &self.values[from..to]
    }
}

/// Equal intervals where they divide the areas well; otherwise classes with about equal numbers of
/// areas, as skewed values need.
fn breaks(values: &[f64], whole: bool) -> Vec<f64> {
    let even = [3, 4, 5, 6, 8]
        .into_iter()
        .map(|count| even(values, count, whole))
        .filter(|lows| (4..=MOST).contains(&lows.len()))
        .map(|lows| (fullest(values, &lows), lows))
        .min_by_key(|(fullest, _)| *fullest)
        .filter(|(fullest, _)| *fullest * 2 <= values.len());
    match even {
        Some((_, lows)) => lows,
        // The roundest numbers that still divide the areas into four classes.
        None => (1..=3)
            .map(|digits| as_many(values, digits))
            .find(|lows| lows.len() >= 4)
            .unwrap_or_else(|| as_many(values, 4)),
    }
}

/// Classes between round numbers at equal intervals; outliers join the first and the last class.
fn even(values: &[f64], count: usize, whole: bool) -> Vec<f64> {
    let last = values.len() - 1;
    let (low, high) = (values[last / 20], values[last - last / 20]);
    let mut lows = vec![values[0]];
    let (found, _) = ticks::ticks(low, high, count, whole);
    lows.extend(
        found
            .into_iter()
            .filter(|at| *at > values[0] && *at <= values[last]),
    );
    lows
}

/// Number of areas in the fullest class.
fn fullest(values: &[f64], lows: &[f64]) -> usize {
    let below = |low: f64| values.partition_point(|value| *value < low);
    let ends = lows
        .iter()
        .skip(1)
        .map(|low| below(*low))
        .chain([values.len()]);
    lows.iter()
        .zip(ends)
        .map(|(low, end)| end - below(*low))
        .max()
        .unwrap_or(0)
}

/// Classes with about equal numbers of areas, divided at numbers of `digits` digits.
fn as_many(values: &[f64], digits: i32) -> Vec<f64> {
    let last = values[values.len() - 1];
    let mut lows = vec![values[0]];
    for part in 1..MOST {
        let rounded = round(values[values.len() * part / MOST], digits);
        if rounded > lows[lows.len() - 1] && rounded <= last {
            lows.push(rounded);
        }
    }
    lows
}

/// Rounds to `digits` significant digits, and to halves where a single digit is below three.
fn round(value: f64, digits: i32) -> f64 {
    if value == 0.0 {
        return 0.0;
    }
    let base = ticks::power(ticks::exponent(value.abs()) + 1 - digits);
    let digit = value.abs() / base;
    let step = if digits == 1 && digit < 3.0 { 0.5 } else { 1.0 };
    (digit / step).round() * step * base * value.signum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wages_are_parted_at_even_steps() {
        let mut wages: Vec<f64> = (0..54).map(|at| 20.0 + f64::from(at) * 0.19).collect();
        wages.insert(0, 13.79);
        wages.push(44.01);
        let lows = breaks(&wages, false);
        assert!((4..=5).contains(&lows.len()), "{lows:?}");
        assert!(
            lows[1..].iter().all(|low| (low * 2.0).fract() == 0.0),
            "{lows:?}"
        );
    }

    #[test]
    fn numbers_that_grow_by_factors_are_parted_into_as_many() {
        let jobs: Vec<f64> = (0..50)
            .map(|at| (1000.0 * libm::pow(1.2, f64::from(at))).round())
            .collect();
        let lows = breaks(&jobs, true);
        assert!(lows.len() >= 4, "{lows:?}");
        assert!(fullest(&jobs, &lows) <= 15, "{lows:?}");
    }

    #[test]
    fn what_lies_close_together_is_parted_too() {
        let close: Vec<f64> = (0..50).map(|at| 100.0 + f64::from(at) * 0.01).collect();
        assert!(breaks(&close, false).len() >= 4);
    }
}
