//! The sentence shown where there is nothing to draw.

use crate::locale::Message;
use crate::scene::measure::{Weight, wrap};
use crate::scene::{Anchor, LABEL, Look, Role, Scene, Text};

/// Puts a sentence in the middle of an empty picture.
pub fn lay_out(look: &Look, sentence: Message) -> Scene {
    let width = f64::from(look.width);
    let text = look.locale.text(sentence);
    let lines = wrap(&text, LABEL, Weight::Regular, (width - 32.0).max(40.0), 4);
    let height = 96.0 + lines.len() as f64 * 20.0;
    let mut scene = Scene {
        height,
        ..Scene::default()
    };
    for (at, line) in lines.into_iter().enumerate() {
        let y = 60.0 + at as f64 * 20.0;
        let text = Text::new(line, width / 2.0, y, LABEL).anchored(Anchor::Middle);
        scene.below.push(text.piece(Role::InkSoft));
    }
    scene
}
