//! Parallel lines across an area: what is known to exist and is not shown.

use super::shape::{Manner, Piece, Point, Rect, Role, Shape};

/// Lines that rise to the right, so many pixels apart, within rings (even-odd).
pub fn across(rings: &[Vec<Point>], apart: f64) -> Piece {
    let mut lines = Vec::new();
    let points = || rings.iter().flatten();
    // Along such a line x + y stays the same.
    let sums = || points().map(|p| p.x + p.y);
    let low = sums().fold(f64::INFINITY, f64::min);
    let high = sums().fold(f64::NEG_INFINITY, f64::max);
    if low.is_finite() && high.is_finite() {
        let mut step = (low / apart).ceil();
        while step * apart < high {
            line(rings, step * apart, &mut lines);
            step += 1.0;
        }
    }
    Piece::new(Role::Hatch, Manner::Stroke(10), Shape::Lines(lines))
}

/// The same across a rectangle.
pub fn across_rect(rect: Rect, apart: f64) -> Piece {
    across(&[corners(rect)], apart)
}

/// The corners of a rectangle as a ring.
pub fn corners(rect: Rect) -> Vec<Point> {
    let (right, bottom) = (rect.x + rect.width, rect.y + rect.height);
    vec![
        Point::new(rect.x, rect.y),
        Point::new(right, rect.y),
        Point::new(right, bottom),
        Point::new(rect.x, bottom),
    ]
}

fn line(rings: &[Vec<Point>], sum: f64, out: &mut Vec<Vec<Point>>) {
    let mut crossings: Vec<f64> = Vec::new();
    for ring in rings {
        for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            let (from, to) = (a.x + a.y - sum, b.x + b.y - sum);
            if (from < 0.0) != (to < 0.0) {
                crossings.push(a.x + (b.x - a.x) * (from / (from - to)));
            }
        }
    }
    crossings.sort_by(f64::total_cmp);
    for pair in crossings.chunks_exact(2) {
        if pair[1] - pair[0] > 0.5 {
            out.push(vec![
                Point::new(pair[0], sum - pair[0]),
                Point::new(pair[1], sum - pair[1]),
            ]);
        }
    }
}
