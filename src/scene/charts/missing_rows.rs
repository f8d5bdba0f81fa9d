//! Rows without a number, on one line under a chart that has no position for them.

use super::hit;
use crate::frame::Row;
use crate::m;
use crate::scene::measure::{Weight, shorten, width};
use crate::scene::{Mark, Primitive, Rect, RenderOptions, Role, SMALLEST, Text};

/// Lays the rows out from `top` downward. Returns the height used.
pub fn lay_out(
    absent: &[(usize, &Row)],
    look: &RenderOptions,
    top: f64,
    marks: &mut Vec<Mark>,
) -> f64 {
    let text = look.locale.text(m!(StripWithout, count = absent.len()));
    let wide = f64::from(look.width);
    let text = shorten(&text, SMALLEST, Weight::Regular, wide);
    let from = width(&text, SMALLEST, Weight::Regular) + 10.0;
    let step = ((wide - from - 8.0) / absent.len() as f64).clamp(0.5, 12.0);
    for (at, (index, row)) in absent.iter().enumerate() {
        let x = (from + at as f64 * step).min(wide - 8.0);
        let area = Rect::new(x, top + 2.0, 8.0, 14.0);
        let mut pieces = vec![hit(area)];
        if at == 0 {
            let label = Text::new(&text, 0.0, top + 13.0, SMALLEST);
            pieces.push(label.piece(Role::InkSoft));
        }
        pieces.push(Primitive::line(
            Role::InkSoft,
            15,
            (x + 1.0, top + 9.0),
            (x + 7.0, top + 9.0),
        ));
        marks.push(Mark {
            row: Some(*index),
            name: (look.labels)(row).spoken,
            area,
            pieces,
        });
    }
    22.0
}
