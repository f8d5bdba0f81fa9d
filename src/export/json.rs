//! The frame with all its texts, for other programs.

use super::{Citations, Export, Words, citations};
use crate::frame::Frame;
use crate::query::View;
use serde::Serialize;

#[derive(Serialize)]
struct Whole<'a> {
    /// Version of this format.
    v: u32,
    #[serde(flatten)]
    words: Words,
    cite: Citations,
    illustrative: bool,
    view: View,
    frame: &'a Frame,
}

/// The frame as JSON, with its properties always in the same order.
pub fn json(export: &Export) -> String {
    let whole = Whole {
        v: 1,
        words: Words::of(export),
        cite: citations(export),
        illustrative: export.frame.package.illustrative,
        view: export.view,
        frame: export.frame,
    };
    // Serialization cannot fail: a frame has only text keys, and no numbers that JSON lacks.
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text
}
