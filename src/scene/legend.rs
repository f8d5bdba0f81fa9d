//! Keys that flow in lines above a chart.

use super::measure::{Weight, width};
use super::shape::{Anchor, Piece, Point, Rect, Text};
use super::{Role, SMALLEST};

/// One key: what a mark looks like, and what that means.
pub struct Key {
    /// Draws the sample into a rectangle.
    pub sample: Box<dyn Fn(Rect) -> Vec<Piece>>,
    pub label: String,
}

const SAMPLE: (f64, f64) = (16.0, 12.0);
const GAP: f64 = 6.0;
const BETWEEN: f64 = 16.0;
const LINE: f64 = 20.0;

/// Lays keys out in lines from `top`; returns what they take.
pub fn lay_out(keys: &[Key], room: f64, top: f64, out: &mut Vec<Piece>) -> f64 {
    let (mut x, mut y) = (0.0, top);
    for key in keys {
        let space = room - SAMPLE.0 - GAP;
        let label = super::measure::shorten(&key.label, SMALLEST, Weight::Regular, space);
        let takes = SAMPLE.0 + GAP + width(&label, SMALLEST, Weight::Regular);
        if x > 0.0 && x + takes > room {
            x = 0.0;
            y += LINE;
        }
        out.extend((key.sample)(Rect::new(x, y + 2.0, SAMPLE.0, SAMPLE.1)));
        let text = Text {
            text: label,
            at: Point::new(x + SAMPLE.0 + GAP, y + 12.5),
            size: SMALLEST,
            weight: Weight::Regular,
            anchor: Anchor::Start,
        };
        out.push(text.piece(Role::InkSoft));
        x += takes + BETWEEN;
    }
    if keys.is_empty() { 0.0 } else { y + LINE - top }
}
