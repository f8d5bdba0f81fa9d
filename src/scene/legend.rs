//! Legend keys that flow in lines above a chart.

use super::measure::{Weight, width};
use super::shape::{Anchor, Piece, Point, Rect, Text};
use super::{Role, SMALLEST};

/// One legend key: a sample of a mark and its meaning.
pub struct Key {
    /// Draws the sample into a rectangle.
    pub sample: Box<dyn Fn(Rect) -> Vec<Piece>>,
    /// Width of the sample, in px.
    pub wide: f64,
    pub label: String,
}

const HIGH: f64 = 12.0;
const GAP: f64 = 6.0;
const BETWEEN: f64 = 16.0;
const LINE: f64 = 20.0;

/// Lays the keys out in lines from `top` downward. Returns the height used.
pub fn lay_out(keys: &[Key], room: f64, top: f64, out: &mut Vec<Piece>) -> f64 {
    let (mut x, mut y) = (0.0, top);
    for key in keys {
        let space = room - key.wide - GAP;
        let label = super::measure::shorten(&key.label, SMALLEST, Weight::Regular, space);
        let takes = key.wide + GAP + width(&label, SMALLEST, Weight::Regular);
        if x > 0.0 && x + takes > room {
            x = 0.0;
            y += LINE;
        }
        out.extend((key.sample)(Rect::new(x, y + 2.0, key.wide, HIGH)));
        let text = Text {
            text: label,
            at: Point::new(x + key.wide + GAP, y + 12.5),
            size: SMALLEST,
            weight: Weight::Regular,
            anchor: Anchor::Start,
        };
        out.push(text.piece(Role::InkSoft));
        x += takes + BETWEEN;
    }
    if keys.is_empty() { 0.0 } else { y + LINE - top }
}
