//! Coordinates on a grid of 1/64 px: fine enough to be invisible, coarse enough that the last bits
//! of a computation never reach a drawing.

use super::Scene;
use super::shape::{Point, Primitive, Rect, Shape};

const PARTS: f64 = 64.0;

/// Rounds a number of px to the grid. NaN stays NaN.
fn snapped(pixels: f64) -> f64 {
    // −0 is 0.
    (pixels * PARTS).round() / PARTS + 0.0
}

fn point(point: &mut Point) {
    point.x = snapped(point.x);
    point.y = snapped(point.y);
}

/// Both edges are on the grid, so that rectangles that touched before still touch.
fn rect(rect: &mut Rect) {
    let (right, bottom) = (snapped(rect.x + rect.width), snapped(rect.y + rect.height));
    rect.x = snapped(rect.x);
    rect.y = snapped(rect.y);
    rect.width = right - rect.x;
    rect.height = bottom - rect.y;
}

fn piece(piece: &mut Primitive) {
    match &mut piece.shape {
        Shape::Rect(own) => rect(own),
        Shape::Line(points) => points.iter_mut().for_each(point),
        Shape::Lines(lines) | Shape::Area(lines) => {
            lines.iter_mut().flatten().for_each(point);
        }
        Shape::Dot { at, radius } => {
            point(at);
            *radius = snapped(*radius);
        }
        Shape::Text(text) => point(&mut text.at),
    }
}

impl Scene {
    /// Moves everything onto the grid, by less than 0.01 px.
    pub(crate) fn snap(&mut self) {
        self.height = snapped(self.height);
        self.outlines = self.outlines.map(snapped);
        self.below.iter_mut().for_each(piece);
        self.above.iter_mut().for_each(piece);
        let lines = self.lines.iter_mut().flat_map(|line| &mut line.pieces);
        lines.for_each(piece);
        for mark in self.marks.iter_mut().chain(&mut self.parts) {
            rect(&mut mark.area);
            mark.pieces.iter_mut().for_each(piece);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_still_touch() {
        let mut left = Rect::new(0.1, 0.0, 0.2, 1.0);
        let mut right = Rect::new(0.1 + 0.2, 0.0, 7.7, 1.0);
        rect(&mut left);
        rect(&mut right);
        assert_eq!(left.x + left.width, right.x);
        assert_eq!((right.x * PARTS).fract(), 0.0);
    }

    #[test]
    fn nothing_is_moved_far() {
        for at in [0.0, 0.004, 17.123_456, -3.99, 1199.999] {
            assert!((snapped(at) - at).abs() <= 0.5 / PARTS, "{at}");
        }
    }
}
