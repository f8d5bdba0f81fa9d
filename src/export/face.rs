//! The shipped typeface: the glyph of each character, its advance, its outline.
//!
//! Texts are set as they were measured, one glyph after the other: the shaping of a browser would
//! move letters by hundredths of their size, and outlines that are the same everywhere do not need
//! it.

use crate::scene::Weight;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use std::sync::Arc;

/// The replacement for a character that the typeface lacks.
const LACKING: &str = "?";

/// The two weights that drawings use.
#[derive(Clone, Debug)]
pub struct Faces {
    regular: Arc<Vec<u8>>,
    strong: Arc<Vec<u8>>,
}

/// One letter of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Letter {
    pub glyph: GlyphId,
    /// As a fraction of the font size.
    pub advance: f64,
    /// Start and end of its character in the text, in bytes.
    pub from: usize,
    pub to: usize,
}

/// A step of an outline, in fractions of the font size; y grows downward.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Step {
    Move([f64; 2]),
    Line([f64; 2]),
    Curve([f64; 4]),
    Cubic([f64; 6]),
    Close,
}

impl Faces {
    /// Reads the files of the two weights, regular and semibold. The error names the file that is
    /// not a font.
    pub fn read(regular: Vec<u8>, strong: Vec<u8>) -> Result<Self, String> {
        for (name, bytes) in [("regular", &regular), ("semibold", &strong)] {
            FontRef::new(bytes).map_err(|error| format!("{name}: {error}"))?;
        }
        Ok(Self {
            regular: Arc::new(regular),
            strong: Arc::new(strong),
        })
    }

    pub(super) fn bytes(&self, weight: Weight) -> Arc<Vec<u8>> {
        Arc::clone(match weight {
            Weight::Regular => &self.regular,
            Weight::Strong => &self.strong,
        })
    }

    fn font(&self, weight: Weight) -> Option<FontRef<'_>> {
        let bytes = match weight {
            Weight::Regular => &self.regular,
            Weight::Strong => &self.strong,
        };
        FontRef::new(bytes).ok()
    }

    /// The letters of a text; `None` where the typeface lacks one.
    pub(super) fn letters(&self, text: &str, weight: Weight) -> Option<Vec<Letter>> {
        let font = self.font(weight)?;
        let size = f64::from(
            font.metrics(Size::unscaled(), LocationRef::default())
                .units_per_em,
        );
        let widths = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let map = font.charmap();
        let letter = |(from, c): (usize, char)| {
            let glyph = map.map(c).filter(|glyph| glyph.to_u32() != 0)?;
            Some(Letter {
                glyph,
                advance: f64::from(widths.advance_width(glyph)?) / size,
                from,
                to: from + c.len_utf8(),
            })
        };
        text.char_indices().map(letter).collect()
    }

    /// The letters of any text: a character that the typeface lacks gets a replacement glyph.
    pub(super) fn marked(&self, text: &str, weight: Weight) -> Vec<Letter> {
        let of = |part: &str| Some(*self.letters(part, weight)?.first()?);
        let lacking = of(LACKING);
        let letter = |(from, c): (usize, char)| {
            let to = from + c.len_utf8();
            let own = text.get(from..to).and_then(of).or(lacking)?;
            Some(Letter { from, to, ..own })
        };
        text.char_indices().filter_map(letter).collect()
    }

    /// The outline of a glyph, relative to its origin on the baseline.
    pub(super) fn outline(&self, glyph: GlyphId, weight: Weight) -> Option<Vec<Step>> {
        let font = self.font(weight)?;
        let size = f64::from(
            font.metrics(Size::unscaled(), LocationRef::default())
                .units_per_em,
        );
        let mut pen = Pen {
            size,
            steps: Vec::new(),
        };
        // A space has no outline.
        if let Some(outline) = font.outline_glyphs().get(glyph) {
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            outline.draw(settings, &mut pen).ok()?;
        }
        Some(pen.steps)
    }
}

struct Pen {
    size: f64,
    steps: Vec<Step>,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> [f64; 2] {
        [f64::from(x) / self.size, -f64::from(y) / self.size]
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.steps.push(Step::Move(self.at(x, y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.steps.push(Step::Line(self.at(x, y)));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let ([cx, cy], [x, y]) = (self.at(cx, cy), self.at(x, y));
        self.steps.push(Step::Curve([cx, cy, x, y]));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let (a, b, to) = (self.at(ax, ay), self.at(bx, by), self.at(x, y));
        self.steps
            .push(Step::Cubic([a[0], a[1], b[0], b[1], to[0], to[1]]));
    }

    fn close(&mut self) {
        self.steps.push(Step::Close);
    }
}
