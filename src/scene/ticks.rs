//! Round numbers.

/// A power of ten, exact where the power has an exact representation.
pub fn power(exponent: i32) -> f64 {
    format!("1e{exponent}").parse().unwrap_or(1.0)
}

/// The largest `e` with `10^e` not above `x`; `x` must be positive.
pub fn exponent(x: f64) -> i32 {
    // From the decimal representation rather than a logarithm: the same on every machine.
    format!("{x:e}")
        .split_once('e')
        .and_then(|(_, e)| e.parse().ok())
        .unwrap_or(0)
}

/// The smallest of 1, 2, 2.5, 5 times a power of ten that is not below `x`; `whole` leaves out
/// fractions.
pub fn round_up(x: f64, whole: bool) -> f64 {
    if !(x > 0.0 && x.is_finite()) {
        return 1.0;
    }
    let base = power(exponent(x));
    let found = [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|step| step * base)
        .filter(|step| !whole || step.fract() == 0.0)
        .find(|step| *step >= x * 0.999_999);
    found
        .unwrap_or(if whole { 1.0 } else { 10.0 * base })
        .max(if whole { 1.0 } else { 0.0 })
}

/// Round numbers within `[low, high]`, about `count` of them, and the step between them.
pub fn ticks(low: f64, high: f64, count: usize, whole: bool) -> (Vec<f64>, f64) {
    let span = high - low;
    if !(span > 0.0 && span.is_finite()) {
        return (vec![low], 1.0);
    }
    let step = round_up(span / count.max(1) as f64, whole);
    let first = (low / step).ceil();
    let last = (high / step + 1e-9).floor();
    if last - first > 50.0 {
        return (vec![low], step);
    }
    let mut out = Vec::new();
    let mut at = first;
    while at <= last {
        // −0 is 0.
        out.push(at * step + 0.0);
        at += 1.0;
    }
    (out, step)
}

/// The number of decimals that multiples of a step need.
pub fn decimals(step: f64) -> u8 {
    let text = format!("{step}");
    text.split_once('.')
        .map_or(0, |(_, part)| part.len().min(4) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round() {
        assert_eq!(ticks(0.0, 870.0, 4, true).0, [0.0, 250.0, 500.0, 750.0]);
        assert_eq!(ticks(0.0, 3.0, 5, true).0, [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(ticks(0.0, 0.42, 4, false).1, 0.2);
        assert_eq!(ticks(-10.0, 10.0, 4, true).0, [-10.0, -5.0, 0.0, 5.0, 10.0]);
        assert_eq!(ticks(0.0, 0.0, 4, true).0, [0.0]);
    }

    #[test]
    fn exponents_are_those_written() {
        for (x, e) in [(1.0, 0), (999.0, 2), (1000.0, 3), (0.05, -2)] {
            assert_eq!(exponent(x), e);
        }
    }
}
