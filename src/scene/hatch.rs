//! Parallel lines across an area: the symbol of suppressed values.

use super::shape::{Manner, Piece, Point, Rect, Role, Shape};

/// Lines that rise to the right, `apart` px apart, within rings.
pub fn across(rings: &[Vec<Point>], apart: f64) -> Piece {
    let tenths = (apart * 10.0).clamp(10.0, 255.0) as u8;
    let rings = Shape::Area(rings.to_vec());
    Piece::new(Role::Hatch, Manner::Hatched(tenths), rings)
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
