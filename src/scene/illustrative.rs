//! The word over made-up numbers, set so closely that any quarter of the picture holds it whole.

use super::measure::{Weight, extent, width};
use super::shape::{Anchor, Point, Role, Text};
use super::{SMALLEST, Scene};
use crate::locale::Locale;
use crate::m;

/// Sets the word across the whole picture, over the marks, without hiding them.
pub fn mark(scene: &mut Scene, locale: Locale) {
    let word = locale.text(m!(ChartIllustrative));
    // A quarter may be half as wide and half as high.
    let size = if scene.width < 480.0 { SMALLEST } else { 16.0 };
    let wide = width(&word, size, Weight::Strong);
    let (above, below) = extent(size);
    let apart = (wide * 1.6).min((scene.width / 2.0 - wide).max(wide + 4.0));
    let line = (scene.height / 2.0 - above - below).clamp(above + below, 64.0);
    let mut y = above;
    let mut odd = false;
    while y + below <= scene.height {
        let mut x = if odd { apart / 2.0 } else { 0.0 };
        while x + wide <= scene.width {
            let text = Text {
                text: word.clone(),
                at: Point::new(x, y),
                size,
                weight: Weight::Strong,
                anchor: Anchor::Start,
            };
            scene.above.push(text.piece(Role::Watermark));
            x += apart;
        }
        odd = !odd;
        y += line;
    }
}
