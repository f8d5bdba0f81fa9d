//! Parallel lines across rings.

/// A point, in units.
pub type Place = (f64, f64);

/// Lines that rise to the right, `apart` units apart, within rings (even-odd). Lines shorter than
/// `least` units are left out.
pub fn hatched(rings: &[Vec<Place>], apart: f64, least: f64) -> Vec<[Place; 2]> {
    let mut lines = Vec::new();
    // Along such a line, x + y is constant.
    let sums = || rings.iter().flatten().map(|(x, y)| x + y);
    let low = sums().fold(f64::INFINITY, f64::min);
    let high = sums().fold(f64::NEG_INFINITY, f64::max);
    if low.is_finite() && high.is_finite() && apart > 0.0 {
        let mut step = (low / apart).ceil();
        while step * apart < high {
            across(rings, step * apart, least, &mut lines);
            step += 1.0;
        }
    }
    lines
}

fn across(rings: &[Vec<Place>], sum: f64, least: f64, out: &mut Vec<[Place; 2]>) {
    let mut crossings: Vec<f64> = Vec::new();
    for ring in rings {
        for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            let (from, to) = (a.0 + a.1 - sum, b.0 + b.1 - sum);
            if (from < 0.0) != (to < 0.0) {
                crossings.push(a.0 + (b.0 - a.0) * (from / (from - to)));
            }
        }
    }
    crossings.sort_by(f64::total_cmp);
    for pair in crossings.chunks_exact(2) {
        if pair[1] - pair[0] > least {
            out.push([(pair[0], sum - pair[0]), (pair[1], sum - pair[1])]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stay_within() {
        let ring = vec![(0.0, 0.0), (100.0, 0.0), (100.0, 50.0), (0.0, 50.0)];
        let lines = hatched(&[ring], 20.0, 1.0);
        assert_eq!(lines.len(), 7);
        for (x, y) in lines.iter().flatten() {
            assert!((0.0..=100.0).contains(x) && (0.0..=50.0).contains(y));
        }
    }

    #[test]
    fn a_hole_stays_free() {
        let square = |from: f64, to: f64| vec![(from, from), (to, from), (to, to), (from, to)];
        let lines = hatched(&[square(0.0, 90.0), square(30.0, 60.0)], 10.0, 1.0);
        let within = |line: &[Place; 2]| {
            let (x, y) = ((line[0].0 + line[1].0) / 2.0, (line[0].1 + line[1].1) / 2.0);
            x > 30.0 && x < 60.0 && y > 30.0 && y < 60.0
        };
        assert!(!lines.is_empty() && !lines.iter().any(within));
    }
}
